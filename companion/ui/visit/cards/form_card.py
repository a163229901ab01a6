"""Cards of several lines to fill, one after the other in the one line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.visit.card import Card, KeyPress, KeyResult

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext


class FormCard(Card):
    """Lines with a name each; Enter or Tab goes to the next, Up goes back.

    What stands in a line is kept whenever it is left, also by Esc.
    """

    names: tuple[str, ...] = ()
    """The lines in order."""
    prefix = ""
    """Stands before a line's name in the composer's field."""

    def __init__(self, context: CardContext, name: str = "") -> None:
        super().__init__(context)
        self.at = self.names.index(name) if name in self.names else 0

    @property
    def name(self) -> str:
        """The line being filled."""
        return self.names[self.at]

    @property
    def field(self) -> str:
        """The same, as the composer knows it."""
        return f"{self.prefix}{self.name}"

    def value(self, name: str) -> str:
        """What is kept in a line."""
        raise NotImplementedError

    def keep(self, name: str, text: str) -> None:
        """Keep a line."""
        raise NotImplementedError

    def finished(self) -> None:
        """Enter on the last line."""
        self.context.close_card()

    def initial_text(self) -> str:
        """What is kept in the line being filled."""
        return self.value(self.name)

    def press(self, press: KeyPress) -> KeyResult:
        """Tab and the arrows go from line to line."""
        if press.key in ("tab", "pagedown") or (press.key == "down" and press.blank):
            self.at = min(self.at + 1, len(self.names) - 1)
            return KeyResult.USED
        if press.key in ("pageup", "up"):
            self.at = max(0, self.at - 1)
            return KeyResult.USED
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Keep the line and go to the next."""
        del text
        if self.at + 1 < len(self.names):
            self.at += 1
        else:
            self.finished()

    def keep_line(self, field: str, text: str) -> bool:
        """Keep what was typed, if it is not what stood there."""
        name = field.removeprefix(self.prefix)
        if name not in self.names:
            return False
        if text.strip() != self.value(name):
            self.keep(name, text.strip())
        return True

"""Cards of several fields, filled one after the other in the composer."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from companion.ui.visit.card import Card, KeyPress, KeyResult

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext


class FormCard(Card):
    """Named fields; Enter or Tab goes to the next, Up goes back.

    A field is saved whenever it is left, also by Esc.
    """

    names: tuple[str, ...] = ()
    prefix = ""
    """The beginning of `field`, before the field's name."""

    def __init__(self, context: CardContext, name: str = "") -> None:
        super().__init__(context)
        self.at = self.names.index(name) if name in self.names else 0

    @property
    def name(self) -> str:
        """The field being filled."""
        return self.names[self.at]

    @property
    def field(self) -> str:
        """The field being filled, as the unfinished line names it."""
        return f"{self.prefix}{self.name}"

    @abstractmethod
    def value(self, name: str) -> str:
        """Return the saved text of a field."""

    @abstractmethod
    def keep(self, name: str, text: str) -> None:
        """Save the text of a field."""

    def finished(self) -> None:
        """Close: Enter was pressed in the last field."""
        self.context.close_card()

    def initial_text(self) -> str:
        """Return the saved text of the field being filled."""
        return self.value(self.name)

    def press(self, press: KeyPress) -> KeyResult:
        """Let Tab and the arrows go from field to field."""
        if press.key in ("tab", "pagedown") or (press.key == "down" and press.blank):
            self.at = min(self.at + 1, len(self.names) - 1)
            return KeyResult.USED
        if press.key in ("pageup", "up"):
            self.at = max(0, self.at - 1)
            return KeyResult.USED
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Go to the next field; this one is saved as it is left."""
        del text
        if self.at + 1 < len(self.names):
            self.at += 1
        else:
            self.finished()

    def keep_line(self, field: str, text: str) -> bool:
        """Save the text if it differs from the saved one."""
        name = field.removeprefix(self.prefix)
        if name not in self.names:
            return False
        if text.strip() != self.value(name):
            self.keep(name, text.strip())
        return True

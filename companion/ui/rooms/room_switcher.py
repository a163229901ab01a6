"""The question which room to go to (Ctrl+G): a digit answers it, a letter goes on typing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.commands.catalogue import EVERY_ROOM
from companion.ui.rooms.host import HelpTopic
from companion.ui.terminal.editing_keys import digit_of
from companion.ui.widgets.notice import EDGES
from companion.ui.widgets.one_line import OneLine
from companion.words import rooms as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widget import Widget

APART = "   "
"""Between two choices."""
KEY = re.compile(r"(?<= )(?:\d|Esc)(?= )")


def lines_of(choices: str, width: int) -> list[str]:
    """Return choices in lines of so many cells; none of them is broken or left out."""
    lines: list[str] = []
    for choice in choices.split(APART):
        longer = f"{lines[-1]}{APART}{choice}" if lines else choice
        if lines and len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(choice)
    return lines


class RoomChoices(OneLine):
    """Rooms with the key of each, in the color of keys."""

    def render(self) -> Content:
        """The row."""
        content = super().render()
        for key in KEY.finditer(content.plain):
            content = content.stylize("bold $accent", key.start(), key.end())
        return content


class RoomSwitcher(ModalScreen[str | None]):
    """A line over the room, or two; the result is a room's name, or what was typed instead."""

    keys_in_order: ClassVar[bool] = True
    """One key answers; what is typed after it is for the room."""
    DEFAULT_CSS = """
    RoomSwitcher { background: transparent; align-vertical: bottom; }
    RoomSwitcher > Vertical { height: auto; margin: 0 0 1 0; background: $panel; }
    RoomSwitcher OneLine { color: $foreground; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the choices above the last line."""
        with Vertical():
            for line in self._lines():
                yield RoomChoices(line)

    def _lines(self) -> list[str]:
        return lines_of(words.WHICH_ROOM, self.app.size.width - EDGES)

    def on_resize(self) -> None:
        """Lay out the choices for another width."""
        if [line.left for line in self.query(RoomChoices)] != self._lines():
            self.refresh(recompose=True)

    def keys_act_on(self) -> Widget:
        """Return the question that a digit answers."""
        return self.query(OneLine).first()

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(words.GO_TITLE, words.WHICH_ROOM_HINTS)

    def on_key(self, event: events.Key) -> None:
        """Choose, go back, or keep what is typed for the room."""
        event.stop()
        digit = digit_of(event.character)
        if digit is not None and digit < len(EVERY_ROOM):
            self.dismiss(EVERY_ROOM[digit])
        elif event.character and event.is_printable:
            self.dismiss(f"typed:{event.character}")
        else:
            self.dismiss(None)

    def on_paste(self, event: events.Paste) -> None:
        """Keep what is pasted for the room."""
        event.stop()
        self.dismiss(f"typed:{event.text}")

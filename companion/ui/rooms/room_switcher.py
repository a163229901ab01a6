"""The question which room to go to (Ctrl+G): a digit answers it, a letter goes on typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from companion.commands.command import EVERY_ROOM
from companion.ui.rooms.help_topic import HelpTopic
from companion.ui.terminal.editing_keys import digit_of
from companion.ui.widgets.one_line import OneLine
from companion.words import rooms as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget


class RoomSwitcher(ModalScreen[str]):
    """One line over the room; the result is a room's name, or the text typed instead."""

    DEFAULT_CSS = """
    RoomSwitcher { background: transparent; align-vertical: bottom; }
    RoomSwitcher OneLine {
        background: $panel; color: $foreground; text-style: bold; margin: 0 0 1 0;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._done = False

    def compose(self) -> ComposeResult:
        """Lay out one line above the last."""
        yield OneLine(words.WHICH_ROOM)

    def keys_act_on(self) -> Widget:
        """Return the question that a digit answers."""
        return self.query_one(OneLine)

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(words.GO_TITLE, words.WHICH_ROOM_HINTS)

    def on_key(self, event: events.Key) -> None:
        """Choose, go back, or keep what is typed for the room."""
        event.stop()
        if self._done:
            self._typed += event.character or ""
            return
        self._done = True
        digit = digit_of(event.character)
        if digit is not None and digit < len(EVERY_ROOM):
            self.dismiss(EVERY_ROOM[digit])
            return
        if event.character and event.is_printable:
            self._typed = event.character
        self.call_after_refresh(self._hand_on)

    def _hand_on(self) -> None:
        # Gives nothing back: Textual would wait here, inside the screen, for the screen to go.
        self.dismiss(f"typed:{self._typed}")

"""The composer: the area that is typed in; it has the focus as long as the room is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from companion.ui.terminal.note_area import NoteArea

if TYPE_CHECKING:
    from textual import events

HIDDEN = "·"
"""Shown for each character of a line that is covered while it is typed."""


class TypingTarget(Protocol):
    """The part that saves what is typed. Called inside the key, before anything is painted."""

    def text_changed(self, text: str) -> None:
        """Save the line as it reads now."""

    def entered(self, text: str) -> None:
        """Take the line: Enter was pressed."""

    def key_pressed(self, event: events.Key) -> bool:
        """Use a key before it is typed; return whether it was used."""


class Composer(NoteArea):
    """Three lines that wrap; Enter saves."""

    DEFAULT_CSS = """
    Composer {
        width: 1fr; height: 3; border: none; padding: 0 1 0 0; scrollbar-size: 0 0;
        background: $panel;
        &:focus { border: none; }
        &:nocolor:focus { border: none; }
    }
    """
    enter_submits = True
    covered = False
    """Whether what is typed is hidden."""
    target: TypingTarget | None = None
    """Saves what is typed; set before the composer is shown."""

    def __init__(self, text: str) -> None:
        super().__init__(text, id="composer")
        self.move_cursor(self.document.end)

    def feed(self, target: TypingTarget) -> None:
        """Hand keys and text to this part from here on."""
        self.target = target
        self.entered = target.entered

    def on_edited(self) -> None:
        """Have the line saved."""
        if self.target is not None:
            self.target.text_changed(self.text)

    async def take_key(self, event: events.Key) -> bool:
        """Let a card or the question list use the key first."""
        return self.target is not None and self.target.key_pressed(event)

    def show(self, text: str) -> None:
        """Show another text, the cursor at its end; not an edit."""
        if text != self.text:
            self.load_text(text)
        self.move_cursor(self.document.end)

    def cover(self, *, covered: bool) -> None:
        """Hide what is typed, or show it again."""
        self.covered = covered
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row; dots instead of words while it is covered."""
        if not self.covered or self.is_blank:
            return super().render_line(y)
        strip = super().render_line(y)
        style = self.rich_style
        return Strip([Segment(HIDDEN * cell_len(strip.text.rstrip()), style)]).adjust_cell_length(
            strip.cell_length, style
        )

"""The line one types in. It has the focus as long as the room is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from companion.ui.terminal.note_area import NoteArea

if TYPE_CHECKING:
    from textual import events

HIDDEN = "·"
"""Stands for each character of a line that is covered while it is typed."""


class TypingTarget(Protocol):
    """Who keeps what is typed. Called inside the key, before anything is painted."""

    def line_written(self, text: str) -> None:
        """The line reads so now."""

    def line_entered(self, text: str) -> None:
        """Enter was pressed."""

    def key_comes(self, event: events.Key) -> bool:
        """A key comes; True when it is used up."""


class Composer(NoteArea):
    """Three lines that wrap; Enter saves."""

    DEFAULT_CSS = """
    Composer {
        width: 1fr; height: 3; border: none; padding: 0 1 0 0; scrollbar-size: 0 0;
        &:focus { border: none; }
        &:nocolor:focus { border: none; }
    }
    """
    enter_submits = True
    covered = False
    """Whether what is typed is hidden."""

    def __init__(self, text: str, scribe: TypingTarget, *, placeholder: str) -> None:
        super().__init__(text, placeholder=placeholder, id="composer")
        self._scribe = scribe
        self.entered = scribe.line_entered
        self.move_cursor(self.document.end)

    def on_edited(self) -> None:
        """Have the line kept."""
        self._scribe.line_written(self.text)

    async def take_key(self, event: events.Key) -> bool:
        """Let a card or the list use the key first."""
        return self._scribe.key_comes(event)

    def show(self, text: str) -> None:
        """Show another line, the cursor at its end; not an edit."""
        if text != self.text:
            self.load_text(text)
        self.move_cursor(self.document.end)

    def cover(self, *, covered: bool) -> None:
        """Hide what is typed, or show it again."""
        self.covered = covered
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row; marks instead of words while it is covered."""
        if not self.covered or self.is_blank:
            return super().render_line(y)
        strip = super().render_line(y)
        style = self.rich_style
        return Strip([Segment(HIDDEN * cell_len(strip.text.rstrip()), style)]).adjust_cell_length(
            strip.cell_length, style
        )

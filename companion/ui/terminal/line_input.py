"""A field of one line."""

from __future__ import annotations

from typing import Any

from companion.domain.text import clean
from companion.ui.terminal.note_area import NoteArea


class LineInput(NoteArea):
    """A field of one line; Enter submits, a paste of several lines becomes one."""

    DEFAULT_CSS = """
    LineInput {
        height: 1;
        border: none;
        border-left: outer $border-blurred;
        padding: 0;
        background: $panel;
        scrollbar-size: 0 0;
        &:focus { border: none; border-left: outer $border; }
        &:nocolor:focus { border: none; border-left: outer $border; text-style: underline; }
    }
    """

    enter_submits = True

    def __init__(self, text: str = "", **options: Any) -> None:  # noqa: ANN401
        super().__init__(_on_one_line(text), soft_wrap=False, **options)

    @property
    def value(self) -> str:
        """The text of the field."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.load_text(text)
        self.move_cursor(self.document.end)

    def load_text(self, text: str) -> None:
        """Show another text, on one line."""
        super().load_text(_on_one_line(clean(text)))

    def as_pasted(self, text: str) -> str:
        """Several lines, joined by blanks."""
        return _on_one_line(text)

    def _moves(self, action: str) -> bool:
        vertical = ("cursor_up", "cursor_down", "cursor_page_up", "cursor_page_down")
        return action not in vertical


def _on_one_line(text: str) -> str:
    return text.strip("\n").replace("\n", " ")

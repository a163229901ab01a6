"""One row of a list, and how it is broken into lines."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from companion.ui.terminal.guard import visible
from companion.ui.widgets.one_line import fit


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list; it may take several lines."""

    key: str
    """What it stands for; unique in the list."""
    text: str
    """Its words, wrapped as needed."""
    lead: str = ""
    """What stands before the words on the first line; further lines are set in by as much."""
    right: str = ""
    """What stands at the right end of the first line, never cut."""
    mood: str = ""
    """`muted`, `strong` or `heading`; only ever besides a mark or a word."""
    selectable: bool = True
    """Whether the keys can go to it."""
    strong: str = ""
    """The beginning of its words that stands in bold, as the name of a speaker does."""


def wrap_row(row: Row, width: int) -> tuple[str, ...]:
    """The lines of a row, none wider than `width` cells; further lines are set in."""
    lead = visible(row.lead)
    right = visible(row.right)
    room = max(8, width - cell_len(lead) - (cell_len(right) + 1 if right else 0))
    parts = wrapped(visible(row.text), room)
    first = lead + fit(parts[0].rstrip("\n"), room) + (f" {right}" if right else "")
    indent = " " * cell_len(lead)
    return (first, *(indent + part.rstrip("\n") for part in parts[1:]))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words, as Textual breaks it.

    Plain lines, which most notes are, take a tenth of the time: two thousand of them are
    wrapped in every room that is opened and at every new size of the window.
    """
    return [part for line in text.split("\n") for part in _line_wrapped(line, width)]


def _line_wrapped(text: str, width: int) -> list[str]:
    if not (text.isascii() and text.isprintable()) or text[:1] == " ":
        return _wrapped_by_textual(text, width)
    lines, start, length = [], 0, len(text)
    while length - start > width:
        gap = text.rfind(" ", start, start + width + 1)
        after = gap + 1
        while after < length and text[after] == " ":
            after += 1
        if gap <= start or after == length:
            return _wrapped_by_textual(text, width)
        lines.append(text[start:gap].rstrip())
        start = after
    return [*lines, text[start:]]


def _wrapped_by_textual(text: str, width: int) -> list[str]:
    return [part.plain for part in Content(text).wrap(width)] or [""]

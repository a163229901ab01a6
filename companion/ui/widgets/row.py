"""One row of a list, and how it is broken into lines."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from companion.domain.values import dataclass
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
    parts = [part.plain for part in Content(visible(row.text)).wrap(room)] or [""]
    first = lead + fit(parts[0].rstrip("\n"), room) + (f" {right}" if right else "")
    indent = " " * cell_len(lead)
    return (first, *(indent + part.rstrip("\n") for part in parts[1:]))

"""Wrapping a long line again from the change on, not from its beginning."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from companion.domain.value import Value
from companion.ui.terminal.output_filter import visible
from companion.ui.terminal.textual_internals import compute_wrap_offsets

_ROWS_AT_ONCE: Final = 8
"""Rows that are wrapped before the old wrapping is compared."""
_TAB: Final = 4
"""Handed on to Textual; there is no TAB in these lines."""


class LineChange(Value):
    """The place of a change in a line."""

    begins: int
    """The first changed column."""
    ended: int
    """The column up to which the old text was replaced."""
    ends: int
    """The column up to which the new text stands."""


def rewrap(text: str, old: list[int], change: LineChange, width: int) -> list[int]:
    """Return the columns where the rows of a line begin after one change in it.

    A break depends on the word before it and on nothing else, so all but the two rows before the
    change stay, and behind the change the old breaks hold again from the first common one.

    Args:
        text: The line as it is now, as written; without TAB, whose width depends on all before it.
        old: The columns at which a row began before, but the first.
        change: What changed.
        width: Cells in a row.

    Returns:
        The columns at which a row begins, but the first.
    """
    row = bisect_right(old, change.begins) - 1
    breaks = old[: row - 1] if row > 1 else []
    shift = change.ends - change.ended
    start, length = (breaks[-1] if breaks else 0), width * _ROWS_AT_ONCE
    while True:
        piece = visible(text[start : start + length])
        found = [start + offset for offset in compute_wrap_offsets(piece, width, _TAB)]
        for offset in found:
            breaks.append(offset)
            place = bisect_left(old, offset - shift)
            if offset >= change.ends and place < len(old) and old[place] == offset - shift:
                return breaks + [later + shift for later in old[place + 1 :]]
        if start + length >= len(text):
            return breaks
        # Not one break: characters without any width.
        start, length = (found[-1], length) if found else (start, 2 * length)

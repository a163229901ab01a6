"""Lines as shown, hidden characters as marks, wrapped and measured in that form."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, overload

from rich.cells import cell_len
from textual.expand_tabs import expand_tabs_inline, get_tab_widths
from textual.geometry import Offset

from companion.domain.value import Value
from companion.ui.terminal.output_filter import visible
from companion.ui.terminal.textual_internals import WrappedDocument, compute_wrap_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.document._document import DocumentBase, Location


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


class VisibleLines:
    """The lines of a document as they are shown, made only when looked at."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._written = lines

    def __len__(self) -> int:
        return len(self._written)

    def __iter__(self) -> Iterator[str]:
        return map(visible, self._written)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [visible(line) for line in self._written[index]]
        return visible(self._written[index])


class VisibleDocument:
    """A document as it is shown: column for column the same, hidden characters as marks."""

    def __init__(self, document: DocumentBase) -> None:
        self._document = document

    @property
    def lines(self) -> VisibleLines:
        """All lines, as shown."""
        return VisibleLines(self._document.lines)

    @property
    def line_count(self) -> int:
        """Return the number of lines."""
        return self._document.line_count

    def get_line(self, index: int) -> str:
        """One line, as shown."""
        return visible(self._document.get_line(index))

    def __getitem__(self, index: int) -> str:
        return visible(self._document[index])


class MeasuredWrapping(WrappedDocument):
    """Wrapped lines that know how many they are, measured as they are shown."""

    def __init__(self, document: DocumentBase, tab_width: int) -> None:
        self._written = document
        shown: DocumentBase = VisibleDocument(document)  # type: ignore[assignment]
        super().__init__(shown, tab_width=tab_width)

    @property
    def height(self) -> int:
        """The rows of the whole text."""
        return len(self._offset_to_line_info)

    def rows_of(self, line: int) -> tuple[int, int]:
        """Return the first row of a line and how many rows it takes."""
        rows = self._line_index_to_offsets[min(line, len(self._line_index_to_offsets) - 1)]
        return rows[0], len(rows)

    def rows_changed(self, line: int, column: int) -> tuple[int, int]:
        """Return the first row that a change at a column can have changed, and how many.

        A blank put into a word may bring its beginning up into the row before.
        """
        first, count = self.rows_of(line)
        before = max(bisect_right(self._wrap_offsets[line], column) - 1, 0)
        return first + before, count - before

    def place_of(self, row: int) -> tuple[int, int] | None:
        """Return the line, and which part of it, in a row; None below the text."""
        places = self._offset_to_line_info
        return places[row] if 0 <= row < len(places) else None

    def columns_of(self, line: int, part: int) -> tuple[int, int]:
        """Return the first column of one part of a line, and the first one after it.

        The last part ends one column behind the line: there the cursor may stand.
        """
        breaks = self._wrap_offsets[line]
        first = breaks[part - 1] if part else 0
        return first, breaks[part] if part < len(breaks) else len(self._written.get_line(line)) + 1

    def location_to_offset(self, location: Location) -> Offset:
        """Return the offset of a location in the text; looks at one row, however long the line.

        While an edit is undone the cursor may still stand below the text: that counts as its end.
        """
        line, column = location
        line = min(line, len(self._wrap_offsets) - 1)
        breaks = self._wrap_offsets[line]
        part = bisect_right(breaks, column)
        before = visible(self._written.get_line(line)[breaks[part - 1] if part else 0 : column])
        width = cell_len(expand_tabs_inline(before, self._tab_width) if "\t" in before else before)
        return Offset(width, self._line_index_to_offsets[line][part])

    def change_line(self, line: int, change: LineChange) -> None:
        """Wrap one line again after a change in it alone."""
        text, old = self._written.get_line(line), self._wrap_offsets[line]
        if self._width and "\t" not in text and not any(self._tab_width_cache[line]):
            breaks = rewrap(text, old, change, self._width)
        else:
            breaks = self._wrap_whole(line, visible(text))
        if breaks != old:
            self._wrap_offsets[line] = breaks
        if len(breaks) != len(old):
            self._move_rows(line, len(old) + 1, len(breaks) + 1)

    def _wrap_whole(self, line: int, shown: str) -> list[int]:
        tabs = get_tab_widths(shown, self._tab_width)
        self._tab_width_cache[line] = [width for _, width in tabs]
        if not self._width:
            return []
        return compute_wrap_offsets(
            shown, self._width, self._tab_width, precomputed_tab_sections=tabs
        )

    def _move_rows(self, line: int, before: int, now: int) -> None:
        """Give a line more or fewer rows; those below move."""
        starts = self._line_index_to_offsets
        first = starts[line][0]
        self._offset_to_line_info[first : first + before] = [(line, part) for part in range(now)]
        starts[line] = list(range(first, first + now))
        for later in range(line + 1, len(starts)):
            starts[later] = [row + now - before for row in starts[later]]


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

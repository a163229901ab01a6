"""The layout of a list: rows wrapped once for a width, found by line or by index."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from companion.ui.widgets.row import wrap_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.ui.widgets.row import Row

HEADINGS = ("strong", "heading")
"""Moods of rows that head the rows below them."""


def columns_of(cells: int, row: Row) -> tuple[int, ...]:
    """Return the cells of each row that stands beside others like this one; the mark is in them."""
    room = cells - (row.beside - 1 if row.parted else 0)
    each = room // row.beside
    return (*[each] * (row.beside - 1), room - each * (row.beside - 1))


def _room_in(cells: int, row: Row, number: int) -> int:
    """Return the cells for the words of a row that is this far from the left; none at a line."""
    before_a_line = row.parted and number + 1 < row.beside
    return max(1, columns_of(cells, row)[number] - 1 - before_a_line)


class RowLayout:
    """Rows one below the other, some beside each other; lines are counted from the first row."""

    def __init__(self) -> None:
        self.rows: tuple[Row, ...] = ()
        """The rows to lay out."""
        self.height = 0
        """Lines of all rows together."""
        self.cells = 0
        """Cells that a line takes, with the cursor's mark."""
        self.measure = 0
        """Cells at which lines of prose end in a wider list; 0: they take all there are."""
        self._parts: list[tuple[str, ...]] = []
        self._first: list[int] = []
        self._wrapped: dict[str, tuple[Row, int, tuple[str, ...]]] = {}

    def __bool__(self) -> bool:
        """Return whether any row has its place."""
        return bool(self._first)

    def lines_of(self, row: Row, width: int) -> tuple[str, ...]:
        """Return a row broken into lines of so many cells."""
        width = self.width_of(row, width)
        known = self._wrapped.get(row.key)
        if known is None or known[1] != width or (known[0] is not row and known[0] != row):
            known = self._wrapped[row.key] = (row, width, wrap_row(row, width))
        return known[2]

    def width_of(self, row: Row, width: int) -> int:
        """Return the cells a row takes in a list of so many."""
        return min(width, self.measure) if self.measure and not row.right else width

    def room_of(self, place: int) -> int:
        """Return the cells of a line of a row that is laid out, without the cursor's mark."""
        row = self.rows[place]
        if row.beside == 1:
            return self.width_of(row, self.cells - 1)
        return _room_in(self.cells, row, place - self.beside(place)[0])

    def height_in(self, width: int) -> int:
        """Return the lines of all rows together in a list of so many cells."""
        if all(row.beside == 1 for row in self.rows):
            return sum(len(self.lines_of(row, width)) for row in self.rows)
        trial = RowLayout()
        trial.rows, trial.measure = self.rows, self.measure
        trial.extend(width)
        return trial.height

    def clear(self) -> None:
        """Forget where the rows stand."""
        self._parts, self._first, self.height = [], [], 0

    def extend(self, width: int) -> None:
        """Lay out the rows that have no place yet, below those that have one."""
        self.cells = width + 1
        rows = self.rows[len(self._first) :]
        if any(row.beside > 1 for row in rows):
            self._extend_beside(rows)
            return
        parts = [self.lines_of(row, width) for row in rows]
        ends = [*accumulate(map(len, parts), initial=self.height)]
        self._parts += parts
        self._first += ends[:-1]
        self.height = ends[-1]

    def _extend_beside(self, rows: Sequence[Row]) -> None:
        """Lay out rows of which some stand beside each other: each as tall as the tallest."""
        at = 0
        while at < len(rows):
            row = rows[at]
            group = [row]
            for other in rows[at + 1 : at + row.beside]:
                if other.beside != row.beside:
                    break
                group.append(other)
            parts = [
                self.lines_of(each, _room_in(self.cells, row, number))
                for number, each in enumerate(group)
            ]
            tall = max(map(len, parts))
            self._parts += [(*lines, *[""] * (tall - len(lines))) for lines in parts]
            self._first += [self.height] * len(group)
            self.height += tall
            at += len(group)

    def beside(self, place: int) -> range:
        """Return the places of the rows on the same lines, from left to right."""
        first = self._first[place]
        return range(bisect_left(self._first, first), bisect_right(self._first, first))

    def column_of(self, place: int) -> int:
        """Return the cell in which a row begins; 0 before it is laid out."""
        if not self.has(place) or self.rows[place].beside == 1:
            return 0
        row, number = self.rows[place], place - self.beside(place)[0]
        return sum(columns_of(self.cells, row)[:number]) + (number if row.parted else 0)

    def has(self, place: int) -> bool:
        """Return whether a row with this index is laid out."""
        return 0 <= place < len(self._first)

    def begins(self, place: int) -> int:
        """Return the line on which a row begins; 0 before it is laid out."""
        return self._first[place] if place < len(self._first) else 0

    def parts(self, place: int) -> tuple[str, ...]:
        """Return the lines of a row that is laid out."""
        return self._parts[place]

    def lines_with_words(self, place: int) -> int:
        """Return the lines of a row that is laid out, without those below its last words."""
        parts = self._parts[place]
        return next((n for n in range(len(parts), 0, -1) if parts[n - 1]), 0)

    def place_of(self, line: int) -> int:
        """Return the index of the row that a line belongs to; the last of those beside it."""
        return bisect_right(self._first, line) - 1

    def owner(self, place: int) -> int:
        """Return the index of the row that a row belongs to; its own, where it stands alone."""
        while place and self.rows[place].with_above:
            place -= 1
        return place

    def place_at(self, line: int, column: int) -> int:
        """Return the index of the row in a column of a line."""
        places = self.beside(self.place_of(line))
        return max(
            (place for place in places if self.column_of(place) <= column), default=places[0]
        )

    def shows(self, place: int, at: int, room: int) -> bool:
        """Return whether a part of a row is among `room` lines from line `at` on."""
        return self.has(place) and (self._first[place] < at + room and self._end(place) > at)

    def keeps_view(self, place: int, at: int, room: int) -> bool:
        """Return whether a part of a row is in view, and all of what answers it that has room."""
        return self.shows(place, at, room) and (
            self._last_answer(place) == place or self.top_for(place, at, room) == at
        )

    def top_for(self, place: int, at: int, room: int) -> int:
        """Return the first line of a view that shows a row, moved from `at` as little as possible.

        The headings right above a row come with it: they say whose it is. So does what answers it
        below. Both do as far as there is room.
        """
        begins, highest = place, self._first[place] - room
        while begins and self._comes_with(begins - 1, begins) and self._first[begins - 1] > highest:
            begins -= 1
        top, end = self._first[begins], self._end(place)
        end = max(end, min(self._end(self._last_answer(place)), top + room))
        return top if top < at or end - top >= room else max(at, end - room)

    def _end(self, place: int) -> int:
        """Return the line below a row."""
        return self._first[place] + len(self._parts[place])

    def _last_answer(self, place: int) -> int:
        """Return the index of the last row that answers a row; its own where none does."""
        if self.rows[place].answers_above:
            return place
        while place + 1 < len(self._first) and self.rows[place + 1].answers_above:
            place += 1
        return place

    def _comes_with(self, above: int, below: int) -> bool:
        """Return whether a row heads the one after it, or stands beside it."""
        row, other = self.rows[above], self.rows[below]
        heads = not row.selectable and row.beside > 1 and other.beside > 1
        return _is_heading(row) or heads or self._first[above] == self._first[below]

    def next_selectable(self, start: int, by: int) -> int:
        """Return the index of the next row that keys act on, from one on; -1 without any."""
        index = start + by
        while 0 <= index < len(self.rows):
            if self.rows[index].selectable:
                return index
            index += by
        return -1

    def nearest(self, key: str | None, before: int) -> int:
        """Return the index of the row with a key, else of the one nearest to an index; or -1."""
        selectable: Sequence[int] = [n for n, row in enumerate(self.rows) if row.selectable]
        for index in selectable:
            if self.rows[index].key == key:
                return index
        return min(selectable, key=lambda index: abs(index - max(0, before)), default=-1)


def _is_heading(row: Row) -> bool:
    return not row.selectable and bool(row.text) and (row.rule or row.mood in HEADINGS)

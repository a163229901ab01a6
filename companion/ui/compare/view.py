"""The words and rows of the Compare room, from its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from companion.domain.comparison import Verdict
from companion.domain.date_input import day_of
from companion.domain.outcome import outcome
from companion.ui.compare import aspect_view, now_view, table_view
from companion.ui.compare.state import ASPECT, NOW, TABLE
from companion.ui.widgets.row import Row
from companion.ui.widgets.row_layout import RowLayout
from companion.words import compare as words
from companion.words import compare_now as now_words
from companion.words.days import short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.comparison_table import ComparisonTable
    from companion.ui.compare.state import CompareState

TITLES = {ASPECT: words.ONE_ROW, TABLE: words.TABLE, NOW: now_words.NOW_TITLE}
"""The name of each page in the list of commands."""
_HINTS = {ASPECT: words.HINT_ASPECT, TABLE: words.HINT_TABLE, NOW: words.HINT_NOW}
_HINTS_ON_LINES = {
    aspect_view.TOGETHER: words.HINT_TOGETHER,
    aspect_view.WHY: words.HINT_WHY,
    aspect_view.MATTERS: words.HINT_MATTERS,
}
_HINTS_ON_NOW = {
    now_view.STEP: words.HINT_STEP,
    **dict.fromkeys(
        (now_view.OPTIONS, now_view.SURE, now_view.LEANED, now_view.VISIT, now_view.PAPER),
        words.HINT_OPEN,
    ),
    **dict.fromkeys((now_view.NEW_STEP, now_view.LEANING, now_view.DECIDED), words.HINT_WRITE),
}
_ON_ROWS = (
    *("next_aspect", "previous_aspect", "what_now", "whole_table", "behind", "add_aspect"),
    "more_topics",
    *("matters", "had_seen", "drop_aspect", "options", *Verdict),
)
_COMMANDS = {
    ASPECT: (*_ON_ROWS, "mark", "notes", "write", "set_down"),
    TABLE: _ON_ROWS,
    NOW: (
        *("mark", "write", "new_step", "step_owner", "step_day", "drop_step", "path_why"),
        *("sure", "leaning", "leaning_log", "decided", "whole_table", "options"),
    ),
}
COMMANDS = {
    page: frozenset(f"compare.{name}" for name in names) for page, names in _COMMANDS.items()
}
"""The commands that act on each page."""
ROOM_LINES = 4
"""Lines of the window that the top line, the rule of the pane and the last two lines take."""
TALL = 22
"""Lines of a page that scrolls from which it keeps its blank lines."""
TWO_PANES = 120
"""Columns from which what is known stands beside what can be done."""
KNOWN, BETWEEN_PANES = 50, 1
"""Columns of the pane with what is known, and those between the two."""
_GAPS = 4
"""Columns at both ends of the top line and between its halves."""
_ALL_COUNTS = 76
"""Columns from which rows without a verdict are counted beside the day to decide by."""


def top_line(state: CompareState, width: int) -> tuple[str, str]:
    """Return the case, and how the rows stand."""
    now = state.view == NOW
    head = state.session.file.head
    day, today = day_of(head.decide_by), state.session.context.today()
    by = words.decide_by(short_day(day, today)) if day is not None else ""
    left = words.TOP_NOW if now else words.top(head.title)
    if now:
        full = _joined((*_counts(state.table, full=True), by))
        if cell_len(left) + cell_len(full) + _GAPS <= width:
            return left, full
    counts = _counts(state.table, full=False)
    if by and width < _ALL_COUNTS:
        # What is to be compared again is to be found; what differs stays as it was.
        again = words.to_compare(0, sum(map(state.table.is_new_since, state.table.aspects)))
        there = again and cell_len(_joined((again, by))) <= width - _GAPS
        counts = [again] if there else counts[:1]
    return left, _joined((*counts, by))


def _counts(table: ComparisonTable, *, full: bool) -> list[str]:
    """Return how many rows differ and how many wait to be judged; every verdict when `full`."""
    if not table.several:
        return []
    result = outcome(table)
    shown = tuple(Verdict) if full else (Verdict.DIFFERS,)
    counts = [(verdict, result.counts.get(verdict, 0)) for verdict in shown]
    parts = [words.counted(verdict, count) for verdict, count in counts if count]
    first, again = (
        sum(map(waits, table.aspects)) for waits in (table.is_to_compare, table.is_new_since)
    )
    if waiting := words.to_compare(first, again):
        parts.append(waiting)
    return parts


def _joined(parts: Iterable[str]) -> str:
    return BETWEEN.join(part for part in parts if part)


class Page(NamedTuple):
    """What a page shows."""

    title: str
    right: str
    """Words at the other end of the title's rule."""
    rows: list[Row]
    known: list[Row]
    """What stands beside the rows, to be read; nothing where it stands above them."""


def page(state: CompareState, size: tuple[int, int]) -> Page:
    """Return what the page shows, in so many columns and lines of the window."""
    width, height = size[0] - table_view.FRAME, size[1] - ROOM_LINES
    table, aspect = state.table, state.aspect
    if state.view == NOW:
        return _now(state, size[0], height)
    if aspect is None:
        return Page(words.TABLE, "", [Row("none", words.NO_ASPECTS, selectable=False)], [])
    if state.view == TABLE:
        rows = table_view.table_rows(table, width, state.first_shown, state.topics, state.further)
        return Page(words.TABLE, "", fitting(state.layout, rows, width, height), [])
    name, right = aspect_view.aspect_title(table, aspect, width, state.topics)
    rows = fitting(state.layout, aspect_view.aspect_rows(table, aspect, width), width, height)
    return Page(name, right, rows, [])


def _now(state: CompareState, columns: int, height: int) -> Page:
    """Return what is known and what can be done; beside each other where all that is known fits."""
    if columns >= TWO_PANES:
        known = now_view.meaning_rows(state.table)
        if _lines(RowLayout(), known, KNOWN - table_view.FRAME) <= height:
            width = columns - KNOWN - BETWEEN_PANES - table_view.FRAME
            rows = now_view.doing_rows(state.table, state.next_steps, width)
            if rows and rows[0].key == now_view.PATHS:
                rows = rows[1:]
                return Page(
                    now_words.PATHS_HEADING, "", fitting(state.layout, rows, width, height), known
                )
    width = columns - table_view.FRAME
    rows = now_view.now_rows(state.table, state.next_steps, width)
    return Page(now_words.NOW_TITLE, "", fitting(state.layout, rows, width, height), [])


def _lines(layout: RowLayout, rows: Iterable[Row], width: int) -> int:
    layout.clear()
    layout.rows = tuple(rows)
    layout.extend(width)
    return layout.height


def fitting(layout: RowLayout, rows: list[Row], width: int, height: int) -> list[Row]:
    """Return the rows with as many of their blank lines as have room; some go first.

    Args:
        layout: Where they are measured; it knows those that it measured before.
        rows: The rows.
        width: Columns a line may take.
        height: Lines there are.
    """
    airy = rows
    for going in (*aspect_view.FIRST_TO_GO, ()):
        if _lines(layout, rows, width) <= height:
            return rows
        rows = aspect_view.without_air(rows, going)
    # A page that scrolls all the same is read with them, unless it is low.
    return airy if height >= TALL and _lines(layout, rows, width) > height else rows


def hint(state: CompareState) -> str:
    """Return what can be done on the line at the cursor."""
    kind = state.cursor.partition("/")[0]
    if state.view == NOW:
        return _HINTS_ON_NOW.get(kind, words.HINT_NOW)
    if state.view == ASPECT:
        if kind == aspect_view.CELL and (said := state.said) is not None and said.proposed:
            return words.HINT_PROPOSED
        return _HINTS_ON_LINES.get(kind, words.HINT_ASPECT)
    return _HINTS[state.view]

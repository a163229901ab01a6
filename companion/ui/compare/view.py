"""The words and rows of the Compare room, from its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.domain.comparison import Verdict
from companion.domain.date_input import day_of
from companion.ui.compare import aspect_view, meaning_view, now_view, table_view
from companion.ui.compare.state import ASPECT, NOW, TABLE
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_now as now_words
from companion.words.days import short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.ui.compare.state import CompareState

TITLES = {ASPECT: words.ONE_ROW, TABLE: words.TABLE, NOW: now_words.NOW_TITLE}
"""The name of each page in the list of commands."""
_HINTS = {ASPECT: words.HINT_ASPECT, TABLE: words.HINT_TABLE, NOW: words.HINT_NOW}
_ON_ROWS = (
    *("next_aspect", "previous_aspect", "what_now", "whole_table", "behind", "add_aspect"),
    *("matters", "had_seen", "drop_aspect", *Verdict),
)
_COMMANDS = {
    ASPECT: (*_ON_ROWS, "mark", "notes", "write", "set_down"),
    TABLE: _ON_ROWS,
    NOW: (
        *("mark", "write", "new_step", "step_owner", "step_day", "drop_step", "path_why"),
        *("sure", "leaning", "leaning_log", "decided", "whole_table"),
    ),
}
COMMANDS = {
    page: frozenset(f"compare.{name}" for name in names) for page, names in _COMMANDS.items()
}
"""The commands that act on each page."""
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
        full = _joined((*meaning_view.top_counts(state.table, full=True), by))
        if cell_len(left) + cell_len(full) + _GAPS <= width:
            return left, full
    counts = meaning_view.top_counts(state.table, full=False)
    return left, _joined((*(counts[:1] if by and width < _ALL_COUNTS else counts), by))


def _joined(parts: Iterable[str]) -> str:
    return BETWEEN.join(part for part in parts if part)


def page(state: CompareState, width: int) -> tuple[str, list[Row]]:
    """Return the title and the rows of the page, for a window of that width."""
    table, aspect = state.table, state.aspect
    width -= table_view.FRAME
    if state.view == NOW:
        return now_words.NOW_TITLE, now_view.now_rows(table, state.next_steps, width)
    if aspect is None:
        return words.TABLE, [Row("none", words.NO_ASPECTS, selectable=False)]
    if state.view == TABLE:
        return words.TABLE, table_view.table_rows(table, width, state.first_shown)
    title = aspect_view.aspect_title(table, aspect, width)
    return title, aspect_view.aspect_rows(table, aspect, width)


def hint(state: CompareState) -> str:
    """Return what can be done on the line at the cursor."""
    on_step = state.cursor.startswith(f"{now_view.STEP}/")
    return words.HINT_STEP if state.view == NOW and on_step else _HINTS[state.view]

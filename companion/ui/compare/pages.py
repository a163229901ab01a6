"""What the Compare room shows: one row, the whole table, or what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual import on

from companion.domain.date_input import day_of
from companion.services.compare.comparison import Comparison
from companion.services.compare.next_steps import NextSteps
from companion.ui.compare import aspect_view, meaning_view, now_view, table_view
from companion.ui.compare.field import Field
from companion.ui.rooms.here import Here
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import TakesWords
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_now as now_words
from companion.words.days import short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column, ComparisonTable
    from companion.services.case.session import CaseSession

ASPECT, TABLE, NOW = "aspect", "table", "now"
"""One row, the whole table, what follows."""
_HINTS = {ASPECT: words.HINT_ASPECT, TABLE: words.HINT_TABLE, NOW: words.HINT_NOW}
TITLES = {ASPECT: words.ONE_ROW, TABLE: words.TABLE, NOW: now_words.NOW_TITLE}
_VERDICTS = ("same", "refined", "differs", "not_discussed", "cannot_tell_yet")
_ROWS = ("next_aspect", "previous_aspect", "what_now", "whole_table", "behind", "add_aspect")
ACTS = {
    ASPECT: (
        *_ROWS,
        *_VERDICTS,
        "matters",
        "mark",
        "notes",
        "write",
        "had_seen",
        "set_down",
        "drop_aspect",
    ),
    TABLE: (*_ROWS, *_VERDICTS, "matters", "had_seen", "drop_aspect"),
    NOW: (
        *("mark", "write", "new_step", "step_owner", "step_day", "drop_step", "path_why"),
        *("sure", "leaning", "leaning_log", "decided", "whole_table"),
    ),
}
"""Which commands act on each page."""
_FULL_COUNTS = 130
"""Columns from which every verdict is counted in the top line."""
_ALL_COUNTS = 76
"""Columns from which rows nobody looked at are counted beside the day to decide by."""


_LEFT: WeakKeyDictionary[CaseSession, tuple[str, int]] = WeakKeyDictionary()
"""The page and the row that were shown last, for coming back from another room."""


class Pages(Room, TakesWords):
    """One list that shows one of three pages, and a field that comes when something is written."""

    def __init__(self) -> None:
        super().__init__()
        self.view = ASPECT
        self.row = 0
        self.first_shown = 0
        self._cursors: dict[str, str] = {}

    def compose_body(self) -> ComposeResult:
        """The list and the field."""
        yield LineList(id="pane")
        yield OneLine(id="label")
        yield Field()

    def opened(self) -> None:
        """Show the first row nobody judged."""
        self.comparing = Comparison(self.session)
        self.deciding = NextSteps(self.session)
        table = self.table
        judged = {key for key, row in table.rows.items() if row.verdict is not None}
        open_rows = (n for n, aspect in enumerate(table.aspects) if aspect.id not in judged)
        self.view, self.row = _LEFT.get(self.session, (ASPECT, next(open_rows, 0)))
        self.query_one("#label").display = False
        self.set_focus(self.pane)

    @property
    def pane(self) -> LineList:
        """The list."""
        return self.query_one("#pane", LineList)

    @property
    def field(self) -> Field:
        """Where one writes."""
        return self.query_one(Field)

    @property
    def table(self) -> ComparisonTable:
        """The comparison as it stands."""
        return self.comparing.table

    @property
    def aspect(self) -> Aspect | None:
        """The row shown, or the one at the cursor of the table."""
        aspects = self.table.aspects
        if not aspects:
            return None
        if self.view == TABLE:
            key = self.pane.cursor_key
            return next((each for each in aspects if each.id == key), aspects[0])
        return aspects[min(self.row, len(aspects) - 1)]

    @property
    def column(self) -> Column | None:
        """The opinion at the cursor; the only one when there is one."""
        columns = self.table.columns
        _, _, key = (self.pane.cursor_key or "").partition("/")
        here = next((each for each in columns if each.key == key), None)
        return here or (columns[0] if len(columns) == 1 else None)

    def top_line(self) -> tuple[str, str]:
        """The case, and how the rows stand."""
        now = self.view == NOW
        left = words.TOP_NOW if now else words.top(self.session.file.head.title)
        wide = self.app.size.width
        day = day_of(self.session.file.head.decide_by)
        by = words.decide_by(short_day(day, self.deciding.steps.today())) if day is not None else ""
        counts = meaning_view.top_counts(self.table, full=now and wide >= _FULL_COUNTS)
        if by and wide < _ALL_COUNTS:
            counts = counts[:1]
        return left, BETWEEN.join(part for part in (*counts, by) if part)

    def show_body(self) -> None:
        """Show the row, the table or what follows."""
        self.pane.show(self._page(), cursor=self._cursors.pop(self.view, None))

    def show_from_top(self) -> None:
        """Show the page from its first line on."""
        self.pane.show_from_top(self._page())

    def _page(self) -> list[Row]:
        """The rows of the page under its title; where one is stays known."""
        title, rows = self._content(self.table)
        self.pane.border_title = verbatim(title)
        _LEFT[self.session] = (self.view, self.row)
        return rows

    def _content(self, table: ComparisonTable) -> tuple[str, list[Row]]:
        if self.view == NOW:
            return now_words.NOW_TITLE, now_view.now_rows(table, self.deciding)
        aspect = self.aspect
        if aspect is None:
            return words.TABLE, [Row("none", words.NO_ASPECTS, selectable=False)]
        width = self.app.size.width - table_view.FRAME
        if self.view == TABLE:
            return words.TABLE, table_view.table_rows(table, width, self.first_shown)
        title = aspect_view.aspect_title(table, aspect, width)
        return title, aspect_view.aspect_rows(table, aspect, width)

    def hint(self) -> str:
        """What can be done now."""
        if self.field.draft is not None:
            return words.HINT_FIELD
        on_step = (self.pane.cursor_key or "").startswith(f"{now_view.STEP}/")
        return words.HINT_STEP if self.view == NOW and on_step else _HINTS[self.view]

    def here(self) -> Here:
        """Return the page, or the field that is open."""
        if self.field.draft is not None:
            return Here(self.field.draft.label, self.hint(), frozenset())
        return Here(TITLES[self.view], "", frozenset(f"compare.{name}" for name in ACTS[self.view]))

    @on(LineList.Moved, "#pane")
    def _another_row(self) -> None:
        """What can be done changes with the row."""
        self.show_last()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the table to another width, and as much of the top line as there is room for."""
        del event
        if self.is_mounted and hasattr(self, "comparing"):
            self.show_all()

    def go(self, view: str) -> None:
        """Show another page; its cursor is where it was left."""
        if self.pane.cursor_key is not None:
            self._cursors[self.view] = self.pane.cursor_key
        self.view = view
        if view not in self._cursors:
            self.show_from_top()
        self.say("")
        self.show_all()
        self.set_focus(self.pane)

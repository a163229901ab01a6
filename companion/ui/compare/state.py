"""The page that the Compare room shows, and where the user is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.services.compare.comparison import Comparison
from companion.services.compare.next_steps import NextSteps
from companion.ui.widgets.row_layout import RowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column, ComparisonTable, Said
    from companion.services.case.session import CaseSession

ASPECT, TABLE, NOW = "aspect", "table", "now"
"""The pages: one row, the whole table, what follows from it."""


class ComparePlace(NamedTuple):
    """A page and a row, for coming back to them from another room."""

    view: str
    aspect_id: str
    """The row's id."""
    more: bool = False
    """Whether every row that has notes is at hand."""


class CompareState:
    """The comparison of the open case, the page, and the row."""

    def __init__(self, session: CaseSession, cursor: Callable[[], str | None]) -> None:
        """Begin with the first row on which a visit brought something, or that nobody judged.

        Args:
            session: The case.
            cursor: Returns the key of the line that the cursor is on.
        """
        self.session = session
        self.comparison = Comparison(session)
        self.next_steps = NextSteps(session)
        self._cursor = cursor
        self.view = ASPECT
        self.more = False
        """Whether every row that has notes is at hand, besides those that always are."""
        self.aspect_id = ""
        """The row that is shown."""
        table, topics = self.table, self.topics
        judged = {key for key, row in table.rows.items() if row.verdict is not None}
        unjudged = [aspect for aspect in topics if aspect.id not in judged]
        new = next(filter(table.is_new_since, topics), None)
        first = new or next(filter(table.is_to_compare, topics), None)
        if first is not None or topics:
            self.aspect_id = (first or (unjudged or topics)[0]).id
        self.layout = RowLayout()
        """Where the rows of a page are measured, before it is decided how they are shown."""
        self.first_shown = 0
        """The place of the opinion at the left of the table, where not all fit."""

    @property
    def table(self) -> ComparisonTable:
        """The comparison as it stands."""
        return self.comparison.table

    @property
    def cursor(self) -> str:
        """The key of the line that the cursor is on; empty where there is none."""
        return self._cursor() or ""

    @property
    def place(self) -> ComparePlace:
        """The page and the row."""
        return ComparePlace(self.view, self.aspect_id, self.more)

    @property
    def topics(self) -> tuple[Aspect, ...]:
        """The rows at hand, those that were brought, and the one that is shown."""
        table = self.table
        return tuple(
            aspect
            for aspect in table.aspects
            if aspect.id == self.aspect_id
            or table.at_hand(aspect)
            or (self.more and table.is_told(aspect))
        )

    @property
    def further(self) -> tuple[Aspect, ...]:
        """The rows that are not at hand, those with notes first."""
        here = self.topics
        return tuple(aspect for aspect in self.table.further() if aspect not in here)

    @property
    def told_further(self) -> tuple[Aspect, ...]:
        """Those of them with notes."""
        return tuple(filter(self.table.is_told, self.further))

    @property
    def aspect(self) -> Aspect | None:
        """The row that is shown, or the one at the cursor of the table."""
        aspects = self.topics
        if not aspects:
            return None
        key = self.cursor if self.view == TABLE else self.aspect_id
        return next((each for each in aspects if each.id == key), aspects[0])

    @property
    def column(self) -> Column | None:
        """The opinion at the cursor; the only one when there is one."""
        table = self.table
        here = table.column(self.cursor.partition("/")[2])
        return here or (table.columns[0] if len(table.columns) == 1 else None)

    @property
    def said(self) -> Said | None:
        """What the opinion at the cursor says on the row that is shown."""
        aspect, column = self.aspect, self.column
        line = self.table.line(aspect) if aspect is not None and column is not None else ()
        return next((said for said in line if said.column is column), None)

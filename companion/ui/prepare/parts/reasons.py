"""Why another opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.prepare.part import PartResult
from companion.ui.prepare.parts.checklist import ChecklistPart
from companion.ui.prepare.rows import TICKED, add_row, kind_of
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.ui.widgets.line_list import Row

FIRST = 8
"""Reasons that are offered without being asked for."""


class ReasonsPart(ChecklistPart):
    """Why another opinion: a few reasons, and the others when they are asked for."""

    NAME = "reasons"
    TABLE = "reasons"
    KIND = "reason"
    LABEL = words.REASON_LABEL

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._all = False

    def rows(self) -> tuple[Row, ...]:
        """Return the row for own words, what was chosen, the first that are offered."""
        rows = super().rows()
        shown = rows if self._all else first_of(rows, FIRST)
        more = len(_offered(rows)) - len(_offered(shown))
        return (*shown, *([add_row("more:", words.more_reasons(more))] if more else []))

    def activate(self, key: str) -> PartResult:
        """Tick a reason, write one, or show those that were not shown yet."""
        if kind_of(key)[0] != "more":
            return super().activate(key)
        before = {row.key for row in self.rows()}
        self._all = True
        new = (row.key for row in self.rows() if row.selectable and row.key not in before)
        return PartResult(cursor=next(new))


def _offered(rows: tuple[Row, ...]) -> list[str]:
    return [row.key for row in rows if kind_of(row.key)[0] == "tick"]


def first_of(rows: tuple[Row, ...], most: int) -> tuple[Row, ...]:
    """Return the rows without what is offered after the first few; what is ticked stays."""
    first = frozenset(_offered(rows)[:most])
    kept = [
        row
        for row in rows
        if kind_of(row.key)[0] != "tick" or row.key in first or TICKED in row.lead
    ]
    # A heading with nothing left below it goes too.
    below = [*kept[1:], None]
    return tuple(
        row
        for row, after in zip(kept, below, strict=True)
        if row.selectable or (after is not None and after.selectable)
    )

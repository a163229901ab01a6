"""The visits of a case, the newest first; Enter opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.text import one_line
from companion.domain.visit_selection import is_under_way
from companion.domain.visit_times import told_day
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.widgets.row import Row, leads
from companion.words import visits as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile

NEW = "new"
"""The key of the row that begins a new visit."""
_DAY_WIDTH = 16


def _state(visit: VisitFile) -> str:
    head = visit.head
    if head.cancelled_at is not None:
        return words.CANCELLED
    if is_under_way(head):
        return words.OPEN
    return words.PLANNED if head.ended_at is None else words.ENDED


def visit_rows(case: Case, today: date) -> tuple[Row, ...]:
    """Return a row for each visit, the newest first, and one for a new visit."""
    newest = case.visits[::-1]
    days = [told_day(each.head, lambda day: short_day(day, today)) for each in newest]
    rows = [
        Row(
            visit.id,
            one_line(name_of(case, visit.head.clinician_id)) or words.NO_DOCTOR,
            lead=lead,
            right=words.notes(len(visit.live_notes), _state(visit)),
        )
        for visit, lead in zip(
            newest, leads([day or words.NO_DAY for day in days], _DAY_WIDTH), strict=True
        )
    ]
    return (*rows, Row(NEW, words.NEW, lead=" "))


def visit_list(case: Case, today: date) -> ChoiceList:
    """Return the list; its result is the id of the visit to open, or `NEW`."""
    return ChoiceList(words.TITLE, visit_rows(case, today), words.HINT)

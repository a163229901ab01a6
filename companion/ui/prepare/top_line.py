"""The top line of the Prepare room: the visit, how far away it is, how much is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.domain.date_input import day_of
from companion.domain.moments import local_day
from companion.domain.progress import main_parts, ready
from companion.domain.visit_times import day_here
from companion.ui.prepare.parts.visit import when_words
from companion.words import prepare as words
from companion.words.days import distance, plain_day, short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile

_WIDE = 100
"""Columns from which days are told in full."""
_MOST = 44
"""Columns that the left can count on; a longer name is cut."""
_GAPS = 4
"""Columns at both ends of the line and between its halves."""


def top_line(
    case: Case, visit: VisitFile | None, clinician: str, now: datetime, width: int
) -> tuple[str, str]:
    """Return the two halves of the line: the visit, and how far the case has come.

    How much is ready, and the day to decide by, stay at every size. How far away the visit is goes
    first, then its day and the doctor, then the days left to decide.

    Args:
        case: The case.
        visit: The visit that is prepared for.
        clinician: The doctor's name; empty when not known.
        now: The time.
        width: Columns of the line.
    """
    short = width < _WIDE
    whole, who, room = _lefts(visit, clinician, short=short)
    far, done, by, by_short = _facts(case, visit, now, short=short)
    forms = (
        (whole, _joined(far, done, by)),
        (whole, _joined(done, by)),
        (who, _joined(done, by)),
        (room, _joined(done, by)),
        (room, _joined(done, by_short)),
    )
    return next((form for form in forms if _fits(*form, width)), forms[-1])


def _fits(left: str, right: str, width: int) -> bool:
    return min(cell_len(left), _MOST) + cell_len(right) + _GAPS <= width


def _joined(*facts: str) -> str:
    return BETWEEN.join(fact for fact in facts if fact)


def _lefts(visit: VisitFile | None, clinician: str, *, short: bool) -> tuple[str, str, str]:
    """Return the room with the visit that is prepared for, with the doctor alone, and alone."""
    room = words.top("")
    if visit is None:
        return words.top(words.NO_VISIT), room, room
    when = when_words(visit.head, short=short).partition(",")[0]
    whole = words.top(", ".join(part for part in (clinician, when) if part))
    return whole, words.top(clinician or when), room


def _facts(
    case: Case, visit: VisitFile | None, now: datetime, *, short: bool
) -> tuple[str, str, str, str]:
    """Return how far away the visit is, how much is ready, the day to decide by, and that short."""
    today = local_day(now)
    day = day_here(visit.head) if visit else None
    far = distance((day - today).days) if day else ""
    parts = main_parts(case, now)
    done = words.ready_of(ready(parts), len(parts))
    by = day_of(case.file.head.decide_by)
    if by is None:
        return far, done, "", ""
    told = short_day(by, today) if short else plain_day(by, today)
    left = (by - today).days
    return far, done, words.decide_by(told, left), words.by(short_day(by, today), left)

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
    from datetime import date, datetime

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile

_LONG_DAYS = 60
"""Columns at the right from which there is room for the long name of a month."""


def top_left(visit: VisitFile | None, clinician: str, *, short: bool) -> str:
    """Return the room, and the visit that is prepared for."""
    if visit is None:
        return words.top(words.NO_VISIT)
    when = when_words(visit.head, short=short).partition(",")[0]
    return words.top(", ".join(part for part in (clinician, when) if part))


def top_right(case: Case, visit: VisitFile | None, now: datetime, width: int) -> str:
    """Return how far away the visit is, how much is ready, the day to decide by.

    What stands first goes first where there is less room: the visit's day stands at the left, the
    marks in the list, and the day to decide by stays at every size.

    Args:
        case: The case.
        visit: The visit that is prepared for.
        now: The time.
        width: Columns there are for it.
    """
    today = local_day(now)
    day = day_here(visit.head) if visit else None
    parts = main_parts(case, now)
    by = day_of(case.file.head.decide_by)
    left = (by - today).days if by else 0
    said = [
        distance((day - today).days) if day else "",
        words.ready_of(ready(parts), len(parts)),
        words.decide_by(_day(by, today, width), left) if by else "",
    ]
    said = [each for each in said if each]
    while len(said) > 1 and cell_len(BETWEEN.join(said)) > width:
        said = said[1:]
    return BETWEEN.join(said)


def _day(day: date, today: date, width: int) -> str:
    return short_day(day, today) if width < _LONG_DAYS else plain_day(day, today)

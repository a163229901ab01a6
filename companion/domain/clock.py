"""Minutes of a visit, planned and spent: wall time, so that a closed lid changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import after, here
from companion.domain.visit import was_over
from companion.domain.visit_times import day_of_visit, zone_of

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.visit import VisitAbout, VisitFile

LAST_MINUTES = 5
"""From here on the glance bar names *before you leave*."""
_SLACK = timedelta(minutes=2)
"""Clocks that are set by the network go back by less."""
LEAST = timedelta(minutes=5)
"""From here on it is worth telling."""
_MINUTE = timedelta(minutes=1)


def was_set_back(visit: VisitFile, now: datetime) -> bool:
    """Return whether the clock shows a time before the visit began, or before its last note."""
    written = [note.at for note in visit.notes[-1:] if note.at is not None]
    started = [visit.head.started_at] if visit.head.started_at is not None else []
    return any(now < after(at, -_SLACK) for at in (*started, *written))


def minutes_left(about: VisitAbout, now: datetime) -> int | None:
    """Whole minutes left; None before the clock runs or when none are planned.

    Never below 0, and never more than were planned, wherever the laptop's clock was set.
    """
    if about.started_at is None or about.minutes is None:
        return None
    planned = about.minutes + about.added_minutes
    end = after(about.started_at, timedelta(minutes=planned))
    return min(planned, max(0, -(-(end - now) // _MINUTE)))


def in_last_third(about: VisitAbout, now: datetime) -> bool:
    """Return whether two thirds of the planned time are over."""
    left = minutes_left(about, now)
    planned = (about.minutes or 0) + about.added_minutes
    return left is not None and left * 3 <= planned


def time_is_over(about: VisitAbout, now: datetime) -> bool:
    """Return whether the planned time has passed."""
    return minutes_left(about, now) == 0


def in_last_minutes(about: VisitAbout, now: datetime) -> bool:
    """Return whether the end is near and not yet past."""
    left = minutes_left(about, now)
    return left is not None and 0 < left <= LAST_MINUTES


def clock_is_shown(about: VisitAbout, now: datetime) -> bool:
    """Return whether the patient wants to see the minutes now."""
    left = minutes_left(about, now)
    if left is None or about.clock == "off":
        return False
    return about.clock == "shown" or left <= LAST_MINUTES


def minutes_spent(visit: VisitFile) -> dict[str | None, int]:
    """Return whole minutes by question, None for other notes; empty where the stamps tell nothing.

    What lies between two notes belongs to the question of the second: first it is said, then it is
    written. A visit that was written down on a later day, or in a few minutes, tells nothing.
    """
    started = visit.head.started_at
    if started is None or is_from_memory(visit.head):
        return {}
    spent: dict[str | None, timedelta] = {}
    since = started
    for note in visit.live_notes:
        if note.at is None or note.later or note.at < since:
            continue
        spent[note.question_id] = spent.get(note.question_id, timedelta()) + (note.at - since)
        since = note.at
    if since - started < LEAST:
        return {}
    return {name: round(time / _MINUTE) for name, time in spent.items()}


def is_from_memory(about: VisitAbout) -> bool:
    """Return whether a visit was written down once it was over, or on a later day than it was."""
    if about.started_at is None or was_over(about):
        return was_over(about)
    day, started_on = day_of_visit(about), here(about.started_at, zone_of(about)).date()
    return day is not None and day < started_on

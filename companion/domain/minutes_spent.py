"""Where the time of a visit went, as the stamps of its notes tell it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import here
from companion.domain.visit import was_over
from companion.domain.visit_times import day_of_visit, zone_of

if TYPE_CHECKING:
    from companion.domain.visit import VisitAbout, VisitFile

LEAST = timedelta(minutes=5)
"""From here on it is worth telling."""
_MINUTE = timedelta(minutes=1)


def minutes_spent(visit: VisitFile) -> dict[str | None, int]:
    """Return whole minutes by question, None for other notes; empty where the stamps tell nothing.

    What lies between two notes belongs to the question of the second: first it is said, then it is
    written. A visit that was written down on another day, or in a few minutes, tells nothing.
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
    """Return whether a visit was written down once it was over, or on another day than it was."""
    if about.started_at is None or was_over(about):
        return was_over(about)
    return day_of_visit(about) != here(about.started_at, zone_of(about)).date()

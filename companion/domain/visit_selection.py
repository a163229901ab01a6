"""The choice of a visit when the user names none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import after
from companion.domain.note import FIND_LINE
from companion.domain.visit import planned_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.note import ComposerLine
    from companion.domain.visit import VisitAbout, VisitFile

_DAY = timedelta(days=1)
NEAR = timedelta(hours=12)
"""A visit planned this near is the one meant; one missed is called late only after so long."""


def is_under_way(about: VisitAbout) -> bool:
    """Begun and not ended, called off or deleted."""
    begun = about.started_at is not None and about.ended_at is None
    return begun and about.cancelled_at is None and not about.deleted


def is_planned(about: VisitAbout) -> bool:
    """Planned, not begun, not ended, called off or deleted."""
    untouched = about.started_at is None and about.ended_at is None
    return untouched and about.cancelled_at is None and not about.deleted


def is_over(about: VisitAbout) -> bool:
    """Ended, called off or deleted."""
    return about.ended_at is not None or about.cancelled_at is not None or about.deleted


def under_way(visits: tuple[VisitFile, ...]) -> VisitFile | None:
    """Return the visit begun and never ended; the one begun last when there are several."""
    begun = [visit for visit in visits if is_under_way(visit.head)]
    return max(begun, key=lambda visit: str(visit.head.started_at), default=None)


def left_open(visits: Iterable[VisitFile], now: datetime) -> VisitFile | None:
    """Return the visit to go on with: one under way, or one in which half a line waits.

    Half a line of a visit that was ended counts for twelve hours. Of several visits the one begun
    last, or last typed in.
    """
    left = [visit for visit in visits if is_under_way(visit.head) or _half_typed(visit, now)]
    return max(left, key=left_since, default=None)


def _half_typed(visit: VisitFile, now: datetime) -> bool:
    line, head = visit.line, visit.head
    if line is None or not holds_half_a_line(line):
        return False
    fresh = line.changed_at is not None and now - line.changed_at <= NEAR
    ended = head.ended_at is not None and head.cancelled_at is None and not head.deleted
    return is_planned(head) or (ended and fresh)


def holds_half_a_line(line: ComposerLine) -> bool:
    """Return whether anything waits; words looked for, and left, are no half line."""
    names = {name for name, _ in line.asides}
    if line.field != FIND_LINE:
        names.discard(FIND_LINE)
    return bool(line.text or names)


def left_since(visit: VisitFile) -> str:
    """When a visit was begun, or when half a line was typed; later ones sort last."""
    line, head = visit.line, visit.head
    typed_at = line.changed_at if line is not None else None
    return str(head.started_at if is_under_way(head) else typed_at)


def _distance(visit: VisitFile, now: datetime) -> timedelta:
    """Return how far from now a visit is planned; for a whole day it is near all that day."""
    at = planned_for(visit.head)
    if at is None:
        return timedelta.max
    ends = after(at, _DAY) if _is_whole_day(visit) else at
    return timedelta(0) if at <= now < ends else min(abs(at - now), abs(ends - now))


def _is_whole_day(visit: VisitFile) -> bool:
    return "T" not in visit.head.at


def may_come(visit: VisitFile, now: datetime) -> bool:
    """Return whether a planned visit may still take place: not once its time is long over."""
    at = planned_for(visit.head)
    return at is None or after(at, _DAY if _is_whole_day(visit) else NEAR) > now


def visit_to_open(visits: tuple[VisitFile, ...], now: datetime) -> VisitFile | None:
    """Return the visit under way, else the nearest planned within twelve hours, else None.

    Several visits under way: the one begun last. A visit that was prepared without a day counts
    as near: what was prepared for it is wanted on the screen.
    """
    begun = under_way(visits)
    if begun is not None:
        return begun
    planned = [visit for visit in visits if is_planned(visit.head)]
    near = [visit for visit in planned if _distance(visit, now) <= NEAR]
    undated = [visit for visit in planned if planned_for(visit.head) is None]
    return min(near or undated, key=lambda visit: _distance(visit, now), default=None)


def next_planned(visits: tuple[VisitFile, ...], now: datetime) -> VisitFile | None:
    """Return the next visit to prepare for: planned, not begun, nearest in the future."""
    planned = [visit for visit in visits if is_planned(visit.head) and may_come(visit, now)]
    return min(planned, key=lambda visit: _distance(visit, now), default=None)


def when_of(visit: VisitFile) -> tuple[float, str, str]:
    """Return the sort key of visits: planned or begun time, then when they were made."""
    at = planned_for(visit.head) or visit.head.started_at or visit.head.created_at
    made = visit.head.created_at
    return (at.timestamp() if at else 0.0, made.isoformat() if made else "", visit.id)


def by_time(visits: tuple[VisitFile, ...]) -> tuple[VisitFile, ...]:
    """Visits by planned or begun time, then by when they were made."""
    return tuple(sorted(visits, key=when_of))

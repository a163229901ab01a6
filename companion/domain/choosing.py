"""Which visit is meant when nobody names one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.visit import planned_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.visit import VisitAbout, VisitFile

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
    """The visit that was begun and never ended; the one begun last when there are several."""
    begun = [visit for visit in visits if is_under_way(visit.head)]
    return max(begun, key=lambda visit: str(visit.head.started_at), default=None)


def left_open(visits: Iterable[VisitFile]) -> VisitFile | None:
    """The visit to go on with: one under way, or one where half a line was typed and no note yet.

    Of several the one begun last, or last typed in.
    """
    left = [visit for visit in visits if is_under_way(visit.head) or _holds_half_a_line(visit)]
    return max(left, key=left_since, default=None)


def _holds_half_a_line(visit: VisitFile) -> bool:
    line = visit.line
    return line is not None and bool(line.text or line.asides) and is_planned(visit.head)


def left_since(visit: VisitFile) -> str:
    """When a visit that is open was begun, or typed in without a note; later ones sort last."""
    line = visit.line
    return str(visit.head.started_at or (line.changed_at if line is not None else None))


def _distance(visit: VisitFile, now: datetime) -> timedelta:
    at = planned_for(visit.head)
    return abs(at - now) if at is not None else timedelta.max


def visit_to_open(visits: tuple[VisitFile, ...], now: datetime) -> VisitFile | None:
    """The visit under way; else the one planned within twelve hours, nearest first; else None.

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
    """The next visit to prepare for: planned, not begun, nearest in the future or still open."""
    planned = [
        visit
        for visit in visits
        if is_planned(visit.head) and ((at := planned_for(visit.head)) is None or at > now - NEAR)
    ]
    return min(planned, key=lambda visit: _distance(visit, now), default=None)


def by_time(visits: tuple[VisitFile, ...]) -> tuple[VisitFile, ...]:
    """Visits by planned or begun time, then by when they were made."""

    def key(visit: VisitFile) -> tuple[float, str, str]:
        at = planned_for(visit.head) or visit.head.started_at or visit.head.created_at
        made = visit.head.created_at
        return (at.timestamp() if at else 0.0, made.isoformat() if made else "", visit.id)

    return tuple(sorted(visits, key=key))

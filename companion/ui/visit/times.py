"""Times of day, as they stand beside notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.visit import planned_for
from companion.words.days import clock_time, long_day

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.visit import VisitAbout


def of_day(at: datetime | None) -> str:
    """Hours and minutes where the laptop is."""
    return clock_time(at) if at is not None else "--:--"


def planned(about: VisitAbout) -> str:
    """Day and time a visit is planned for, as in `Thursday 3 December · 14:00`."""
    at = planned_for(about)
    if at is None:
        return ""
    day = long_day(at.astimezone().date())
    return f"{day} · {of_day(at)}" if "T" in about.at else day

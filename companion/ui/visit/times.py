"""Times of day, as they stand beside notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.visit import planned_for
from companion.words import visit as words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.visit import VisitAbout


def of_day(at: datetime | None) -> str:
    """Hours and minutes where the laptop is."""
    return at.astimezone().strftime("%H:%M") if at is not None else "--:--"


def planned(about: VisitAbout) -> str:
    """Day and time a visit is planned for, as in `Thursday 3 December · 14:00`."""
    at = planned_for(about)
    if at is None:
        return ""
    local = at.astimezone()
    day = words.day(local.weekday(), local.day, local.month)
    return f"{day} · {of_day(at)}" if "T" in about.at else day

"""Minutes of a visit: wall time, so that a closed lid changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import after

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.visit import VisitAbout

LAST_MINUTES = 5
"""From here on the glance bar names *before you leave*."""


def minutes_left(about: VisitAbout, now: datetime) -> int | None:
    """Whole minutes left, never below 0; None before the clock runs or when none are planned."""
    if about.started_at is None or about.minutes is None:
        return None
    end = after(about.started_at, timedelta(minutes=about.minutes + about.added_minutes))
    return max(0, -(-(end - now) // timedelta(minutes=1)))


def in_last_third(about: VisitAbout, now: datetime) -> bool:
    """Whether two thirds of the planned time are over."""
    left = minutes_left(about, now)
    planned = (about.minutes or 0) + about.added_minutes
    return left is not None and left * 3 <= planned


def time_is_over(about: VisitAbout, now: datetime) -> bool:
    """Whether the planned time has passed."""
    return minutes_left(about, now) == 0


def in_last_minutes(about: VisitAbout, now: datetime) -> bool:
    """Whether the end is near and not yet past."""
    left = minutes_left(about, now)
    return left is not None and 0 < left <= LAST_MINUTES


def clock_is_shown(about: VisitAbout, now: datetime) -> bool:
    """Whether the patient wants to see the minutes now."""
    left = minutes_left(about, now)
    if left is None or about.clock == "off":
        return False
    return about.clock == "shown" or left <= LAST_MINUTES

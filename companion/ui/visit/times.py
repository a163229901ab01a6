"""Times of day as they stand beside notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.visit_times import note_stamp, told_when
from companion.words.days import long_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from companion.domain.visit import VisitAbout

UNKNOWN = "--:--"
"""Shown beside a note whose time is not known."""


def stamp_of(at: datetime | None, about: VisitAbout) -> str:
    """Return hours and minutes by the clocks of the visit's place."""
    return note_stamp(at, about) or UNKNOWN


def planned(about: VisitAbout, day: Callable[[date], str] = long_day) -> str:
    """Return the day and time a visit is planned for, as in `Thursday 3 December, 14:00`."""
    return told_when(about, day) if about.at else ""

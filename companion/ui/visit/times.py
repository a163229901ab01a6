"""Times of day, as they stand beside notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.visit_times import note_stamp, told_when

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.visit import VisitAbout

UNKNOWN = "--:--"
"""What stands beside a note of which nobody knows when it was written."""


def stamp_of(at: datetime | None, about: VisitAbout) -> str:
    """Hours and minutes by the clocks of the visit."""
    return note_stamp(at, about) or UNKNOWN


def planned(about: VisitAbout) -> str:
    """Day and time a visit is planned for, as in `Thursday 3 December, 14:00`."""
    return told_when(about) if about.at else ""

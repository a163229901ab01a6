"""The time of a visit as every screen and paper shows it: one zone, one day, one hour.

A visit is told by the clocks of the place it was planned in. Where those of the laptop show
another hour, both are said: `14:00 in New York, 20:00 here`. A whole day is that day everywhere. A
visit that names no place, only UTC, is told by the clocks of the laptop.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.domain.moments import here, kept_time, midnight
from companion.domain.visit import was_over
from companion.words import days

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from companion.domain.visit import VisitAbout

_AREAS = frozenset(
    {
        *("Africa", "America", "Antarctica", "Arctic", "Asia"),
        *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
    }
)
"""Names of zones that begin so end with a place."""
_NO_PLACE = frozenset({"UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich"})
"""Names of the zone that calendars write for people anywhere."""
_MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=64)
def named_zone(name: str) -> tzinfo | None:
    """Return the zone of that name; None for no name, an unknown one, and UTC."""
    if not name or name.removeprefix("Etc/") in _NO_PLACE:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - once there is a zone

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(about: VisitAbout) -> tzinfo | None:
    """Return the zone a visit's days and hours are told in; None for the laptop's own."""
    zone = named_zone(about.zone or "")
    if zone is not None or "T" not in about.at:
        return zone
    at = kept_time(about.at)
    # An offset that is the laptop's own was written here, by a system that names no zone.
    names_a_place = at.utcoffset() and at.utcoffset() != here(at).utcoffset()
    return at.tzinfo if names_a_place else None


def has_hour(about: VisitAbout) -> bool:
    """Return whether a visit is at an hour; one for a whole day, or without a day, is not."""
    return "T" in about.at or (not about.at and about.started_at is not None)


def moment_of(about: VisitAbout) -> datetime | None:
    """When a visit is planned for, else began, by the clocks of its own zone; None if neither.

    No clock tells when one was that is written down from memory. A whole day is its midnight here:
    that day in every zone.
    """
    if about.at and "T" not in about.at:
        return midnight(date.fromisoformat(about.at))
    began = None if was_over(about) else about.started_at
    at = kept_time(about.at) if about.at else began
    return here(at, zone_of(about)) if at is not None else None


def day_of_visit(about: VisitAbout) -> date | None:
    """Return the day a visit is told under; None when it has none."""
    if about.at and "T" not in about.at:
        return date.fromisoformat(about.at)
    at = moment_of(about)
    return at.date() if at is not None else None


def day_here(about: VisitAbout) -> date | None:
    """Return the day it is on the laptop when a visit is: what `in 3 days` counts to."""
    if not has_hour(about):
        return day_of_visit(about)
    at = moment_of(about)
    return here(at).date() if at is not None else None


def _there(at: datetime, zone: tzinfo | None) -> str:
    """Return an hour with the place whose clocks show it."""
    offset = at.utcoffset() or timedelta()
    place = told_place(zone)
    told = days.hour(at)
    return f"{told} {place or days.at_offset(offset // _MINUTE)}"


def told_place(zone: tzinfo | None) -> str:
    """Return the place of a zone, or its distance from UTC, as it stands behind an hour.

    Empty where a zone has a name that is no place: how far it is then depends on the day.
    """
    area, *places = str(getattr(zone, "key", "")).split("/")
    if area in _AREAS and places:
        return days.in_place(places[-1].replace("_", " "))
    offset = zone.utcoffset(None) if zone is not None else None
    return days.at_offset(offset // _MINUTE) if offset is not None else ""


def told_hour(at: datetime, zone: tzinfo | None) -> str:
    """Return the hour of a time in a zone, and the one here where that is another one."""
    there, local = here(at, zone), here(at)
    if there.utcoffset() == local.utcoffset():
        return days.hour(there)
    other_day = local.date() if local.date() != there.date() else None
    return days.and_here(_there(there, zone), local, other_day)


def told_hour_of(about: VisitAbout) -> str:
    """Return the hour of a visit, as `14:00` or `14:00 in New York, 20:00 here`; empty for none."""
    at = moment_of(about)
    return told_hour(at, zone_of(about)) if at is not None and has_hour(about) else ""


def told_day(about: VisitAbout, day: Callable[[date], str] = days.long_day) -> str:
    """Return the day of a visit in words; empty when it has none.

    Args:
        about: The visit.
        day: How a day is told: one of `words.days`.
    """
    at = day_of_visit(about)
    return day(at) if at is not None else ""


def told_when(about: VisitAbout, day: Callable[[date], str] = days.long_day) -> str:
    """Day and hour of a visit: `Thursday 3 December, 14:00`; empty when it has no day."""
    parts = told_day(about, day), told_hour_of(about)
    return ", ".join(part for part in parts if part)


def note_stamp(at: datetime | None, about: VisitAbout) -> str:
    """Return the time beside a note of a visit, by the clocks of the visit's zone."""
    return days.stamp(here(at, zone_of(about))) if at is not None else ""


def note_day(at: datetime, about: VisitAbout) -> date:
    """Return the day something was written in a visit, by the clocks of the visit's zone."""
    return here(at, zone_of(about)).date()

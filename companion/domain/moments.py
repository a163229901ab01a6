"""Times that may lie at either end of the calendar, where adding an hour has no answer.

Nobody means the year 1 or 9999; a store that another program wrote may hold it all the same. Such a
time is told as it stands, as nearly as clocks of all zones can show it, and stops nothing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

_MARGIN = timedelta(days=2)
"""More than any zone is away from another."""
EARLIEST = datetime.min.replace(tzinfo=UTC) + _MARGIN
LATEST = datetime.max.replace(tzinfo=UTC, microsecond=999_000) - _MARGIN
FIRST_YEAR, LAST_YEAR = EARLIEST.year + 1, LATEST.year - 1
"""Years between these, both counted, can be told in every zone."""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_KNOWN, _LAST_KNOWN = datetime(1970, 1, 3, tzinfo=UTC), datetime(2037, 12, 31, tzinfo=UTC)
"""Every system knows which clocks were in use here between these; Windows knows no others."""


def told(at: datetime) -> datetime:
    """Return a time that can be told in every zone, aware; one without a zone is meant here."""
    if at.tzinfo is None:
        return told(_meant_here(at))
    if FIRST_YEAR <= at.year <= LAST_YEAR:
        return at
    # Aware times are compared without making one of them anew in another zone.
    return EARLIEST if at < EARLIEST else min(at, LATEST)


def _meant_here(at: datetime) -> datetime:
    if FIRST_YEAR <= at.year <= LAST_YEAR:
        return at_clock(at)
    return at.replace(tzinfo=UTC)


def here(at: datetime, zone: tzinfo | None = None) -> datetime:
    """Return a time as clocks show it in a zone, else where the laptop is."""
    at = told(at)
    try:
        return at.astimezone(zone)
    except (OSError, OverflowError, ValueError):
        return at.astimezone(_nearest_known(at))


def local_day(at: datetime) -> date:
    """Return the day it is here at a time."""
    return here(at).date()


def _nearest_known(at: datetime) -> tzinfo | None:
    """Return the offset here on the nearest day that the system knows."""
    return (_FIRST_KNOWN if at.year <= _FIRST_KNOWN.year else _LAST_KNOWN).astimezone().tzinfo


def at_clock(shown: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the moment at which clocks show a time in a zone, else here.

    A time that clocks skip is counted with the offset before, so that 02:30 is 03:30 on that day;
    of one that comes twice the first is meant, unless `fold` says otherwise. So RFC 5545 3.3.5.
    """
    if zone is not None:
        return here(shown.replace(tzinfo=zone).astimezone(UTC), zone)
    try:
        seconds = shown.replace(microsecond=0).timestamp()
    except (OSError, OverflowError, ValueError):
        return shown.replace(tzinfo=_nearest_known(shown))
    return here(_EPOCH + timedelta(seconds=seconds, microseconds=shown.microsecond))


def second_of_two(at: datetime, zone: tzinfo | None = None) -> datetime | None:
    """The later moment at which clocks show the same time again; None where they never do."""
    shown = here(at, zone).replace(tzinfo=None, fold=1)
    second = at_clock(shown, zone)
    return second if second > at and here(second, zone).replace(tzinfo=None) == shown else None


def kept_time(text: str) -> datetime:
    """Return a time that is kept as text.

    Raises:
        ValueError: It is none.
    """
    return told(datetime.fromisoformat(text))


def midnight(day: date) -> datetime:
    """Return the beginning of a day here."""
    return told(datetime.combine(day, time()))


def after(at: datetime, span: timedelta) -> datetime:
    """Return a time so much later, or earlier; the end of the calendar where there is none."""
    try:
        return at + span
    except OverflowError:
        return LATEST if span > timedelta(0) else EARLIEST

"""Times that may lie at either end of the calendar, where adding an hour has no answer.

Nobody means the year 1 or 9999; a store that another program wrote may hold it all the same. Such a
time is told as it stands, as nearly as clocks of all zones can show it, and stops nothing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

_MARGIN = timedelta(days=2)
"""More than any zone is away from another."""
EARLIEST = datetime.min.replace(tzinfo=UTC) + _MARGIN
LATEST = datetime.max.replace(tzinfo=UTC, microsecond=999_000) - _MARGIN
FIRST_YEAR, LAST_YEAR = EARLIEST.year + 1, LATEST.year - 1
"""Years between these, both counted, can be told in every zone."""


def told(at: datetime) -> datetime:
    """A time that can be told in every zone, aware; one without a zone is meant here."""
    if at.tzinfo is None:
        return told(_here(at))
    if FIRST_YEAR <= at.year <= LAST_YEAR:
        return at
    # Aware times are compared without making one of them anew in another zone.
    return EARLIEST if at < EARLIEST else min(at, LATEST)


def _here(at: datetime) -> datetime:
    if FIRST_YEAR <= at.year <= LAST_YEAR:
        return at.astimezone()
    return at.replace(tzinfo=UTC)


def kept_time(text: str) -> datetime:
    """A time that is kept as text.

    Raises:
        ValueError: It is none.
    """
    return told(datetime.fromisoformat(text))


def midnight(day: date) -> datetime:
    """The beginning of a day here."""
    return told(datetime.combine(day, time()))


def after(at: datetime, span: timedelta) -> datetime:
    """A time so much later, or earlier; the end of the calendar where there is none."""
    try:
        return at + span
    except OverflowError:
        return LATEST if span > timedelta(0) else EARLIEST

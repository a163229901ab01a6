"""When an entry of a calendar is: the right instant, and its zone by a name that others know."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
"""A time in UTC was written for people anywhere."""
_A_DAY = timedelta(days=1)


def when(
    start: date | datetime, written: str, local: tzinfo | None
) -> tuple[str, str | None] | None:
    """ISO 8601 and the IANA name of the zone, where there is one.

    Args:
        start: The start as the library reads it.
        written: The name of its zone as the file has it; empty for a time that names none.
        local: The zone of times that name none; None for the laptop's own.

    Returns:
        None for a time in a zone that nobody here knows: any instant would be a guess.
    """
    if not isinstance(start, datetime):
        return start.isoformat(), None
    if start.tzinfo is not None:
        at = _that_is_there(start)
        return at.isoformat(), _name(at, written)
    if written:
        return None
    if local is None:
        return start.astimezone().isoformat(), None
    at = _that_is_there(start.replace(tzinfo=local))
    return at.isoformat(), _name(at, "")


def _that_is_there(at: datetime) -> datetime:
    """The time; one that clocks skip is counted with the offset before, as RFC 5545 3.3.5 says."""
    if isinstance(at.tzinfo, ZoneInfo):
        return at.astimezone(UTC).astimezone(at.tzinfo)
    # A zone of the file's own tells its offsets right, but not always the way back from UTC.
    before, offset = (at - _A_DAY).utcoffset(), at.utcoffset()
    if before is None or offset is None or offset <= before:
        return at
    skipped = offset - before
    return at + skipped if (at - skipped).utcoffset() == before else at


def _name(at: datetime, written: str) -> str | None:
    """The IANA name of a time's zone; a zone of the file's own has one if its name says which."""
    if isinstance(at.tzinfo, ZoneInfo):
        return None if at.tzinfo.key in _UTC_NAMES else at.tzinfo.key
    for name in _names(written):
        try:
            offset = at.astimezone(ZoneInfo(name)).utcoffset()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
        if offset == at.utcoffset():
            return name
    return None


def _names(written: str) -> Iterator[str]:
    """Names that a name in a calendar may stand for: a Windows one, or one behind a maker's."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - slow

    if written in WINDOWS_TO_OLSON:
        yield WINDOWS_TO_OLSON[written]
    _, *parts = written.split("/")
    for place in range(len(parts) - 1):
        yield "/".join(parts[place:])

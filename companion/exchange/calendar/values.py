"""Parses the values of calendar properties: days and times, lengths, numbers, offsets, UIDs."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from companion.domain.date_input import can_be_meant

STEP_UID = "step-"
"""How the UIDs of exported steps begin."""
OUR_UIDS = "@companion.invalid"
"""How the UIDs of exported visits and steps end; `.invalid` names no computer."""
_TIME = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2}){0,2})?)?\Z",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?\Z",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?\Z")
_LAST_HOUR, _LAST_MINUTE = 24, 59
_TYPED_TIMES = frozenset(
    {"DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "DTEND", "DUE", "ACKNOWLEDGED"}
)
_LISTS_OF_TIMES = frozenset({"EXDATE", "RDATE"})
_NUMBERS = frozenset({"SEQUENCE", "REPEAT", "PRIORITY", "PERCENT-COMPLETE"})
_WHOLE = re.compile(r"[+-]?\d{1,12}\Z")


def read_offset(value: str) -> timezone | None:
    """Parse `+0100`; None for an offset that no place has."""
    found = _OFFSET.match(value.strip())
    if found is None:
        return None
    hours, minutes, seconds = (int(found[at] or 0) for at in (2, 3, 4))
    if hours >= _LAST_HOUR or minutes > _LAST_MINUTE or seconds > _LAST_MINUTE:
        return None
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return timezone(-offset if found[1] == "-" else offset)


def _zone(written: str | None) -> tzinfo | None:
    """Return the zone of a time; raise `ValueError` for a wrong one."""
    if not written:
        return None
    if written in "Zz":
        return UTC
    zone = read_offset(written if len(written) > len("+01") else f"{written}00")
    if zone is None:
        raise ValueError(written)
    return zone


def read_time(value: str) -> date | datetime | None:
    """Parse a day, or a time with its offset; None when it cannot be read or meant."""
    at = read_any_time(value)
    return at if at is not None and can_be_meant(at) else None


def read_any_time(value: str) -> date | datetime | None:
    """Parse a day or a time of any year; rules of zones begin centuries ago."""
    found = _TIME.match(value.strip())
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
        next_day = hour == _LAST_HOUR and not minute and not second
        at = datetime(
            day.year,
            day.month,
            day.day,
            0 if next_day else hour,
            minute,
            min(second, _LAST_MINUTE),
            tzinfo=_zone(found[7]),
        )
        return at + timedelta(days=1) if next_day else at
    except (ValueError, OverflowError):
        return None


def read_times(value: str) -> list[date | datetime]:
    """Parse several days or times, periods by their start; return those that can be read."""
    found = (read_time(each.partition("/")[0]) for each in value.split(","))
    return [each for each in found if each is not None]


def read_length(value: str) -> timedelta | None:
    """Parse `PT45M`; None when it cannot be read."""
    found = _LENGTH.match(value.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def read_number(value: str) -> int:
    """Parse a whole number; 0 when it cannot be read."""
    return int(value) if _WHOLE.match(value.strip()) else 0


def can_be_read(name: str, value: str) -> bool:
    """Whether the value of a property is as the standard says."""
    if name in _TYPED_TIMES:
        return read_time(value) is not None
    if name in _LISTS_OF_TIMES:
        return all(read_time(each.partition("/")[0]) is not None for each in value.split(","))
    if name == "DURATION":
        return read_length(value) is not None
    if name == "TRIGGER":
        return read_length(value) is not None or read_time(value) is not None
    if name in {"TZOFFSETFROM", "TZOFFSETTO"}:
        return read_offset(value) is not None
    return name not in _NUMBERS or _WHOLE.match(value.strip()) is not None

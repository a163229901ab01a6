"""Appointments from a calendar file."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from companion.domain.text import clean, decode
from companion.domain.when import can_be_meant
from companion.exchange.errors import ImportRefusedError
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

MOST_BYTES = 16 * 1024 * 1024
"""Largest calendar file read."""
MOST_MINUTES = 7 * 24 * 60
"""A longer appointment has no length worth a clock."""
STEP_UID = "step-"
"""How the UIDs of exported steps begin."""
OUR_UIDS = "@companion.invalid"
"""How the UIDs of exported visits and steps end; `.invalid` names no computer."""
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
"""What the library raises on broken files; it promises only the first."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar."""

    name: str
    """SUMMARY, verbatim: with whom."""
    place: str
    """LOCATION."""
    uid: str
    """UID and RECURRENCE-ID."""
    at: str
    """ISO 8601 with offset, or a day alone."""
    zone: str | None
    """IANA name of its time zone, where known."""
    minutes: int | None
    """How long."""


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a calendar file holds."""

    appointments: tuple[Appointment, ...]
    """In the order of the file."""
    remarks: tuple[str, ...]
    """What was left out or cut, one sentence each."""


def _first(value: Any) -> Any:  # noqa: ANN401
    return value[0] if isinstance(value, list) else value


def _text(event: Any, name: str) -> str:  # noqa: ANN401
    value = _first(event.get(name))
    return "" if value is None else clean(str(value))


def _value(event: Any, name: str) -> Any:  # noqa: ANN401
    """What a property says; None when it is not there or cannot be read."""
    try:
        return getattr(_first(event.get(name)), "dt", None)
    except ValueError:  # the library's word for a broken property
        return None


def _start(event: Any) -> date | datetime | None:  # noqa: ANN401
    """The start; None when it cannot be read."""
    start = _value(event, "DTSTART")
    if not isinstance(start, date) or not can_be_meant(start):
        return None
    return start


def _minutes(event: Any, start: date | datetime) -> int | None:  # noqa: ANN401
    end = _value(event, "DTEND")
    length = _value(event, "DURATION")
    if not isinstance(start, datetime):
        return None
    if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        aware = start.tzinfo is not None
        length = end.astimezone(UTC) - start.astimezone(UTC) if aware else end - start
    if not isinstance(length, timedelta):
        return None
    minutes = length // timedelta(minutes=1)
    return minutes if 0 < minutes <= MOST_MINUTES else None


def _zone(zone: tzinfo | None) -> str | None:
    """The IANA name; a time in UTC was written for people anywhere."""
    name = zone.key if isinstance(zone, ZoneInfo) else None
    return None if name in {"UTC", "Etc/UTC"} else name


def _when(start: date | datetime, local: tzinfo | None) -> tuple[str, str | None]:
    if not isinstance(start, datetime):
        return start.isoformat(), None
    if start.tzinfo is not None:
        return start.isoformat(), _zone(start.tzinfo)
    return _floating(start, local).isoformat(), _zone(local)


def _floating(start: datetime, local: tzinfo | None) -> datetime:
    return start.replace(tzinfo=local) if local is not None else start.astimezone()


def _uid(event: Any, name: str, at: str) -> str:  # noqa: ANN401
    uid = _text(event, "UID")
    if not uid:
        uid = hashlib.sha256(f"{at}\n{name}".encode()).hexdigest()
    again = _first(event.get("RECURRENCE-ID"))
    return uid + (again.to_ical().decode("utf-8", "replace") if again is not None else "")


class _Reader:
    """One reading of a calendar."""

    def __init__(self, local: tzinfo | None) -> None:
        self.local = local
        self.found: list[Appointment] = []
        self.remarks: list[str] = []

    def take(self, event: Any) -> None:  # noqa: ANN401
        """Take in one entry, or say why not."""
        name = _text(event, "SUMMARY")
        why = self._why_not(event)
        if why:
            self.remarks.append(words.appointment(name, why))
            return
        start = _start(event)
        if start is None:
            self.remarks.append(words.appointment(name, words.BAD_START))
            return
        at, zone = _when(start, self.local)
        self.found.append(
            Appointment(
                name,
                _text(event, "LOCATION"),
                _uid(event, name, at),
                at,
                zone,
                _minutes(event, start),
            )
        )
        if event.get("RRULE") is not None or event.get("RDATE") is not None:
            self.remarks.append(words.appointment(name, words.FIRST_ONLY))

    def _why_not(self, event: Any) -> str:  # noqa: ANN401
        if _text(event, "STATUS").upper() == "CANCELLED":
            return words.CANCELLED
        if event.get("DTSTART") is None:
            broken = any(name == "DTSTART" for name, _ in event.errors)
            return words.BAD_START if broken else words.NO_START
        uid = _text(event, "UID")
        ours = uid.startswith(STEP_UID) and uid.endswith(OUR_UIDS)
        return words.OUR_STEP if ours else ""


def _parsed(text: str) -> list[Any]:
    # The library takes a quarter of a second to import: only who imports a calendar pays it.
    from icalendar import Calendar  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # guesses about time zone names, said on stderr
        return list(Calendar.from_ical(text, multiple=True))


def _events(calendars: list[Any]) -> Iterator[Any]:
    for calendar in calendars:
        if _text(calendar, "METHOD").upper() != "CANCEL":
            yield from calendar.walk("VEVENT")


def read_calendar(data: bytes, local: tzinfo | None = None) -> CalendarRead:
    """The appointments of a calendar file.

    Args:
        data: The file.
        local: The zone of times that name none; None for the laptop's own.

    Raises:
        ImportRefusedError: The file is too large or broken, calls everything off, or holds nothing.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(words.too_large(MOST_BYTES // (1024 * 1024), "MB"))
    reader = _Reader(local)
    try:
        calendars = _parsed(decode(data).removeprefix("\ufeff"))
        for event in _events(calendars):
            reader.take(event)
    except (*_BROKEN, RecursionError) as error:
        raise ImportRefusedError(words.BROKEN_CALENDAR) from error
    if any(_text(calendar, "METHOD").upper() == "CANCEL" for calendar in calendars):
        if not reader.found:
            raise ImportRefusedError(words.CALLED_OFF)
    elif not reader.found and not reader.remarks:
        raise ImportRefusedError(words.NO_APPOINTMENT)
    return CalendarRead(tuple(reader.found), tuple(reader.remarks))

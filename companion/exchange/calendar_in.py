"""Appointments from a calendar file."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.text import clean, decode
from companion.domain.when import can_be_meant
from companion.exchange.calendar_time import when
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
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What the library raises on broken files; it promises only the first."""
_BAD_ZONE = OSError
"""What it raises where the name of a zone is that of a folder, or too long for a file."""


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
    whole = _parameter(event, "VALUE").upper() == "DATE"
    return start.date() if whole and isinstance(start, datetime) else start


def _parameter(event: Any, name: str) -> str:  # noqa: ANN401
    """A parameter of the start."""
    value = getattr(_first(event.get("DTSTART")), "params", {}).get(name)
    return value if isinstance(value, str) else ""


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
        self.found: list[tuple[int, Appointment]] = []
        self.left_out: list[tuple[str, str]] = []
        self.repeating: list[str] = []

    def take(self, event: Any) -> None:  # noqa: ANN401
        """Take in one entry, or say why not."""
        name = _text(event, "SUMMARY")
        start, zone = _start(event), _parameter(event, "TZID")
        why = self._why_not(event, start)
        at = when(start, zone, self.local) if start is not None and not why else None
        if start is None or at is None:
            self.left_out.append((name, why or words.no_zone(clean(zone))))
            return
        appointment = Appointment(
            name,
            _text(event, "LOCATION"),
            _uid(event, name, at[0]),
            *at,
            _minutes(event, start),
        )
        self.found.append((_sequence(event), appointment))
        if event.get("RRULE") is not None or event.get("RDATE") is not None:
            self.repeating.append(name)

    def _why_not(self, event: Any, start: date | datetime | None) -> str:  # noqa: ANN401
        if _text(event, "STATUS").upper() == "CANCELLED":
            return words.CANCELLED
        if event.get("DTSTART") is None:
            broken = any(name == "DTSTART" for name, _ in event.errors)
            return words.BAD_START if broken else words.NO_START
        if start is None:
            return words.BAD_START
        uid = _text(event, "UID")
        if uid.startswith(STEP_UID) and uid.endswith(OUR_UIDS):
            return words.OUR_STEP
        return words.FIRST_OUT if start in _taken_out(event) else ""

    def read(self) -> CalendarRead:
        """What was taken in; of an appointment that was changed, only its latest version."""
        latest: dict[str, int] = {}
        for sequence, each in self.found:
            latest[each.uid] = max(sequence, latest.get(each.uid, sequence))
        kept = (each for sequence, each in self.found if sequence == latest[each.uid])
        remarks = (
            *(words.appointment(name, why) for name, why in self.left_out),
            *(words.appointment(name, words.FIRST_ONLY) for name in self.repeating),
        )
        return CalendarRead(tuple(dict.fromkeys(kept)), remarks)

    def refusal(self) -> str:
        """One sentence that says why there is nothing to import."""
        whys = {why for _, why in self.left_out}
        if whys <= {words.OUR_STEP}:
            return words.NO_APPOINTMENT
        if whys <= {words.OUR_STEP, words.CANCELLED}:
            return words.CALLED_OFF
        return words.none_taken(*self.left_out[0], len(self.left_out) - 1)


def _taken_out(event: Any) -> Iterator[date]:  # noqa: ANN401
    """The times at which something that repeats does not take place."""
    given = event.get("EXDATE")
    for each in given if isinstance(given, list) else [given]:
        try:
            yield from (one.dt for one in getattr(each, "dts", ()))
        except ValueError:  # the library's word for a broken property
            continue


def _sequence(event: Any) -> int:  # noqa: ANN401
    """How often the appointment was changed."""
    try:
        return int(_text(event, "SEQUENCE") or 0)
    except ValueError:
        return 0


def _parsed(text: str) -> list[Any]:
    # The library takes a quarter of a second to import: only who imports a calendar pays it.
    from icalendar import Calendar  # noqa: PLC0415
    from icalendar.timezone import tzp  # noqa: PLC0415

    # It keeps the zones that a file makes up, and would tell the next file's times in them.
    tzp.use_zoneinfo()
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
        ImportRefusedError: It is too large or broken, calls everything off, or holds nothing that
            could be a visit.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(words.too_large(MOST_BYTES // (1024 * 1024), "MB"))
    reader = _Reader(local)
    try:
        calendars = _parsed(decode(data).removeprefix("\ufeff"))
        for event in _events(calendars):
            reader.take(event)
    except (*_BROKEN, _BAD_ZONE) as error:
        raise ImportRefusedError(words.BROKEN_CALENDAR) from error
    if reader.found:
        return reader.read()
    if any(_text(calendar, "METHOD").upper() == "CANCEL" for calendar in calendars):
        raise ImportRefusedError(words.CALLED_OFF)
    raise ImportRefusedError(reader.refusal())

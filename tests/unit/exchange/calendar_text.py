"""Calendar files of a few lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from companion.exchange.calendar.read import read_calendar

if TYPE_CHECKING:
    from companion.exchange.calendar.read import CalendarEntry, CalendarRead

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""A Monday morning."""


def event(*lines: str) -> tuple[str, ...]:
    """One entry."""
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def calendar(*lines: str, head: tuple[str, ...] = (), end: str = "\r\n") -> bytes:
    """A calendar of whole entries."""
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", *head, *lines, "END:VCALENDAR", "")
    return end.join(whole).encode()


def read(data: bytes) -> CalendarRead:
    """What the file holds for somebody in Berlin at the end of November 2026."""
    return read_calendar(data, BERLIN, NOW)


def only(data: bytes) -> CalendarEntry:
    """The one appointment of a file."""
    (found,) = read(data).appointments
    return found

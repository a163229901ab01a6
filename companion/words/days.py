"""Days and times in words, the same in every language setting of the laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = 3

_UP_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {"a": 1, "an": 1} | {word: at for at, word in enumerate(_UP_TO_TWELVE.split(), 1)}
"""Numbers that people write out when they say how far off a day is."""
TODAY = "today"
TOMORROW = "tomorrow"
YESTERDAY = "yesterday"


def _year(day: date, today: date | None) -> str:
    return f" {day.year}" if today is not None and day.year != today.year else ""


def long_day(day: date, today: date | None = None) -> str:
    """A day with its weekday: `Thursday 3 December`; with the year when it is another one."""
    return f"{WEEKDAYS[day.weekday()]} {plain_day(day, today)}"


def plain_day(day: date, today: date | None = None) -> str:
    """A day without its weekday: `3 December`; with the year when it is another one."""
    return f"{day.day} {MONTHS[day.month - 1]}{_year(day, today)}"


def short_day(day: date, today: date | None = None) -> str:
    """A day for narrow places: `Thu 3 Dec`; with the year when it is another one."""
    weekday = WEEKDAYS[day.weekday()][:_SHORT]
    return f"{weekday} {day.day} {MONTHS[day.month - 1][:_SHORT]}{_year(day, today)}"


def clock_time(at: datetime, zone: tzinfo | None = None) -> str:
    """Hours and minutes in a zone, else where the laptop is: `14:05`."""
    return f"{at.astimezone(zone):%H:%M}"


def distance(days: int) -> str:
    """How far away a day is: `in 9 days`, `today`, `3 days ago`."""
    near = {0: TODAY, 1: TOMORROW, -1: YESTERDAY}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"

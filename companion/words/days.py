"""Days and times in words: whatever a person reads of them is made here.

The names are English; their order and the clock follow the habit of the country (`habits`).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from companion.words.habits import HERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = 3
NOON = 12

_UP_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {"a": 1, "an": 1} | {word: at for at, word in enumerate(_UP_TO_TWELVE.split(), 1)}
"""Numbers that are written out in distances of days."""
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second"),
    *("twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh"),
    *("twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
"""Days of a month in words."""
TODAY = "today"
TOMORROW = "tomorrow"
YESTERDAY = "yesterday"


def _in_order(day: date, month: str, *, year: bool) -> str:
    """Return day, month and year in the order that is usual here."""
    if HERE.habit.month_first:
        return f"{month} {day.day}" + (f", {day.year}" if year else "")
    return f"{day.day} {month}" + (f" {day.year}" if year else "")


def _other_year(day: date, today: date | None) -> bool:
    return today is not None and day.year != today.year


def _with_weekday(day: date, *, year: bool) -> str:
    comma = "," if HERE.habit.month_first else ""
    told = _in_order(day, MONTHS[day.month - 1], year=year)
    return f"{WEEKDAYS[day.weekday()]}{comma} {told}"


def _short(day: date, *, year: bool) -> str:
    weekday, month = WEEKDAYS[day.weekday()][:_SHORT], MONTHS[day.month - 1][:_SHORT]
    return f"{weekday} {_in_order(day, month, year=year)}"


def long_day(day: date, today: date | None = None) -> str:
    """Return a day with its weekday: `Thursday 3 December`; with another year than now the year."""
    return _with_weekday(day, year=_other_year(day, today))


def long_date(day: date) -> str:
    """Return a day with its weekday and year: `Thursday 3 December 2026`."""
    return _with_weekday(day, year=True)


def plain_day(day: date, today: date | None = None) -> str:
    """Return a day without its weekday: `3 December`; with another year than now the year."""
    return _in_order(day, MONTHS[day.month - 1], year=_other_year(day, today))


def plain_date(day: date) -> str:
    """Return a day with its year: `3 December 2026`."""
    return _in_order(day, MONTHS[day.month - 1], year=True)


def short_day(day: date, today: date | None = None) -> str:
    """Return a day for narrow places: `Thu 3 Dec`; with another year than now the year."""
    return _short(day, year=_other_year(day, today))


def column_day(day: date, today: date | None = None) -> str:
    """Return a short day for a column of days: the day of the month takes two columns."""
    number = str(day.day)
    return short_day(day, today).replace(f" {number}", f" {number:>2}", 1)


def told_text(text: str | None, tell: Callable[[date], str]) -> str:
    """Return a kept day in words; text that is not a day as it is.

    Args:
        text: ISO 8601.
        tell: How a day is told: one of the functions here.
    """
    try:
        return tell(date.fromisoformat(text)) if text else ""
    except ValueError:
        return text or ""


def hour(at: datetime) -> str:
    """Return hours and minutes as this time's own clock shows them: `14:05`, or `2:05 pm`."""
    if not HERE.habit.twelve_hours:
        return stamp(at)
    half = "pm" if at.hour >= NOON else "am"
    return f"{at.hour % NOON or NOON}:{at.minute:02} {half}"


def stamp(at: datetime) -> str:
    """Return the time beside a note, in five columns in every country: `14:05`."""
    return f"{at.hour:02}:{at.minute:02}"


def in_place(place: str) -> str:
    """Return whose clocks show an hour: `in New York`."""
    return f"in {place}"


def at_offset(minutes: int) -> str:
    """Return whose clocks show an hour where only the distance from UTC is known: `at UTC-5`."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"at UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def and_here(there: str, at: datetime, day: date | None) -> str:
    """Return an hour elsewhere, then the hour here; with the day where that differs."""
    other = f" on {short_day(day)}" if day is not None else ""
    return f"{there}, {hour(at)} here{other}"


def distance(days: int) -> str:
    """Return how far away a day is: `in 9 days`, `today`, `3 days ago`."""
    near = {0: TODAY, 1: TOMORROW, -1: YESTERDAY}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"

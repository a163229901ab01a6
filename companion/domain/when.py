"""Days and times as people type them: `2026-12-03 14:00`, `Thu 3 Dec 14:00`, `today 3pm`."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import here, kept_time, local_day
from companion.words.days import MONTHS, NUMBERS, TODAY, TOMORROW, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:\s?(?P<half>[ap])m)?|\s?(?P<only>[ap])m)"
_TIME = rf"(?:(?:[ ,T]|\s+at\s)\s*{_CLOCK})?"
_ALONE = re.compile(rf"(?:(?:at\s+)?{_CLOCK})?\Z", re.IGNORECASE)
_NOON = 12
_FORMS = tuple(
    re.compile(form + _TIME + r"\Z", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}))?",
        r"(?P<day>\d{1,2})\.?\s+(?P<month>[a-z]{3,9})\.?(?:,?\s+(?P<year>\d{4}))?",
        r"(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:,?\s+(?P<year>\d{4}))?",
    )
)
_AHEAD = re.compile(
    r"in\s+(?P<number>\d{1,3}|[a-z]+)\s+(?P<what>day|week)s?\b\s*(?P<rest>.*)\Z", re.IGNORECASE
)
_DAYS = {"day": 1, "week": 7}
_SHORTEST_NAME = 3
FIRST_YEAR, LAST_YEAR = 1800, 2999
"""Times outside cannot be meant, and trip calendars and clocks."""


def can_be_meant(day: date) -> bool:
    """Whether a day or time lies in years that a person can mean."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _number(word: str, names: Iterable[str]) -> int | None:
    """Which name a word is or begins, from 1."""
    if len(word) < _SHORTEST_NAME:
        return None
    begun = word.casefold()
    places = (place for place, name in enumerate(names, 1) if name.casefold().startswith(begun))
    return next(places, None)


def _ahead(text: str) -> tuple[int, str] | None:
    """How many days `in three weeks` is, and what stands after it."""
    found = _AHEAD.match(text)
    if found is None:
        return None
    word, after = found["number"].casefold(), found["rest"].lstrip(", ")
    number = int(word) if word.isdecimal() else NUMBERS.get(word)
    return None if number is None else (number * _DAYS[found["what"].casefold()], after)


def _with_its_day(text: str, today: date) -> str:
    """The text with its first words told as a day; a weekday before a day says nothing more."""
    ahead = _ahead(text.strip())
    if ahead is not None:
        return f"{(today + timedelta(days=ahead[0])).isoformat()} {ahead[1]}".strip()
    first, _, rest = text.strip().partition(" ")
    word, rest = first.rstrip(",.").casefold(), rest.strip()
    weekday = _number(word, WEEKDAYS)
    if word in (TODAY, TOMORROW):
        day = today + timedelta(days=word == TOMORROW)
    elif weekday and _ALONE.match(rest):
        day = today + timedelta(days=(weekday - 2 - today.weekday()) % len(WEEKDAYS) + 1)
    else:
        return rest if weekday else text.strip()
    return f"{day.isoformat()} {rest}".strip()


def _hour(found: re.Match[str]) -> int | None:
    """The hour from 0 to 23; None for an hour that no clock of twelve hours has."""
    hour, half = int(found["hour"]), found["half"] or found["only"]
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        return None
    return hour % _NOON + (_NOON if half.casefold() == "p" else 0)


def _month(text: str) -> int | None:
    return int(text) if text.isdigit() else _number(text, MONTHS)


def _day(found: re.Match[str], today: date) -> date | None:
    month = _month(found["month"])
    if month is None:
        return None
    try:
        day = date(int(found["year"] or today.year), month, int(found["day"]))
        if found["year"] is None and day < today:
            day = day.replace(year=today.year + 1)
    except ValueError:
        return None
    return day if can_be_meant(day) else None


def read_when(text: str, today: date) -> str | None:
    """A typed day, or day and time, as kept: `2026-12-03`, or ISO 8601 with the local offset.

    Args:
        text: What was typed. Without a year the next such day is meant; a weekday alone is
            the next one after today.
        today: The day it is typed on.

    Returns:
        None when it cannot be read.
    """
    text = _with_its_day(text, today)
    found = next((match for form in _FORMS if (match := form.match(text))), None)
    day = _day(found, today) if found else None
    if found is None or day is None:
        return None
    if found["hour"] is None:
        return day.isoformat()
    hour = _hour(found)
    if hour is None:
        return None
    try:
        at = datetime.combine(day, time(hour, int(found["minute"] or 0)))
    except ValueError:
        return None
    return here(at).isoformat(timespec="minutes")


def read_day(text: str, today: date) -> str | None:
    """A typed day as kept (ISO date); None when it cannot be read."""
    when = read_when(text, today)
    return when.partition("T")[0] if when else None


def day_of(text: str | None) -> date | None:
    """The local day of a kept day or time; None when there is none."""
    if not text:
        return None
    if "T" not in text:
        return date.fromisoformat(text)
    return local_day(kept_time(text))

"""Hours as people type them: `14:00`, `2.30 pm`, `14h30`, `half past two`, `noon`, `at 2`."""

from __future__ import annotations

import re
from datetime import time

from companion.words.days import NOON, NUMBERS
from companion.words.habits import HERE

_AT = r"(?:at |@ ?)?"
_CLOCK = re.compile(
    _AT + r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?: ?(?P<half>[ap])m)?"
    r"(?: ?(?:h|hrs?|hours))?"
)
_HALF_DAY = re.compile(_AT + r"(?P<hour>\d{1,2}) ?(?P<half>[ap])m")
_H = re.compile(_AT + r"(?P<hour>\d{1,2}) ?h ?(?P<minute>\d{2})?")
_FOUR_DIGITS = re.compile(_AT + r"(?P<hour>\d{2})(?P<minute>\d{2}) ?(?:h|hrs?|hours)")
_SPOKEN = re.compile(
    r"(?P<at>at )?(?:(?P<part>half|a quarter|quarter|(?P<minutes>\w+)(?: minutes)?) "
    r"(?P<side>past|after|to|before) )?(?P<hour>\w+)(?P<clock> o'?clock)?"
)
PART = re.compile(r"(?:\bin the |\bthis |\bat )?\b(?P<part>morning|afternoon|evening|night)\b")
"""The part of the day that is named beside an hour."""
_NAMED = {"noon": 12, "midday": 12, "12 noon": 12, "midnight": 0, "12 midnight": 0}
_PARTS = {"half": 30, "quarter": 15, "a quarter": 15}
_EARLIEST = 7
"""An hour before it that names no half of the day is one of the afternoon: so visits are."""
_MINUTES, _HOURS = 60, 24


def count(word: str) -> int | None:
    """Return a number in digits or in words."""
    return int(word) if word.isdecimal() else NUMBERS.get(word)


def _of_half(hour: int, half: str) -> int | None:
    """Return the hour from 0 to 23; None for an hour that no clock of twelve hours has."""
    if not 1 <= hour <= NOON:
        return None
    return hour % NOON + (NOON if half == "p" else 0)


def _of_part(hour: int, part: str, *, guess: bool) -> int:
    """An hour that names no half of the day: by the part that is named, else as visits are."""
    if not 1 <= hour <= NOON:
        return hour
    small = part == "night" and (hour == NOON or hour < _EARLIEST - 1)
    if part == "morning" or small:
        return hour % NOON
    if part or (guess and hour < _EARLIEST):
        return hour % NOON + NOON
    return hour


def _written(text: str, part: str) -> tuple[int, int] | None:
    forms = (_CLOCK, _HALF_DAY, _H, _FOUR_DIGITS)
    found = next((match for form in forms if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    said = found.groupdict()
    hour, minute = int(said["hour"]), int(said.get("minute") or 0)
    if said.get("half"):
        of_half = _of_half(hour, said["half"])
        return None if of_half is None else (of_half, minute)
    # `2:30` is the afternoon where clocks have twelve hours; `02:30` is the night everywhere.
    guess = HERE.habit.twelve_hours and not said["hour"].startswith("0")
    return _of_part(hour, part, guess=guess), minute


def _spoken(text: str, part: str) -> tuple[int, int] | None:
    found = _SPOKEN.fullmatch(text)
    if found is None or not (found["at"] or found["side"] or found["clock"] or part):
        return None
    hour = count(found["hour"])
    if hour is None or hour >= _HOURS:
        return None
    hour = _of_part(hour, part, guess=True)
    if not found["side"]:
        return hour, 0
    minute = _PARTS.get(found["part"]) or count(found["minutes"] or "")
    if minute is None or not 0 < minute < _MINUTES:
        return None
    if found["side"] in ("to", "before"):
        return (hour - 1) % _HOURS, _MINUTES - minute
    return hour, minute


def read_hour(text: str, part: str) -> time | None:
    """Return the hour that a whole text is; None when it is none.

    Args:
        text: Folded, halves of the day written `am` and `pm`.
        part: The part of the day that was named beside it; empty for none.
    """
    named = _NAMED.get(text.removeprefix("at ")) if not part else None
    found = (named, 0) if named is not None else _written(text, part) or _spoken(text, part)
    if found is None or found[0] >= _HOURS or found[1] >= _MINUTES:
        return None
    return time(*found)

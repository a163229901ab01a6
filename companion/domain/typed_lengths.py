"""Lengths of time as people type them: `30`, `12 minutes`, `half an hour`, `1.5 hours`."""

from __future__ import annotations

import re

from companion.domain.folded_text import folded
from companion.domain.typed_days import count

_HOUR = 60
_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_TENS |= {"ninety": 90}
_HOURS, _MINUTES = r"(?:hours?|hrs?|h)(?![a-z])", r"(?:m|mins?|minutes?|')"
_PARTS = {
    "half an hour": 30,
    "half hour": 30,
    "quarter of an hour": 15,
    "quarter hour": 15,
    "three quarters of an hour": 45,
    "hour and a half": 90,
    "hour and a quarter": 75,
    "hour and three quarters": 105,
}
_CLOCK = re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>\d{2})")
_LONG = re.compile(
    rf"(?P<hours>\w+) ?{_HOURS}(?: ?(?:and )?(?P<minutes>[a-z-]+|\d+)(?: ?{_MINUTES})?)?"
)
_PART_OF_HOURS = re.compile(rf"(?P<hours>\d{{1,2}}[.,]\d{{1,2}}) ?{_HOURS}")
_AND_A_HALF = re.compile(rf"(?P<hours>\w+) and a half ?{_HOURS}|(?P<other>\w+) {_HOURS} and a half")
_SHORT = re.compile(rf"(?P<minutes>[a-z-]+|\d+) ?{_MINUTES}?")


def _number(word: str) -> int | None:
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return _TENS[tens] + (count(ones) or 0)
    return count(word)


def _of_hours(text: str) -> int | None:
    """More than one hour, or a part of one."""
    found = _AND_A_HALF.fullmatch(text)
    if found is not None:
        hours = _number(found["hours"] or found["other"])
        return None if hours is None else hours * _HOUR + _HOUR // 2
    found = _PART_OF_HOURS.fullmatch(text)
    if found is not None:
        return round(float(found["hours"].replace(",", ".")) * _HOUR)
    found = _CLOCK.fullmatch(text) or _LONG.fullmatch(text)
    if found is None:
        return None
    hours = _number(found["hours"])
    minutes = _number(found["minutes"]) if found["minutes"] else 0
    return None if hours is None or minutes is None else hours * _HOUR + minutes


def read_minutes(text: str) -> int | None:
    """Return how many minutes a text says; None when it says none."""
    plain = folded(text.replace("½", " and a half")).rstrip(" .").removeprefix("about ")
    plain = plain.removeprefix("and ")
    part = _PARTS.get(plain.removeprefix("a ").removeprefix("an "))
    if part is not None or plain in ("a", "an"):
        return part
    found = _SHORT.fullmatch(plain)
    number = _number(found["minutes"]) if found else None
    return number if number is not None else _of_hours(plain)

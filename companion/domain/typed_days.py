"""Days and hours as people type them: `Dec 3rd`, `3.12.26`, `next Thursday`, `half past two`.

A day without a year is the next such day, or the last one where only a day that was can be meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.words.days import (
    MONTHS,
    NOON,
    NUMBERS,
    TODAY,
    TOMORROW,
    WEEKDAYS,
    YESTERDAY,
)
from companion.words.habits import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable

FILLERS = frozenset(["on", "the", "of", "at", "by", "for", "-", "@", "·"])
"""Words between a day and an hour that say nothing."""
_SHORTEST_NAME = 3
_WEEK = 7
_CENTURY, _SHORT_YEAR_DIGITS = 100, 2
_YEARS_AHEAD = 20
"""Years of two digits reach so far ahead; others were."""

_YEAR = r"(?: ?(?P<year>\d{4}|'\d{2}))?"
_SHORT_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_LATE_YEAR = r" (?P<year>2[5-9]|[3-9]\d)"
"""Two digits after the name of a month, where no hour can be meant."""
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\.(?: ?{_SHORT_YEAR})?",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?: (?P<year>\d{4}))?",
        rf"(?P<one>\d{{1,2}})(?P<mark>[-/])(?P<other>\d{{1,2}})(?:(?P=mark){_SHORT_YEAR})?",
        rf"{_NTH} ?{_NAME}(?:{_YEAR}|{_LATE_YEAR.replace('year', 'late')})",
        rf"{_NAME} ?{_NTH}(?:{_YEAR}|{_LATE_YEAR.replace('year', 'late')})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)",
    )
)
_FAR = re.compile(
    r"(?P<ahead>in )?(?P<number>\w+) (?P<what>day|week|fortnight|month|year)s?"
    r"(?P<way> ago| from now| from today)?"
)
_SPAN = re.compile(r"(?P<which>next|last) (?P<what>week|month|year)")
_EDGE = re.compile(r"(?P<edge>end|beginning|start|mid|middle) (?P<rest>.+)")
_NEAR = {
    TODAY: 0,
    TOMORROW: 1,
    YESTERDAY: -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}
_DAYS = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_BY = {"": 0, "this": 0, "next": 1, "last": -1}


def count(word: str) -> int | None:
    """Return a number in digits or in words."""
    return int(word) if word.isdecimal() else NUMBERS.get(word)


class DayContext(Value):
    """The context a typed day is read in."""

    today: date
    past: bool = False
    """Whether only a day that was can be meant."""

    def read(self, text: str) -> date | None:
        """Return the day that a whole text is; None when it is none.

        Args:
            text: Folded, without commas.
        """
        words = [word for word in text.split() if word not in FILLERS]
        whole = " ".join(words)
        if whole in _NEAR:
            return self.today + timedelta(days=_NEAR[whole])
        for read in (self._far, self._edge, self._of_which_week, self._dated):
            day = read(whole)
            if day is not None:
                return day
        return None

    def _fits(self, day: date) -> bool:
        return day <= self.today if self.past else day >= self.today

    # How far away

    def _far(self, text: str) -> date | None:
        """`in 3 weeks`, `a week ago`, `3 days`, `next month`, `last week`."""
        found = _SPAN.fullmatch(text)
        if found is not None:
            return _moved(self.today, _BY[found["which"]], found["what"])
        found = _FAR.fullmatch(text)
        number = count(found["number"]) if found else None
        if found is None or number is None:
            return None
        ahead = found["ahead"] or (found["way"] or "").startswith(" from")
        ago = found["way"] == " ago" or (not ahead and self.past)
        return _moved(self.today, -number if ago else number, found["what"])

    # Beginnings and ends

    def _edge(self, text: str) -> date | None:
        """`end of February`, `beginning of next month`, `mid March 2027`, `end of the year`."""
        found = _EDGE.fullmatch(text)
        span = self._span(found["rest"], at_end=found["edge"] == "end") if found else None
        if found is None or span is None:
            return None
        first, last = span
        if found["edge"] == "end":
            return last
        half = (last - first - timedelta(days=1)) // 2
        return first + half if found["edge"].startswith("mid") else first

    def _span(self, text: str, *, at_end: bool) -> tuple[date, date] | None:
        """Return the first and the last day of a week, a month, a year."""
        which, _, what = text.rpartition(" ")
        by = _BY.get(which)
        if by is not None and what == "week":
            monday = self.today + timedelta(days=by * _WEEK - self.today.weekday())
            return monday, monday + timedelta(days=_WEEK - 1)
        if by is not None and what == "month":
            return _month_of(_months_on(self.today.replace(day=1), by))
        if by is not None and what == "year":
            year = self.today.year + by
            return date(year, 1, 1), date(year, 12, 31)
        return self._named_month(text, at_end=at_end)

    def _named_month(self, text: str, *, at_end: bool) -> tuple[date, date] | None:
        name, _, year = text.partition(" ")
        month = _month(name)
        if month is None:
            return None
        if year:
            first = _safe(int(year), month, 1) if re.fullmatch(r"\d{4}", year) else None
            return _month_of(first) if first is not None else None
        this = self.today.year
        years = (this + 1, this, this - 1) if self.past else (this - 1, this, this + 1)
        every = (_month_of(date(each, month, 1)) for each in years)
        return next((span for span in every if self._fits(span[1 if at_end else 0])), None)

    # Weekdays

    def _of_which_week(self, text: str) -> date | None:
        """`Thursday`, `next Thursday`, `Thursday next week`, `Thursday week`, `last Thursday`.

        A weekday alone is the next one after today, or the last one with today; `next Thursday` is
        the one of next week.
        """
        named, rest = _weekdays_in(text)
        if len(named) != 1:
            return None
        weekday, today = named[0], self.today
        monday = today - timedelta(days=today.weekday())
        ahead = today + timedelta(days=(weekday - 1 - today.weekday()) % _WEEK + 1)
        behind = today - timedelta(days=(today.weekday() - weekday) % _WEEK)
        before = today - timedelta(days=(today.weekday() - weekday - 1) % _WEEK + 1)
        of_next = monday + timedelta(days=weekday + _WEEK)
        return {
            "": behind if self.past else ahead,
            "this": behind if self.past else ahead,
            "this week": monday + timedelta(days=weekday),
            "next": of_next,
            "next week": of_next,
            "week": ahead + timedelta(days=_WEEK),
            "last": before,
            "last week": monday + timedelta(days=weekday - _WEEK),
        }.get(rest)

    # Dates

    def _dated(self, text: str) -> date | None:
        """`3 December`, `Dec 3rd, 2026`, `3.12.26`, `3/12`, `the 3rd`; a weekday may stand by."""
        weekdays, rest = _weekdays_in(text)
        if len(weekdays) > 1:
            return None
        found = next((match for form in _FORMS if (match := form.fullmatch(rest))), None)
        if found is None:
            return None
        said = {name: value for name, value in found.groupdict().items() if value}
        month, day = _month_and_day(said)
        if month is None:
            return None if "name" in said else self._nth(day)
        year = said.get("year") or said.get("late")
        if year is not None:
            return _safe(self._full_year(year.removeprefix("'")), month, day)
        return self._of_a_year(month, day, next(iter(weekdays), None))

    def _full_year(self, digits: str) -> int:
        year = int(digits)
        if len(digits) > _SHORT_YEAR_DIGITS:
            return year
        ahead = 0 if self.past else _YEARS_AHEAD
        year += self.today.year // _CENTURY * _CENTURY
        return year - _CENTURY if year > self.today.year + ahead else year

    def _of_a_year(self, month: int, day: int, weekday: int | None) -> date | None:
        """The next or the last such day; one of another year if only that has the weekday."""
        near = range(-8, 9)  # of nine years at least one has 29 February
        every = [each for by in near if (each := _safe(self.today.year + by, month, day))]
        every.sort(key=lambda each: (not self._fits(each), abs(each - self.today)))
        close = (each for each in every if abs(each - self.today) < timedelta(days=400))
        named = (each for each in close if each.weekday() == weekday)
        return next(named, next(iter(every), None))

    def _nth(self, day: int) -> date | None:
        """`the 3rd`."""
        first = self.today.replace(day=1)
        months = (_months_on(first, by) for by in ((0, -1, -2) if self.past else (0, 1, 2)))
        every = (_safe(each.year, each.month, day) for each in months)
        return next((each for each in every if each is not None and self._fits(each)), None)


def _month_and_day(said: dict[str, str]) -> tuple[int | None, int]:
    """Return the month, None where no or no known one is named, and the day."""
    if "one" in said:
        one, other = int(said["one"]), int(said["other"])
        month_first = HERE.habit.month_first
        if max(one, other) > len(MONTHS):
            month_first = other > len(MONTHS)
        return (one, other) if month_first else (other, one)
    day = int(said["day"])
    if "name" in said:
        return _month(said["name"]), day
    month = int(said["month"]) if "month" in said else None
    if month is not None and month > len(MONTHS) >= day and "mark" not in said:
        return day, month
    return month, day


def _number(word: str, names: Iterable[str]) -> int | None:
    """Which name a word is or begins, from 0."""
    word = word.rstrip(".")
    if len(word) < _SHORTEST_NAME:
        return None
    places = (place for place, name in enumerate(names) if name.casefold().startswith(word))
    return next(places, None)


def _weekday(word: str) -> int | None:
    return _number("wed" if word == "weds" else word, WEEKDAYS)


def _weekdays_in(text: str) -> tuple[list[int], str]:
    """Return the weekdays that a text names, and its other words."""
    words = text.split()
    named = [number for word in words if (number := _weekday(word)) is not None]
    return named, " ".join(word for word in words if _weekday(word) is None)


def _month(word: str) -> int | None:
    place = _number("sep" if word.rstrip(".") == "sept" else word, MONTHS)
    return None if place is None else place + 1


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date, by: int, what: str) -> date | None:
    try:
        if what in _DAYS:
            return day + timedelta(days=by * _DAYS[what])
        return _months_on(day, by * (len(MONTHS) if what == "year" else 1))
    except (OverflowError, ValueError):
        return None


def _months_on(day: date, months: int) -> date:
    """Return the same day some months on; the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, len(MONTHS))
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_of(first: date) -> tuple[date, date]:
    return first, first.replace(day=monthrange(first.year, first.month)[1])


# Hours

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

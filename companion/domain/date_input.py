"""Days and times as people type them: `3 December 14:00`, `Dec 3rd, 2 pm`, `in 3 weeks`, `noon`.

A text is read where all of it says a day, an hour, or both; what is left over makes it unreadable,
so that nothing is guessed from half of it. Marks, blanks and letters that look alike are one
(`folded_text`). What is ambiguous follows the habit of the country (`3/12`), and is said back.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from companion.domain.folded_text import folded
from companion.domain.moments import at_clock, here, kept_time, local_day, second_of_two
from companion.domain.typed_days import FILLERS, PART, DayContext, read_hour
from companion.domain.value import Value
from companion.domain.visit_times import told_place
from companion.words.days import ORDINALS, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

FIRST_YEAR, LAST_YEAR = 1800, 2999
"""Times outside cannot be meant, and trip calendars and clocks."""
_LONGEST = 100
"""Characters of a text that can be a day; every part of it is looked at in several ways."""

_MOST_OF_AN_HOUR = 5
"""Words of the longest hour: `at ten minutes past two`."""


def can_be_meant(day: date) -> bool:
    """Return whether a day or time lies in years that a person can mean."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


class Expected(Value):
    """The context a typed day is read in."""

    today: date
    day: date | None = None
    """The day that is known already: an hour alone is on it."""
    zone: tzinfo | None = None
    """Whose clocks are meant; None for those here."""
    past: bool = False
    """Whether only a day that was can be meant: without a year the last such day is."""


class Read(Value):
    """The meaning of a typed day."""

    kept: str
    """As it is kept: `2026-12-03`, or ISO 8601 with the offset."""
    skipped: datetime | None = None
    """The typed text, where clocks skip that hour."""
    twice: bool = False
    """Whether clocks show that hour twice on that day; the first was taken."""
    offset: bool = False
    """Whether an offset was typed, so that no clock was asked."""


_HALVES = re.compile(r"(?:\b|(?<=\d))([ap])\.? ?m\b\.?")
_ISO_T = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})t(?=\d)")
_ORDINAL = {name: f"{number}th" for number, name in enumerate(ORDINALS, 1)}
_DISTANCE = re.compile(r"(?<=\w) (?:in \d+ days|\d+ days ago|today|tomorrow|yesterday)\Z")
"""How far away a day is, as it is told beside one."""
_HERE_TOO = re.compile(r" \d{1,2}:\d{2}(?: [ap]m)? here(?: on .+)?\Z")
"""The hour here, as it is told beside one elsewhere."""


def _plainly(text: str) -> str:
    """Return the text as it is read: one form of blanks, marks, ordinals and halves of the day."""
    plain = _ISO_T.sub(r"\1 ", _HALVES.sub(r"\1m", folded(text)))
    plain = plain.replace(",", " ").replace(";", " ").replace("tonight", f"{TODAY} evening")
    return " ".join(_ORDINAL.get(word, word) for word in plain.rstrip(" .").split())


def _splits(words: list[str]) -> Iterator[tuple[list[str], str]]:
    """Return every way to take some words of a text for the hour; the others are the day."""
    count = len(words)
    yield words, ""
    for begin in range(count):
        for end in range(min(count, begin + _MOST_OF_AN_HOUR), begin, -1):
            yield [*words[:begin], *words[end:]], " ".join(words[begin:end])


def _parts(text: str, expected: Expected) -> tuple[date, time | None] | None:
    """Return the day and the hour of a whole text."""
    named = PART.search(text)
    part = named["part"] if named else ""
    reads = DayContext(expected.today, past=expected.past).read
    for day_words, hour_text in _splits(PART.sub(" ", text).split()):
        hour = read_hour(hour_text, part) if hour_text else None
        if hour is None and (hour_text or part):
            continue
        alone = hour is not None and all(word in FILLERS for word in day_words)
        day = expected.day if alone else reads(" ".join(day_words))
        if day is not None and can_be_meant(day):
            return day, hour
    return None


def _of_which_clock(text: str, zone: tzinfo | None) -> Iterator[tuple[str, bool]]:
    """Return the text without what is told beside an hour, and whether clocks here are meant."""
    for plain in dict.fromkeys((text, _DISTANCE.sub("", text))):
        yield plain, False
        if plain.endswith(" here") and not _HERE_TOO.search(plain.removesuffix(" here") + " "):
            yield plain.removesuffix(" here"), True
        there = _HERE_TOO.sub("", plain)
        place = folded(told_place(zone)) if zone is not None else ""
        if place and there.endswith(f" {place}"):
            yield there.removesuffix(f" {place}"), False


def read(text: str, expected: Expected) -> Read | None:
    """Return the day, or day and hour, that a text means; None when it cannot be read."""
    if len(text) > _LONGEST:
        return None
    exact = _exact(text.strip(), expected.zone)
    if exact is not None:
        return exact
    for plain, means_here in _of_which_clock(_plainly(text), expected.zone):
        found = _parts(plain, expected)
        if found is not None:
            return _as_kept(*found, expected.zone, here_is_meant=means_here)
    return None


def _exact(text: str, zone: tzinfo | None) -> Read | None:
    """ISO 8601, with an offset or without."""
    try:
        at = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    if not can_be_meant(at):
        return None
    if at.tzinfo is not None:
        return Read(at.isoformat(timespec="minutes"), offset=True)
    whole = len(text) <= len("2026-12-03") and "T" not in text.upper()
    return _as_kept(at.date(), None if whole else at.time(), zone, here_is_meant=False)


def _as_kept(day: date, hour: time | None, zone: tzinfo | None, *, here_is_meant: bool) -> Read:
    if hour is None:
        return Read(day.isoformat())
    shown = datetime.combine(day, hour)
    clock = None if here_is_meant else zone
    at = at_clock(shown, clock)
    skipped = shown if here(at, clock).replace(tzinfo=None) != shown else None
    twice = skipped is None and second_of_two(at, clock) is not None
    return Read(here(at, zone).isoformat(timespec="minutes"), skipped, twice)


def read_when(text: str, today: date) -> str | None:
    """Return a typed day, or day and hour here, as it is kept; None when it cannot be read."""
    found = read(text, Expected(today))
    return found.kept if found is not None else None


def read_day(text: str, today: date, *, past: bool = False) -> str | None:
    """Return a typed day as it is kept; None when it cannot be read.

    Args:
        text: What was typed.
        today: The day it is typed on.
        past: Whether only a day that was can be meant.
    """
    found = read(text, Expected(today, past=past))
    return found.kept.partition("T")[0] if found is not None else None


def day_of(text: str | None) -> date | None:
    """Return the local day of a kept day or time; None when there is none."""
    if not text:
        return None
    if "T" not in text:
        return date.fromisoformat(text)
    return local_day(kept_time(text))

"""Times typed on the command line: as in the rooms, or ISO 8601; local, if no offset is given."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.io import say
from companion.domain.date_input import Expected, Read, read
from companion.domain.moments import kept_time, second_of_two
from companion.domain.text import is_blank
from companion.domain.visit import VisitAbout
from companion.domain.visit_times import day_here, told_when
from companion.files.zone import local_zone
from companion.words import commands as words
from companion.words import days

if TYPE_CHECKING:
    from datetime import date

MINUTES = click.IntRange(1, 24 * 60)
"""How long a visit may be."""


def read_when(given: str, today: date, about: VisitAbout | None = None) -> tuple[str, str | None]:
    """Return a planned time as it is kept, and the zone it was planned in.

    A time typed in words is repeated on stderr; so is an hour that clocks skip, or show twice.

    Args:
        given: What was typed; a date alone is a whole day.
        today: The day it is typed on.
        about: The visit whose time is changed.

    Raises:
        RefusedError: It is no time, or none that can be meant.
    """
    known = day_here(about) if about is not None else None
    was = about is not None and about.started_at is not None
    taken = None if is_blank(given) else read(given, Expected(today, known, past=was))
    if taken is None:
        is_hour = read(given, Expected(today, today)) is not None
        raise RefusedError((words.hour_without_day if is_hour else words.not_a_time)(given))
    zone = None if taken.offset else local_zone()
    _say_back(given, taken, zone)
    if "T" not in taken.kept:
        return taken.kept, zone
    return kept_time(taken.kept).isoformat(), zone


def _say_back(given: str, taken: Read, zone: str | None) -> None:
    told = told_when(VisitAbout(id="", at=taken.kept, zone=zone), days.long_date)
    if taken.skipped is not None:
        say(words.hour_skipped(days.hour(taken.skipped), told))
    elif taken.twice:
        second = second_of_two(kept_time(taken.kept))
        say(words.hour_twice(told, second.isoformat(timespec="minutes") if second else ""))
    elif not _is_iso(given):
        say(words.taken_for(told))


def _is_iso(given: str) -> bool:
    try:
        datetime.fromisoformat(given.strip().upper())
    except ValueError:
        return False
    return True


def read_day(given: str, today: date) -> str:
    """Return a day as it is kept; one typed in words is repeated on stderr.

    Raises:
        RefusedError: It is no day, or none that can be meant.
    """
    taken = None if is_blank(given) else read(given, Expected(today))
    if taken is None or "T" in taken.kept:
        raise RefusedError(words.not_a_day(given))
    _say_back(given, taken, None)
    return taken.kept

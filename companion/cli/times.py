"""Times as they are typed on the command line."""

from __future__ import annotations

from datetime import date, datetime

from companion.cli.refusing import RefusedError
from companion.domain.moments import here
from companion.domain.when import can_be_meant
from companion.files.zone import local_zone
from companion.words import commands as words


def _day(text: str) -> date:
    """A day that can be meant.

    Raises:
        ValueError: It is none.
    """
    day = date.fromisoformat(text)
    if not can_be_meant(day):
        raise ValueError(text)
    return day


def _local(at: datetime) -> str:
    if not can_be_meant(at):
        raise ValueError(at)
    return (at if at.tzinfo is not None else here(at)).isoformat()


def read_when(given: str) -> tuple[str, str | None]:
    """A planned time as it is kept, and the zone it was planned in.

    Args:
        given: `2026-12-03T14:00` local, with an offset, or a date for a whole day.

    Raises:
        RefusedError: It is no time, or none that can be meant.
    """
    text = given.strip()
    try:
        if "T" not in text and " " not in text:
            return _day(text).isoformat(), local_zone()
        at = datetime.fromisoformat(text)
        return _local(at), None if at.tzinfo is not None else local_zone()
    except (OverflowError, OSError, ValueError) as error:
        raise RefusedError(words.not_a_time(given)) from error


def read_day(given: str) -> str:
    """A day as it is kept.

    Raises:
        RefusedError: It is no day, or none that can be meant.
    """
    try:
        return _day(given.strip()).isoformat()
    except ValueError as error:
        raise RefusedError(words.not_a_day(given)) from error

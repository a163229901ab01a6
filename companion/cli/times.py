"""Times as they are typed on the command line."""

from __future__ import annotations

from datetime import date, datetime

from companion.cli.refusing import RefusedError
from companion.files.zone import local_zone
from companion.words import commands as words


def read_when(given: str) -> tuple[str, str | None]:
    """A planned time as it is kept, and the zone it was planned in.

    Args:
        given: `2026-12-03T14:00` local, with an offset, or a date for a whole day.

    Raises:
        RefusedError: It is no time.
    """
    try:
        if "T" not in given and " " not in given.strip():
            return date.fromisoformat(given.strip()).isoformat(), local_zone()
        at = datetime.fromisoformat(given.strip())
    except ValueError as error:
        raise RefusedError(words.not_a_time(given)) from error
    if at.tzinfo is not None:
        return at.isoformat(), None
    try:
        return at.astimezone().isoformat(), local_zone()
    except (OverflowError, OSError, ValueError) as error:
        raise RefusedError(words.not_a_time(given)) from error


def read_day(given: str) -> str:
    """A day as it is kept.

    Raises:
        RefusedError: It is no day.
    """
    try:
        return date.fromisoformat(given.strip()).isoformat()
    except ValueError as error:
        raise RefusedError(words.not_a_day(given)) from error

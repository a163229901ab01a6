"""Sentences about people, days and the visit itself."""

from __future__ import annotations

from datetime import datetime

from companion.words.days import distance, hour, plain_day

STANDS_IN = {"patient": "the patient", "companion": "the companion", "clinician": "the doctor"}
"""Names for people whose name was not typed yet."""

GOAL = "Goal for this visit"
DECIDE_BY = "Decide by"
WHEN = "Day and time"
MINUTES = "Minutes planned"
WITH = "Who you're seeing"
PLACE = "Where, or what number to call"
WHEN_IT_STARTS = "When it starts"
PHONE = "Phone or video visit"
NOT_KNOWN = "not known yet"

INVITATION = "From the invitation"
INVITED_BY = "Invited by"
LINK = "Link"
FEWER = "Show less"


def more_of_it(lines: int) -> str:
    """A long invitation of which only the first lines are shown."""
    return f"Show {lines} more {'line' if lines == 1 else 'lines'}"


MINUTES_UNREAD = "Try: 30, or: half an hour. Nothing was changed."
_EXAMPLE = datetime(2026, 12, 3, 14, 0)  # noqa: DTZ001 - no moment, only how one is written

UNDO_PLANNED = "visit planned"
UNDO_PHONE = "phone or video visit, or not"
UNDO_CALLED_OFF = "visit canceled"
CALLED_OFF = "Visit canceled. Ctrl+Z brings it back."
UNDO_TAKEN_AWAY = "visit removed"
TAKEN_AWAY = "Visit removed. Ctrl+Z brings it back."
STAYS = "This visit has notes, so it stays. To cancel it, press F1."
NO_VISIT = "No visit planned yet."
OTHERS = "Other visits"
ANOTHER = "+ Another visit"
IS_CALLED_OFF = "canceled"


def undo_answer(label: str) -> str:
    """A field that was filled in."""
    return f"{label[:1].lower()}{label[1:]}"


def perhaps(doctor: str) -> str:
    """A doctor who may be meant, with the name in full."""
    return f"Is it {doctor}? Type it like that." if doctor else ""


def minutes_echo(minutes: int) -> str:
    """The length that was understood."""
    return f"{minutes} minutes"


def _day() -> str:
    return plain_day(_EXAMPLE.date())


def day_form() -> str:
    """How a day can be written."""
    return f"like {_day()} or in 3 weeks"


def when_form() -> str:
    """How a day and an hour can be written."""
    return f"like {_day()}, {hour(_EXAMPLE)}"


def day_unread() -> str:
    """A day that cannot be read."""
    return f"Try: {_day()}, or: in 3 weeks. Nothing was changed."


def when_unread() -> str:
    """A day and an hour that cannot be read."""
    return f"Try: {_day()} {hour(_EXAMPLE)}, or: in 3 weeks. Nothing was changed."


def echo(told: str, away: int) -> str:
    """The day or time that was understood, and how far away it is."""
    return f"{told}, {distance(away)}"


def skipped(told: str, typed: str) -> str:
    """A time in an hour that clocks skip on that day."""
    return f"{told} (clocks skip {typed})"


def first_of_two(told: str) -> str:
    """A time in an hour that clocks show twice on that day."""
    return f"{told} (the first of two)"

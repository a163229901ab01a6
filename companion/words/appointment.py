"""Sentences about people, days and the visit itself."""

from __future__ import annotations

from datetime import date

from companion.words.days import TODAY, distance, long_day

_DAY = len("2026-12-03")
_TIME = slice(len("2026-12-03T"), len("2026-12-03T14:00"))

STANDS_IN = {"patient": "the patient", "companion": "the companion", "clinician": "the doctor"}
"""What a person is called whose name nobody has typed."""

GOAL = "Goal of this visit"
DECIDE_BY = "Decide by"
WHEN = "Day and time"
MINUTES = "Minutes planned"
WITH = "With whom"
PLACE = "Where, or which number to call"
WHEN_IT_STARTS = "When it starts"
PHONE = "By phone or video"
NOT_KNOWN = "not known yet"

INVITATION = "From the invitation"
INVITED_BY = "Who invites"
LINK = "Link"
FEWER = "Show less of it"


def more_of_it(lines: int) -> str:
    """A long invitation of which only the first lines are shown."""
    return f"Show the rest of it, {lines} more {'line' if lines == 1 else 'lines'}"


DAY_UNREAD = "Write the day like 20 December or in 3 weeks. Nothing was changed."
WHEN_UNREAD = "Write it like 3 December 14:00 or in 3 weeks. Nothing was changed."
MINUTES_UNREAD = "Write how many minutes, as a number: 30. Nothing was changed."
DAY_FORM = "like 3 December or in 3 weeks"
TIME_FORM = "like 3 December 14:00"

UNDO_PLANNED = "visit planned"
UNDO_PHONE = "by phone or video, or not"
UNDO_CALLED_OFF = "visit called off"
CALLED_OFF = "The visit is called off. Ctrl+Z brings it back."
UNDO_TAKEN_AWAY = "visit taken off the list"
TAKEN_AWAY = "The visit is off the list. Ctrl+Z brings it back."
STAYS = "Something is written in this visit, so it stays. It can be called off: F1."
NO_VISIT = "No visit is planned yet."
OTHERS = "Other visits"
ANOTHER = "+ Another visit"
IS_CALLED_OFF = "called off"


def undo_answer(label: str) -> str:
    """A field that was filled in."""
    return f"{label[:1].lower()}{label[1:]}"


def echo(kept: str | None, today: date, form: str = DAY_FORM) -> str:
    """What a typed day or time was taken for, with its weekday; else how to write it."""
    if not kept:
        return form
    day = date.fromisoformat(kept[:_DAY])
    time = f", {kept[_TIME]}" if "T" in kept else ""
    away = distance((day - today).days)
    return f"{long_day(day, today)}{time}, {away}" if away != TODAY else f"{TODAY}{time}"


def perhaps(doctor: str) -> str:
    """A doctor who is perhaps meant, with the name in full."""
    return f"Is it {doctor}? Then write it so." if doctor else ""

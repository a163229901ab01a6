"""Sentences about the current doctor's opinion."""

from __future__ import annotations

DOCTOR = "Your current doctor"
ADDITION = "Add to it, with today's date"
FREEZE = "Date and lock: what I was told before the visit"
NOTHING_THEN = "not mentioned then"
INTRO = (
    "Write what your current doctor says, in a few words. Lock it before the visit, so you can "
    "see later what changed."
)
FROZEN_NOW = "Locked, with today's date. What you add goes below."
NOTHING_TO_FREEZE = "Write down at least one thing first."
IS_FROZEN = "This is locked. What you write now is added below."
KNOWN = "Did this doctor know of another opinion?"
KNOWN_AS = {"unknown": "we don't know", "yes": "yes", "no": "no"}
SEEN = "What this doctor had seen"
UNDO_DOCTOR = "your current doctor"
UNDO_CELL = "current doctor's opinion"
UNDO_KNOWN = "whether this doctor knew another opinion"


SEEN_AS = {True: "yes", False: "no"}


def seen(record: str) -> str:
    """A record that a doctor has seen since the opinion was locked, or has not."""
    return f"Had seen {record.rstrip('.')}:"


def frozen_on(day: str) -> str:
    """When the opinion was locked."""
    return f"Locked on {day}. What you write now is added below."


def title(doctor: str) -> str:
    """Whose opinion it is."""
    return f"{possessive(doctor)} opinion" if doctor else "Your doctor's opinion"


def possessive(name: str) -> str:
    """The name with the ending of the possessive."""
    return f"{name}'s" if not name.endswith("s") else f"{name}'"


def added_on(day: str) -> str:
    """A dated addition."""
    return f"added {day}:"

"""Sentences about the present doctor's opinion."""

from __future__ import annotations

DOCTOR = "Your present doctor"
ADDITION = "Add to it, with today's date"
FREEZE = "Set it down: this is what I was told before the visit"
FREEZE_MEANS = (
    "From then on these lines stay as they are. What you hear later is added below, with its date."
)
NOTHING_THEN = "nothing at that time"
INTRO = (
    "Write what your present doctor says, in a few words. Then set it down before the visit, so "
    "that nobody has to remember later."
)
FROZEN_NOW = "Set down, with today's date. What you write from now on is added below it."
NOTHING_TO_FREEZE = "Write down at least one thing first."
IS_FROZEN = "This was set down and stays. What you write now is added with today's date."
KNOWN = "Did this doctor know of another opinion?"
KNOWN_AS = {"unknown": "we do not know", "yes": "yes", "no": "no"}
SEEN = "What this doctor had seen"
UNDO_DOCTOR = "your present doctor"
UNDO_CELL = "present doctor's opinion"
UNDO_KNOWN = "whether another opinion was known"


SEEN_AS = {True: "yes", False: "no"}


def seen(record: str) -> str:
    """A record that a doctor has seen since the opinion was set down, or has not."""
    return f"Had seen {record.rstrip('.')}:"


def frozen_on(day: str) -> str:
    """When the opinion was set down."""
    return f"Set down on {day}. What comes later is added below."


def title(doctor: str) -> str:
    """Whose opinion it is."""
    return f"{possessive(doctor)} opinion" if doctor else "What my doctor says now"


def possessive(name: str) -> str:
    """The name with the ending of the possessive."""
    return f"{name}'s" if not name.endswith("s") else f"{name}'"


def added_on(day: str) -> str:
    """A dated addition."""
    return f"added {day}:"

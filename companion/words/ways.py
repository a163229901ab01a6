"""Sentences about the ways on: what each makes, and the paper that belongs to it."""

from __future__ import annotations

from companion.words.compare import NO_DOCTOR

PAPERS = {
    "take-back": ("message", "+ Paper: message back to your present doctor"),
    "together": ("both", "+ Paper: ask both to look at it together"),
    "same-questions": ("ask-both", "+ Paper: the same questions for both"),
    "change": ("change", "+ Paper: move your care to another doctor"),
    "third": ("book", "+ Paper: ask for a visit"),
}
"""The paper that belongs to a way on, and how it is offered."""


def made_steps(count: int, first_day: str) -> str:
    """What a way on has made, and by when the first of it is due."""
    made = "1 step is" if count == 1 else f"{count} steps are"
    return f"made: {made} in the list below{f', the next by {first_day}' if first_day else ''}"


def leaned_before(count: int) -> str:
    """How often one wrote before which way one leaned."""
    return "1 entry before it" if count == 1 else f"{count} entries before it"


def visit_made(doctor: str) -> str:
    """A visit was made."""
    return f"A visit with {doctor or NO_DOCTOR} is in this case now, with your questions."


def visit_there(doctor: str) -> str:
    """There is such a visit already."""
    return f"A visit with {doctor or NO_DOCTOR} is planned already. Ctrl+G 1 shows it."


def steps_made(count: int) -> str:
    """Steps were made."""
    if not count:
        return "Its steps are in the list already."
    made = "1 step is" if count == 1 else f"{count} steps are"
    return f"{made} in the list now. Press o for whose it is, d for the day."

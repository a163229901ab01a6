"""Sentences of the list of a case's visits."""

from __future__ import annotations

TITLE = "Visits in this case"
HINT = "Enter open · Esc stay here"
NEW = "+ A new visit, starting now"
NO_DOCTOR = "a visit"
NO_DAY = "no date yet"
OPEN = "open"
ENDED = "ended"
PLANNED = "not started"
CANCELLED = "canceled"


def notes(count: int, state: str) -> str:
    """How many notes a visit has, and its state."""
    if count == 0:
        return state
    return f"1 note, {state}" if count == 1 else f"{count} notes, {state}"

"""Sentences of the list of a case's visits."""

from __future__ import annotations

TITLE = "Visits of this case"
HINT = "Enter opens one · Esc stays here"
NEW = "+ A new visit, beginning now"
NO_DOCTOR = "a visit"
NO_DAY = "no day yet"
OPEN = "open"
ENDED = "ended"
PLANNED = "not begun"
CANCELLED = "called off"


def notes(count: int, state: str) -> str:
    """How many notes a visit has, and its state."""
    if count == 0:
        return state
    return f"1 note, {state}" if count == 1 else f"{count} notes, {state}"

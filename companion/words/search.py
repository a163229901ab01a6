"""Sentences of the search at Home."""

from __future__ import annotations

SEARCH = "Search all notes, answers and steps"
SEARCH_PLACEHOLDER = "type a word"
SEARCH_HINT = "type · arrows and Enter open · Esc back"
NOTHING_FOUND = "Nothing has these words."
GETTING_READY = "Getting ready to search; what you type waits until then."
NOTHING_TYPED = "Type a word; what holds it is listed here."
FOUND_IN = {
    "note": "note",
    "door": "before you leave",
    "debrief": "while it was fresh",
    "question": "question",
    "step": "step",
    "reason": "reason",
    "priority": "what matters",
    "goal": "goal",
    "record": "record",
    "answer": "getting ready",
    "opinion": "opinion",
    "leaning": "leaning",
    "decision": "why we decided",
    "title": "case",
}


def found(count: int, most: int, visits: int) -> str:
    """How many places hold the words, in how many visits."""
    places = f"{count:,} places" if count > 1 else "1 place"
    if count > most:
        places = f"the first {most} of {places}"
    within = f", in {visits:,} visits" if visits > 1 else ""
    return f"{places}{within}"


def here(text: str) -> str:
    """The hit that was opened, in its room."""
    return f"Found: {text}"

"""Sentences of the search at Home."""

from __future__ import annotations

SEARCH = "Search all notes, answers and to-dos"
SEARCH_PLACEHOLDER = "type a word"
SEARCH_HINT = "Enter open · Up/Down choose · Esc back"
NOTHING_FOUND = "Nothing found. Try one word, or part of one. Hidden notes aren't searched."
GETTING_READY = "Getting the search ready. Keep typing."
NOTHING_TYPED = "Type a word to see where it comes up."
FOUND_IN = {
    "note": "note",
    "door": "before you leave",
    "debrief": "while it's fresh",
    "said": "what was said",
    "question": "question",
    "step": "to-do",
    "reason": "reason",
    "priority": "what matters most",
    "goal": "goal",
    "record": "record",
    "result": "test result",
    "answer": "getting ready",
    "opinion": "opinion",
    "option": "option",
    "leaning": "where we're leaning",
    "decision": "what we decided",
    "title": "case",
}


def found(count: int, most: int, visits: int) -> str:
    """How many places have the words, in how many visits."""
    places = f"{count:,} places" if count > 1 else "1 place"
    if count > most:
        places = f"the first {most} of {places}"
    within = f", in {visits:,} visits" if visits > 1 else ""
    return f"{places}{within}"


def here(text: str) -> str:
    """The hit that was opened, in its room."""
    return f"Found: {text}"

"""Sentences of *Find in this visit*."""

from __future__ import annotations

FIND = "Find in this visit"
TITLE = "Notes found"
PLACEHOLDER = "Type part of a word.   ? unclear    ! to do    # a number"
WHICH_QUESTION = "Only which question?  type its number, 0 for other notes"
WHICH_HINT = "number shows its notes · letter types on · Esc all questions"
NOTHING = "No matching notes."
MEANT_AS_NOTE = "Not found. Enter again saves it as a note · Esc back"
KEPT = "Saved as a note. Your earlier line is back."
MARKS = {
    "plain": "no mark",
    "quote": "doctor's words",
    "understood": "what I understood",
    "unclear": "unclear",
    "todo": "to do",
    "number": "a number",
    "spelling": "check spelling",
}


def hint(question: str, mark: str, who: str) -> str:
    """The last line while the user finds notes."""
    narrowing = f"{question} question · {mark} mark · {who} who"
    return f"Enter go there · {narrowing} · Esc back"


def only(parts: tuple[str, ...]) -> str:
    """What narrows the notes besides words."""
    return f"Find only: {' · '.join(parts)}" if parts else FIND


def question(number: int) -> str:
    """Notes under one question."""
    return f"question {number}"


def written_by(name: str) -> str:
    """Notes of one writer."""
    return f"{name} wrote"


def count(found: int, of: int, *, all_of_them: bool) -> str:
    """How many notes are shown."""
    notes = "1 note" if of == 1 else f"{of:,} notes"
    if all_of_them:
        return notes
    return f"{found:,} of {notes}" if found else f"none of {notes}"


def covered(count: int) -> str:
    """Notes whose words stay hidden, also from a search."""
    if count == 1:
        return "1 hidden note isn't searched."
    return f"{count:,} hidden notes aren't searched."


def gone_to(place: int, of: int, *, up_changes: bool) -> str:
    """The user went to a note that was found."""
    changes = "Up change it · " if up_changes else ""
    return f"Note {place:,} of {of:,} · {changes}Esc to the newest"

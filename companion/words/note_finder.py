"""Sentences of *Find in this visit*."""

from __future__ import annotations

FIND = "Find in this visit"
TITLE = "Notes found"
PLACEHOLDER = "Type a part of a word.   ? unclear    ! to do    # a number"
WHICH_QUESTION = "Only which question?  type its number, 0 for anything else"
WHICH_HINT = "a number shows its notes · a letter goes on typing · Esc all questions"
NOTHING = "No note here fits."
MEANT_AS_NOTE = "No note holds this. Enter again keeps it as a note · Esc back to your note"
KEPT = "Kept as a note. What you wrote before is in the line again."
MARKS = {
    "plain": "no mark",
    "quote": "doctor's words",
    "understood": "what I understood",
    "unclear": "unclear",
    "todo": "to do",
    "number": "a number",
    "spelling": "a spelling to check",
}


def hint(question: str, mark: str, who: str) -> str:
    """The last line while the user finds notes."""
    narrowing = f"{question} question · {mark} mark · {who} who"
    return f"Enter goes there · {narrowing} · Esc back"


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
        return "1 covered note stays covered; its words are not looked at."
    return f"{count:,} covered notes stay covered; their words are not looked at."


def gone_to(place: int, of: int, *, up_changes: bool) -> str:
    """The user went to a note that was found."""
    changes = "Up changes it · " if up_changes else ""
    return f"Note {place:,} of {of:,} · {changes}Esc to the newest"

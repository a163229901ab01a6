"""Sentences of the Visit room."""

from __future__ import annotations

# What undo takes back, as in "Taken back: note deleted."

UNDO_NOTE_CHANGED = "note changed"
UNDO_NOTE_DELETED = "note deleted"
UNDO_NOTE_MOVED = "note moved to another question"
UNDO_NOTE_MARKED = "mark of a note changed"
UNDO_NOTE_COVERED = "note covered or shown"
UNDO_NOTE_MINE = "note kept to oneself or shared"
UNDO_NUMBER = "number card filled in"
UNDO_SAID_BACK = "note said back"
UNDO_STATE = "state of a question changed"
UNDO_QUESTION = "new question"
UNDO_CARRIED = "where an open matter goes"
UNDO_CLOCK = "clock changed"
UNDO_HANDED_OVER = "page handed over"
UNDO_NEWS = "unexpected news switched"
UNDO_ENDED = "visit ended"
UNDO_DOOR = "answer before you leave"
UNDO_DEBRIEF = "answer while it was fresh"


def undo_note(text: str) -> str:
    """A note that was written."""
    return f"note: {text}"

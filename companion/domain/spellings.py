"""Words whose spelling is to be checked: notes with the mark `~`, until the doctor has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import told
from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind
from companion.domain.question import CarryTo
from companion.domain.text import is_blank, one_line
from companion.domain.veil import is_private

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.note import Note
    from companion.domain.visit import VisitFile


def asks_spelling(note: Note) -> bool:
    """Return whether a note holds a spelling that nobody has confirmed or put right."""
    return note.kind is NoteKind.SPELLING and note.teach_back is None and not is_blank(note.text)


def is_to_check(note: Note) -> bool:
    """Return whether a spelling is still to be checked: it was not let go either."""
    return asks_spelling(note) and note.carried_to != CarryTo.DROP


def spellings_to_check(visits: Iterable[VisitFile]) -> tuple[str, ...]:
    """Return the words to check that may stand in a letter, each once, in the order written."""
    found: dict[str, str] = {}
    for visit in visits:
        for note in visit.live_notes:
            if is_to_check(note) and not is_private(note):
                text = one_line(told(note).text).strip(" .")
                found.setdefault(folded(text), text)
    return tuple(found.values())

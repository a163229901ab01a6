"""Find notes in one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.folded_text import folded, holds
from companion.domain.value import Value
from companion.services.search.fields import note_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.marks import NoteKind
    from companion.domain.note import Note


class NoteFilter(Value):
    """Conditions on notes; an empty field or None is no condition."""

    words: str = ""
    """Parts of words, in upper or lower case."""
    kind: NoteKind | None = None
    """The mark; `NoteKind.PLAIN` for notes without one."""
    number: int | None = None
    """The number of the question; 0 is Anything else."""
    author_id: str | None = None

    @property
    def narrows(self) -> bool:
        """Whether there is any condition."""
        rest = (self.kind, self.number, self.author_id)
        return bool(folded(self.words)) or any(each is not None for each in rest)


class FoundNotes(Value):
    """The notes that were found."""

    notes: tuple[Note, ...]
    """The notes, in the order entered."""
    of: int
    """Number of notes in the visit."""
    covered: int = 0
    """Number of covered notes, whose words were not looked at."""


class NoteFinder:
    """Finds notes at every key; each note is folded for comparing only once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Note, str]] = {}

    def find(
        self, notes: tuple[Note, ...], wanted: NoteFilter, numbers: Mapping[str, int]
    ) -> FoundNotes:
        """Return the notes that fulfil the conditions, without deleted ones.

        A covered note's words are never looked at: it is found only where no words are asked for.

        Args:
            notes: The visit's notes.
            wanted: The conditions.
            numbers: Question id to its number.
        """
        live = tuple(note for note in notes if not note.deleted)
        fitting = live
        if wanted.kind is not None:
            fitting = tuple(note for note in fitting if note.kind is wanted.kind)
        if wanted.author_id is not None:
            fitting = tuple(note for note in fitting if note.author_id == wanted.author_id)
        if wanted.number is not None:
            under = wanted.number
            fitting = tuple(n for n in fitting if numbers.get(n.question_id or "", 0) == under)
        return self._holding(fitting, folded(wanted.words), len(live))

    def _holding(self, notes: tuple[Note, ...], words: str, of: int) -> FoundNotes:
        if not words:
            return FoundNotes(notes, of)
        hits = [note for note in notes if not note.covered and holds(self._words_of(note), words)]
        return FoundNotes(tuple(hits), of, sum(note.covered for note in notes))

    def _words_of(self, note: Note) -> str:
        known = self._known.get(note.id)
        if known is None or known[0] is not note:
            known = self._known[note.id] = (note, folded(note_text(note)))
        return known[1]

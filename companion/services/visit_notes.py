"""Acts on the notes of a visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain import writing
from companion.domain.note import NumberCard, TeachBack, TeachBackResult
from companion.domain.preparation import Covered
from companion.domain.tables import added, altered, found
from companion.domain.text import is_blank, one_line
from companion.domain.told import is_corrected, told
from companion.services.open_visit import OpenVisit
from companion.storage.errors import TooLarge
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.marks import NoteKind
    from companion.domain.note import Note
    from companion.domain.question import CarryTo
    from companion.domain.visit import VisitFile

LONGEST_NAME = 40
"""Characters of a note named in an undo sentence."""


class NoteActs(OpenVisit):
    """Writing notes, and what can be done with one."""

    def cover_words(self) -> tuple[str, ...]:
        """Words that cover a note as it is saved; none unless the patient asked for it."""
        if self.session.file.prepare.covered is Covered.SHOW:
            return ()
        return tuple(text.text for text in self.session.file.texts if text.kind == "cover")

    def words_left_out(self) -> tuple[str, ...]:
        """Words whose notes are on no line at all; none unless the patient chose that."""
        leave_out = self.session.file.prepare.covered is Covered.LEAVE_OUT
        return self.cover_words() if leave_out else ()

    def is_left_out(self, note: Note) -> bool:
        """Whether a note is on no line at all until the patient asks for it."""
        return note.covered and writing.holds_any(note.text, self.words_left_out())

    def save_line(self, line: str, *, pasted: bool = False) -> Note | None:
        """Enter: keep the note being changed, or make a new one.

        Returns:
            The new note; None when nothing was typed or a note was changed.
        """
        now = self.session.now()
        visit = self.visit
        if writing.line_of(visit).editing_note_id is not None:
            self._change(words.UNDO_NOTE_CHANGED, self._kept(visit, line, now))
            return None
        note = self._made(line, pasted=pasted)
        if note is not None:
            self._change(_named(note), writing.noted(visit, note))
        return note

    def _kept(self, visit: VisitFile, line: str, now: datetime) -> VisitFile:
        """The note being changed as typed; covered when a word that covers has come into it."""
        note_id = writing.line_of(visit).editing_note_id
        changed = writing.kept_as_typed(visit, line, now)
        before, after = found(visit.notes, note_id), found(changed.notes, note_id)
        if before is None or after is None or writing.holds_any(before.text, self.cover_words()):
            return changed
        if not writing.holds_any(after.text, self.cover_words()):
            return changed
        return altered(changed, "notes", after.id, covered=True)

    def dictate(self, line: str, question_id: str | None) -> Note | None:
        """A note from outside the room, under that question; the unfinished line stays.

        Returns:
            The new note; None for a blank line.

        Raises:
            TooLarge: The line is more than a note, or the visit's file, can hold.
        """
        if not self.session.has_room(line, self.visit_id):
            raise TooLarge
        note = self._made(line, pasted=False)
        if note is not None:
            note = replace(note, question_id=question_id)
            noted = writing.noted(self.visit, note)
            self._change(_named(note), replace(noted, composer=self.visit.composer))
        return note

    def dictate_all(self, lines: Iterable[str], question_id: str | None) -> None:
        """Notes from outside the room in one change that undo does not know."""
        made = [note for line in lines if (note := self._made(line, pasted=False)) is not None]
        notes = [replace(note, question_id=question_id) for note in made]
        if notes:
            visit = added(writing.noted(self.visit, notes[0]), "notes", *notes[1:])
            self._change("", replace(visit, composer=self.visit.composer))

    def _made(self, line: str, *, pasted: bool) -> Note | None:
        """The note that a line makes now."""
        visit = self.visit
        hidden = writing.line_of(visit).covered or writing.holds_any(line, self.cover_words())
        written = writing.Written(
            self.session.surroundings.new_id(), self.session.now(), pasted=pasted, covered=hidden
        )
        note = writing.new_note(visit, line, written)
        if note is None:
            return None
        return replace(note, author_id=note.author_id or self.session.file.head.writer_id)

    def edit_note(self, note_id: str) -> None:
        """Bring a note into the composer."""
        self._change("", writing.editing(self.visit, note_id, self.session.now()))

    def leave_note(self) -> None:
        """Leave the note being changed as it was."""
        self._change("", writing.left_as_it_was(self.visit, self.session.now()))

    def delete_note(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        self._alter_note(words.UNDO_NOTE_DELETED, note_id, deleted=True)

    def move_note(self, note_id: str, question_id: str | None) -> None:
        """Put a note under another question; its place in the order stays."""
        self._alter_note(words.UNDO_NOTE_MOVED, note_id, question_id=question_id)

    def mark_note(self, note_id: str, kind: NoteKind) -> None:
        """Set or take off a note's mark."""
        self._alter_note(words.UNDO_NOTE_MARKED, note_id, kind=kind)

    def cover_note(self, note_id: str, *, covered: bool) -> None:
        """Hide a note, or show it again because the patient asked."""
        self._alter_note(words.UNDO_NOTE_COVERED, note_id, covered=covered)

    def keep_to_oneself(self, note_id: str, *, mine_only: bool) -> None:
        """Leave a note out of every copy but one's own."""
        self._alter_note(words.UNDO_NOTE_MINE, note_id, mine_only=mine_only)

    def keep_number(self, note_id: str, card: NumberCard) -> None:
        """Keep the number card of a note."""
        self._alter_note(words.UNDO_NUMBER, note_id, number=card)

    def say_back(self, note_id: str, corrected: str = "") -> None:
        """Keep what the doctor answered to a note read aloud: confirmed, or put right.

        What was put right before and is confirmed now stays put right: those words were read aloud.
        """
        note = found(self.visit.notes, note_id)
        if is_blank(corrected):
            corrected = told(note).text if note is not None and is_corrected(note) else ""
        result = TeachBackResult.CORRECTED if corrected else TeachBackResult.CONFIRMED
        answer = TeachBack(self.session.now(), result, corrected)
        self._alter_note(words.UNDO_SAID_BACK, note_id, teach_back=answer)

    def carry_note(self, note_id: str, to: CarryTo) -> None:
        """Send an unclear note or a blank of a number card somewhere."""
        self._alter_note(words.UNDO_CARRIED, note_id, carried_to=str(to))


def _named(note: Note) -> str:
    if note.covered:
        return words.UNDO_COVERED_NOTE
    text = one_line(note.text)
    short = text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rstrip()}…"
    return words.undo_note(short)

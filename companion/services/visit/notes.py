"""Acts on the notes of a visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain import composer
from companion.domain.changes import added, altered, found
from companion.domain.correction import is_corrected, told
from companion.domain.note import NumberCard, TeachBack, TeachBackResult
from companion.domain.preparation import Covered
from companion.domain.text import is_blank, one_line
from companion.services.visit.open_visit import OpenVisit
from companion.storage.errors import TooLarge
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.marks import NoteKind
    from companion.domain.note import Note
    from companion.domain.question import CarryTo, Question
    from companion.domain.visit import VisitFile

LONGEST_NAME = 40
"""Characters of a note named in an undo sentence."""


class NoteActs(OpenVisit):
    """Writing notes, and what can be done with one."""

    def covers_line(self, line: str) -> bool:
        """Whether a line would be covered as it is saved under the question one is at."""
        covering = self.session.covering
        if covering.choice is Covered.SHOW:
            return False
        return covering.takes_text(line) or covering.takes_answers_to(
            self._asked(composer.line_of(self.visit).question_id)
        )

    def is_left_out(self, note: Note) -> bool:
        """Whether a note is on no line at all until the patient asks for it."""
        covering = self.session.covering
        return note.covered and covering.leaves_out and covering.takes_words_of(note)

    def _asked(self, question_id: str | None) -> Question | None:
        rows = self.rows()
        return next((row.question for row in rows if row.listed.question_id == question_id), None)

    def _veiled(self, before: Note | None, after: Note) -> Note:
        """A note as it is saved: covered once it speaks of what is to be covered.

        One that did so before is left as it is: somebody may have asked to see it.
        """
        covering = self.session.covering
        if after.covered or not covering.takes_note(after, self._asked(after.question_id)):
            return after
        if before is not None and covering.takes_note(before, self._asked(before.question_id)):
            return after
        return replace(after, covered=True)

    def save_line(self, line: str, *, pasted: bool = False, shown: bool = False) -> Note | None:
        """Enter: keep the note being changed, or make a new one.

        Args:
            line: What was typed.
            pasted: Whether several lines came in at once.
            shown: Whether the typist said that it need not be covered.

        Returns:
            The new note; None when nothing was typed or a note was changed.
        """
        now = self.session.now()
        visit = self.visit
        note_id = composer.line_of(visit).editing_note_id
        if note_id is not None:
            changed = self._with_veil(note_id, composer.kept_as_typed(visit, line, now))
            self._change(words.UNDO_NOTE_CHANGED, changed)
            return None
        note = self._made(line, composer.line_of(visit).question_id, pasted=pasted, shown=shown)
        if note is not None:
            self._change(_named(note), composer.noted(visit, note))
        return note

    def _with_veil(self, note_id: str, changed: VisitFile) -> VisitFile:
        """The visit in which a note was changed; the note covered if it has to be now."""
        before, after = found(self.visit.notes, note_id), found(changed.notes, note_id)
        if after is None or self._veiled(before, after) is after:
            return changed
        return altered(changed, "notes", note_id, covered=True)

    def _alter_and_veil(self, sentence: str, note_id: str, **values: Any) -> None:  # noqa: ANN401
        changed = altered(self.visit, "notes", note_id, **values)
        self._change(sentence, self._with_veil(note_id, changed))

    def dictate(self, line: str, question_id: str | None) -> Note | None:
        """A note from outside the room, under that question; the unfinished line stays.

        Returns:
            The new note; None for a blank line.

        Raises:
            TooLarge: The line is more than a note, or the visit's file, can hold.
        """
        if not self.session.has_room(line, self.visit_id):
            raise TooLarge
        note = self._made(line, question_id)
        if note is not None:
            noted = composer.noted(self.visit, note)
            self._change(_named(note), replace(noted, composer=self.visit.composer))
        return note

    def dictate_all(self, lines: Iterable[str], question_id: str | None) -> None:
        """Notes from outside the room in one change that undo does not know."""
        notes = [note for line in lines if (note := self._made(line, question_id)) is not None]
        if notes:
            visit = added(composer.noted(self.visit, notes[0]), "notes", *notes[1:])
            self._change("", replace(visit, composer=self.visit.composer))

    def _made(
        self, line: str, question_id: str | None, *, pasted: bool = False, shown: bool = False
    ) -> Note | None:
        """The note that a line makes now, under that question."""
        visit = self.visit
        written = composer.Written(
            self.session.surroundings.new_id(),
            self.session.now(),
            pasted=pasted,
            covered=composer.line_of(visit).covered,
        )
        note = composer.new_note(visit, line, written)
        if note is None:
            return None
        author = note.author_id or self.session.file.head.writer_id
        note = replace(note, author_id=author, question_id=question_id)
        return note if shown else self._veiled(None, note)

    def edit_note(self, note_id: str) -> None:
        """Bring a note into the composer."""
        self._change("", composer.editing(self.visit, note_id, self.session.now()))

    def leave_note(self) -> None:
        """Leave the note being changed as it was."""
        self._change("", composer.left_as_it_was(self.visit, self.session.now()))

    def delete_note(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        self._alter_note(words.UNDO_NOTE_DELETED, note_id, deleted=True)

    def move_note(self, note_id: str, question_id: str | None) -> None:
        """Put a note under another question; its place in the order stays."""
        self._alter_and_veil(words.UNDO_NOTE_MOVED, note_id, question_id=question_id)

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
        self._alter_and_veil(words.UNDO_NUMBER, note_id, number=card)

    def say_back(self, note_id: str, corrected: str = "") -> None:
        """Keep what the doctor answered to a note read aloud: confirmed, or put right.

        What was put right before and is confirmed now stays put right: those words were read aloud.
        """
        note = found(self.visit.notes, note_id)
        if is_blank(corrected):
            corrected = told(note).text if note is not None and is_corrected(note) else ""
        result = TeachBackResult.CORRECTED if corrected else TeachBackResult.CONFIRMED
        answer = TeachBack(self.session.now(), result, corrected)
        self._alter_and_veil(words.UNDO_SAID_BACK, note_id, teach_back=answer)

    def carry_note(self, note_id: str, to: CarryTo) -> None:
        """Send an unclear note or a blank of a number card somewhere."""
        self._alter_note(words.UNDO_CARRIED, note_id, carried_to=str(to))


def _named(note: Note) -> str:
    if note.covered:
        return words.UNDO_COVERED_NOTE
    text = one_line(note.text)
    short = text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rstrip()}…"
    return words.undo_note(short)

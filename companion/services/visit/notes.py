"""The notes of a visit: new ones from outside the room, and what can be done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain import composer
from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed
from companion.domain.comparison import Opinion, OtherOpinionKnown
from companion.domain.correction import is_corrected, told
from companion.domain.note import NumberCard, TeachBack, TeachBackResult
from companion.domain.text import is_blank, one_line
from companion.domain.value import replace
from companion.storage.errors import TooLarge
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.domain.marks import NoteKind
    from companion.domain.note import Note
    from companion.domain.question import CarryTo, Question
    from companion.domain.visit import VisitFile
    from companion.services.case.session import OpenVisit
    from companion.services.visit.questions import VisitQuestions

LONGEST_NAME = 40
"""Characters of a note named in an undo sentence."""


def undo_sentence(note: Note) -> str:
    """Return what undo says of a new note; a covered one is not named."""
    if note.covered:
        return words.UNDO_COVERED_NOTE
    text = one_line(note.text)
    short = text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rstrip()}…"
    return words.undo_note(short)


class VisitNotes:
    """Makes and changes notes; one that speaks of what is to be covered is covered at once."""

    def __init__(self, here: OpenVisit, questions: VisitQuestions) -> None:
        self._here = here
        self._questions = questions

    # New notes

    def add(
        self,
        text: str,
        question_id: str | None,
        *,
        beside: Callable[[VisitFile], VisitFile] = lambda visit: visit,
    ) -> Note | None:
        """Add a note from outside the room under that question; the unfinished line stays.

        Args:
            text: What was typed.
            question_id: The question it stands under; None for none.
            beside: What else changes with it, in the same step of undo.

        Returns:
            The new note; None for a blank line.

        Raises:
            TooLarge: The line is more than a note, or the visit's file, can hold.
        """
        here = self._here
        if not here.session.has_room(text, here.visit_id):
            raise TooLarge
        note = self.new_note(text, question_id)
        if note is not None:
            here.change(undo_sentence(note), lambda visit: composer.with_notes(beside(visit), note))
        return note

    def add_all(self, texts: Iterable[str], question_id: str | None) -> None:
        """Add notes from outside the room in one change that is no step of undo."""
        notes = [note for text in texts if (note := self.new_note(text, question_id)) is not None]
        if notes:
            self._here.change("", lambda visit: composer.with_notes(visit, *notes))

    def new_note(
        self, text: str, question_id: str | None, *, pasted: bool = False, shown: bool = False
    ) -> Note | None:
        """Return the note that a line makes now under that question; None for a blank line."""
        here = self._here
        note = composer.new_note(here.visit, text, here.new_id(), here.now(), pasted=pasted)
        if note is None:
            return None
        author = note.author_id or here.session.file.head.writer_id
        note = replace(note, author_id=author, question_id=question_id)
        return note if shown else self._veiled(None, note)

    def tell_other_opinion(self) -> Note | None:
        """Note that the doctor has been told the other opinion, and that it was known from then.

        Doctors who know another opinion lean to it (PMC3445697), so when it was told is worth a
        line with its time.
        """
        here = self._here
        line = words.told_other(self._other_doctor())
        note = self.new_note(line, composer.line_of(here.visit).question_id)
        if note is not None:
            here.change(
                words.UNDO_TOLD_OTHER,
                lambda visit: self._with_other_opinion_known(composer.with_notes(visit, note)),
            )
        return note

    def _with_other_opinion_known(self, visit: VisitFile) -> VisitFile:
        opinion = next(iter(not_deleted(visit.opinions)), None)
        if opinion is not None:
            return with_changed(
                visit, "opinions", opinion.id, other_opinion_known=OtherOpinionKnown.YES
            )
        made = Opinion(
            id=self._here.new_id(),
            created_at=self._here.now(),
            visit_id=visit.id,
            clinician_id=visit.head.clinician_id,
            other_opinion_known=OtherOpinionKnown.YES,
        )
        return with_added(visit, "opinions", made)

    def _other_doctor(self) -> str:
        """The name of the doctor whose opinion was there before; empty when it is this one."""
        session = self._here.session
        opinions = not_deleted(session.file.opinions)
        doctor = next((each.clinician_id for each in opinions if each.visit_id is None), None)
        here = self._here.visit.head.clinician_id
        return session.person_name(doctor) if doctor != here else ""

    # One note

    def delete(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        self._change(words.UNDO_NOTE_DELETED, note_id, deleted=True)

    def move(self, note_id: str, question_id: str | None) -> None:
        """Put a note under another question; its place in the order stays."""
        self._change_and_cover(words.UNDO_NOTE_MOVED, note_id, question_id=question_id)

    def mark(self, note_id: str, kind: NoteKind) -> None:
        """Set or take off a note's mark."""
        self._change(words.UNDO_NOTE_MARKED, note_id, kind=kind)

    def cover(self, note_id: str, *, covered: bool) -> None:
        """Hide a note, or show it again because the patient asked."""
        self._change(words.UNDO_NOTE_COVERED, note_id, covered=covered)

    def set_private(self, note_id: str, *, mine_only: bool) -> None:
        """Leave a note out of every copy but the patient's own."""
        self._change(words.UNDO_NOTE_MINE, note_id, mine_only=mine_only)

    def keep_number(self, note_id: str, card: NumberCard) -> None:
        """Save the number card of a note."""
        self._change_and_cover(words.UNDO_NUMBER, note_id, number=card)

    def say_back(self, note_id: str, corrected: str = "") -> None:
        """Save what the doctor answered to a note read aloud: confirmed, or put right.

        What was put right before and is confirmed now stays put right: those words were read aloud.
        """
        note = find_by_id(self._here.visit.notes, note_id)
        if is_blank(corrected):
            corrected = told(note).text if note is not None and is_corrected(note) else ""
        result = TeachBackResult.CORRECTED if corrected else TeachBackResult.CONFIRMED
        answer = TeachBack(self._here.now(), result, corrected)
        self._change_and_cover(words.UNDO_SAID_BACK, note_id, teach_back=answer)

    def carry(self, note_id: str, to: CarryTo) -> None:
        """Send an unclear note or a blank of a number card somewhere."""
        self._change(words.UNDO_CARRIED, note_id, carried_to=str(to))

    def _change(self, sentence: str, note_id: str, **values: Any) -> None:  # noqa: ANN401
        self._here.change(sentence, lambda visit: with_changed(visit, "notes", note_id, **values))

    def _change_and_cover(self, sentence: str, note_id: str, **values: Any) -> None:  # noqa: ANN401
        change = lambda visit: with_changed(visit, "notes", note_id, **values)  # noqa: E731
        self.change_and_cover(sentence, note_id, change)

    # What is covered

    def change_and_cover(
        self, sentence: str, note_id: str, change: Callable[[VisitFile], VisitFile]
    ) -> None:
        """Change one note of the visit; the note is covered if it has to be now."""

        def covering(visit: VisitFile) -> VisitFile:
            changed = change(visit)
            before, after = find_by_id(visit.notes, note_id), find_by_id(changed.notes, note_id)
            if after is None or self._veiled(before, after) is after:
                return changed
            return with_changed(changed, "notes", note_id, covered=True)

        self._here.change(sentence, covering)

    def is_left_out(self, note: Note) -> bool:
        """Return whether a note is on no line at all until the patient asks for it."""
        covering = self._here.session.covering
        return note.covered and covering.leaves_out and covering.takes_words_of(note)

    def question(self, question_id: str | None) -> Question | None:
        """Return a question of the visit's list."""
        rows = self._questions.rows()
        return next((row.question for row in rows if row.listed.question_id == question_id), None)

    def _veiled(self, before: Note | None, after: Note) -> Note:
        """A note as it is saved: covered once it speaks of what is to be covered.

        One that did so before is left as it is: the patient may have asked to see it.
        """
        covering = self._here.session.covering
        if after.covered or not covering.takes_note(after, self.question(after.question_id)):
            return after
        if before is not None and covering.takes_note(before, self.question(before.question_id)):
            return after
        return replace(after, covered=True)

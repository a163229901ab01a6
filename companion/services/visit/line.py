"""The unfinished line of a visit: what is typed, where it will stand, and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer
from companion.domain.preparation import Covered
from companion.services.visit.notes import undo_sentence
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.services.case.session import OpenVisit
    from companion.services.visit.notes import VisitNotes


class UnfinishedLine:
    """Changes the unfinished line; of these only `save` is a step of undo."""

    def __init__(self, here: OpenVisit, notes: VisitNotes) -> None:
        self._here = here
        self._notes = notes

    def type(self, text: str) -> None:
        """Save the text typed so far."""
        now = self._here.now()
        self._here.change("", lambda visit: composer.with_line(visit, text=text, changed_at=now))

    def go_to(self, question_id: str | None) -> None:
        """Write under that question from here on; the text is kept."""
        self._here.change("", lambda visit: composer.with_line(visit, question_id=question_id))

    def cover(self, *, covered: bool) -> None:
        """Hide the line while it is typed, and the note after."""
        self._here.change("", lambda visit: composer.with_line(visit, covered=covered))

    def covers(self, text: str) -> bool:
        """Return whether this text would be covered as it is saved here."""
        covering = self._here.session.covering
        if covering.choice is Covered.SHOW:
            return False
        question_id = composer.line_of(self._here.visit).question_id
        return covering.takes_text(text) or covering.takes_answers_to(
            self._notes.question(question_id)
        )

    def focus_field(self, field: str) -> None:
        """Type into that line of a card from here on; empty: into the note again."""
        self._here.change("", lambda visit: composer.with_line(visit, field=field))

    def type_in_card(self, field: str, text: str) -> None:
        """Save what is typed into a line of a card; the half-written note waits."""
        now = self._here.now()
        self._here.change("", lambda visit: composer.with_card_text(visit, field, text, now))

    def edit_note(self, note_id: str) -> None:
        """Bring a note into the line to be changed."""
        now = self._here.now()
        self._here.change("", lambda visit: composer.with_note_opened(visit, note_id, now))

    def leave_note(self) -> None:
        """Leave the note being changed as it was."""
        now = self._here.now()
        self._here.change("", lambda visit: composer.without_edit(visit, now))

    def save(self, text: str, *, pasted: bool = False, shown: bool = False) -> Note | None:
        """Save the note being changed, or make a new one.

        Args:
            text: What was typed.
            pasted: Whether several lines came in at once.
            shown: Whether the typist said that it need not be covered.

        Returns:
            The new note; None when nothing was typed or a note was changed.
        """
        here, now = self._here, self._here.now()
        line = composer.line_of(here.visit)
        if line.editing_note_id is not None:
            self._notes.change_and_cover(
                words.UNDO_NOTE_CHANGED,
                line.editing_note_id,
                lambda visit: composer.with_edit(visit, text, now),
            )
            return None
        note = self._notes.new_note(text, line.question_id, pasted=pasted, shown=shown)
        if note is not None:
            here.change(undo_sentence(note), lambda visit: composer.with_note(visit, note))
        return note

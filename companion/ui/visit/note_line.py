"""Typing in the Visit room: what a key does, and that every one of them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer as writing
from companion.domain.changes import found
from companion.domain.marks import NoteKind, read_mark
from companion.domain.text import is_blank
from companion.ui.terminal.note_area import ENTER
from companion.ui.visit.composer import Composer
from companion.ui.visit.question_picker import QuestionPicker
from companion.words import visit as words

if TYPE_CHECKING:
    from textual import events

    from companion.domain.note import Note


class NoteLine(QuestionPicker):
    """The line one types in, from the first key to the note."""

    def make_composer(self) -> Composer:
        """The line, with what was left unfinished in it; empty in a window that only reads."""
        line = self.line
        text = writing.aside(self.visit, line.field) if line.field else line.text
        if not self._may_write():
            text = self.session.draft_of(self.visit_id).text
        elif waits := self.session.texts_that_wait(self.visit_id):
            text = self._offered(text, waits)
        composer = Composer(text, self, placeholder=self._placeholder())
        composer.covered = line.covered and not line.field
        kind = read_mark(text[:2])[0]
        self.mark = None if line.field or kind is NoteKind.PLAIN else kind
        return composer

    def _offered(self, half: str, waits: str) -> str:
        """The line with what was typed in a window that could not write; kept as it reads."""
        both = f"{half}\n{waits}" if half and half != waits else waits
        if self.line.field:
            self.editor.line.focus_field("")
            both = f"{self.line.text}\n{waits}" if self.line.text else waits
        self.editor.line.type(both)
        self.session.texts_are_in(self.visit_id)
        self.offered = True
        return both

    offered = False
    """Whether the line holds what was typed in a window that could not write."""

    # Keeping

    def line_written(self, text: str) -> None:
        """Keep the line as it reads now."""
        self.leaving = ""
        if self.host.session is None:
            return
        if self._may_write():
            self._keep_line(text)
        elif self._waiting is None:
            self._keep_apart(text)
        if self.card is not None and self.card.field:
            self.card.text_changed(text)

    def _keep_line(self, text: str) -> None:
        if self.card is not None and self.card.goes_when_typed:
            self.close_card()
        field = self.line.field
        if field:
            self.editor.line.type_in_card(field, text)
        else:
            self.editor.line.type(text)
            self._show_mark(text)
            self._see_whether_covered(text)
        self._look_whether_saved()

    def _keep_apart(self, text: str) -> None:
        """Keep the line in a window that cannot write, and say so where it cannot be kept."""
        self.session.draft_of(self.visit_id).keep(text)
        self._look_whether_saved()

    leaving = ""
    """The room somebody asked for once while the visit is under way."""
    in_trouble = False
    """Whether the last line says that something is not saved."""

    def _look_whether_saved(self) -> None:
        if (self.session.save_error is not None) != self.in_trouble:
            self.saving_changed()

    def say(self, sentence: str) -> None:
        """Say what happened; saying nothing does not wipe out that something is not saved."""
        if sentence or not self.in_trouble:
            super().say(sentence)

    def saving_changed(self) -> None:
        """Saving failed, or works again."""
        self.in_trouble = self.session.save_error is not None
        super().saving_changed()

    def _show_mark(self, text: str) -> None:
        kind = read_mark(text[:2])[0] if text else None
        mark = None if kind is NoteKind.PLAIN else kind
        if mark is not self.mark:
            self.mark = mark
            self.show_label()

    def _see_whether_covered(self, text: str) -> None:
        self.just_covered = ""
        covers = bool(text) and self.line.editing_note_id is None and self.editor.line.covers(text)
        if not text:
            self.shown_by_hand = False
        if covers != self.will_be_covered:
            self.will_be_covered = covers
            self.show_label()

    def turn_cover(self) -> None:
        """Cover the line that is being typed, or leave it open."""
        open_now = self.shown_by_hand or not (self.will_be_covered or self.line.covered)
        self.shown_by_hand = not open_now
        self.editor.line.cover(covered=open_now and not self.will_be_covered)
        self.show_line()
        self.say(words.LINE_COVERED if open_now else words.LINE_SHOWN)

    def line_entered(self, text: str) -> None:
        """Make a note of the line, or keep the note being changed."""
        if not self.may_change():
            if not is_blank(text) and self._waiting is None:
                self.composer.insert("\n")
            return
        if self.line.editing_note_id is not None:
            self._keep_changed(text)
            return
        if is_blank(text):
            return
        by_hand = self.line.covered
        note = self.editor.line.save(text, pasted="\n" in text, shown=self.shown_by_hand)
        self.shown_by_hand = False
        self.show_line()
        self.say(self._what_became_of(note) if note is not None else "")
        if note is not None and note.covered and not by_hand:
            self.just_covered = note.id
            if not self.editor.notes.is_left_out(note):
                self.say(words.covered_by_itself(self.key_of_command("visit.cover")))
        self._look_whether_saved()

    def _what_became_of(self, note: Note) -> str:
        """One word when a note is not in view as it was typed."""
        if self.editor.notes.is_left_out(note):
            return words.LEFT_OUT
        return words.LINE_COVERED if note.covered else ""

    def keep_change(self) -> None:
        """Keep the note being changed as it reads now, before more is done with it."""
        if self.card is None and self.line.editing_note_id is not None and self._may_write():
            self._keep_changed(self.composer.text)

    def _keep_changed(self, text: str) -> None:
        note_id = self.line.editing_note_id
        self.editor.line.save(text)
        note = found(self.visit.notes, note_id)
        covered = self._what_became_of(note) if note is not None else ""
        self.say(words.LEFT if is_blank(text) else covered or words.CHANGED)
        self.show_line()

    def show_line(self) -> None:
        """Show the line as it is kept."""
        line = self.line
        self.composer.show(writing.aside(self.visit, line.field) if line.field else line.text)
        self.composer.cover(covered=line.covered and not line.field)
        self.mark = None
        self._show_mark(self.composer.text)
        if not line.field:
            self._see_whether_covered(line.text)
        self.show_questions()
        self.show_label()
        self.show_last()

    # Keys that come before the text

    def key_comes(self, event: events.Key) -> bool:
        """Use a key for the number asked for, the curtain or the card; else it is typing."""
        if self.host.session is None:
            return True
        if self.has_class("-curtain"):
            return event.key == "escape"
        character = event.character if event.is_printable and event.character else ""
        if self.choosing is not None:
            return self.choose_key(event.key, character)
        if self.card is not None and self._card_takes(event.key, character):
            return True
        if event.key == "escape":
            self._escape()
            return True
        return False

    def _card_takes(self, key: str, character: str) -> bool:
        card = self.card
        if card is not None and card.field and key in ENTER:
            card.enter(self.composer.text)
            self.refresh_card()
            return True
        if key == "escape":
            if not self.offer(key):
                self.close_card()
            return True
        return self.offer(key, character)

    def _escape(self) -> None:
        self.leaving = ""
        if self.line.editing_note_id is not None and self._may_write():
            self.editor.line.leave_note()
            self.say(words.LEFT)
            self.show_line()
        else:
            self.say("")

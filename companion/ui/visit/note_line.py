"""The line that is typed in: every key is saved inside the key; Enter makes a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id
from companion.domain.marks import NoteKind, read_mark
from companion.domain.text import is_blank
from companion.words import visit as words

if TYPE_CHECKING:
    from textual import events

    from companion.domain.note import Note
    from companion.ui.visit.card_host import CardHost
    from companion.ui.visit.composer import Composer
    from companion.ui.visit.question_picker import QuestionPicker
    from companion.ui.visit.state import VisitState, VisitSurface
    from companion.ui.visit.view import VisitView


def first_text(state: VisitState) -> str:
    """Return the text of the line as the room opens: what was left half-written in this window."""
    visit_id = state.editor.visit_id
    if not state.may_write:
        return state.session.drafts.of(visit_id).text
    waits = state.session.waiting_text(visit_id)
    return with_offered(state, state.kept_text(), waits) if waits else state.kept_text()


def with_offered(state: VisitState, half: str, waits: str) -> str:
    """Save the line with what was typed in a window that could not write; return its text."""
    both = f"{half}\n{waits}" if half and half != waits else waits
    if state.line.field:
        state.editor.line.focus_field("")
        both = f"{state.line.text}\n{waits}" if state.line.text else waits
    state.editor.line.type(both)
    state.session.discard_waiting_text(state.editor.visit_id)
    state.holds_offered = True
    return both


def mark_at_start(text: str) -> NoteKind | None:
    """Return the mark that a line begins with, if any."""
    kind = read_mark(text[:2])[0]
    return None if kind is NoteKind.PLAIN else kind


class NoteLine:
    """Saves the line as it is typed, and makes or changes a note at Enter."""

    def __init__(
        self,
        state: VisitState,
        composer: Composer,
        view: VisitView,
        picker: QuestionPicker,
        cards: CardHost,
        surface: VisitSurface,
    ) -> None:
        self._state = state
        self.composer = composer
        self._view = view
        self._picker = picker
        self._cards = cards
        self._surface = surface
        composer.feed(self)
        composer.covered = state.line.covered and not state.line.field
        state.mark = None if state.line.field else mark_at_start(composer.text)

    # Typing

    def text_changed(self, text: str) -> None:
        """Save the line as it reads now; called inside the edit."""
        state = self._state
        state.leaving = ""
        if state.is_left:
            return
        if state.may_write:
            self._save(text)
        elif self._cards.waiting is None:
            state.session.drafts.of(state.editor.visit_id).keep(text)
            self._check_saved()
        if self._view.card is not None and self._view.card.field:
            self._view.card.text_changed(text)

    def _save(self, text: str) -> None:
        state = self._state
        if self._view.card is not None and self._view.card.goes_when_typed:
            self._cards.close_card()
        line = state.line
        if line.field:
            state.editor.line.type_in_card(line.field, text)
        else:
            state.editor.line.type(text)
            self._look_at(text, is_new=line.editing_note_id is None)
        self._check_saved()

    def _look_at(self, text: str, *, is_new: bool) -> None:
        """Show what the words of the line change beside it: its mark, that it will be covered."""
        state = self._state
        state.just_covered = ""
        covers = bool(text) and is_new and state.editor.line.covers(text)
        if not text:
            state.shown_by_hand = False
        mark = mark_at_start(text)
        if (mark, covers) != (state.mark, state.will_be_covered):
            state.mark, state.will_be_covered = mark, covers
            self._view.show_label()

    def _check_saved(self) -> None:
        if (self._state.session.saved_state.error is not None) != self._state.unsaved:
            self._surface.saving_changed()

    def show(self) -> None:
        """Show the line as it is kept."""
        line, text = self._state.line, self._state.kept_text()
        self.composer.show(text)
        self.composer.cover(covered=line.covered and not line.field)
        self._state.mark = mark_at_start(text)
        if not line.field:
            self._look_at(text, is_new=line.editing_note_id is None)
        self._view.show_line()

    # Enter

    def entered(self, text: str) -> None:
        """Make a note of the line, or keep the note being changed."""
        state = self._state
        if not self._surface.may_change():
            if not is_blank(text) and self._cards.waiting is None:
                self.composer.insert("\n")
            return
        line = state.line
        if line.editing_note_id is not None:
            self._keep_changed(line.editing_note_id, text)
            return
        if is_blank(text):
            return
        shown = state.shown_by_hand
        note = state.editor.line.save(text, pasted="\n" in text, shown=shown)
        state.shown_by_hand = False
        self.show()
        self._surface.say(self._what_became_of(note))
        if note is not None and note.covered and not line.covered:
            state.just_covered = note.id
            if not state.editor.notes.is_left_out(note):
                self._surface.say(words.covered_by_itself(state.key_of("visit.cover")))
        self._check_saved()

    def _what_became_of(self, note: Note | None) -> str:
        """Return a word where a note is not shown as it was typed."""
        if note is None:
            return ""
        if self._state.editor.notes.is_left_out(note):
            return words.LEFT_OUT
        return words.LINE_COVERED if note.covered else ""

    # Changing a note

    def edit(self, note: Note) -> None:
        """Bring a note into the line."""
        self._state.editor.line.edit_note(note.id)
        self.show()

    def keep_change(self) -> None:
        """Keep the note being changed as it reads now, before more is done with it."""
        state, note_id = self._state, self._state.line.editing_note_id
        if self._view.card is None and note_id is not None and state.may_write:
            self._keep_changed(note_id, self.composer.text)

    def _keep_changed(self, note_id: str, text: str) -> None:
        self._state.editor.line.save(text)
        became = self._what_became_of(find_by_id(self._state.visit.notes, note_id))
        self._surface.say(words.LEFT if is_blank(text) else became or words.CHANGED)
        self.show()

    def _leave(self) -> None:
        """Leave the note being changed as it was, and go to the newest note."""
        state = self._state
        state.leaving = ""
        if state.line.editing_note_id is not None and state.may_write:
            state.editor.line.leave_note()
            self._surface.say(words.LEFT)
            self.show()
        else:
            self._surface.say("")
        self._view.notes.let_go()

    # Keys that come before the text

    def key_pressed(self, event: events.Key) -> bool:
        """Use a key for the curtain, a number or the card; return False where it is typing."""
        state = self._state
        if state.is_left:
            return True
        if state.hidden:
            return event.key == "escape"
        character = event.character if event.is_printable and event.character else ""
        if self._view.number is not None:
            return self._picker.key_pressed(event.key, character)
        if self._view.card is not None and self._cards.key_pressed(event.key, character):
            return True
        if event.key == "escape":
            self._leave()
            return True
        return False

    # Covering

    def cover(self) -> bool:
        """Cover the line that is typed, or leave it open; return whether there is one."""
        state = self._state
        if self.composer.is_blank or state.line.editing_note_id:
            return False
        if self._surface.may_change():
            open_now = state.shown_by_hand or not (state.will_be_covered or state.line.covered)
            state.shown_by_hand = not open_now
            state.editor.line.cover(covered=open_now and not state.will_be_covered)
            self.show()
            self._surface.say(words.LINE_COVERED if open_now else words.LINE_SHOWN)
        return True

    # Taking back

    def undo_typing(self) -> bool:
        """Take back typing where some is in the line; return whether some is."""
        composer = self.composer
        if composer.is_blank:
            return False
        if composer.history.undo_stack:
            composer.undo()
        else:
            self._surface.say(words.NO_MORE_TYPING_TO_UNDO)
        return True

    def redo_typing(self) -> bool:
        """Type again what was taken back; return whether there was any."""
        composer = self.composer
        if not composer.history.redo_stack:
            return False
        composer.redo()
        return True

"""Finding a note in the Visit room, and being at one that was found."""

from __future__ import annotations

from companion.domain import composer
from companion.domain.changes import found
from companion.domain.note import FIND_LINE
from companion.ui.visit import cards
from companion.ui.visit.card_acts import VisitCards
from companion.ui.visit.panes import NotePane
from companion.words import note_finder as words
from companion.words import visit as room_words


class VisitFinding(VisitCards):
    """One key opens the line for finding; the half-written note waits behind it."""

    def action_visit_find(self) -> None:
        """Ask what the notes shall hold; the same key again goes back."""
        if isinstance(self.card, cards.FindCard):
            self.close_card()
        elif not self.visit.live_notes:
            self.say(room_words.NO_NOTE_YET)
        else:
            before = composer.aside(self.visit, FIND_LINE) if self._may_write() else ""
            self.say("")
            self.open_card(cards.FindCard(self, before))
            # What was looked for before is there, and goes with the first letter typed.
            self.composer.select_all()

    def arrive(self, thing: str) -> None:
        """Show what was found: a note in its place, a question, an answer on its card; the line."""
        kind, _, name = thing.partition("/")
        if kind == "memory":
            # What stands before a visit to come is not asked about one that was.
            self.from_memory = True
            self.close_card()
            self.show_top()
        elif kind == "note":
            self.close_card()
            self.query_one(NotePane).point_at(name)
        elif kind == "door":
            self.open_card(cards.BeforeYouLeaveCard(self, name))
        elif kind == "debrief":
            answer = found(self.visit.debrief, name)
            self.open_card(cards.DebriefCard.on(self, answer.prompt if answer else ""))
        elif kind == "question" and self._may_write() and self.line.editing_note_id is None:
            self.close_card()
            self.go_to(name)

    def go_to_note(self, note_id: str) -> None:
        """Close the card and show that note in its place."""
        self.close_card()
        ids = [note.id for note in self.visit.live_notes]
        if note_id in ids:
            self.query_one(NotePane).point_at(note_id)
            changes = self.composer.is_blank and self._may_write()
            self.say(words.gone_to(ids.index(note_id) + 1, len(ids), up_changes=changes))

    def keep_as_note(self, text: str) -> None:
        """Close the card and make a note of what stood in its line."""
        if self.may_change():
            self.editor.line.type_in_card(FIND_LINE, "")
            self.editor.notes.add(text, self.line.question_id)
            self.close_card()
            self.say(words.KEPT)

    def _escape(self) -> None:
        """Back to the line, and to the newest note."""
        super()._escape()
        self.query_one(NotePane).let_go()

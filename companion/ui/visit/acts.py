"""What the commands of the Visit room do that need no card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import found
from companion.domain.composer import newest_note
from companion.ui.visit import cards
from companion.ui.visit.note_line import NoteLine
from companion.ui.visit.panes import NotePane
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.ui.visit.card import Card

MORE_MINUTES = 5


class VisitActs(NoteLine):
    """Questions, the newest note, the clock, the curtain, who writes."""

    def show_card(self, card: Card) -> None:
        """Open a card that changes something; not in a window that only reads."""
        if self.may_change():
            self.open_card(card)

    # Questions

    def action_visit_go_to_question(self) -> None:
        """Tab: ask for a number."""
        if self.choosing is not None:
            self.finish_choosing()
        elif not self.offer("tab"):
            self.begin_choosing()

    def action_visit_next_question(self) -> None:
        """One question down."""
        self._step(1, "pagedown")

    def action_visit_previous_question(self) -> None:
        """One question up."""
        self._step(-1, "pageup")

    def _step(self, by: int, key: str) -> None:
        if self.offer(key):
            return
        order = [None, *(row.listed.question_id for row in self.shown_rows())]
        current = self.line.question_id
        at = order.index(current) if current in order else 0
        self.choosing = None
        self.go_to(order[min(max(0, at + by), len(order) - 1)])

    def action_visit_mark_answered(self) -> None:
        """F2: answered, partly, back."""
        if self.offer("f2") or not self.may_change():
            return
        row = self.row_of(self.line.question_id)
        if row is None:
            self.say(words.AT_ANYTHING_ELSE)
            return
        state = self.editor.questions.next_state(row.listed.question_id)
        if state is not None:
            self.say(words.state_is(row.number, words.STATES[state]))

    def action_visit_new_question(self) -> None:
        """F8: a line for a question that came up here."""
        self.show_card(cards.NewQuestionCard(self))

    def action_visit_unexpected_news(self) -> None:
        """The questions that always fit, or one's own again."""
        if not self.may_change():
            return
        self.close_card()
        on = self.visit.head.news_at is None
        self.editor.questions.unexpected_news(on=on)
        self.say(words.NEWS_ON if on else words.NEWS_OFF)
        self.go_to_known()

    def go_to_known(self) -> None:
        """Go to anything else when the question one is at is gone."""
        shown = {row.listed.question_id for row in self.shown_rows()}
        if self.line.question_id is not None and self.line.question_id not in shown:
            self.editor.line.go_to(None)
        self.show_line()

    # The notes

    def action_visit_look_back(self) -> None:
        """Earlier notes."""
        self._look(-1, words.NO_EARLIER_NOTES)

    def action_visit_look_on(self) -> None:
        """Later notes."""
        self._look(1, words.NO_LATER_NOTES)

    def _look(self, by: int, nothing: str) -> None:
        moved = self.query_one(NotePane).look(by)
        self.say("" if moved else nothing)

    def note_gone_to(self) -> Note | None:
        """The note that was found and is marked in its place, if one is."""
        pointed = self.query_one(NotePane).pointed
        return found(self.visit.live_notes, pointed) if pointed else None

    def note_at_hand(self) -> Note | None:
        """The note one went to, else the newest."""
        return self.note_gone_to() or newest_note(self.visit)

    def action_note_edit_last(self) -> None:
        """Up in an empty line: change the newest note."""
        if self.card is not None or not self.may_change():
            return
        if self.line.editing_note_id is not None:
            return
        self.just_covered = ""
        note = self.note_at_hand()
        if note is None:
            self.say(words.NO_NOTE_TO_CHANGE)
        elif note.covered:
            self.say(words.IT_IS_COVERED)
        elif self.composer.is_blank:
            self.editor.line.edit_note(note.id)
            self.show_line()

    # Who writes, the page, the clock

    def action_visit_change_author(self) -> None:
        """The other person writes now."""
        if self.offer("ctrl+t") or not self.may_change():
            return
        self.editor.people.next_writer()
        self.refresh_card()

    def action_visit_hand_over(self) -> None:
        """The page was given to the doctor."""
        if self.may_change():
            self.close_card()
            self.editor.clock.hand_over()
            self.say(words.HANDED_OVER)

    def action_visit_told_other(self) -> None:
        """The doctor has heard the other opinion."""
        if self.may_change():
            self.close_card()
            self.editor.notes.tell_other_opinion()
            self.say(words.TOLD_OTHER)

    def action_visit_doctor_is_here(self) -> None:
        """Start the clock again."""
        if self.may_change():
            ended = self.visit.head.ended_at is not None
            self.close_card()
            self.editor.clock.doctor_is_here()
            self.say(words.VISIT_GOES_ON if ended else words.CLOCK_STARTED)

    def action_visit_more_time(self) -> None:
        """Five minutes more."""
        if self.may_change():
            self.editor.clock.add_minutes(MORE_MINUTES)
            self.say(words.MORE_TIME)

"""What the commands of the Visit room do that open a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import found
from companion.domain.marks import NoteKind
from companion.domain.text import is_blank
from companion.ui.visit import cards
from companion.ui.visit.acts import VisitActs
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.note import Note


class VisitCards(VisitActs):
    """Opening cards; the same key again closes the card it opened."""

    # Cards that change nothing

    def action_app_help(self) -> None:
        """F1: one list of what can be done now; the card in front waits behind it."""
        if isinstance(self.card, cards.CommandListCard):
            self.card.go_back()
        else:
            self.lay_over(cards.CommandListCard(self, self.card))

    def action_visit_moment(self) -> None:
        """Three sentences to show or say."""
        if isinstance(self.card, cards.MomentCard):
            self.close_card()
        else:
            self.open_card(cards.MomentCard(self))

    def action_visit_read_back(self) -> None:
        """Every question with its notes."""
        self.open_card(cards.ReadBackCard(self))

    # Cards on notes

    def _on_a_note(self, kind: type[cards.NoteCard]) -> None:
        if isinstance(self.card, kind):
            self.close_card()
        elif not self.visit.live_notes:
            self.say(words.NO_NOTE_YET)
        else:
            self.keep_change()
            self.show_card(kind(self))

    def action_note_change_mark(self) -> None:
        """Set or take off a mark."""
        self._on_a_note(cards.MarkCard)

    def action_note_delete(self) -> None:
        """Delete a note."""
        self._on_a_note(cards.DeleteCard)

    def action_note_move(self) -> None:
        """Put a note under another question."""
        self._on_a_note(cards.MoveCard)

    def action_note_mine_only(self) -> None:
        """Leave a note out of every copy but one's own."""
        self._on_a_note(cards.MineCard)

    def action_visit_cover(self) -> None:
        """Cover what is being typed; in an empty line, a note."""
        if self.card is None and not self.composer.is_blank and not self.line.editing_note_id:
            if self.may_change():
                self.turn_cover()
            return
        if self.card is None and self.just_covered and self.may_change():
            self.editor.notes.cover(self.just_covered, covered=False)
            self.just_covered = ""
            self.say(words.LINE_SHOWN)
            return
        row = self.row_of(self.line.question_id)
        if self.card is None and row is not None and row.covered and self.composer.is_blank:
            if self.may_change():
                self.editor.questions.show(row.listed.question_id)
                row = self.row_of(self.line.question_id)
                still = row is not None and row.covered
                self.say(words.QUESTION_OF_A_NOTE if still else words.QUESTION_SHOWN)
            return
        self._on_a_note(cards.CoverCard)

    def _to_speak_of(self) -> tuple[Note, ...]:
        """The notes that have words and are not covered, in the order entered."""
        return tuple(note for note in self.visit.live_notes if note.text and not note.covered)

    def action_visit_say_it_back(self) -> None:
        """Read a note aloud, to check it; that of a number card, or the one gone to, first."""
        self.keep_change()
        notes, at_hand = self._to_speak_of(), self.note_at_hand()
        here = at_hand.id if at_hand is not None else ""
        if isinstance(self.card, cards.NumberForm):
            here = self.card.note_id
        notes = (*(n for n in notes if n.id != here), *(n for n in notes if n.id == here))
        if isinstance(self.card, cards.TeachBackCard):
            self.close_card()
        elif not notes:
            self.say(words.NO_NOTE_YET)
        else:
            self.show_card(cards.TeachBackCard(self, notes))

    def action_visit_number_card(self) -> None:
        """The note one went to, else the newest number; without one, the newest note."""
        self.keep_change()
        notes, gone_to = self.visit.live_notes, self.note_gone_to()
        numbers = [note for note in notes if note.kind is NoteKind.NUMBER or note.number]
        if isinstance(self.card, cards.NumberForm):
            self.close_card()
        elif not notes:
            self.say(words.NO_NOTE_YET)
        else:
            self.show_card(cards.NumberForm(self, gone_to or (numbers or list(notes))[-1]))

    # Cards on the visit

    def action_visit_clock(self) -> None:
        """Start again, more time, show or hide."""
        self.show_card(cards.ClockCard(self))

    def action_visit_set_state(self) -> None:
        """Choose the state of the question one is at."""
        question_id = self.line.question_id
        if question_id is None or self.row_of(question_id) is None:
            self.say(words.AT_ANYTHING_ELSE)
        else:
            self.show_card(cards.StateCard(self, question_id))

    def action_visit_before_you_leave(self) -> None:
        """Five things, the most urgent first."""
        if isinstance(self.card, cards.BeforeYouLeaveCard):
            self.close_card()
        else:
            self.show_card(cards.BeforeYouLeaveCard(self))

    def action_visit_end(self) -> None:
        """See what was answered and choose where the rest goes."""
        if not self.may_change():
            return
        if self.visit.head.ended_at is None:
            self.editor.clock.end()
        self.open_card(cards.EndOfVisitCard(self))
        if not is_blank(self.line.text):
            self.say(words.HALF_WAITS)

    # What was open when the program stopped

    def first_card(self) -> None:
        """Open the card that was being filled, or the one that stands in an empty room."""
        if self.session.read_only:
            return
        kind, _, rest = self.line.field.partition(":")
        if kind:
            self._reopen(kind, rest)
        elif self._untouched():
            self.card = cards.BeforeStartCard(self)

    def _untouched(self) -> bool:
        visit, line = self.visit, self.line
        head = visit.head
        begun = head.started_at is not None or head.ended_at is not None
        return not (begun or visit.live_notes or line.text or line.editing_note_id)

    def _reopen(self, kind: str, rest: str) -> None:
        note_id, _, name = rest.partition(":")
        note = found(self.visit.live_notes, note_id)
        if kind == "question":
            self.card = cards.NewQuestionCard(self)
        elif kind == "door":
            self.card = cards.BeforeYouLeaveCard(self, rest)
        elif kind == "number" and note is not None:
            self.card = cards.NumberForm(self, note, name)
        elif kind == "back" and note is not None and not note.covered:
            others = tuple(each for each in self._to_speak_of() if each.id != note.id)
            self.card = cards.TeachBackCard(self, (*others, note))
        elif kind == "due":
            self.card = cards.DueDateCard(self, note_id, cards.EndOfVisitCard(self))
        elif kind == "fresh" and note_id.isdigit():
            self.card = cards.DebriefCard(self, int(note_id))
        else:
            self.editor.line.focus_field("")

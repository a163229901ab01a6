"""The commands of the Visit room: a table from command id to what carries it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from companion.domain import composer as composer_line
from companion.domain.composer import newest_note
from companion.domain.marks import NoteKind
from companion.domain.note import FIND_LINE
from companion.domain.text import is_blank
from companion.ui.visit import cards
from companion.words import recall as recall_words
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.domain.note import Note
    from companion.ui.visit.card import Card
    from companion.ui.visit.card_host import CardHost
    from companion.ui.visit.note_line import NoteLine
    from companion.ui.visit.question_picker import QuestionPicker
    from companion.ui.visit.state import VisitState, VisitSurface
    from companion.ui.visit.view import VisitView

MORE_MINUTES = 5


class VisitCommands:
    """Carries out the commands. A key that opened a card closes it again."""

    def __init__(
        self,
        state: VisitState,
        view: VisitView,
        picker: QuestionPicker,
        card_host: CardHost,
        line: NoteLine,
        surface: VisitSurface,
    ) -> None:
        self._state = state
        self._editor = state.editor
        self._view = view
        self._picker = picker
        self._cards = card_host
        self._line = line
        self._surface = surface

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what carries out each command, by its id."""
        host, editor = self._cards, self._editor
        return {
            "app.help": self._list_commands,
            "visit.go_to_question": self._ask_number,
            "visit.next_question": partial(self._step, 1, "pagedown"),
            "visit.previous_question": partial(self._step, -1, "pageup"),
            "visit.mark_answered": self._mark_answered,
            "visit.set_state": self._set_state,
            "visit.new_question": partial(host.open_to_change, lambda: cards.NewQuestionCard(host)),
            "visit.unexpected_news": self._unexpected_news,
            "visit.look_back": partial(self._look, -1, words.NO_EARLIER_NOTES),
            "visit.look_on": partial(self._look, 1, words.NO_LATER_NOTES),
            "visit.find": self._find,
            "visit.details": partial(self._open, cards.DetailsCard),
            "visit.recall": partial(self._open, cards.RecallCard),
            "visit.five_questions": self._add_for_any_visit,
            "visit.read_back": lambda: host.open_card(cards.ReadBackCard(host)),
            "visit.said": lambda: host.open_card(cards.SaidCard(host)),
            "visit.moment": self._moment,
            "visit.say_it_back": self._say_it_back,
            "visit.number_card": self._number_card,
            "visit.cover": self._cover,
            "note.edit_last": self._edit_last,
            "note.change_mark": lambda: self._on_a_note(cards.MarkCard),
            "note.delete": lambda: self._on_a_note(cards.DeleteCard),
            "note.move": lambda: self._on_a_note(cards.MoveCard),
            "note.mine_only": lambda: self._on_a_note(cards.MineCard),
            "visit.change_author": self._change_author,
            "visit.hand_over": partial(self._change, editor.clock.hand_over, words.HANDED_OVER),
            "visit.told_other": partial(
                self._change, editor.notes.tell_other_opinion, words.TOLD_OTHER
            ),
            "visit.clock": partial(host.open_to_change, lambda: cards.ClockCard(host)),
            "visit.doctor_is_here": self._doctor_is_here,
            "visit.more_time": self._add_time,
            "visit.before_you_leave": self._before_you_leave,
            "visit.end": self._end,
        }

    def _list_commands(self) -> None:
        card = self._view.card
        if isinstance(card, cards.CommandListCard):
            card.go_back()
        else:
            self._cards.lay_over(cards.CommandListCard(self._cards, card))

    # Questions

    def _ask_number(self) -> None:
        if self._view.number is not None:
            self._picker.finish()
        elif not self._cards.offer("tab"):
            self._cards.ask_number()

    def _step(self, by: int, key: str) -> None:
        if not self._cards.offer(key):
            self._picker.step(by)

    def _mark_answered(self) -> None:
        """Mark the current question answered, then partly answered, then open."""
        if self._cards.offer("f2") or not self._surface.may_change():
            return
        if not self._state.shown_rows():
            self._add_for_any_visit()
            return
        row = self._state.row_of(self._state.line.question_id)
        if row is None:
            self._surface.say(words.PICK_A_QUESTION)
            return
        state = self._editor.questions.next_state(row.listed.question_id)
        if state is not None:
            self._surface.say(words.state_is(row.number, words.STATES[state]))

    def _set_state(self) -> None:
        question_id = self._state.line.question_id
        if question_id is None or self._state.row_of(question_id) is None:
            self._surface.say(words.PICK_A_QUESTION)
        else:
            self._cards.open_to_change(lambda: cards.StateCard(self._cards, question_id))

    def _add_for_any_visit(self) -> None:
        """List the few questions that fit any visit."""
        if not self._surface.may_change():
            return
        self._cards.close_card()
        came = self._editor.questions.add_for_any_visit()
        self._surface.show_all()
        self._surface.say(recall_words.FIVE_ADDED if came else recall_words.FIVE_THERE)

    def _unexpected_news(self) -> None:
        """Show the questions that always fit, or the prepared ones again."""
        if not self._surface.may_change():
            return
        self._cards.close_card()
        on = self._state.visit.head.news_at is None
        self._editor.questions.unexpected_news(on=on)
        self._surface.say(words.NEWS_ON if on else words.NEWS_OFF)
        self._picker.leave_unlisted()
        self._line.show()

    # Notes

    def _look(self, by: int, nothing: str) -> None:
        self._surface.say("" if self._view.notes.look(by) else nothing)

    def _find(self) -> None:
        if self._cards.closes(cards.FindCard):
            return
        visit, may_write = self._state.visit, self._state.may_write
        if not visit.live_notes:
            self._surface.say(words.NO_NOTE_YET)
        else:
            before = composer_line.card_text(visit, FIND_LINE) if may_write else ""
            self._surface.say("")
            self._cards.open_card(cards.FindCard(self._cards, before))
            # What was looked for before is there, and goes with the first letter typed.
            self._line.composer.select_all()

    def _moment(self) -> None:
        if not self._cards.closes(cards.MomentCard):
            self._cards.open_card(cards.MomentCard(self._cards))

    def _note_at_hand(self) -> Note | None:
        """Return the note the user went to, else the newest."""
        return self._view.note_gone_to() or newest_note(self._state.visit)

    def _edit_last(self) -> None:
        """Bring the note at hand into the empty line."""
        state = self._state
        if self._view.card is not None or not self._surface.may_change():
            return
        if state.line.editing_note_id is not None:
            return
        state.just_covered = ""
        note = self._note_at_hand()
        if note is None:
            self._surface.say(words.NO_NOTE_TO_CHANGE)
        elif note.covered:
            self._surface.say(self._it_is_hidden())
        elif self._line.composer.is_blank:
            self._line.edit(note)

    def _it_is_hidden(self) -> str:
        key, patient = self._state.key_of("visit.cover"), self._editor.people.patient_name()
        return words.it_is_hidden(key, patient)

    def _on_a_note(self, kind: type[cards.NoteCard]) -> None:
        if self._cards.closes(kind):
            return
        if not self._state.visit.live_notes:
            self._surface.say(words.NO_NOTE_YET)
        else:
            self._line.keep_change()
            at_hand = self._note_at_hand()
            self._cards.open_to_change(lambda: kind(self._cards, at_hand))

    def _cover(self) -> None:
        """Cover the line; in an empty one, show what was covered just now, or cover a note."""
        if self._view.card is None and (self._line.cover() or self._shows_again()):
            return
        self._on_a_note(cards.CoverCard)

    def _shows_again(self) -> bool:
        """Show the note just covered, or the covered question; return whether there is one."""
        state = self._state
        if state.just_covered and self._surface.may_change():
            self._editor.notes.cover(state.just_covered, covered=False)
            state.just_covered = ""
            self._surface.say(words.LINE_SHOWN)
            return True
        question_id = state.line.question_id
        row = state.row_of(question_id)
        if row is None or not row.covered or not self._line.composer.is_blank:
            return False
        if self._surface.may_change():
            self._editor.questions.show(row.listed.question_id)
            row = state.row_of(question_id)
            still = row is not None and row.covered
            self._surface.say(words.QUESTION_OF_A_NOTE if still else words.QUESTION_SHOWN)
        return True

    def _say_it_back(self) -> None:
        """Open the card to read a note aloud: that of the number card, or the note at hand."""
        self._line.keep_change()
        first, card = self._note_at_hand(), self._view.card
        if isinstance(card, cards.NumberForm):
            first = card.note
        notes = self._cards.notes_to_read_aloud(first)
        if self._cards.closes(cards.TeachBackCard):
            return
        if not notes:
            self._surface.say(words.NO_NOTE_YET)
        else:
            self._cards.open_to_change(lambda: cards.TeachBackCard(self._cards, notes))

    def _number_card(self) -> None:
        """Open the number card of the note gone to, else of the newest number or note."""
        self._line.keep_change()
        notes, gone_to = self._state.visit.live_notes, self._view.note_gone_to()
        numbers = [note for note in notes if note.kind is NoteKind.NUMBER or note.number]
        if self._cards.closes(cards.NumberForm):
            return
        if not notes:
            self._surface.say(words.NO_NOTE_YET)
        else:
            note = gone_to or (numbers or list(notes))[-1]
            self._cards.open_to_change(lambda: cards.NumberForm(self._cards, note))

    # The visit

    def _open(self, kind: Callable[[CardHost], Card]) -> None:
        self._cards.open_to_change(lambda: kind(self._cards))

    def _change_author(self) -> None:
        if not self._cards.offer("ctrl+t") and self._surface.may_change():
            self._editor.people.next_writer()
            self._cards.refresh()

    def _change(self, change: Callable[[], object], said: str) -> None:
        if self._surface.may_change():
            self._cards.close_card()
            change()
            self._surface.say(said)

    def _doctor_is_here(self) -> None:
        if self._surface.may_change():
            ended = self._state.visit.head.ended_at is not None
            self._cards.close_card()
            self._editor.clock.doctor_is_here()
            self._surface.say(words.VISIT_GOES_ON if ended else words.CLOCK_STARTED)

    def _add_time(self) -> None:
        if self._surface.may_change():
            self._editor.clock.add_minutes(MORE_MINUTES)
            self._surface.say(words.MORE_TIME)

    def _before_you_leave(self) -> None:
        if not self._cards.closes(cards.BeforeYouLeaveCard):
            self._cards.open_to_change(lambda: cards.BeforeYouLeaveCard(self._cards))

    def _end(self) -> None:
        """End the visit and show what was answered and where the rest goes."""
        if not self._surface.may_change():
            return
        if self._state.visit.head.ended_at is None:
            self._editor.clock.end()
        self._cards.open_card(cards.EndOfVisitCard(self._cards))
        if not is_blank(self._state.line.text):
            self._surface.say(words.HALF_WAITS)

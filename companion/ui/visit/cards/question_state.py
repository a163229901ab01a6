"""The state of one question, to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import QuestionState
from companion.ui.visit.cards.option_card import Option, OptionCard
from companion.words import visit as room_words
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext


class StateCard(OptionCard):
    """The five states of the current question."""

    def __init__(self, context: CardContext, question_id: str) -> None:
        super().__init__(context)
        self.question_id = question_id
        self.title = words.state_title(context.state.number_of(question_id))

    def options(self) -> tuple[Option, ...]:
        """Return the states, the present one marked."""
        row = next(row for row in self.state.rows() if row.listed.question_id == self.question_id)
        return tuple(
            Option(state, *words.STATE_CHOICES[state], digit, row.listed.state == state)
            for digit, state in enumerate(words.STATE_CHOICES, 1)
        )

    def choose(self, key: str) -> None:
        """Set the state and close."""
        state = QuestionState(key)
        self.state.editor.questions.set_state(self.question_id, state)
        self.context.close_card()
        number = self.state.number_of(self.question_id)
        self.context.say(room_words.state_is(number, room_words.STATES[state]))

"""Small cards: the clock, the state of a question, three sentences for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import QuestionState
from companion.ui.visit.card import Face, Press, Reply
from companion.ui.visit.cards.letters import large
from companion.ui.visit.cards.options import Option, OptionCard, line
from companion.words import visit as room_words
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import Desk

CLOCKS = {
    "shown": words.CLOCK_SHOWN,
    "last_five": words.CLOCK_LAST,
    "off": words.CLOCK_OFF,
}


class ClockCard(OptionCard):
    """Start again, more time, show or hide."""

    title = words.CLOCK_TITLE

    def options(self) -> tuple[Option, ...]:
        """Two acts, then how the clock is shown."""
        now = self.desk.visiting.visit.head.clock
        return (
            Option("visit.doctor_is_here", words.CLOCK_HERE, words.CLOCK_HERE_ASIDE, 1),
            Option("visit.more_time", words.CLOCK_MORE, digit=2),
            *(
                Option(clock, title, digit=digit, chosen=clock == now)
                for digit, (clock, title) in enumerate(CLOCKS.items(), 3)
            ),
        )

    def choose(self, key: str) -> None:
        """Do it and go back."""
        if key in CLOCKS:
            self.desk.visiting.show_clock(key)
            self.desk.close_card()
        else:
            self.desk.do(key)


class StateCard(OptionCard):
    """How far the question one is at has come."""

    def __init__(self, desk: Desk, question_id: str) -> None:
        super().__init__(desk)
        self.question_id = question_id
        self.title = words.state_title(desk.number_of(question_id))

    def options(self) -> tuple[Option, ...]:
        """The five states that can be chosen."""
        row = next(
            row for row in self.desk.visiting.rows() if row.listed.question_id == self.question_id
        )
        return tuple(
            Option(state, *words.STATE_CHOICES[state], digit, row.listed.state == state)
            for digit, state in enumerate(words.STATE_CHOICES, 1)
        )

    def choose(self, key: str) -> None:
        """Keep it and go back."""
        state = QuestionState(key)
        self.desk.visiting.set_state(self.question_id, state)
        self.desk.close_card()
        number = self.desk.number_of(self.question_id)
        self.desk.say(room_words.state_is(number, room_words.STATES[state]))


class MomentCard(OptionCard):
    """Three sentences to say, or to show in large letters."""

    title = words.MOMENT_TITLE
    hint = words.MOMENT_HINT
    arrows = False
    shown: str | None = None

    def sentences(self) -> tuple[str, ...]:
        """The case's own copies, else the program's."""
        return tuple(text.text for text in self.desk.guidance("moment")) or words.MOMENT

    def options(self) -> tuple[Option, ...]:
        """A digit each."""
        return tuple(
            Option(sentence, sentence, digit=digit)
            for digit, sentence in enumerate(self.sentences()[:9], 1)
        )

    def choose(self, key: str) -> None:
        """Show one of them alone, large."""
        self.shown = key

    def face(self) -> Face:
        """The three with room between them, or one in large letters."""
        if self.shown is None:
            rows = []
            for option in self.options():
                rows.append(line(f"before {option.key}", ""))
                rows.append(line(option.key, f"{option.digit}   {option.title}", "strong"))
            return Face(self.title, tuple(rows), self.hint)
        drawn = large(self.shown, self.desk.card_width - 2)
        rows = [line(f"large {place}", text, "strong") for place, text in enumerate(drawn)]
        rows += [line("space", ""), line("plain", self.shown)]
        return Face(self.title, tuple(rows), self.hint)

    def press(self, press: Press) -> Reply:
        """Esc goes back to the three first."""
        if press.key == "escape" and self.shown is not None:
            self.shown = None
            return Reply.USED
        return super().press(press)

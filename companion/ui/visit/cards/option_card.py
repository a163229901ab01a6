"""Cards of options to choose from, by digit or with the arrows: the clock, a question's state."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from companion.domain.question import QuestionState
from companion.domain.value import Value
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.widgets.line_list import Row
from companion.words import visit as room_words
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext


CHOSEN = "(x)"
WIDE = 72
"""Cells from which a line of a card has room for two things."""


class Option(Value):
    """One option."""

    key: str
    title: str
    """Its name, two to five words."""
    aside: str = ""
    digit: int | None = None
    chosen: bool | None = None
    """Whether it is the present value; None where there is none."""


def line(key: str, text: str, mood: str = "") -> Row:
    """Return a row that is read, not chosen."""
    return Row(key, text, lead=" ", mood=mood, selectable=False)


def option_rows(options: tuple[Option, ...], *, selectable: bool = True) -> tuple[Row, ...]:
    """Return the rows of options: digit, mark and title, more about each beside."""
    width = max((len(option.title) for option in options), default=0)
    return tuple(_option_row(option, width, selectable=selectable) for option in options)


def _option_row(option: Option, width: int, *, selectable: bool) -> Row:
    digit = str(option.digit) if option.digit is not None else " "
    mark = {None: "", True: f"{CHOSEN} ", False: "( ) "}[option.chosen]
    lead = f" {digit}  {mark}"
    said = ((digit, "key", option.digit is not None), (CHOSEN, "good", bool(option.chosen)))
    tints = tuple((piece, mood) for piece, mood, there in said if there)
    if not option.aside:
        return Row(option.key, option.title, lead, tints=tints, selectable=selectable)
    lead = f"{lead}{option.title:<{width}}  "
    return Row(option.key, option.aside, lead, tints=tints, selectable=selectable)


def option_with(digit: int, options: tuple[Option, ...]) -> Option | None:
    """Return the option that a digit chooses."""
    return next((option for option in options if option.digit == digit), None)


class OptionCard(Card):
    """Options, chosen by digit, or with the arrows and Enter; a letter goes on typing."""

    title = ""
    hint = words.CHOOSE_HINT

    def __init__(self, context: CardContext) -> None:
        super().__init__(context)
        self.at = 0

    @abstractmethod
    def options(self) -> tuple[Option, ...]:
        """Return the options."""

    @abstractmethod
    def choose(self, key: str) -> None:
        """Carry out the option with that key."""

    def view(self) -> CardView:
        """Return the options, the one that the keys act on marked."""
        options = self.options()
        cursor = options[min(self.at, len(options) - 1)].key if options else None
        return CardView(self.title, option_rows(options), self.hint, cursor)

    def press(self, press: KeyPress) -> KeyResult:
        """Let a digit or Enter choose, the arrows move; a letter goes on typing."""
        options = self.options()
        if press.digit is not None:
            option = option_with(press.digit, options)
            if option is not None:
                self.at = options.index(option)
                self.choose(option.key)
        elif press.key in ("up", "down"):
            step = 1 if press.key == "down" else -1
            self.at = min(max(0, self.at + step), len(options) - 1)
        elif press.key == "enter":
            self.choose(options[self.at].key)
        else:
            return super().press(press)
        return KeyResult.USED


CLOCKS = {
    "shown": words.CLOCK_SHOWN,
    "last_five": words.CLOCK_LAST,
    "off": words.CLOCK_OFF,
}


class ClockCard(OptionCard):
    """Two commands and three ways to show the clock."""

    title = words.CLOCK_TITLE

    def options(self) -> tuple[Option, ...]:
        """Return the commands, then the ways to show the clock."""
        now = self.state.visit.head.clock
        return (
            Option("visit.doctor_is_here", words.CLOCK_HERE, digit=1),
            Option("visit.more_time", words.CLOCK_MORE, digit=2),
            *(
                Option(clock, title, digit=digit, chosen=clock == now)
                for digit, (clock, title) in enumerate(CLOCKS.items(), 3)
            ),
        )

    def choose(self, key: str) -> None:
        """Do it and close."""
        if key in CLOCKS:
            self.state.editor.clock.show(key)
            self.context.close_card()
        else:
            self.context.do(key)


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

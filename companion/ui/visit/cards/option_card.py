"""Cards of options to choose from: by digit, or with the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.widgets.line_list import Row
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext

WIDE = 72
"""Cells from which a line of a card has room for two things."""


class Option(Value):
    """One option."""

    key: str
    """The value it stands for."""
    title: str
    """Its name, two to five words."""
    aside: str = ""
    """More about it, beside the title."""
    digit: int | None = None
    """The digit that chooses it."""
    chosen: bool | None = None
    """Whether it is the present value; None where there is none."""


def line(key: str, text: str, mood: str = "") -> Row:
    """Return a row that is read, not chosen."""
    return Row(key, text, lead=" ", mood=mood, selectable=False)


def option_row(option: Option, width: int) -> Row:
    """Return the row of an option: digit, mark and title, more about it beside."""
    digit = str(option.digit) if option.digit is not None else " "
    mark = {None: "", True: "(x) ", False: "( ) "}[option.chosen]
    lead = f" {digit}  {mark}"
    if not option.aside:
        return Row(option.key, option.title, lead=lead)
    return Row(option.key, option.aside, lead=f"{lead}{option.title:<{width}}  ")


class OptionCard(Card):
    """Options, chosen by digit, or with the arrows and Enter; a letter goes on typing."""

    title = ""
    hint = words.CHOOSE_HINT
    arrows = True
    """Whether the arrows go through the options."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(context)
        self.at = 0

    def options(self) -> tuple[Option, ...]:
        """Return the options."""
        raise NotImplementedError

    def choose(self, key: str) -> None:
        """Carry out the option with that key."""
        raise NotImplementedError

    def above(self) -> tuple[Row, ...]:
        """Return the rows above the options."""
        return ()

    def below(self) -> tuple[Row, ...]:
        """Return the rows below the options."""
        return ()

    def view(self) -> CardView:
        """Return the options between the rows above and below."""
        options = self.options()
        width = max((len(option.title) for option in options), default=0)
        rows = (*self.above(), *(option_row(each, width) for each in options), *self.below())
        cursor = options[min(self.at, len(options) - 1)].key if options and self.arrows else None
        if not self.arrows:
            rows = tuple(_unchosen(row) for row in rows)
        return CardView(self.title, rows, self.hint, cursor)

    def press(self, press: KeyPress) -> KeyResult:
        """Let a digit or Enter choose, the arrows move; a letter goes on typing."""
        if press.digit is not None:
            self._by_digit(press.digit)
            return KeyResult.USED
        if self.arrows and press.key in ("up", "down"):
            last = len(self.options()) - 1
            self.at = min(max(0, self.at + (1 if press.key == "down" else -1)), last)
            return KeyResult.USED
        if self.arrows and press.key == "enter":
            self.choose(self.options()[self.at].key)
            return KeyResult.USED
        return super().press(press)

    def _by_digit(self, digit: int) -> None:
        for place, option in enumerate(self.options()):
            if option.digit == digit:
                self.at = place
                self.choose(option.key)
                return


def _unchosen(row: Row) -> Row:
    return Row(row.key, row.text, row.lead, row.right, row.mood, selectable=False)

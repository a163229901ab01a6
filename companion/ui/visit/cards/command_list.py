"""The list of commands (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.rooms.bindings import key_name
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import WIDE, Option, OptionCard, line
from companion.ui.widgets.line_list import Row
from companion.ui.widgets.one_line import hints_of
from companion.words import command_help
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext

BY_DIGIT = (
    "visit.say_it_back",
    "visit.moment",
    "visit.number_card",
    "note.change_mark",
    "visit.cover",
    "visit.unexpected_news",
    "visit.before_you_leave",
    "visit.hand_over",
    "visit.clock",
)
"""The commands that the digits 1 to 9 choose."""
BY_ARROWS = (
    "visit.hide_screen",
    "visit.end",
    "visit.said",
    "visit.details",
    "visit.recall",
    "visit.five_questions",
    "visit.read_back",
    "visit.find",
    "app.values",
    "visit.look_back",
    "visit.look_on",
    "visit.set_state",
    "visit.told_other",
    "visit.doctor_is_here",
    "visit.more_time",
    "visit.change_author",
    "note.move",
    "note.delete",
    "note.mine_only",
    "app.undo",
    "app.palette",
    "app.go",
    "app.visits",
    "app.theme",
    "app.take_over",
    "app.quit",
)
"""The commands that are chosen with the arrows."""
_TITLE, _KEY = 24, 12
_NARROW = 50
"""Cells below which a title and two keys don't fit side by side."""


class CommandListCard(OptionCard):
    """The commands; the chosen one is carried out once the list is gone."""

    has_the_arrows = True
    """Although the line is that of the card behind."""
    title = words.MORE_TITLE
    is_long = True

    def __init__(self, context: CardContext, behind: Card | None = None) -> None:
        """List the commands over the card that was in front, if any."""
        super().__init__(context)
        self.behind = behind

    def above(self) -> tuple[Row, ...]:
        """Return what can be done in the card behind."""
        if self.behind is None:
            return ()
        view = self.behind.view()
        hints = hints_of(view.hint)
        return (
            *([line("over", view.title, "heading")] if view.title else []),
            *(line(f"hint/{at}", f"  {hint}") for at, hint in enumerate(hints)),
            line("under", ""),
        )

    def go_back(self) -> None:
        """Show the card behind again as it was, or the list and the notes."""
        if self.behind is None:
            self.context.close_card()
        else:
            self.context.lay_over(self.behind)

    def press(self, press: KeyPress) -> KeyResult:
        """Use keys as every option card; Esc and letters go to the card behind."""
        if self.behind is None or press.digit is not None:
            return super().press(press)
        if press.key == "escape":
            self.go_back()
            return KeyResult.USED
        if press.character:
            self.go_back()
            return self.behind.press(press)
        return super().press(press)

    # The line of the card behind stays as it is.

    @property
    def field(self) -> str:
        """The line of the card behind."""
        return self.behind.field if self.behind is not None else ""

    def label(self) -> str:
        """Return the label of the card behind."""
        return self.behind.label() if self.behind is not None else ""

    def label_right(self) -> str:
        """Return the words at the right of its label."""
        return self.behind.label_right() if self.behind is not None else ""

    @property
    def placeholder(self) -> str:
        """The placeholder of its line."""
        return self.behind.placeholder if self.behind is not None else ""

    def keep_line(self, field: str, text: str) -> bool:
        """Let the card behind save its line."""
        return self.behind is not None and self.behind.keep_line(field, text)

    def enter(self, text: str) -> None:
        """Choose: Enter never goes to the line of the card behind."""
        del text
        self.choose(self.options()[self.at].key)

    def options(self) -> tuple[Option, ...]:
        """Return the commands, the first nine with a digit."""
        digits = {command: place for place, command in enumerate(BY_DIGIT, 1)}
        return tuple(
            Option(
                each,
                words.TITLES.get(each, command_help.title(each)),
                command_help.sentence(each),
                digits.get(each),
            )
            for each in (*BY_DIGIT, *BY_ARROWS)
        )

    def view(self) -> CardView:
        """Return a row for each command: digit, title, key, and what it does."""
        options = self.options()
        rows = (*self.above(), *(self._row(option) for option in options))
        return CardView(self.title, rows, self.hint, options[self.at].key)

    def _row(self, option: Option) -> Row:
        digit = str(option.digit) if option.digit is not None else " "
        number = ((digit, "key"),) if option.digit is not None else ()
        if self.context.card_width < _NARROW:
            key = self._keys(option.key).partition(",")[0]
            lead, tints = f" {digit}  ", (*number, (option.title, "strong"))
            return Row(option.key, option.title, lead, key, tints=tints, right_mood="key")
        lead = f" {digit}  {option.title:<{_TITLE}} {self._keys(option.key):<{_KEY}} "
        wide = self.context.card_width >= WIDE
        text = words.SHORT.get(option.key, option.aside) if wide else ""
        keys = ((self._keys(option.key), "key"),) if self._keys(option.key) else ()
        return Row(option.key, text, lead=lead, tints=(*number, (option.title, "strong"), *keys))

    def _keys(self, command_id: str) -> str:
        """Return the key; for an F key also the one that arrives in every terminal."""
        keys = [key_name(key) for key in self.state.keys.get(command_id, ())]
        return ", ".join(keys[: 2 if keys and keys[0].startswith("F") else 1])

    def choose(self, key: str) -> None:
        """Carry out the command."""
        self.context.do(key)

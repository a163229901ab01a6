"""F1: one list of what can be done now."""

from __future__ import annotations

from companion.commands.catalogue import BY_ID
from companion.ui.keys import key_name
from companion.ui.visit.card import Face
from companion.ui.visit.cards.options import WIDE, Option, OptionCard
from companion.ui.widgets.line_list import Row
from companion.words import visit_cards as words

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
"""What the digits 1 to 9 choose."""
BY_ARROWS = (
    "visit.hide_screen",
    "visit.end",
    "visit.read_back",
    "visit.find",
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
    "app.theme",
    "app.take_over",
    "app.quit",
)
"""What is chosen with the arrows."""
_TITLE, _KEY = 24, 12


class MoreCard(OptionCard):
    """The list; what it names is done once the list is gone."""

    title = words.MORE_TITLE

    def options(self) -> tuple[Option, ...]:
        """The commands, the first nine with a digit."""
        digits = {command: place for place, command in enumerate(BY_DIGIT, 1)}
        return tuple(
            Option(
                each,
                words.TITLES.get(each, BY_ID[each].title),
                BY_ID[each].sentence,
                digits.get(each),
            )
            for each in (*BY_DIGIT, *BY_ARROWS)
        )

    def face(self) -> Face:
        """Digit, title, key, and what it does, a line each."""
        options = self.options()
        rows = tuple(self._row(option) for option in options)
        return Face(self.title, rows, self.hint, options[self.at].key)

    def _row(self, option: Option) -> Row:
        digit = str(option.digit) if option.digit is not None else " "
        lead = f" {digit}  {option.title:<{_TITLE}} {self._keys(option.key):<{_KEY}} "
        wide = self.desk.card_width >= WIDE
        text = words.SHORT.get(option.key, option.aside) if wide else ""
        return Row(option.key, text, lead=lead)

    def _keys(self, command_id: str) -> str:
        """The key; of an F key also the one that arrives in every terminal."""
        keys = [key_name(key) for key in self.desk.keys.get(command_id, ())]
        return ", ".join(keys[: 2 if keys and keys[0].startswith("F") else 1])

    def choose(self, key: str) -> None:
        """Do it."""
        self.desk.do(key)

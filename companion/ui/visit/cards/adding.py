"""A new question, in one line; the list and the notes stay in view."""

from __future__ import annotations

from companion.domain.text import is_blank
from companion.ui.visit.card import Card, Face, Press, Reply
from companion.words import visit as words
from companion.words import visit_cards as card_words


class NewQuestion(Card):
    """The line for a question that came up here."""

    shows_panes = True

    @property
    def field(self) -> str:
        """Its own line."""
        return "question"

    def label(self) -> str:
        """The number it will have."""
        return card_words.new_question(self._number())

    def placeholder(self) -> str:
        """What to do."""
        return card_words.NEW_QUESTION_PLACEHOLDER

    def _number(self) -> int:
        rows = self.desk.visiting.rows()
        return rows[-1].number + 1 if rows else 1

    def face(self) -> Face:
        """Only a label and a hint."""
        return Face("", (), card_words.NEW_QUESTION_HINT)

    def press(self, press: Press) -> Reply:
        """Typing goes to the line."""
        del press
        return Reply.PASSED

    def enter(self, text: str) -> None:
        """Add it; an empty line adds nothing."""
        if is_blank(text):
            return
        number = self._number()
        self.desk.visiting.type_aside(self.field, "")
        self.desk.visiting.new_question(text.strip())
        self.desk.close_card()
        self.desk.say(words.question_added(number))

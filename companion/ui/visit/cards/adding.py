"""A new question, in one line; the list and the notes stay in view."""

from __future__ import annotations

from companion.domain.question_rows import waiting
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
        visit = self.desk.visiting.visit
        out = waiting(visit)
        rows = self.desk.visiting.rows()
        return 1 + max((row.number for row in rows if row.listed.id not in out), default=0)

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
        visiting = self.desk.visiting
        visiting.type_aside(self.field, "")
        made = visiting.new_question(text.strip())
        number = self.desk.number_of(made.id)
        self.desk.close_card()
        line = visiting.visit.line
        if line is None or line.editing_note_id is None:
            # What is typed next, and F2, are about it; a note that is being changed stays put.
            self.desk.go_to_number(number)
        self.desk.say(words.question_added(number))

"""A new question, in one line; the list and the notes stay in view."""

from __future__ import annotations

from companion.domain.question_rows import waiting
from companion.domain.text import is_blank
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.words import visit as words
from companion.words import visit_cards as card_words


class NewQuestionCard(Card):
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
        visit = self.context.editor.visit
        out = waiting(visit)
        rows = self.context.editor.questions.rows()
        return 1 + max((row.number for row in rows if row.listed.id not in out), default=0)

    def view(self) -> CardView:
        """Only a label and a hint."""
        return CardView("", (), card_words.NEW_QUESTION_HINT)

    def press(self, press: KeyPress) -> KeyResult:
        """Typing goes to the line."""
        del press
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Add it; an empty line adds nothing."""
        if is_blank(text):
            return
        editor = self.context.editor
        editor.line.type_in_card(self.field, "")
        made = editor.questions.add(text.strip())
        number = self.context.number_of(made.id)
        self.context.close_card()
        line = editor.visit.line
        if line is None or line.editing_note_id is None:
            # What is typed next, and F2, are about it; a note that is being changed stays put.
            self.context.go_to_number(number)
        self.context.say(words.question_added(number))

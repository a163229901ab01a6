"""A new question, typed in one line; the questions and the notes stay in view."""

from __future__ import annotations

from companion.domain.question_rows import waiting
from companion.domain.text import is_blank
from companion.ui.visit.card import Card, CardView
from companion.words import visit as words
from companion.words import visit_cards as card_words


class NewQuestionCard(Card):
    """The line of a question that came up in the visit."""

    field = "question"
    placeholder = card_words.NEW_QUESTION_PLACEHOLDER
    shows_panes = True

    def label(self) -> str:
        """Return the number it will have."""
        return card_words.new_question(self._number())

    def _number(self) -> int:
        visit = self.state.visit
        out = waiting(visit)
        rows = self.state.rows()
        return 1 + max((row.number for row in rows if row.listed.id not in out), default=0)

    def view(self) -> CardView:
        """Return only a hint."""
        return CardView("", (), card_words.NEW_QUESTION_HINT)

    def enter(self, text: str) -> None:
        """Add the question; an empty line adds nothing."""
        if is_blank(text):
            return
        editor = self.state.editor
        editor.line.type_in_card(self.field, "")
        made = editor.questions.add(text.strip())
        number = self.state.number_of(made.id)
        self.context.close_card()
        line = editor.visit.line
        if line is None or line.editing_note_id is None:
            # What is typed next, and F2, are about it; a note that is being changed stays put.
            self.context.go_to_number(number)
        self.context.say(words.question_added(number))

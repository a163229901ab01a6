"""Before you leave: five questions, the most urgent first; one answer is enough."""

from __future__ import annotations

from companion.domain.changes import find_by_id
from companion.domain.question_rows import visible_questions
from companion.domain.steps import DOOR_ANSWERS
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.card import CardView
from companion.ui.visit.cards.form_card import FormCard
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.line_list import Row
from companion.words import visit_cards as words


class BeforeYouLeaveCard(FormCard):
    """The five questions; each answer becomes a step."""

    names = DOOR_ANSWERS
    prefix = "door:"

    def value(self, name: str) -> str:
        """Return the answer that is saved."""
        editor = self.state.editor
        card = find_by_id(editor.visit.before_you_leave, editor.visit_id)
        return str(getattr(card, name)) if card is not None and not card.deleted else ""

    def keep(self, name: str, text: str) -> None:
        """Save an answer."""
        self.state.editor.answers.save_before_you_leave(name, text)

    def asks(self, name: str) -> str:
        """Return the question, in the case's own copy or the program's words."""
        copies = {text.source.rpartition("/")[2]: text.text for text in self.state.guidance("door")}
        return copies.get(f"door-{name}", words.BEFORE_YOU_LEAVE_LINES[name])

    def label(self) -> str:
        """Return the question being answered."""
        return f"{self.at + 1}  {self.asks(self.name)}"

    def placeholder(self) -> str:
        """Return that one answer is enough."""
        return words.NUMBER_PLACEHOLDER

    def finished(self) -> None:
        """Close: the last question was answered."""
        self.context.close_card()
        self.context.say(words.BEFORE_YOU_LEAVE_DONE)

    def _shown(self, name: str) -> str:
        """Return an answer; a covered one is shown only while it is being written."""
        value = self.value(name)
        if name != self.name and self.state.session.covering.takes_text(value):
            return words.COVERED_NOW
        return value or words.STILL_TO_ASK

    def view(self) -> CardView:
        """Return the questions with their answers, and the must-asks still open."""
        width = min(46, max(len(self.asks(name)) for name in self.names))
        narrow = self.context.card_width < width + 30
        rows: list[Row] = []
        for place, name in enumerate(self.names, 1):
            value = self._shown(name)
            if narrow:
                rows.append(line(f"asks {name}", f"{place}  {self.asks(name)}"))
                rows.append(Row(name, value, lead="    "))
            else:
                rows.append(Row(name, value, lead=f" {place}  {self.asks(name):<{width}}  "))
        editor = self.state.editor
        shown = visible_questions(
            editor.questions.rows(), news=editor.visit.head.news_at is not None
        )
        still = [row for row in shown if row.still_to_ask]
        rows += [line("space", ""), line("one", words.BEFORE_YOU_LEAVE_ONE, "muted")]
        if still:
            rows.append(line("open", words.BEFORE_YOU_LEAVE_OPEN, "muted"))
            rows += [
                line(f"open {row.number}", f"  {row.number} * {shown_question(row)}")
                for row in still
            ]
        top = words.before_you_leave_top(self.state.clinician()), self.state.clock_line()
        hint = words.BEFORE_YOU_LEAVE_HINT + words.BACK
        return CardView(words.BEFORE_YOU_LEAVE_TITLE, tuple(rows), hint, self.name, top)

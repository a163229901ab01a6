"""Before you leave: five things, the most urgent first; one answer is enough."""

from __future__ import annotations

from companion.domain.changes import found
from companion.domain.question_rows import in_view
from companion.domain.steps import DOOR_ANSWERS
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.card import CardView
from companion.ui.visit.cards.form_card import FormCard
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.line_list import Row
from companion.words import visit_cards as words


class BeforeYouLeaveCard(FormCard):
    """Each answer becomes a step."""

    names = DOOR_ANSWERS
    prefix = "door:"

    def value(self, name: str) -> str:
        """The answer kept."""
        editor = self.context.editor
        card = found(editor.visit.before_you_leave, editor.visit_id)
        return str(getattr(card, name)) if card is not None and not card.deleted else ""

    def keep(self, name: str, text: str) -> None:
        """Keep an answer."""
        self.context.editor.answers.save_before_you_leave(name, text)

    def asks(self, name: str) -> str:
        """The question, in the case's own copy or the program's words."""
        copies = {
            text.source.rpartition("/")[2]: text.text for text in self.context.guidance("door")
        }
        return copies.get(f"door-{name}", words.DOOR_LINES[name])

    def label(self) -> str:
        """The question being answered."""
        return f"{self.at + 1}  {self.asks(self.name)}"

    def placeholder(self) -> str:
        """One answer is enough."""
        return words.NUMBER_PLACEHOLDER

    def finished(self) -> None:
        """All five were gone through."""
        self.context.close_card()
        self.context.say(words.DOOR_DONE)

    def _shown(self, name: str) -> str:
        """An answer as it stands in the card: one that is covered only where it is written."""
        value = self.value(name)
        if name != self.name and self.context.editor.session.covering.takes_text(value):
            return words.COVERED_NOW
        return value or words.STILL_TO_ASK

    def view(self) -> CardView:
        """The five with what is known, and the must-asks still open."""
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
        editor = self.context.editor
        shown = in_view(editor.questions.rows(), news=editor.visit.head.news_at is not None)
        still = [row for row in shown if row.still_to_ask]
        rows += [line("space", ""), line("one", words.DOOR_ONE, "muted")]
        if still:
            rows.append(line("open", words.DOOR_OPEN, "muted"))
            rows += [
                line(f"open {row.number}", f"  {row.number} * {shown_question(row)}")
                for row in still
            ]
        top = words.door_top(self.context.clinician()), self.context.clock_line()
        hint = words.DOOR_HINT + words.BACK
        return CardView(words.DOOR_TITLE, tuple(rows), hint, self.name, top)

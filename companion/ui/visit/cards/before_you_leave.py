"""Before you leave: five questions, the most urgent first; one answer is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id
from companion.domain.steps import DOOR_ANSWERS, RESULTS
from companion.services.prepare.result_board import ResultBoard
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.card import CardView, KeyPress, KeyResult
from companion.ui.visit.cards.form_card import FormCard
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.line_list import Row
from companion.words import results as result_words
from companion.words import visit_cards as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from companion.domain.results import ResultOffer

_TAKES = "f2"
"""The key that puts the result of which an answer speaks on the list of results."""


class BeforeYouLeaveCard(FormCard):
    """The five questions; each answer becomes a step, the one on results a result on a key."""

    placeholder = words.NUMBER_PLACEHOLDER
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

    def finished(self) -> None:
        """Close: the last question was answered."""
        self.context.close_card()
        self.context.say(words.BEFORE_YOU_LEAVE_DONE)

    # The result of which an answer speaks

    def _offer(self) -> ResultOffer | None:
        """Return the result that can be put on the list: its answer is saved, and it is on none."""
        if self.name == RESULTS or not self.state.may_write:
            return None
        return ResultBoard(self.state.session).offer_of(self.state.editor.visit_id)

    def press(self, press: KeyPress) -> KeyResult:
        """Put the result on the list; every other key is that of a form."""
        offer = self._offer() if press.key == _TAKES else None
        if offer is None:
            return super().press(press)
        ResultBoard(self.state.session).take(offer)
        self.context.say(result_words.TAKEN)
        return KeyResult.USED

    def _offer_row(self, offer: ResultOffer) -> Row:
        today = self.state.session.context.today()
        day = short_day(offer.expected_by, today) if offer.expected_by else ""
        return line("offer", f"    {result_words.offer(day)}", "mark")

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
        offer = self._offer()
        for place, name in enumerate(self.names, 1):
            value = self._shown(name)
            if narrow:
                rows.append(line(f"asks {name}", f"{place}  {self.asks(name)}"))
                rows.append(Row(name, value, lead="    "))
            else:
                rows.append(Row(name, value, lead=f" {place}  {self.asks(name):<{width}}  "))
            if name == RESULTS and offer is not None:
                rows.append(self._offer_row(offer))
        still = [row for row in self.state.shown_rows() if row.still_to_ask]
        rows += [line("space", ""), line("one", words.BEFORE_YOU_LEAVE_ONE, "muted")]
        if still:
            rows.append(line("open", words.BEFORE_YOU_LEAVE_OPEN, "muted"))
            rows += [
                line(f"open {row.number}", f"  {row.number} * {shown_question(row)}")
                for row in still
            ]
        top = words.before_you_leave_top(self.state.clinician()), self.state.clock_line()
        hints = words.BEFORE_YOU_LEAVE_HINT, words.BEFORE_YOU_LEAVE_RESULT_HINT
        hint = hints[offer is not None] + words.BACK
        return CardView(words.BEFORE_YOU_LEAVE_TITLE, tuple(rows), hint, self.name, top)

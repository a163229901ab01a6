"""The day by which a step is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import StepsTold
from companion.services.compare.steps import Steps
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.open_items import steps_to_do
from companion.ui.visit.cards.option_card import line
from companion.words import days
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.ui.visit.card import CardContext


class DueDateCard(Card):
    """The due date of one step, in a line of its own; then back to the card before."""

    def __init__(self, context: CardContext, step_id: str, back: Card) -> None:
        super().__init__(context)
        self.step_id = step_id
        self.back = back
        self.steps = Steps(self.state.session)

    @property
    def field(self) -> str:
        """The line of the step."""
        return f"due:{self.step_id}"

    def label(self) -> str:
        """Return what is asked."""
        return words.DAY_ASK

    def placeholder(self) -> str:
        """Return how a day can be typed."""
        return words.DAY_PLACEHOLDER

    def _step(self) -> Step | None:
        steps = steps_to_do(self.state.editor)
        return next((step for step in steps if step.id == self.step_id), None)

    def initial_text(self) -> str:
        """Return the day that is saved."""
        step = self._step()
        return days.told_text(step.due, days.plain_date) if step is not None else ""

    def view(self) -> CardView:
        """Return the step, and how a day can be typed."""
        step = self._step()
        says = StepsTold(self.state.session.case)
        rows = (
            line("space", ""),
            line("step", says(step) if step is not None else "", "strong"),
            line("space 2", ""),
            line("how", words.DAY_HOW, "muted"),
        )
        return CardView(words.DAY_ASK, rows, words.DAY_HINT)

    def press(self, press: KeyPress) -> KeyResult:
        """Let Esc leave the day as it was; the typed text stays in its line."""
        if press.key == "escape":
            self.context.say("")
            self.context.open_card(self.back)
            return KeyResult.USED
        return KeyResult.USED if press.key in ("tab", "up", "down") else KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Save the day; one that cannot be read stays in the line, with the reason."""
        step = self._step()
        draft = self.steps.day_draft(step) if step is not None else None
        if draft is not None and not draft.finish(text):
            self.context.say(draft.unread)
            return
        self._back()

    def _back(self) -> None:
        self.state.editor.line.type_in_card(self.field, "")
        self.context.say("")
        self.context.open_card(self.back)

"""Writing a visit down from memory: who, when, then a few lines in order, each of them optional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import one_line
from companion.services.visit.recall import VisitRecall
from companion.ui.visit.card import CardView
from companion.ui.visit.cards.details import (
    ASKED,
    DETAILS,
    PLACEHOLDERS,
    VisitDetails,
    field_rows,
)
from companion.ui.visit.cards.form_card import FormCard
from companion.ui.visit.cards.option_card import line
from companion.words import recall as words

if TYPE_CHECKING:
    from companion.services.visit.recall import Prompt
    from companion.ui.visit.card import CardContext

LINE = "line "
"""How the name of a field begins whose line becomes a note."""


class RecallCard(FormCard):
    """Who, when, and the prompts for memory; after them one just types."""

    prefix = "recall:"

    def __init__(self, context: CardContext, name: str = "") -> None:
        self.details = VisitDetails(context, past=True)
        self.recall = VisitRecall(context.state.editor)
        self.names = (*DETAILS, *(f"{LINE}{at}" for at in range(len(self.recall.prompts))))
        super().__init__(context, name)

    def _prompt(self, name: str) -> Prompt | None:
        """Return the prompt of a field; None for the doctor and the day."""
        if not name.startswith(LINE):
            return None
        return self.recall.prompts[int(name.removeprefix(LINE))]

    def asks(self, name: str) -> str:
        """Return what a field asks."""
        prompt = self._prompt(name)
        return prompt.text if prompt is not None else ASKED[name]

    def value(self, name: str) -> str:
        """Return the saved text of a field."""
        prompt = self._prompt(name)
        return self.recall.answer(prompt) if prompt is not None else self.details.value(name)

    def keep(self, name: str, text: str) -> None:
        """Save a field: a line becomes a note."""
        prompt = self._prompt(name)
        if prompt is not None:
            self.recall.save(prompt, text)
        else:
            self.details.keep(name, text.strip())

    def keep_line(self, field: str, text: str) -> bool:
        """Save the text; a day that cannot be read stays in its line, a line is kept as it is."""
        name = field.removeprefix(self.prefix)
        if name not in self.names:
            return False
        if name in DETAILS:
            return self.details.keep(name, text.strip())
        self.keep(name, text)
        return True

    def label(self) -> str:
        """Return what is asked."""
        return self.asks(self.name)

    def placeholder(self) -> str:
        """Return how a field can be filled."""
        return PLACEHOLDERS.get(self.name, words.LINE_PLACEHOLDER)

    def text_changed(self, text: str) -> None:
        """Say how a doctor or a day is understood."""
        if self.name in DETAILS:
            self.details.told(self.name, text)

    def enter(self, text: str) -> None:
        """Go on, blank or not, unless it is a day that cannot be read."""
        if self.name not in DETAILS or self.details.is_read(self.name, text):
            self.context.say("")
            super().enter(text)

    def finished(self) -> None:
        """Close: more can be typed."""
        self.context.close_card()
        self.context.say(words.DONE if self.state.visit.live_notes else words.NOTHING_YET)

    def _shown(self, name: str) -> str:
        if name in DETAILS:
            return self.details.shown(name)
        return one_line(self.state.shown(self.value(name))) or words.BLANK

    def view(self) -> CardView:
        """Return every field with what was written, and what to think of at this one."""
        shown = {name: self._shown(name) for name in self.names}
        asked = {name: self.asks(name) for name in self.names}
        prompt = self._prompt(self.name)
        said = prompt.why if prompt is not None and prompt.why else words.SKIP
        rows = [*field_rows(self, shown, asked), line("space", ""), line("why", said, "muted")]
        top = words.top(self.at + 1, len(self.names)), ""
        return CardView(words.TITLE, tuple(rows), words.HINT, self.name, top)

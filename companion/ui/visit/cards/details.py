"""The doctor and the day of a visit, at any time; and a visit that was, written from memory.

Of a visit from memory, a few lines follow in order, each of them optional.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import one_line
from companion.domain.visit_times import told_when
from companion.services.prepare.appointment import Appointment
from companion.services.visit.recall import VisitRecall
from companion.ui.visit.card import CardView
from companion.ui.visit.cards.form_card import FormCard
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.line_list import Row
from companion.words import recall as words

if TYPE_CHECKING:
    from companion.services.draft import Draft
    from companion.services.visit.recall import Prompt
    from companion.ui.visit.card import Card, CardContext


WHO, WHEN = "who", "when"
DETAILS = (WHO, WHEN)
"""The fields of a visit that its room can set."""
ROOM = 24
"""Cells from which on an answer stands beside its question."""
ASKED = {WHO: words.WHO, WHEN: words.WHEN}
PLACEHOLDERS = {WHO: words.WHO_PLACEHOLDER, WHEN: words.WHEN_PLACEHOLDER}


class VisitDetails:
    """Reads and saves the doctor and the day of the visit that is open."""

    def __init__(self, context: CardContext, *, past: bool = False) -> None:
        """Take the visit of the room.

        Args:
            context: The room.
            past: Whether the visit is over: *Tuesday* is then the last one.
        """
        self._context = context
        self._past = past
        state = context.state
        self._appointment = Appointment(state.session, state.editor.visit_id)

    def draft(self, name: str) -> Draft:
        """Return the field of the doctor or the day."""
        if name == WHO:
            return self._appointment.clinician_draft()
        return self._appointment.when_draft(past=self._past)

    def value(self, name: str) -> str:
        """Return the saved text of a field, as it can be typed too."""
        return self.draft(name).text

    def shown(self, name: str) -> str:
        """Return the saved value as it is told; a blank stays visible."""
        told = self.value(name) if name == WHO else told_when(self._context.state.visit.head)
        return told or words.BLANK

    def is_read(self, name: str, text: str) -> bool:
        """Return whether a text can be read; say how to write it where it cannot."""
        draft = self.draft(name)
        if draft.read(text) is not None:
            return True
        self._context.say(draft.unread)
        return False

    def keep(self, name: str, text: str) -> bool:
        """Save a field; return False for a text that cannot be read, which stays in its line."""
        if not self.is_read(name, text):
            return False
        draft = self.draft(name)
        if text != draft.text:
            draft.finish(text)
        return True

    def told(self, name: str, text: str) -> None:
        """Say how the text that is being typed is understood."""
        self._context.say(self.draft(name).echo(text) if text.strip() else "")


def field_rows(card: FormCard, shown: dict[str, str], asked: dict[str, str]) -> list[Row]:
    """Return a row for each field of a form: what is asked, and what was written."""
    width = max(map(len, asked.values()))
    beside = card.context.card_width >= width + ROOM
    rows: list[Row] = []
    for name in card.names:
        here = name == card.name
        mood = "strong" if here else ""
        if beside:
            text = asked[name]
            tints = ((text, "strong"),) if here else ()
            rows.append(Row(name, shown[name], lead=f" {text:<{width}}  ", tints=tints))
            continue
        rows.append(Row(f"asked {name}", asked[name], lead=" ", mood=mood, selectable=False))
        rows.append(Row(name, shown[name], lead="    "))
    return rows


class DetailsCard(FormCard):
    """Two fields: which doctor, which day."""

    names = DETAILS
    prefix = "details:"

    def __init__(self, context: CardContext, name: str = "", back: Card | None = None) -> None:
        super().__init__(context, name)
        self.details = VisitDetails(context)
        self.back = back

    def value(self, name: str) -> str:
        """Return the saved doctor or day."""
        return self.details.value(name)

    def keep(self, name: str, text: str) -> None:
        """Save the doctor or the day."""
        self.details.keep(name, text)

    def keep_line(self, field: str, text: str) -> bool:
        """Save the text; one that cannot be read as a day stays in its line."""
        return self.details.keep(field.removeprefix(self.prefix), text.strip())

    def label(self) -> str:
        """Return what is asked."""
        return ASKED[self.name]

    @property
    def placeholder(self) -> str:
        """How a field can be filled."""
        return PLACEHOLDERS[self.name]

    def text_changed(self, text: str) -> None:
        """Say how the text is understood."""
        self.details.told(self.name, text)

    def enter(self, text: str) -> None:
        """Go on, unless the text cannot be read."""
        if self.details.is_read(self.name, text):
            self.context.say("")
            super().enter(text)

    def finished(self) -> None:
        """Close, and say that both are saved."""
        self.context.go_back()
        self.context.say(words.DETAILS_SAVED)

    def view(self) -> CardView:
        """Return both fields."""
        shown = {name: self.details.shown(name) for name in self.names}
        rows = field_rows(self, shown, ASKED)
        return CardView(words.DETAILS_TITLE, tuple(rows), words.DETAILS_HINT, self.name)


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

    @property
    def placeholder(self) -> str:
        """How a field can be filled."""
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

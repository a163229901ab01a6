"""The debrief after a visit: five questions, one at a time, each person first alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.visit.people import display_name
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import line
from companion.ui.visit.cards.read_back import ReadBackCard
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from companion.domain.people import Person
    from companion.ui.visit.card import CardContext
    from companion.ui.widgets.line_list import Row


class DebriefCard(Card):
    """One question; the answers are shown once everybody has written."""

    def __init__(self, context: CardContext, at: int = 0) -> None:
        super().__init__(context)
        copies = tuple(text.text for text in context.state.guidance("debrief"))
        self.questions = copies or words.DEBRIEF
        self.at = min(at, len(self.questions) - 1)

    @classmethod
    def on(cls, context: CardContext, question: str) -> DebriefCard:
        """Return the card at one question; at the first when the question is not among them."""
        card = cls(context)
        card.at = card.questions.index(question) if question in card.questions else 0
        return card

    @property
    def asked(self) -> str:
        """The question being answered."""
        return self.questions[self.at]

    def _writer_id(self) -> str | None:
        writer = self.state.editor.people.writer()
        return writer.id if writer else None

    @property
    def field(self) -> str:
        """The line of the question and the person who writes."""
        return f"fresh:{self.at}:{self._writer_id() or ''}"

    def label(self) -> str:
        """Return the question being answered."""
        return self.asked

    def placeholder(self) -> str:
        """Return that a few words are enough."""
        return words.DEBRIEF_PLACEHOLDER

    def initial_text(self) -> str:
        """Return the answer this person wrote before."""
        answer = self.state.editor.answers.debrief_of(self.asked, self._writer_id())
        return answer.text if answer else ""

    def _state(self, person: Person) -> str:
        if self.state.editor.answers.debrief_of(self.asked, person.id) is not None:
            return words.DEBRIEF_WRITTEN
        now = person.id == self._writer_id()
        return words.DEBRIEF_NOW if now else words.DEBRIEF_NOT_YET

    def view(self) -> CardView:
        """Return the question, who has written, and the answers once all have."""
        writers = self.state.editor.people.writers()
        states = "      ".join(f"{display_name(one)}: {self._state(one)}" for one in writers)
        rows: list[Row] = [
            line("space 1", ""),
            line("asked", self.asked, "strong"),
            line("space 2", ""),
            line("each", words.DEBRIEF_EACH),
            line("states", states),
            *self._answers(),
        ]
        others = [display_name(one) for one in writers if one.id != self._writer_id()]
        other = others[0] if others else ""
        top = (
            words.debrief_top(self.at + 1, len(self.questions)),
            self.state.stamp(self.state.session.now()),
        )
        return CardView(words.DEBRIEF_TITLE, tuple(rows), words.debrief_hint(other), top=top)

    def _answers(self) -> list[Row]:
        return [
            line(f"answer {one.id}", f"{display_name(one)}: {self.state.shown(answer.text)}")
            for one, answer in self.state.editor.answers.debriefs(self.asked)
        ]

    def press(self, press: KeyPress) -> KeyResult:
        """Let Ctrl+T change the writer, Tab show the notes, and the arrows change the question."""
        if press.key == "ctrl+t":
            self.context.leave_line()
            self.state.editor.people.next_writer()
            return KeyResult.USED
        if press.key == "tab":
            self.context.open_card(ReadBackCard(self.context, self))
            return KeyResult.USED
        if press.key in ("up", "pageup"):
            self.at = max(0, self.at - 1)
            return KeyResult.USED
        if press.key == "pagedown" or (press.key == "down" and press.blank):
            self.at = min(self.at + 1, len(self.questions) - 1)
            return KeyResult.USED
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Go to the next question; the answer is saved as its line is left."""
        del text
        if self.at + 1 < len(self.questions):
            self.at += 1
        else:
            self.context.close_card()
            self.context.say(words.debrief_done(len(self.questions)))

    def keep_line(self, field: str, text: str) -> bool:
        """Save the answer under the person who wrote it."""
        _, place, by_id = field.split(":", 2)
        question = self.questions[int(place)]
        editor = self.state.editor
        before = editor.answers.debrief_of(question, by_id or None)
        if text.strip() != (before.text if before else ""):
            editor.answers.save_debrief(question, text.strip(), by_id or None)
        return True

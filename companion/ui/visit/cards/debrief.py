"""The debrief after a visit: a few questions, one at a time, each person first alone.

Who is done calls the other to the keyboard by name; once both are, both read what each wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.visit.people import display_name
from companion.ui.visit.card import MOVES, Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import Option, OptionCard, line
from companion.ui.visit.cards.read_back import ReadBackCard, answer_rows
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from companion.domain.people import Person
    from companion.ui.visit.card import CardContext
    from companion.ui.visit.state import VisitState
    from companion.ui.widgets.line_list import Row

TOP = words.READ_DEBRIEF, ""
"""The top line while one person has written and the other has not, or both have."""
_TWO = 2
"""People from whom on each writes first alone."""


def questions_of(state: VisitState) -> tuple[str, ...]:
    """Return the questions of the debrief: those of the guidance, else the program's."""
    return tuple(text.text for text in state.guidance("debrief")) or words.DEBRIEF


def _is_done(state: VisitState, person: Person) -> bool:
    return state.editor.answers.has_been_through(questions_of(state), person.id)


def first_card(context: CardContext) -> Card:
    """Return the card with which the debrief goes on: who writes has not, or the other has not."""
    state = context.state
    writer = state.editor.people.writer()
    if writer is None or not _is_done(state, writer):
        return DebriefCard(context)
    return following_card(context) or DebriefCard(context)


def following_card(context: CardContext) -> Card | None:
    """Return the card after somebody is done: the other's turn, or both; None for one alone."""
    state = context.state
    there = state.editor.answers.debriefed()
    if len(there) < _TWO:
        return None
    waits = next((one for one in there if not _is_done(state, one)), None)
    return TurnCard(context, waits) if waits is not None else TogetherCard(context)


class DebriefCard(Card):
    """One question; the answers are shown once everybody has written."""

    placeholder = words.DEBRIEF_PLACEHOLDER

    def __init__(self, context: CardContext, at: int = 0) -> None:
        super().__init__(context)
        self.questions = questions_of(context.state)
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
        writers = self.state.editor.answers.debriefed()
        states = "      ".join(f"{display_name(one)}: {self._state(one)}" for one in writers)
        rows: list[Row] = [
            line("space 1", ""),
            line("asked", self.asked, "strong"),
            line("space 2", ""),
            *([line("each", words.DEBRIEF_EACH), line("states", states)] if writers[1:] else []),
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
        answers = self.state.editor.answers.debriefs(self.asked)
        return [
            line(f"answer {one.id}", f"{display_name(one)}: {self.state.shown(answer.text)}")
            for one, answer in answers
            if answer.text and answers[1:]
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
        """Go to the next question; after the last one call the other, or show both."""
        del text
        if self.at + 1 < len(self.questions):
            self.at += 1
            return
        self.context.leave_line()
        self.state.editor.answers.leave_rest_blank(self.questions, self._writer_id())
        following = following_card(self.context)
        if following is not None:
            self.context.open_card(following)
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


class TurnCard(OptionCard):
    """Calls the other person to the keyboard by name; what was written stays hidden."""

    hint = words.TURN_HINT

    def __init__(self, context: CardContext, person: Person) -> None:
        super().__init__(context)
        self.person = person
        name = display_name(person)
        self.title = words.turn_title(f"{name[:1].upper()}{name[1:]}")

    def _name(self) -> str:
        return display_name(self.person)

    def options(self) -> tuple[Option, ...]:
        """Return to write, and to skip."""
        return (
            Option("start", words.turn_start(self._name()), digit=1),
            Option("skip", words.turn_skip(self._name()), words.TURN_SKIP_ASIDE, 2),
        )

    def choose(self, key: str) -> None:
        """Let the other person write, or show what there is without them."""
        editor = self.state.editor
        if key == "start":
            editor.people.set_writer(self.person.id)
            self.context.open_card(DebriefCard(self.context))
            return
        editor.answers.leave_rest_blank(questions_of(self.state), self.person.id)
        self.context.open_card(TogetherCard(self.context))

    def view(self) -> CardView:
        """Return who is done, what stays hidden, and the two options."""
        view = super().view()
        there = self.state.editor.answers.debriefed()
        done = next((display_name(one) for one in there if one.id != self.person.id), "")
        count = len(questions_of(self.state))
        rows = (
            line("space 1", ""),
            line("done", words.turn_done(f"{done[:1].upper()}{done[1:]}", count)),
            line("hidden", words.TURN_HIDES, "muted"),
            line("space 2", ""),
            *view.rows,
        )
        return CardView(view.title, rows, view.hint, view.cursor, TOP)


class TogetherCard(Card):
    """Every question with what each person wrote, to read together."""

    is_long = True

    def __init__(self, context: CardContext) -> None:
        super().__init__(context)
        self.at = 0

    def view(self) -> CardView:
        """Return the questions, and everybody's answers below each."""
        rows: list[Row] = []
        for prompt in questions_of(self.state):
            rows.append(line(f"asked {prompt}", prompt, "heading"))
            rows += answer_rows(self.state, prompt)
        keys = [row.key for row in rows if row.selectable]
        self.at = min(max(0, self.at), len(keys) - 1)
        cursor = keys[self.at] if keys else None
        return CardView(words.TOGETHER_TITLE, tuple(rows), words.TOGETHER_HINT, cursor, TOP)

    def press(self, press: KeyPress) -> KeyResult:
        """Let the arrows move, Tab change an answer, and Enter end it."""
        if press.key in MOVES:
            self.at += MOVES[press.key]
        elif press.key == "tab":
            self.context.open_card(DebriefCard(self.context))
        elif press.key == "enter" and press.blank:
            self.context.close_card()
            self.context.say(words.debrief_done(len(questions_of(self.state))))
        else:
            return super().press(press)
        return KeyResult.USED

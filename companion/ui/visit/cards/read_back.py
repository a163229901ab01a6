"""The answers in order: every question with its notes, to read or to read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.number import number_gaps
from companion.domain.question_rows import visible_questions
from companion.domain.steps import DOOR_ANSWERS
from companion.services.visit.people import display_name
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.card import MOVES, Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import line
from companion.ui.visit.note_rows import note_row, shown_text
from companion.ui.visit.question_rows import STATE_MARKS
from companion.ui.widgets.line_list import Row
from companion.words import visit as room_words
from companion.words import visit_cards as card_words
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.ui.visit.card import CardContext
    from companion.ui.visit.state import VisitState


def answer_rows(state: VisitState, prompt: str) -> list[Row]:
    """Return everybody's answer to one question; what is said as long as somebody has not."""
    answers = state.editor.answers.debriefs(prompt)
    if not answers:
        return [line(f"waits {prompt}", f"   {words.READ_WAITS}")]
    return [
        Row(
            f"fresh {prompt} {person.id}",
            state.shown(answer.text) or words.LEFT_BLANK,
            f"   {display_name(person)}: ",
            mood="" if answer.text else "muted",
        )
        for person, answer in answers
    ]


class ReadBackCard(Card):
    """The whole visit, question by question."""

    def __init__(self, context: CardContext, back: Card | None = None) -> None:
        super().__init__(context)
        self.at = 0
        self.back = back

    def rows(self) -> tuple[Row, ...]:
        """Return questions as headings with their notes below, then notes under no question."""
        editor = self.state.editor
        visit = editor.visit
        under: dict[str | None, list[Note]] = {}
        for note in visit.live_notes:
            if editor.notes.is_left_out(note):
                continue
            under.setdefault(note.question_id, []).append(note)
        result: list[Row] = []
        for row in visible_questions(editor.questions.rows(), news=False):
            star = "*" if row.must else " "
            text = shown_question(row)
            lead = f"{STATE_MARKS[row.state]} {row.number:<2}{star} "
            question_id = row.listed.question_id
            result.append(Row(f"question {question_id}", text, lead, mood="heading"))
            result += self._notes(question_id, under.pop(question_id, []))
        other = [note for notes in under.values() for note in notes]
        result.append(
            Row("question", room_words.OTHER_NOTES, "    0   ", mood="heading", selectable=True)
        )
        result += self._notes("", other)
        return (*result, *self._door(), *self._fresh())

    def _notes(self, key: str, notes: list[Note]) -> list[Row]:
        if not notes:
            return [line(f"nothing {key}", f"   {words.READ_NOTHING}", "muted")]
        rows = []
        state = self.state
        names = state.clinician(), state.editor.people.patient_name()
        for note in notes:
            shown = note_row(note, 0, names[0], state.visit.head, names[1])
            rows.append(Row(note.id, shown.text, f"   {shown.lead}"))
            if not note.covered:
                rows += [
                    line(f"{note.id} {gap}", f"            {card_words.GAPS[gap]}", "muted")
                    for gap in number_gaps(shown_text(note))
                ]
        return rows

    def _door(self) -> list[Row]:
        cards = [card for card in self.state.visit.before_you_leave if not card.deleted]
        if not cards:
            return []
        rows = [Row("door", words.READ_BEFORE_YOU_LEAVE, "        ", mood="heading")]
        for name in DOOR_ANSWERS:
            answer = self.state.shown(getattr(cards[0], name)) or card_words.STILL_TO_ASK
            rows.append(
                Row(f"door {name}", answer, f"   {card_words.BEFORE_YOU_LEAVE_LINES[name]}  ")
            )
        return rows

    def _fresh(self) -> list[Row]:
        """Return the debrief; an answer waits until everybody has written."""
        editor = self.state.editor
        prompts = dict.fromkeys(each.prompt for each in editor.visit.debrief if not each.deleted)
        if not prompts:
            return []
        rows = [Row("fresh", words.READ_DEBRIEF, "        ", mood="heading")]
        for prompt in prompts:
            rows.append(line(f"asked {prompt}", f"   {prompt}", "muted"))
            rows += answer_rows(self.state, prompt)
        return rows

    def view(self) -> CardView:
        """Return all rows, the place marked."""
        rows = self.rows()
        keys = [row.key for row in rows if row.selectable]
        self.at = min(max(0, self.at), len(keys) - 1)
        return CardView(words.READ_TITLE, rows, words.READ_HINT, keys[self.at])

    def press(self, press: KeyPress) -> KeyResult:
        """Let the arrows move; Esc goes back to the card before."""
        if press.key in MOVES:
            self.at += MOVES[press.key]
            return KeyResult.USED
        if press.key == "tab" and self.back is not None:
            self.context.go_back()
            return KeyResult.USED
        return super().press(press)

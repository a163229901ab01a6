"""The acts of the Visit room. Each changes the visit's own file and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain import writing
from companion.domain.asking import listed_question, next_position, visit_list
from companion.domain.note import NumberCard, TeachBack, TeachBackResult
from companion.domain.preparation import Covered
from companion.domain.question import (
    CarryTo,
    ListedQuestion,
    Priority,
    Question,
    QuestionState,
)
from companion.domain.tables import added, altered, found, with_rows
from companion.domain.text import is_blank, one_line
from companion.domain.visit import BeforeYouLeave, Debrief, VisitFile
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.asking import NumberedQuestion
    from companion.domain.marks import NoteKind
    from companion.domain.note import Note
    from companion.services.session import Session

NEXT_STATE = {
    QuestionState.OPEN: QuestionState.ANSWERED,
    QuestionState.ASKED: QuestionState.ANSWERED,
    QuestionState.ANSWERED: QuestionState.PARTLY,
    QuestionState.PARTLY: QuestionState.OPEN,
    QuestionState.CARRIED: QuestionState.ANSWERED,
    QuestionState.DROPPED: QuestionState.ANSWERED,
}
"""What F2 makes of each state: answered, partly, back."""
LONGEST_NAME = 40
"""Characters of a question or note named in an undo sentence."""


class Visiting:
    """The acts of one visit."""

    def __init__(self, session: Session, visit_id: str) -> None:
        self.session = session
        self.visit_id = visit_id

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """The question list with numbers and states."""
        visit = self.visit
        return visit_list(visit, self.session.questions(visit))

    def _change(self, sentence: str, visit: VisitFile) -> bool:
        return self.session.change_visit(self.visit_id, sentence, lambda _: visit)

    def _alter_note(self, sentence: str, note_id: str, **values: Any) -> bool:  # noqa: ANN401
        return self._change(sentence, altered(self.visit, "notes", note_id, **values))

    def _alter_head(self, sentence: str, **values: Any) -> bool:  # noqa: ANN401
        head = replace(self.visit.head, **values)
        return self._change(sentence, with_rows(self.visit, {"about": (head,)}))

    # The unfinished line

    def type(self, text: str) -> None:
        """Keep the unfinished line; not a step of undo."""
        self._change("", writing.typed(self.visit, text, self.session.now()))

    def go_to(self, question_id: str | None) -> None:
        """Write under that question from here on; the line is kept."""
        self._change("", writing.gone_to(self.visit, question_id))

    def write_as(self, author_id: str | None) -> None:
        """Somebody else writes from here on."""
        self._change("", writing.written_by(self.visit, author_id))

    # Notes

    def cover_words(self) -> tuple[str, ...]:
        """Words that cover a note as it is saved; none unless the patient asked for it."""
        if self.session.file.prepare.covered is Covered.SHOW:
            return ()
        return tuple(text.text for text in self.session.file.texts if text.kind == "cover")

    def save_line(self, line: str, *, pasted: bool = False) -> Note | None:
        """Enter: keep the note being changed, or make a new one; None when nothing was typed."""
        now = self.session.now()
        visit = self.visit
        if writing.line_of(visit).editing_note_id is not None:
            self._change(words.UNDO_NOTE_CHANGED, writing.kept_as_typed(visit, line, now))
            return None
        written = writing.Written(
            self.session.surroundings.new_id(),
            now,
            pasted=pasted,
            covered=writing.holds_any(line, self.cover_words()),
        )
        note = writing.new_note(visit, line, written)
        if note is not None:
            sentence = words.undo_note(one_line(note.text)[:LONGEST_NAME])
            self._change(sentence, writing.noted(visit, note))
        return note

    def edit_note(self, note_id: str) -> None:
        """Bring a note into the composer."""
        self._change("", writing.editing(self.visit, note_id, self.session.now()))

    def leave_note(self) -> None:
        """Leave the note being changed as it was."""
        self._change("", writing.left_as_it_was(self.visit, self.session.now()))

    def delete_note(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        self._alter_note(words.UNDO_NOTE_DELETED, note_id, deleted=True)

    def move_note(self, note_id: str, question_id: str | None) -> None:
        """Put a note under another question; its place in the order stays."""
        self._alter_note(words.UNDO_NOTE_MOVED, note_id, question_id=question_id)

    def mark_note(self, note_id: str, kind: NoteKind) -> None:
        """Set or take off a note's mark."""
        self._alter_note(words.UNDO_NOTE_MARKED, note_id, kind=kind)

    def cover_note(self, note_id: str, *, covered: bool) -> None:
        """Hide a note, or show it again because the patient asked."""
        self._alter_note(words.UNDO_NOTE_COVERED, note_id, covered=covered)

    def keep_to_oneself(self, note_id: str, *, mine_only: bool) -> None:
        """Leave a note out of every copy but one's own."""
        self._alter_note(words.UNDO_NOTE_MINE, note_id, mine_only=mine_only)

    def keep_number(self, note_id: str, card: NumberCard) -> None:
        """Keep the number card of a note."""
        self._alter_note(words.UNDO_NUMBER, note_id, number=card)

    def say_back(self, note_id: str, corrected: str = "") -> None:
        """Keep what the doctor answered to a note read aloud: confirmed, or put right."""
        blank = is_blank(corrected)
        result = TeachBackResult.CONFIRMED if blank else TeachBackResult.CORRECTED
        answer = TeachBack(self.session.now(), result, "" if blank else corrected)
        self._alter_note(words.UNDO_SAID_BACK, note_id, teach_back=answer)

    # Questions

    def set_state(self, question_id: str, state: QuestionState) -> None:
        """Choose how far a question has come."""
        entry = listed_question(self.visit, question_id)
        if entry is not None:
            stored = QuestionState.OPEN if state is QuestionState.ASKED else state
            changed = altered(self.visit, "listed", entry.id, state=stored)
            self._change(words.UNDO_STATE, changed)

    def next_state(self, question_id: str) -> QuestionState | None:
        """F2: answered, partly, back; the state after."""
        row = next((row for row in self.rows() if row.listed.question_id == question_id), None)
        if row is None:
            return None
        state = NEXT_STATE[row.state]
        self.set_state(question_id, state)
        return state

    def new_question(self, text: str, priority: Priority = Priority.SHOULD) -> Question:
        """Add a question that came up here; it takes the next number."""
        now = self.session.now()
        new_id = self.session.surroundings.new_id
        question = Question(id=new_id(), created_at=now, text=text)
        entry = ListedQuestion(
            id=new_id(),
            created_at=now,
            question_id=question.id,
            position=next_position(self.visit.listed),
            priority=priority,
        )
        visit = added(self.visit, "questions", question)
        self._change(words.UNDO_QUESTION, added(visit, "listed", entry))
        return question

    def carry_question(self, question_id: str, to: CarryTo) -> None:
        """Send an open question somewhere; `later` leaves it open."""
        entry = listed_question(self.visit, question_id)
        if entry is None:
            return
        state = {
            CarryTo.DROP: QuestionState.DROPPED,
            CarryTo.LATER: QuestionState.OPEN,
        }.get(to, QuestionState.CARRIED)
        changed = altered(self.visit, "listed", entry.id, state=state, carried_to=to)
        self._change(words.UNDO_CARRIED, changed)

    def carry_note(self, note_id: str, to: CarryTo) -> None:
        """Send an unclear note or a blank of a number card somewhere."""
        self._alter_note(words.UNDO_CARRIED, note_id, carried_to=str(to))

    # The visit itself

    def doctor_is_here(self) -> None:
        """Start the clock again."""
        self._alter_head(words.UNDO_CLOCK, started_at=self.session.now())

    def more_time(self, minutes: int) -> None:
        """Add minutes to the planned time."""
        self._alter_head(words.UNDO_CLOCK, added_minutes=self.visit.head.added_minutes + minutes)

    def show_clock(self, clock: str) -> None:
        """Show the clock, show it in the last five minutes, or not: shown, last_five, off."""
        self._alter_head(words.UNDO_CLOCK, clock=clock)

    def plan_minutes(self, minutes: int | None) -> None:
        """How long the visit is planned."""
        self._alter_head(words.UNDO_CLOCK, minutes=minutes)

    def hand_over(self) -> None:
        """Note that the page was given to the doctor."""
        self._alter_head(words.UNDO_HANDED_OVER, handed_over_at=self.session.now())

    def unexpected_news(self, *, on: bool) -> None:
        """Let five questions that always fit stand in for the prepared ones, or end that."""
        self._alter_head(words.UNDO_NEWS, news_at=self.session.now() if on else None)

    def end(self) -> None:
        """End the visit; it can be written in all the same."""
        self._alter_head(words.UNDO_ENDED, ended_at=self.session.now())

    def answer_at_the_door(self, answer: str, text: str) -> None:
        """Keep one answer of *before you leave*: call, plan, who, results or report."""
        card = found(self.visit.before_you_leave, self.visit_id)
        values: dict[str, Any] = {answer: text}
        if card is None:
            card = BeforeYouLeave(id=self.visit_id, created_at=self.session.now(), **values)
            visit = added(self.visit, "before_you_leave", card)
        else:
            visit = altered(self.visit, "before_you_leave", card.id, **values)
        self._change(words.UNDO_DOOR, visit)

    def debrief(self, prompt: str, text: str, by_id: str | None) -> None:
        """Keep one answer written while the visit is fresh."""
        now = self.session.now()
        answer = Debrief(
            id=self.session.surroundings.new_id(),
            created_at=now,
            prompt=prompt,
            text=text,
            at=now,
            by_id=by_id,
        )
        self._change(words.UNDO_DEBRIEF, added(self.visit, "debrief", answer))

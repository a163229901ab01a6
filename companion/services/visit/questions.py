"""The question list of a visit: its rows, states, new questions, where open ones go."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id, with_added, with_changed, with_head
from companion.domain.question import (
    CarryTo,
    ListedQuestion,
    Priority,
    Question,
    QuestionState,
)
from companion.domain.question_rows import (
    NEWS_GROUP,
    is_for_news,
    listed_question,
    next_position,
    shown_end,
    visit_list,
    with_more_notes,
)
from companion.domain.value import replace
from companion.domain.veil import FROM_NOTE, veiled
from companion.words import recall as recall_words
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.case.session import OpenVisit

NEXT_STATE = {
    QuestionState.OPEN: QuestionState.ANSWERED,
    QuestionState.ASKED: QuestionState.ANSWERED,
    QuestionState.ANSWERED: QuestionState.PARTLY,
    QuestionState.PARTLY: QuestionState.OPEN,
    QuestionState.CARRIED: QuestionState.ANSWERED,
    QuestionState.DROPPED: QuestionState.ANSWERED,
}
"""The state after each on F2: answered, partly, back."""
_OWN = 4
"""The first of the values the rows rest on; the rest are notes of other visits."""


class VisitQuestions:
    """Tells the numbered questions of a visit and changes its list."""

    def __init__(self, here: OpenVisit) -> None:
        self._here = here
        self._rests_on: tuple[object, ...] = ()
        self._noted: tuple[Note, ...] = ()
        self._rows: tuple[NumberedQuestion, ...] = ()
        self._origins: tuple[str, ...] = ()

    # The rows

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """The question list with numbers and states; worked out again only after a change."""
        session = self._here.session
        visit = self._here.visit
        elsewhere = (session.visit(each).notes for each in self._origins)
        rests_on = (
            visit.listed,
            visit.questions,
            session.file.questions,
            session.covering,
            *elsewhere,
        )
        as_before = bool(self._rests_on) and all(map(is_, self._rests_on, rests_on))
        if as_before and visit.notes is self._noted:
            return self._rows
        count = len(self._noted)
        if as_before and visit.notes[:count] == self._noted:
            self._rows = with_more_notes(self._rows, visit.notes[count:])
        else:
            rests_on = (*rests_on[:_OWN], *self._find_origins(visit))
            self._rows = self._all_rows(visit)
        self._rests_on, self._noted = rests_on, visit.notes
        return self._rows

    def _all_rows(self, visit: VisitFile) -> tuple[NumberedQuestion, ...]:
        rows = visit_list(visit, self._here.session.questions(visit))
        return veiled(
            rows, self._here.session.veil_over(each.question for each in rows if each.question)
        )

    def _find_origins(self, visit: VisitFile) -> list[tuple[Note, ...]]:
        """Look for the visits whose notes became questions here, to see when one is covered."""
        origins = {
            each.origin.key
            for each in visit.questions
            if each.origin is not None and each.origin.kind == FROM_NOTE
        }
        others = self._here.session.case.visits if origins else ()
        from_here = [each for each in others if any(note.id in origins for note in each.notes)]
        self._origins = tuple(each.id for each in from_here)
        return [each.notes for each in from_here]

    # Changing it

    def set_state(self, question_id: str, state: QuestionState) -> None:
        """Choose how far a question has come."""
        entry = listed_question(self._here.visit, question_id)
        if entry is not None:
            stored = QuestionState.OPEN if state is QuestionState.ASKED else state
            self._here.change(
                words.UNDO_STATE,
                lambda visit: with_changed(visit, "listed", entry.id, state=stored),
            )

    def next_state(self, question_id: str) -> QuestionState | None:
        """F2: answered, partly, back; the state after."""
        row = next((row for row in self.rows() if row.listed.question_id == question_id), None)
        if row is None:
            return None
        state = NEXT_STATE[row.state]
        self.set_state(question_id, state)
        return state

    def add(self, text: str, priority: Priority = Priority.SHOULD) -> Question:
        """Add a question that came up here; it takes the next number."""
        question = self._question(text)
        entry = self._listed(question, shown_end(self._here.visit), priority)
        self._here.change(
            words.UNDO_QUESTION,
            lambda visit: with_added(with_added(visit, "questions", question), "listed", entry),
        )
        return question

    def show(self, question_id: str) -> None:
        """Show a question that is covered, in every list, because the patient asked for it."""
        session = self._here.session
        if find_by_id(session.file.questions, question_id) is not None:
            session.change_case(
                words.UNDO_QUESTION_SHOWN,
                lambda file: with_changed(file, "questions", question_id, uncovered=True),
            )
            return
        visits = (self._here.visit, *session.case.visits)
        home = next(
            (v.id for v in visits if find_by_id(v.questions, question_id) is not None), None
        )
        if home is not None:
            session.change_visit(
                home,
                words.UNDO_QUESTION_SHOWN,
                lambda file: with_changed(file, "questions", question_id, uncovered=True),
            )

    def _question(self, text: str, *, source: str | None = None, group: str = "") -> Question:
        new_id = self._here.new_id()
        now = self._here.now()
        return Question(id=new_id, created_at=now, text=text, source=source, group=group)

    def _news_questions(self) -> list[Question]:
        """The case's own copies of the questions that always fit, else the program's."""
        texts = self._here.session.file.guidance("news")
        if texts:
            return [
                self._question(each.text, source=each.source, group=NEWS_GROUP) for each in texts
            ]
        return [self._question(text, group=NEWS_GROUP) for text in words.NEWS_QUESTIONS]

    def add_for_any_visit(self) -> int:
        """List the questions that fit any visit as the visit's own; return how many came."""
        there = {row.text for row in self.rows() if not is_for_news(row)}
        made = [
            replace(each, group="") for each in self._news_questions() if each.text not in there
        ]
        first = shown_end(self._here.visit)
        listed = [
            self._listed(question, first + place / 1024, Priority.SHOULD)
            for place, question in enumerate(made)
        ]
        if made:
            self._here.change(
                recall_words.UNDO_FIVE,
                lambda visit: with_added(with_added(visit, "questions", *made), "listed", *listed),
            )
        return len(made)

    def _listed(self, question: Question, position: float, priority: Priority) -> ListedQuestion:
        return ListedQuestion(
            id=self._here.new_id(),
            created_at=question.created_at,
            question_id=question.id,
            position=position,
            priority=priority,
        )

    def carry(self, question_id: str, to: CarryTo) -> None:
        """Send an open question somewhere; `later` leaves it open.

        One that was answered partly stays so: what was said is not forgotten where it goes.
        """
        entry = listed_question(self._here.visit, question_id)
        if entry is None:
            return
        state = {
            CarryTo.DROP: QuestionState.DROPPED,
            CarryTo.LATER: QuestionState.OPEN,
        }.get(to, QuestionState.CARRIED)
        if entry.state is QuestionState.PARTLY:
            state = QuestionState.PARTLY
        self._here.change(
            words.UNDO_CARRIED,
            lambda visit: with_changed(visit, "listed", entry.id, state=state, carried_to=to),
        )

    def unexpected_news(self, *, on: bool) -> None:
        """Let the questions that always fit stand in for the prepared ones, or end that.

        They join the list, with the next numbers, the first time.
        """
        wanted = on and not any(is_for_news(row) for row in self.rows())
        questions = self._news_questions() if wanted else []
        first = next_position(self._here.visit.listed)
        listed = [
            self._listed(question, first + place, Priority.SHOULD)
            for place, question in enumerate(questions)
        ]
        news_at = self._here.now() if on else None

        def change(visit: VisitFile) -> VisitFile:
            if questions:
                visit = with_added(with_added(visit, "questions", *questions), "listed", *listed)
            return with_head(visit, news_at=news_at)

        self._here.change(words.UNDO_NEWS, change)

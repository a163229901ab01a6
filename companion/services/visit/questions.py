"""Acts on the question list of a visit."""

from __future__ import annotations

from dataclasses import replace

from companion.domain.changes import added, altered, found, with_rows
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
)
from companion.services.case.library import texts_of_kind
from companion.services.visit.open_visit import OpenVisit
from companion.words import visit as words

NEXT_STATE = {
    QuestionState.OPEN: QuestionState.ANSWERED,
    QuestionState.ASKED: QuestionState.ANSWERED,
    QuestionState.ANSWERED: QuestionState.PARTLY,
    QuestionState.PARTLY: QuestionState.OPEN,
    QuestionState.CARRIED: QuestionState.ANSWERED,
    QuestionState.DROPPED: QuestionState.ANSWERED,
}
"""What F2 makes of each state: answered, partly, back."""


class QuestionActs(OpenVisit):
    """States, new questions, and where the open ones go."""

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
        question = self._question(text)
        visit = added(self.visit, "questions", question)
        entry = self._listed(question, shown_end(visit), priority)
        self._change(words.UNDO_QUESTION, added(visit, "listed", entry))
        return question

    def show_question(self, question_id: str) -> None:
        """Show a question that is covered, in every list, because somebody asked for it."""
        session = self.session
        if found(session.file.questions, question_id) is not None:
            change = lambda file: altered(file, "questions", question_id, uncovered=True)  # noqa: E731
            session.change_case(words.UNDO_QUESTION_SHOWN, change)
            return
        visits = (self.visit, *session.case.visits)
        home = next((v.id for v in visits if found(v.questions, question_id) is not None), None)
        if home is not None:
            session.change_visit(
                home,
                words.UNDO_QUESTION_SHOWN,
                lambda file: altered(file, "questions", question_id, uncovered=True),
            )

    def _question(self, text: str, *, source: str | None = None, group: str = "") -> Question:
        new_id = self.session.surroundings.new_id()
        now = self.session.now()
        return Question(id=new_id, created_at=now, text=text, source=source, group=group)

    def _news_questions(self) -> list[Question]:
        """The case's own copies of the questions that always fit, else the program's."""
        texts = texts_of_kind(self.session.file.texts, "news")
        if texts:
            return [
                self._question(each.text, source=each.source, group=NEWS_GROUP) for each in texts
            ]
        return [self._question(text, group=NEWS_GROUP) for text in words.NEWS_QUESTIONS]

    def _listed(self, question: Question, position: float, priority: Priority) -> ListedQuestion:
        return ListedQuestion(
            id=self.session.surroundings.new_id(),
            created_at=question.created_at,
            question_id=question.id,
            position=position,
            priority=priority,
        )

    def carry_question(self, question_id: str, to: CarryTo) -> None:
        """Send an open question somewhere; `later` leaves it open.

        One that was answered partly stays so: what was said is not forgotten where it goes.
        """
        entry = listed_question(self.visit, question_id)
        if entry is None:
            return
        state = {
            CarryTo.DROP: QuestionState.DROPPED,
            CarryTo.LATER: QuestionState.OPEN,
        }.get(to, QuestionState.CARRIED)
        if entry.state is QuestionState.PARTLY:
            state = QuestionState.PARTLY
        changed = altered(self.visit, "listed", entry.id, state=state, carried_to=to)
        self._change(words.UNDO_CARRIED, changed)

    def unexpected_news(self, *, on: bool) -> None:
        """Let the questions that always fit stand in for the prepared ones, or end that.

        They join the list, with the next numbers, the first time.
        """
        visit = self.visit
        if on and not any(is_for_news(row) for row in self.rows()):
            questions = self._news_questions()
            first = next_position(visit.listed)
            listed = [
                self._listed(question, first + place, Priority.SHOULD)
                for place, question in enumerate(questions)
            ]
            visit = added(added(visit, "questions", *questions), "listed", *listed)
        head = replace(visit.head, news_at=self.session.now() if on else None)
        self._change(words.UNDO_NEWS, with_rows(visit, {"about": (head,)}))

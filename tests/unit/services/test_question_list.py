"""The question list before a visit, in the one file it lives in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.question import Priority
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.question_list import QuestionEditor
from companion.services.visit.editor import VisitEditor
from tests.unit.services.preparing_case import files_written, new_session

if TYPE_CHECKING:
    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def questions(session: CaseSession) -> QuestionEditor:
    return QuestionEditor(session)


def offered(questions: QuestionEditor, name: str) -> CopiedText:
    return next(text for text in questions.offered() if text.source == name)


def texts(questions: QuestionEditor) -> list[str]:
    return [row.text for row in questions.rows()]


def add(questions: QuestionEditor, *lines: str) -> list[str]:
    """Add own questions; the ids of all in order."""
    for line in lines:
        questions.own_draft().finish(line)
    return [row.listed.question_id for row in questions.rows()]


def test_a_question_of_the_guidance_brings_its_words_why_and_follow_ups(
    questions: QuestionEditor,
) -> None:
    text = offered(questions, "general/diagnosis-right")
    questions.tick(text)
    (row,) = questions.rows()
    assert row.question is not None
    assert row.text == text.text
    assert row.question.why == "If it is not, the plan may not fit."
    assert len(row.question.follow_ups) == 2
    assert row.question.group == text.group
    assert row.must


def test_a_question_can_be_let_go_and_taken_again(questions: QuestionEditor) -> None:
    text = offered(questions, "general/diagnosis-right")
    for _ in range(3):
        questions.tick(text)
    assert texts(questions) == [text.text]


def test_a_question_taken_again_is_the_one_that_was_let_go(
    session: CaseSession, questions: QuestionEditor
) -> None:
    text = offered(questions, "general/diagnosis-right")
    add(questions, "Why?")
    for _ in range(4):
        questions.tick(text)
    assert len(session.file.questions) == 2
    questions.tick(text)
    assert texts(questions) == ["Why?", text.text]
    assert questions.rows()[1].must
    session.undo()
    assert texts(questions) == ["Why?"]


def test_a_question_let_go_before_the_visit_comes_back_into_its_list(
    session: CaseSession, questions: QuestionEditor
) -> None:
    text = offered(questions, "general/diagnosis-right")
    for _ in range(2):
        questions.tick(text)
    Appointment(session).set_goal("To know.")
    home = {session.case.visits[0].id}
    assert files_written(session, lambda: questions.tick(text)) == home
    assert texts(questions) == [text.text]
    assert questions.rows()[0].must
    assert session.case.visits[0].questions == ()


def test_before_any_visit_the_plan_stands_in_the_case_file(
    session: CaseSession, questions: QuestionEditor
) -> None:
    assert files_written(session, lambda: add(questions, "Why?")) == {"case"}


def test_with_a_visit_ahead_every_act_touches_its_file_alone(
    session: CaseSession, questions: QuestionEditor
) -> None:
    Appointment(session).set_goal("To know.")
    home = {session.case.visits[0].id}
    assert files_written(session, lambda: add(questions, "Why?")) == home
    (which,) = [row.listed.question_id for row in questions.rows()]
    for act in (
        lambda: questions.set_priority(which, Priority.MUST),
        lambda: questions.next_asker(which),
        lambda: questions.toggle_alone(which),
        lambda: questions.reword_draft(which).finish("Why this?"),
        lambda: questions.take_away(which),
    ):
        assert files_written(session, act) == home


def test_a_question_from_before_the_visit_is_reworded_where_it_lives(
    session: CaseSession, questions: QuestionEditor
) -> None:
    add(questions, "Why?")
    Appointment(session).set_goal("To know.")
    (which,) = [row.listed.question_id for row in questions.rows()]
    draft = questions.reword_draft(which)
    assert files_written(session, lambda: draft.finish("Why now?")) == {"case"}
    assert texts(questions) == ["Why now?"]


def test_a_question_never_loses_all_its_words(questions: QuestionEditor) -> None:
    (which,) = add(questions, "Why?")
    draft = questions.reword_draft(which)
    draft.keep("")
    draft.finish("")
    assert texts(questions) == ["Why?"]


def test_questions_are_put_in_order(questions: QuestionEditor) -> None:
    first, _, third = add(questions, "One?", "Two?", "Three?")
    assert questions.move(third, -1)
    assert questions.move(third, -1)
    assert not questions.move(third, -1)
    assert texts(questions) == ["Three?", "One?", "Two?"]
    assert questions.move(first, 1)
    assert texts(questions) == ["Three?", "Two?", "One?"]


def test_numbers_stay_once_the_visit_has_a_note(
    session: CaseSession, questions: QuestionEditor
) -> None:
    Appointment(session).set_goal("To know.")
    first, _ = add(questions, "One?", "Two?")
    VisitEditor(session, session.case.visits[0].id).line.save("hello")
    assert questions.frozen()
    assert not questions.move(first, 1)


def test_who_asks_goes_round_the_people_of_the_case(
    session: CaseSession, questions: QuestionEditor
) -> None:
    (which,) = add(questions, "Why?")
    names = []
    for _ in range(3):
        questions.next_asker(which)
        names.append(session.person_name(questions.rows()[0].listed.asker_id))
    assert names == ["Alva", "Sam", ""]


@pytest.mark.promise("import.pasted-list")
def test_a_pasted_list_gives_one_question_a_line_each_once(
    session: CaseSession, questions: QuestionEditor
) -> None:
    pasted = "- Is it safe?\n2) How long?\n\n[ ] Who calls whom?\n"
    questions.own_draft().finish(pasted)
    assert texts(questions) == ["Is it safe?", "How long?", "Who calls whom?"]
    assert questions.add_lines(pasted) == "0 questions added, 3 already there."
    session.undo()
    assert texts(questions) == []


def test_an_own_question_is_kept_while_it_is_typed_and_taken_back_at_once(
    session: CaseSession, questions: QuestionEditor
) -> None:
    draft = questions.own_draft()
    draft.keep("Could thi")
    assert texts(questions) == ["Could thi"]
    draft.finish("Could this help?")
    session.undo()
    assert texts(questions) == []

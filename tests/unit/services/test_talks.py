"""A path that is a talk takes what differs, then what is unanswered, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.comparison import Aspect, ComparisonRow, Verdict
from companion.domain.question import CarryTo, Priority, QuestionState
from companion.domain.question_rows import all_questions, musts_that_fit, visit_list
from companion.domain.value import replace
from companion.services.compare.next_steps import NextSteps, paths
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, new_visit, plan_visit
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

OWN = ("Travel", "Sport", "Work", "School")


@pytest.fixture
def session() -> CaseSession:
    return new_session()


def listed(session: CaseSession, visit: VisitFile) -> list[NumberedQuestion]:
    known = all_questions(session.case) | {each.id: each for each in visit.questions}
    return list(visit_list(visit, known))


def compare(session: CaseSession, *stars: int) -> None:
    """Topics of one's own, all different, with so many stars."""
    aspects = tuple(
        Aspect(id=f"ownrow{n:02}", text=OWN[n], position=float(n)) for n in range(len(stars))
    )
    rows = tuple(
        ComparisonRow(
            id=f"judged{n:02}", aspect_id=aspect.id, verdict=Verdict.DIFFERS, stars=stars[n] or None
        )
        for n, aspect in enumerate(aspects)
    )
    session.change_case("", lambda file: replace(file, aspects=aspects, rows=rows))


def past_visit(session: CaseSession, doctor: str) -> VisitEditor:
    visit_id = plan_visit(session, NewVisit(clinician=doctor, at="2026-11-01T09:00+00:00"))
    editor = VisitEditor(session, visit_id)
    editor.notes.add("hello", None)
    return editor


def test_what_matters_most_and_differs_comes_first_as_many_as_fit(session: CaseSession) -> None:
    compare(session, 0, 5, 3, 1)
    back = next(path for path in paths(session.file) if path.id == "take-back")
    made = NextSteps(session).follow(back)
    assert made.visit_id is not None
    rows = listed(session, session.visit(made.visit_id))
    fit = musts_that_fit(session.visit(made.visit_id).head.minutes)[1]
    assert [row.must for row in rows] == [True] * fit + [False] * (len(rows) - fit)
    for row, topic in zip(rows, ("Sport", "Work", "School", "Travel"), strict=False):
        assert topic in row.text


def test_what_the_doctor_left_unanswered_comes_before_the_rest(session: CaseSession) -> None:
    editor = past_visit(session, "Dr Okafor")
    musts = {"one": Priority.MUST, "two": Priority.MUST, "three": Priority.MUST}
    asked = {
        name: editor.questions.add(f"What about {name}?", musts.get(name, Priority.SHOULD))
        for name in ("one", "two", "three", "four")
    }
    editor.questions.set_state(asked["two"].id, QuestionState.ANSWERED)
    editor.questions.carry(asked["four"].id, CarryTo.NEXT)
    new = NewVisit(clinician="Dr Okafor", questions=("Why here?",), later=("And then?",), fits=2)
    rows = listed(session, new_visit(session, new))
    assert [(row.text, row.must) for row in rows] == [
        ("Why here?", True),
        ("What about one?", True),
        ("What about three?", False),
        ("What about four?", False),
        ("And then?", False),
    ]


def test_what_another_doctor_left_unanswered_is_not_asked_here(session: CaseSession) -> None:
    editor = past_visit(session, "Dr Okafor")
    editor.questions.add("What about Okafor?", Priority.MUST)
    new = NewVisit(clinician="Dr Lindqvist", questions=("Why here?",), fits=2)
    assert [row.text for row in listed(session, new_visit(session, new))] == ["Why here?"]

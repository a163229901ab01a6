"""The list of test results: taken from an answer, written, arrived, undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion.domain.steps import all_steps
from companion.exchange.papers.catalogue import CASE, DOCTOR, SUMMARY, ExportRequest
from companion.services.prepare.result_board import ResultBoard
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.support.case_json import export_json
from tests.support.guidance import letters_at_hand
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def board(session: CaseSession) -> ResultBoard:
    return ResultBoard(session)


def answer(session: CaseSession, text: str) -> str:
    """Answer, in a visit of 20 November, when results come; the visit's id."""
    visit_id = plan_visit(session, NewVisit("Dr Okafor", "2026-11-20T09:00+00:00"))
    editor = VisitEditor(session, visit_id)
    editor.clock.hand_over()
    editor.clock.end()
    editor.answers.save_before_you_leave("results", text)
    return visit_id


def test_an_answer_is_taken_with_the_day_worked_out_and_undone(
    session: CaseSession, board: ResultBoard
) -> None:
    visit_id = answer(session, "in two weeks")
    offer = board.offer_of(visit_id)
    assert offer is not None
    board.take(offer)
    (result,) = board.results()
    assert (result.text, result.taken_on, result.expected_by) == (
        "in two weeks",
        "2026-11-20",
        "2026-12-04",
    )
    assert board.offers() == ()
    assert board.offer_of(visit_id) is None
    assert session.undo("visit") is None or board.results() == ()
    session.undo("prepare")
    assert board.results() == ()
    assert [each.id for each in board.offers()] == [offer.id]
    board.take(board.offers()[0])
    assert [each.id for each in board.results()] == [offer.id]


def test_a_result_is_written_with_its_day(board: ResultBoard) -> None:
    draft = board.own_draft()
    assert draft.finish("Biopsy")
    following = draft.then()
    assert following is not None
    assert following.finish("in 3 weeks")
    (result,) = board.results()
    assert (result.text, result.expected_by) == ("Biopsy", "2026-12-15")


def test_nothing_follows_a_line_that_was_left_blank(board: ResultBoard) -> None:
    draft = board.own_draft()
    draft.finish("")
    assert draft.then() is None
    assert board.results() == ()


def test_a_day_that_cannot_be_read_changes_nothing(board: ResultBoard) -> None:
    board.own_draft().finish("Biopsy")
    (result,) = board.results()
    assert not board.field_draft(result.id, "expected_by").finish("some day")
    assert board.results()[0].expected_by is None


def test_a_result_arrives_today_or_not_yet(session: CaseSession, board: ResultBoard) -> None:
    board.own_draft().finish("Biopsy")
    (result,) = board.results()
    assert board.arrive(result.id)
    assert board.results()[0].arrived_on == session.context.today().isoformat()
    assert board.arrive(result.id) is False
    assert board.results()[0].arrived_on is None
    board.take_away(result.id)
    assert board.results() == ()
    assert board.arrive(result.id) is None


def test_a_result_is_on_the_papers_and_in_the_calendar(
    session: CaseSession, board: ResultBoard
) -> None:
    visit_id = answer(session, "Mia calls by Dec 1")
    board.take(board.offers()[0])
    for paper in (CASE, SUMMARY):
        request = ExportRequest(format="text", paper=paper, visit_id=visit_id)
        text = export(session.case, request).data.decode()
        assert "expected by" in text
    letters = letters_at_hand()
    page = export(session.case, ExportRequest(format="text", paper=DOCTOR, letters=letters))
    assert "Mia calls by Dec 1 (expected by " in page.data.decode()
    calendar = export(session.case, ExportRequest(format="ics")).data.decode()
    assert "Mia calls by Dec 1" in calendar
    assert "DTSTART;VALUE=DATE:20261201" in calendar
    assert "Mia calls" in export(session.case, ExportRequest(format="csv")).data.decode("utf-8-sig")


def test_the_export_says_what_is_waited_for_once(session: CaseSession, board: ResultBoard) -> None:
    answer(session, "in two weeks")
    board.take(board.offers()[0])
    (told,) = json.loads(export_json(session.case))["results"]
    assert told == {
        "id": board.results()[0].id,
        "text": "in two weeks",
        "why": "",
        "taken_on": "2026-11-20",
        "expected_by": "2026-12-04",
        "who_tells": "",
        "arrived_on": None,
    }
    assert all_steps(session.case) == ()

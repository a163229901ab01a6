"""The part with the test results."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from companion.domain.preparation import AwaitedResult
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.prepare.part_list import PartList
from companion.ui.prepare.parts.results import ResultsPart, result_row
from companion.words import results as words
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession

TODAY = date(2026, 11, 24)


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def part(session: CaseSession) -> ResultsPart:
    return ResultsPart(session)


def written(part: ResultsPart, text: str, day: str = "") -> str:
    """Write a result with the day it is expected; the key of its row."""
    draft = part.add("").draft
    assert draft is not None
    draft.finish(text)
    following = draft.then()
    assert following is not None
    assert following.finish(day)
    (result,) = (each for each in part.board.results() if each.text == text)
    return f"result:{result.id}"


@pytest.mark.parametrize(
    ("result", "state", "says"),
    [
        (AwaitedResult(id="a"), words.WAITING, words.NO_DAY),
        (AwaitedResult(id="a", expected_by="2026-11-27"), words.WAITING, "in 3 days"),
        (AwaitedResult(id="a", expected_by="2026-11-24"), words.WAITING, "today"),
        (AwaitedResult(id="a", expected_by="2026-11-20"), words.LATE, "was due"),
        (AwaitedResult(id="a", arrived_on="2026-11-20", who_tells="Mia"), words.ARRIVED, "Mia"),
    ],
)
def test_each_result_says_in_a_word_whether_it_is_late(
    result: AwaitedResult, state: str, says: str
) -> None:
    row = result_row(result, TODAY)
    assert row.lead.strip() == state
    assert says in row.under


def test_a_late_result_comes_with_words_to_ask_for_it(part: ResultsPart) -> None:
    late, soon = written(part, "Biopsy", "2026-11-20"), written(part, "MRI", "in 3 weeks")
    assert any(words.ASK in each for each in part.beside(late))
    assert part.beside(soon) == ()


def test_what_is_late_stands_in_the_list_of_parts_and_is_the_next_thing_there(
    session: CaseSession, part: ResultsPart
) -> None:
    parts = PartList(session)
    before = {row.key: row.right for row in parts.rows()}["results"]
    written(part, "MRI", "in 3 weeks")
    waiting = {row.key: row.right for row in parts.rows()}["results"]
    written(part, "Biopsy", "2026-11-20")
    late = {row.key: row.right for row in parts.rows()}["results"]
    assert (before, waiting, late) == ("", words.count(0, 1), words.count(1, 2))
    assert parts.next_after("visit") == "results"


def test_space_says_that_it_arrived_and_again_that_it_did_not(part: ResultsPart) -> None:
    key = written(part, "MRI", "in 3 weeks")
    assert part.tick(key).said == words.arrived_now(here=True)
    assert part.tick(key).said == words.arrived_now(here=False)


def test_an_answer_before_leaving_is_offered_and_taken_by_enter(
    session: CaseSession, part: ResultsPart
) -> None:
    visit_id = plan_visit(session, NewVisit("Dr Okafor", "2026-11-20T09:00+00:00"))
    VisitEditor(session, visit_id).answers.save_before_you_leave("results", "in two weeks")
    (offered,) = (row for row in part.rows() if row.key.startswith("offer:"))
    assert offered.text == "in two weeks"
    result = part.activate(offered.key)
    assert result.said == words.TAKEN
    assert any(row.key == result.cursor for row in part.rows())
    assert not any(row.key.startswith("offer:") for row in part.rows())


def test_the_details_of_a_result_are_fields_and_go_back(part: ResultsPart) -> None:
    part.activate(written(part, "MRI", "in 3 weeks"))
    fields = [row.key for row in part.rows() if row.selectable]
    assert fields == [f"field:{name}" for name in words.FIELDS]
    draft = part.activate("field:who_tells").draft
    assert draft is not None
    draft.finish("Mia")
    assert part.board.results()[0].who_tells == "Mia"
    assert part.back()


def test_a_result_that_was_removed_is_gone(part: ResultsPart) -> None:
    key = written(part, "MRI", "in 3 weeks")
    assert "MRI" in part.take_away(key).said
    assert part.board.results() == ()

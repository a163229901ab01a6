"""Records: needed, asked, sent, arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.preparation import RecordStatus, next_to_ask
from companion.services.prepare.record_board import RecordBoard
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def board(session: CaseSession) -> RecordBoard:
    return RecordBoard(session)


def test_what_can_change_most_is_offered_first_and_what_is_for_one_situation_last(
    board: RecordBoard,
) -> None:
    fields = [dict(text.fields) for text in board.offered()]
    situations = [each.get("situation", "") for each in fields]
    groups = list(dict.fromkeys(situations))
    assert groups[0] == ""
    assert situations == sorted(situations, key=groups.index)
    for group in groups:
        orders = [each.get("changes") for each in fields if each.get("situation", "") == group]
        assert orders == sorted(orders, key=("most", "some", "little", None).index)


def test_a_record_keeps_why_it_matters_and_who_has_it(board: RecordBoard) -> None:
    text = board.offered()[0]
    board.tick(text)
    (record,) = board.records()
    assert record.why
    assert record.holder
    assert record.changes == "most"
    board.tick(text)
    assert board.records() == ()


def test_a_record_moves_on_one_step_at_a_time_with_its_day(board: RecordBoard) -> None:
    board.own_draft().finish("My diary")
    (record,) = board.records()
    way = [board.move_on(record.id) for _ in range(5)]
    assert way == [
        *(RecordStatus.ASKED, RecordStatus.SENT, RecordStatus.ARRIVED),
        *(RecordStatus.NOT_NEEDED, RecordStatus.NEEDED),
    ]
    kept = board.records()[0]
    assert (kept.asked_at, kept.sent_at, kept.arrived_at) == ("2026-11-24",) * 3


def test_asking_for_a_record_names_whom_and_when_to_ask_again(board: RecordBoard) -> None:
    board.own_draft().finish("Gene report")
    (record,) = board.records()
    draft = board.asked_draft(record.id)
    draft.keep("Mrs Be")
    draft.finish("Mrs Berg")
    again = draft.then()
    assert again is not None
    assert again.finish("25 Nov")
    kept = board.records()[0]
    assert (kept.status, kept.spoken_to, kept.asked_at, kept.chase_on) == (
        RecordStatus.ASKED,
        *("Mrs Berg", "2026-11-24", "2026-11-25"),
    )


def test_asking_is_taken_back_as_one_change(session: CaseSession, board: RecordBoard) -> None:
    board.own_draft().finish("Gene report")
    draft = board.asked_draft(board.records()[0].id)
    draft.keep("Mrs")
    draft.finish("Mrs Berg")
    session.undo()
    assert board.records()[0].status is RecordStatus.NEEDED
    assert board.records()[0].asked_at is None


def test_the_board_stands_in_the_order_of_what_can_change_a_decision(
    session: CaseSession, board: RecordBoard
) -> None:
    board.own_draft().finish("My diary")
    offered = board.offered()
    little = next(text for text in offered if dict(text.fields).get("changes") == "little")
    for text in (little, offered[0]):
        board.tick(text)
    assert [each.changes for each in board.records()] == ["most", "little", ""]
    following = next_to_ask(session.file.records)
    assert following is not None
    assert following.changes == "most"


def test_papers_that_can_stay_at_home_are_named_and_never_offered(board: RecordBoard) -> None:
    assert board.left_at_home()
    assert not {text.source for text in board.left_at_home()} & {
        text.source for text in board.offered()
    }


def test_a_day_of_a_record_can_be_taken_away_again(board: RecordBoard) -> None:
    board.own_draft().finish("My diary")
    record_id = board.records()[0].id
    board.field_draft(record_id, "chase_on").finish("2026-12-01")
    assert board.records()[0].chase_on == "2026-12-01"
    board.field_draft(record_id, "chase_on").finish("")
    assert board.records()[0].chase_on is None

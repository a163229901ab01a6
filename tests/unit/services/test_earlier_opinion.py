"""The present doctor's opinion: written before the visit, set down, then only added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.opinion import OtherOpinionKnown
from companion.services.prepare.present_opinion import EarlierOpinion
from companion.services.prepare.record_board import RecordBoard
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def earlier(session: CaseSession) -> EarlierOpinion:
    return EarlierOpinion(session)


def test_the_doctor_is_named_letter_by_letter_as_one_person(
    session: CaseSession, earlier: EarlierOpinion
) -> None:
    draft = earlier.doctor_draft()
    for end in range(1, 13):
        draft.keep("Dr Lindqvist"[:end])
    draft.finish("Dr Lindqvist")
    assert earlier.doctor() == "Dr Lindqvist"
    assert [one.name for one in session.file.people].count("Dr Lindqvist") == 1
    assert len(session.file.opinions) == 1


def test_a_cell_holds_what_the_doctor_says_on_one_aspect(earlier: EarlierOpinion) -> None:
    aspect = earlier.aspects()[0]
    earlier.cell_draft(aspect).finish("moderate")
    cell = earlier.cell(aspect.id)
    assert cell is not None
    assert cell.text == "moderate"


def test_setting_it_down_dates_it_and_later_words_are_added_below(
    session: CaseSession, earlier: EarlierOpinion
) -> None:
    aspect = earlier.aspects()[0]
    assert not earlier.freeze()
    earlier.cell_draft(aspect).finish("moderate")
    assert earlier.freeze()
    assert not earlier.freeze()
    earlier.cell_draft(aspect).finish("he called again")
    cell = earlier.cell(aspect.id)
    assert cell is not None
    assert cell.text == "moderate"
    assert [each.text for each in earlier.additions()] == ["he called again"]
    session.undo()
    assert earlier.additions() == ()
    session.undo()
    assert not earlier.frozen


def test_what_the_doctor_knew_and_had_seen_is_kept(
    session: CaseSession, earlier: EarlierOpinion
) -> None:
    RecordBoard(session).own_draft().finish("Gene report")
    record = session.file.records[0]
    earlier.toggle_seen(record.id)
    earlier.next_known()
    opinion = earlier.opinion
    assert opinion is not None
    assert opinion.records_seen == (record.id,)
    assert opinion.other_opinion_known is OtherOpinionKnown.YES
    earlier.toggle_seen(record.id)
    assert earlier.opinion is not None
    assert earlier.opinion.records_seen == ()

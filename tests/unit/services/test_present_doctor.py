"""The present doctor's opinion: written before the visit, set down, then only added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.comparison import OtherOpinionKnown
from companion.services.prepare.present_opinion import PresentDoctor
from companion.services.prepare.record_board import RecordBoard
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def doctor(session: CaseSession) -> PresentDoctor:
    return PresentDoctor(session)


def test_the_doctor_is_named_letter_by_letter_as_one_person(
    session: CaseSession, doctor: PresentDoctor
) -> None:
    draft = doctor.name_draft()
    for end in range(1, 13):
        draft.keep("Dr Lindqvist"[:end])
    draft.finish("Dr Lindqvist")
    assert doctor.name() == "Dr Lindqvist"
    assert [one.name for one in session.file.people].count("Dr Lindqvist") == 1
    assert len(session.file.opinions) == 1


def test_a_cell_holds_what_the_doctor_says_on_one_aspect(doctor: PresentDoctor) -> None:
    aspect = doctor.aspects()[0]
    doctor.opinion.cell_draft(aspect).finish("moderate")
    cell = doctor.opinion.cell(aspect.id)
    assert cell is not None
    assert cell.text == "moderate"


def test_setting_it_down_dates_it_and_later_words_are_added_below(
    session: CaseSession, doctor: PresentDoctor
) -> None:
    aspect = doctor.aspects()[0]
    assert not doctor.freeze()
    doctor.opinion.cell_draft(aspect).finish("moderate")
    assert doctor.freeze()
    assert not doctor.freeze()
    doctor.opinion.cell_draft(aspect).finish("he called again")
    cell = doctor.opinion.cell(aspect.id)
    assert cell is not None
    assert cell.text == "moderate"
    assert [each.text for each in doctor.opinion.additions()] == ["he called again"]
    session.undo()
    assert doctor.opinion.additions() == ()
    session.undo()
    assert not doctor.opinion.column.frozen


def test_what_the_doctor_knew_and_had_seen_is_kept(
    session: CaseSession, doctor: PresentDoctor
) -> None:
    RecordBoard(session).own_draft().finish("Gene report")
    record = session.file.records[0]
    doctor.opinion.toggle_record(record.id)
    doctor.opinion.next_known()
    opinion = doctor.opinion.column.opinion
    assert opinion is not None
    assert opinion.records_seen == (record.id,)
    assert opinion.other_opinion_known is OtherOpinionKnown.YES
    doctor.opinion.toggle_record(record.id)
    assert doctor.opinion.column.opinion is not None
    assert doctor.opinion.column.opinion.records_seen == ()

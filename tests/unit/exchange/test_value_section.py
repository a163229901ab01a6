"""Numbers over time on the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.exchange.papers.catalogue import FORMS, TIMELINE, ExportRequest
from companion.services.transfer.exports import export
from companion.words import values as words
from tests.support.number_notes import noted, number_note

if TYPE_CHECKING:
    from companion.domain.note import Note


def timeline(form: str, *notes: Note | str, audience: str = "me") -> str:
    request = ExportRequest(format=form, paper=TIMELINE, audience=audience)
    return export(noted(*notes), request).data.decode()


@pytest.mark.parametrize("form", FORMS)
def test_values_of_one_name_are_drawn_and_listed_by_date(form: str) -> None:
    paper = timeline(form, "white cells 24,5 /nl", "white cells 38 /nl on Oct 12")
    assert words.TITLE in paper
    assert paper.index("38 /nl") < paper.index("24,5 /nl")
    assert "└─" in paper
    assert words.NO_NORMAL in paper


@pytest.mark.parametrize("form", FORMS)
def test_values_with_two_units_are_listed_and_not_drawn(form: str) -> None:
    paper = timeline(form, "weight 70 kg", "weight 154 lb")
    assert "└─" not in paper
    assert "kg, lb" in paper


def test_nothing_is_said_of_numbers_over_time_where_there_is_one_value() -> None:
    assert words.TITLE not in timeline("text", "weight 70 kg", "level 2 %")


def test_a_value_that_is_only_for_its_writer_is_in_no_copy_for_the_doctor() -> None:
    notes = number_note("weight 70 kg", 1, mine_only=True), number_note("weight 71 kg", 2)
    assert "70 kg" in timeline("text", *notes)
    assert "70 kg" not in timeline("text", *notes, audience="doctor")

"""Spellings to check: which notes hold one, and where they come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.correction import is_to_check, spellings_to_check
from companion.domain.marks import NoteKind
from companion.domain.note import Note, TeachBack, TeachBackResult
from companion.domain.question import CarryTo
from companion.exchange.papers.catalogue import MESSAGE, SUMMARY, ExportRequest
from companion.services.transfer.exports import export
from companion.ui.visit.cards.end_of_visit import open_items
from companion.words import letters
from companion.words import visit_cards as words
from tests.support.guidance import letters_at_hand
from tests.support.number_notes import NOON, noted, number_note

if TYPE_CHECKING:
    from companion.domain.case import Case


def spelling(text: str, place: int = 0, **more: object) -> Note:
    return number_note(text, place, **{"kind": NoteKind.SPELLING, **more})  # type: ignore[arg-type]


def message(case: Case) -> str:
    request = ExportRequest(format="text", paper=MESSAGE, letters=letters_at_hand("leukemia"))
    return export(case, request).data.decode()


@pytest.mark.parametrize("result", TeachBackResult)
def test_a_spelling_that_was_confirmed_or_put_right_is_not_asked_again(
    result: TeachBackResult,
) -> None:
    back = TeachBack(at=NOON, result=result, text="emicizumab" if result == "corrected" else "")
    assert is_to_check(spelling("emisizumab"))
    assert not is_to_check(spelling("emisizumab", teach_back=back))
    assert not is_to_check(spelling("emisizumab", carried_to=CarryTo.DROP))
    assert not is_to_check(number_note("emisizumab"))


def test_each_word_is_asked_once_and_nothing_that_is_hidden_or_one_s_own() -> None:
    case = noted(
        spelling("emisizumab", 1),
        spelling("Ruxolitinib.", 2),
        spelling("Emisizumab", 3),
        spelling("hidden", 4, covered=True),
        spelling("mine", 5, mine_only=True),
    )
    assert spellings_to_check(case.visits) == ("emisizumab", "Ruxolitinib")


def test_they_come_up_at_the_end_of_the_visit_until_they_are_settled() -> None:
    (visit,) = noted(spelling("emisizumab")).visits
    (item,) = open_items(visit, ())
    assert (item.text, item.to) == (words.spelling("emisizumab"), CarryTo.LATER)


def test_the_message_to_the_doctor_asks_for_all_of_them_in_one_sentence() -> None:
    case = noted(spelling("emisizumab", 1), spelling("ruxolitinib", 2, carried_to="message"))
    asked = message(case)
    assert letters.check_spelling(("emisizumab", "ruxolitinib")) in asked
    assert asked.count("ruxolitinib") == 1
    assert "spelled" not in message(noted("weight 70 kg"))


def test_the_summary_names_them_among_what_is_open() -> None:
    request = ExportRequest(format="text", paper=SUMMARY, visit_id="visit001")
    summary = export(noted(spelling("emisizumab")), request).data.decode()
    assert summary.index(letters.OPEN_POINTS) < summary.rindex("emisizumab")

"""The page of a visit rewritten by hand: kept with the visit, undone, merged; notes untouched."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from companion.domain.answer_places import SaidPart
from companion.domain.merge import merge
from companion.domain.preparation import Covered
from companion.exchange.papers.catalogue import CASE, ExportRequest
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.prepare.preparation import PreparationEditor
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.services.visit.said import SaidPage
from tests.journeys.conftest import StandingClock, new_context
from tests.support.case_json import export_json

if TYPE_CHECKING:
    from collections.abc import Iterator

WHO = str(SaidPart.WHO)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC))


@pytest.fixture
def editor(clock: StandingClock) -> Iterator[VisitEditor]:
    context = new_context(clock)
    session = CaseLibrary(context).create(NewCase(title="t", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30))
    editor = VisitEditor(session, visit_id)
    editor.line.save("! ring the ward about the report")
    yield editor
    session.close()
    context.syncer.stop()


@pytest.fixture
def page(editor: VisitEditor) -> SaidPage:
    return SaidPage(editor.session, editor.visit_id)


def kept(editor: VisitEditor) -> list[tuple[str, bool]]:
    return [(each.text, each.deleted) for each in editor.visit.said]


def test_a_rewritten_part_is_kept_with_the_visit_and_the_notes_are_untouched(
    editor: VisitEditor, page: SaidPage
) -> None:
    notes = editor.visit.notes
    assert page.text_of(WHO) == "ring the ward about the report"
    assert page.rewrite(WHO, "Sam rings the ward.\nAlva rests.")
    assert page.text_of(WHO) == "Sam rings the ward.\nAlva rests."
    part = page.part(WHO)
    assert part is not None
    assert part.edited
    assert editor.visit.notes == notes
    (kept,) = editor.visit.said
    assert kept.note_ids == (notes[0].id,)
    assert kept.by_id == editor.session.file.head.writer_id


def test_the_same_words_are_no_change_and_no_words_tell_it_from_the_notes_again(
    editor: VisitEditor, page: SaidPage
) -> None:
    page.rewrite(WHO, "ring the ward about the report\n")
    assert kept(editor) == []
    page.rewrite(WHO, "Sam rings the ward.")
    page.rewrite(WHO, "  ")
    assert page.text_of(WHO) == "ring the ward about the report"
    page.rewrite(WHO, "Alva rings the ward.")
    assert kept(editor) == [("Alva rings the ward.", False)]


def test_rewriting_can_be_undone(editor: VisitEditor, page: SaidPage) -> None:
    page.rewrite(WHO, "Sam rings the ward.")
    page.rewrite(WHO, "Alva rings the ward.")
    editor.session.undo()
    assert page.text_of(WHO) == "Sam rings the ward."
    editor.session.undo()
    assert page.text_of(WHO) == "ring the ward about the report"


def test_an_empty_part_can_be_filled_by_hand(page: SaidPage) -> None:
    page.rewrite(str(SaidPart.CALL), "The ward, day and night.")
    assert page.text_of(str(SaidPart.CALL)) == "The ward, day and night."


def test_two_who_rewrote_apart_find_both_texts(
    editor: VisitEditor, page: SaidPage, clock: StandingClock
) -> None:
    before = editor.visit
    page.rewrite(WHO, "Sam rings the ward.")
    here = editor.visit
    editor.session.undo()
    clock.forward(minutes=1)
    page.rewrite(WHO, "Alva rings the ward.")
    assert before.said == ()
    both = merge(here, editor.visit)
    (kept,) = both.said
    assert "Alva rings the ward." in kept.text


def test_what_was_rewritten_goes_out_and_the_doctors_copy_has_it_too(
    editor: VisitEditor, page: SaidPage
) -> None:
    page.rewrite(WHO, "Sam rings the ward.")
    (visit,) = json.loads(export_json(editor.session.case))["visits"]
    assert [(each["part"], each["text"]) for each in visit["said"]] == [
        (WHO, "Sam rings the ward.")
    ]


def test_words_about_living_or_dying_are_kept_and_not_shown_where_they_are_to_be_covered(
    editor: VisitEditor, page: SaidPage
) -> None:
    PreparationEditor(editor.session).cover(Covered.COVER)
    assert not page.rewrite(WHO, "Half of the people live 5 years.")
    assert page.text_of(WHO) == "ring the ward about the report"
    assert editor.visit.said[0].text == "Half of the people live 5 years."


def test_the_page_is_made_again_only_after_a_change(
    editor: VisitEditor, page: SaidPage, clock: StandingClock
) -> None:
    first = page.parts
    assert page.parts is first
    clock.at += timedelta(minutes=1)
    editor.line.save("! write to the nurse about the pump")
    assert page.parts is not first


def test_a_rewritten_part_is_in_ones_own_copy_and_in_the_table(
    editor: VisitEditor, page: SaidPage
) -> None:
    page.rewrite(WHO, "Sam rings the ward.")
    session = editor.session
    copy = export(session.case, ExportRequest(format="text", paper=CASE)).data.decode()
    assert "Sam rings the ward." in copy
    table = export(session.case, ExportRequest(format="csv")).data.decode()
    assert "Sam rings the ward." in table

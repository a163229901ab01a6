"""What is for one person only, and what is covered, is in no copy for anybody else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.note import NumberCard
from companion.exchange.papers.catalogue import FORMATS, FORMS, PAPERS, ExportRequest
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.compare.steps import Steps
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, new_context
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.case import Case

OWN = "quixotic"
"""A word of one's own that stands in every part of a note."""
OTHERS = ("doctor", "family")
COPIES = [(form, paper) for form in FORMATS for paper in PAPERS if form in FORMS or paper == "case"]


@pytest.fixture
def editor() -> Iterator[VisitEditor]:
    context = new_context(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    session = CaseLibrary(context).create(NewCase(title="t", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=("One?",)))
    yield VisitEditor(session, visit_id)
    session.close()
    context.syncer.stop()


def with_a_secret(editor: VisitEditor, *, covered: bool = False) -> Case:
    """A to-do note, a number and a quote that others must not read, with all that hangs on them."""
    steps = Steps(editor.session)
    for line in (f"! ask about {OWN}", f"# 2 in 100 {OWN}", f'" Sam: {OWN}'):
        note = editor.line.save(line)
        assert note is not None
        editor.notes.keep_number(note.id, NumberCard(what=OWN, count="2", out_of="100"))
        editor.notes.say_back(note.id, f"no, {OWN}")
        if covered:
            editor.notes.cover(note.id, covered=True)
        else:
            editor.notes.set_private(note.id, mine_only=True)
    for step in steps.listed():
        steps.next_owner(step)
    editor.line.type(f"and {OWN}")
    editor.line.save("for everybody")
    return editor.session.case


@pytest.mark.parametrize("covered", [False, True], ids=["for_me_only", "covered"])
@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize(("form", "paper"), COPIES)
def test_what_is_for_me_only_or_covered_is_in_no_copy_for_others(
    editor: VisitEditor, form: str, paper: str, audience: str, *, covered: bool
) -> None:
    case = with_a_secret(editor, covered=covered)
    data = export(
        case, ExportRequest(format=form, paper=paper, audience=audience, letters=letters_at_hand())
    ).data
    assert OWN.encode() not in data


def test_my_own_copy_holds_what_is_for_me_only(editor: VisitEditor) -> None:
    case = with_a_secret(editor)
    notes = json.loads(export(case, ExportRequest(format="json")).data)["visits"][0]["notes"]
    assert [note["mine_only"] for note in notes] == [True, True, True, False]
    assert OWN.encode() in export(case, ExportRequest(format="markdown")).data


def test_a_name_and_colon_in_front_is_kept_as_text_and_given_as_the_speaker(
    editor: VisitEditor,
) -> None:
    for line in ('" Dr Okafor: not mild', "Alva: it hurts", "at 9:30: nothing", "and so: on"):
        editor.line.save(line)
    exported = json.loads(export(editor.session.case, ExportRequest(format="json")).data)
    said = [(note["text"], note["speaker"]) for note in exported["visits"][0]["notes"]]
    assert said == [
        ("Dr Okafor: not mild", "Dr Okafor"),
        ("Alva: it hurts", "Alva"),
        ("at 9:30: nothing", None),
        ("and so: on", None),
    ]


def test_a_note_says_in_every_paper_who_wrote_it(editor: VisitEditor) -> None:
    editor.line.save("by one")
    editor.people.next_writer()
    editor.line.save("by the other")
    for form in FORMS:
        page = export(editor.session.case, ExportRequest(format=form)).data.decode()
        assert "Alva" in page
        assert "Sam" in page

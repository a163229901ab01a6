"""What is for one person only, and what is covered, is in no copy for anybody else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.note import NumberCard
from companion.exchange.papers.catalogue import PAPERS
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.compare.steps import StepKeeping
from companion.services.transfer.exports import FORMATS, FORMS, ExportRequest, export
from companion.services.visit.editor import Visiting
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, new_surroundings
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.case import Case

OWN = "quixotic"
"""A word of one's own that stands in every part of a note."""
OTHERS = ("doctor", "family")
COPIES = [(form, paper) for form in FORMATS for paper in PAPERS if form in FORMS or paper == "case"]


@pytest.fixture
def visiting() -> Iterator[Visiting]:
    around = new_surroundings(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    session = CaseLibrary(around).make(NewCase(title="t", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=("One?",)))
    yield Visiting(session, visit_id)
    session.close()
    around.syncer.stop()


def with_a_secret(visiting: Visiting, *, covered: bool = False) -> Case:
    """A to-do note, a number and a quote that others must not read, with all that hangs on them."""
    steps = StepKeeping(visiting.session)
    for line in (f"! ask about {OWN}", f"# 2 in 100 {OWN}", f'" Sam: {OWN}'):
        note = visiting.save_line(line)
        assert note is not None
        visiting.keep_number(note.id, NumberCard(what=OWN, count="2", out_of="100"))
        visiting.say_back(note.id, f"no, {OWN}")
        if covered:
            visiting.cover_note(note.id, covered=True)
        else:
            visiting.keep_to_oneself(note.id, mine_only=True)
    for step in steps.steps():
        steps.next_owner(step)
    visiting.type(f"and {OWN}")
    visiting.save_line("for everybody")
    return visiting.session.case


@pytest.mark.parametrize("covered", [False, True], ids=["for_me_only", "covered"])
@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize(("form", "paper"), COPIES)
def test_what_is_for_me_only_or_covered_is_in_no_copy_for_others(
    visiting: Visiting, form: str, paper: str, audience: str, *, covered: bool
) -> None:
    case = with_a_secret(visiting, covered=covered)
    data = export(
        case, ExportRequest(format=form, paper=paper, audience=audience, letters=letters_at_hand())
    ).data
    assert OWN.encode() not in data


def test_my_own_copy_holds_what_is_for_me_only(visiting: Visiting) -> None:
    case = with_a_secret(visiting)
    notes = json.loads(export(case, ExportRequest(format="json")).data)["visits"][0]["notes"]
    assert [note["mine_only"] for note in notes] == [True, True, True, False]
    assert OWN.encode() in export(case, ExportRequest(format="markdown")).data


def test_a_name_and_colon_in_front_is_kept_as_text_and_given_as_the_speaker(
    visiting: Visiting,
) -> None:
    for line in ('" Dr Okafor: not mild', "Alva: it hurts", "at 9:30: nothing", "and so: on"):
        visiting.save_line(line)
    exported = json.loads(export(visiting.session.case, ExportRequest(format="json")).data)
    said = [(note["text"], note["speaker"]) for note in exported["visits"][0]["notes"]]
    assert said == [
        ("Dr Okafor: not mild", "Dr Okafor"),
        ("Alva: it hurts", "Alva"),
        ("at 9:30: nothing", None),
        ("and so: on", None),
    ]


def test_a_note_says_in_every_paper_who_wrote_it(visiting: Visiting) -> None:
    visiting.save_line("by one")
    visiting.next_writer()
    visiting.save_line("by the other")
    for form in FORMS:
        page = export(visiting.session.case, ExportRequest(format=form)).data.decode()
        assert "Alva" in page
        assert "Sam" in page

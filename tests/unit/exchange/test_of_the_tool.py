"""What is of the program, and no sentence of anybody, is in no paper, copy or letter."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.note import FIND_LINE
from companion.domain.question import CarryTo, Priority
from companion.exchange.redaction import Audience
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.prepare.present_opinion import EarlierOpinion
from companion.services.transfer.exports import ExportRequest, export
from companion.services.visit.editor import Visiting
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, all_packs, new_surroundings
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = ["json", "text", "markdown", "html", "csv", "ics"]
AT = "2026-12-03T14:00:00+00:00"


@pytest.fixture
def visiting() -> Iterator[Visiting]:
    """A visit that has begun."""
    around = new_surroundings(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    packs = tuple(pack for pack in all_packs() if pack.id == "general")
    session = CaseLibrary(around).make(NewCase(title="t", packs=packs, patient="Alva"))
    asked = ("Does it hurt?",)
    EarlierOpinion(session).doctor_draft().finish("Dr Lind")
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=asked, at=AT))
    visit = Visiting(session, visit_id)
    visit.doctor_is_here()
    visit.save_line("the first note")
    yield visit
    session.close()
    around.syncer.stop()


def copy(visiting: Visiting, paper: str = "case", form: str = "text", audience: str = "me") -> str:
    letters = letters_at_hand()
    wanted = ExportRequest(format=form, paper=paper, audience=Audience(audience), letters=letters)
    return export(visiting.session.case, wanted).data.decode()


@pytest.mark.parametrize("form", FORMS)
def test_words_that_were_looked_for_are_in_no_copy(visiting: Visiting, form: str) -> None:
    visiting.type("half a note")
    visiting.fill(FIND_LINE)
    visiting.type_aside(FIND_LINE, "ankle")
    assert "ankle" not in copy(visiting, form=form)
    if form != "ics":
        assert "half a note" in copy(visiting, form=form)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
@pytest.mark.parametrize(
    "field", ["question", "door:call", "due:step", "back:note", "number:n:what"]
)
def test_a_card_half_filled_is_no_line_of_a_paper(
    visiting: Visiting, form: str, field: str
) -> None:
    visiting.fill(field)
    visiting.type_aside(field, "ankle")
    assert "ankle" not in copy(visiting, form=form)
    assert "ankle" in copy(visiting, form="json")


@pytest.mark.parametrize("paper", ["case", "summary"])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_offered_questions_stand_in_a_paper_once_they_were_used(
    visiting: Visiting, paper: str, form: str
) -> None:
    visiting.unexpected_news(on=True)
    offered = [row for row in visiting.rows() if row.question and row.question.group == "news"]
    assert len(offered) == 5
    visiting.go_to(offered[1].listed.question_id)
    visiting.save_line("by Friday")
    visiting.unexpected_news(on=False)
    said = copy(visiting, paper, form).replace("&#x27;", "'")
    assert [row.number for row in offered if row.text in said] == [offered[1].number]


def test_offered_questions_that_were_not_used_go_in_no_table(visiting: Visiting) -> None:
    visiting.unexpected_news(on=True)
    assert all(
        row.text not in copy(visiting, form="csv")
        for row in visiting.rows()
        if row.question and row.question.group == "news"
    )


@pytest.mark.parametrize("fragment", ["ankle", "the other knee", "! ankle later"])
@pytest.mark.parametrize("paper", ["message", "ask-both"])
def test_a_fragment_that_came_up_goes_to_no_other_doctor(
    visiting: Visiting, fragment: str, paper: str
) -> None:
    question = visiting.new_question(fragment, Priority.MUST)
    assert fragment not in copy(visiting, paper)
    visiting.go_to(question.id)
    visiting.save_line("looked at it")
    visiting.carry_question(question.id, CarryTo.MESSAGE)
    assert fragment not in copy(visiting, paper)
    assert fragment in copy(visiting, "still-open")
    assert fragment in copy(visiting)


def test_a_whole_question_that_came_up_goes_where_it_is_sent(visiting: Visiting) -> None:
    question = visiting.new_question("Why now?")
    visiting.carry_question(question.id, CarryTo.MESSAGE)
    assert "Why now?" in copy(visiting, "message")

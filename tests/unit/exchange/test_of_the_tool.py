"""What is of the program, and no sentence of anybody, is in no paper, copy or letter."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.note import FIND_LINE
from companion.domain.question import CarryTo, Priority
from companion.exchange.papers.catalogue import ExportRequest
from companion.exchange.redaction import Audience
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.prepare.present_opinion import PresentDoctor
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, all_packs, new_context
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = ["json", "text", "markdown", "html", "csv", "ics"]
AT = "2026-12-03T14:00:00+00:00"


@pytest.fixture
def editor() -> Iterator[VisitEditor]:
    """A visit that has begun."""
    context = new_context(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    packs = all_packs().chosen(())
    session = CaseLibrary(context).create(NewCase(title="t", packs=packs, patient="Alva"))
    asked = ("Does it hurt?",)
    PresentDoctor(session).name_draft().finish("Dr Lind")
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=asked, at=AT))
    visit = VisitEditor(session, visit_id)
    visit.clock.doctor_is_here()
    visit.line.save("the first note")
    yield visit
    session.close()
    context.syncer.stop()


def copy(editor: VisitEditor, paper: str = "case", form: str = "text", audience: str = "me") -> str:
    letters = letters_at_hand()
    wanted = ExportRequest(format=form, paper=paper, audience=Audience(audience), letters=letters)
    return export(editor.session.case, wanted).data.decode()


@pytest.mark.parametrize("form", FORMS)
def test_words_that_were_looked_for_are_in_no_copy(editor: VisitEditor, form: str) -> None:
    editor.line.type("half a note")
    editor.line.focus_field(FIND_LINE)
    editor.line.type_in_card(FIND_LINE, "ankle")
    assert "ankle" not in copy(editor, form=form)
    if form != "ics":
        assert "half a note" in copy(editor, form=form)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
@pytest.mark.parametrize(
    "field", ["question", "door:call", "due:step", "back:note", "number:n:what"]
)
def test_a_card_half_filled_is_no_line_of_a_paper(
    editor: VisitEditor, form: str, field: str
) -> None:
    editor.line.focus_field(field)
    editor.line.type_in_card(field, "ankle")
    assert "ankle" not in copy(editor, form=form)
    assert "ankle" in copy(editor, form="json")


@pytest.mark.parametrize("paper", ["case", "summary"])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_offered_questions_stand_in_a_paper_once_they_were_used(
    editor: VisitEditor, paper: str, form: str
) -> None:
    editor.questions.unexpected_news(on=True)
    offered = [
        row for row in editor.questions.rows() if row.question and row.question.group == "news"
    ]
    assert len(offered) == 5
    editor.line.go_to(offered[1].listed.question_id)
    editor.line.save("by Friday")
    editor.questions.unexpected_news(on=False)
    said = copy(editor, paper, form).replace("&#x27;", "'")
    assert [row.number for row in offered if row.text in said] == [offered[1].number]


def test_offered_questions_that_were_not_used_go_in_no_table(editor: VisitEditor) -> None:
    editor.questions.unexpected_news(on=True)
    assert all(
        row.text not in copy(editor, form="csv")
        for row in editor.questions.rows()
        if row.question and row.question.group == "news"
    )


@pytest.mark.parametrize("fragment", ["ankle", "the other knee", "! ankle later"])
@pytest.mark.parametrize("paper", ["message", "ask-both"])
def test_a_fragment_that_came_up_goes_to_no_other_doctor(
    editor: VisitEditor, fragment: str, paper: str
) -> None:
    question = editor.questions.add(fragment, Priority.MUST)
    assert fragment not in copy(editor, paper)
    editor.line.go_to(question.id)
    editor.line.save("looked at it")
    editor.questions.carry(question.id, CarryTo.MESSAGE)
    assert fragment not in copy(editor, paper)
    assert fragment in copy(editor, "still-open")
    assert fragment in copy(editor)


def test_a_whole_question_that_came_up_goes_where_it_is_sent(editor: VisitEditor) -> None:
    question = editor.questions.add("Why now?")
    editor.questions.carry(question.id, CarryTo.MESSAGE)
    assert "Why now?" in copy(editor, "message")

"""A made-up case with two opinions, for the Compare journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from companion.domain.changes import with_added
from companion.domain.comparison import Cell, Opinion, OtherOpinionKnown, Verdict, Why
from companion.domain.people import Person
from companion.domain.preparation import Record
from companion.domain.value import replace
from companion.services.compare.comparison import Comparison
from companion.services.compare.opinions import OpinionEditor
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import screen_text

if TYPE_CHECKING:
    from companion.domain.case import Case, CaseFile
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession
    from companion.ui.app import CompanionApp

ROW = 3
"""Place of the row *Plan*, on which they differ, among all there are."""
TO_ROW = ("pagedown",)
"""Keys that lead to it from the first row at hand."""

NAMED = {
    "leaning": ("ctrl+p", *"re leaning", "enter"),
    "sure": ("ctrl+p", *"how sure", "enter"),
    "decided": ("ctrl+p", *"what we decided", "enter"),
}
"""Keys to what is found by its name."""


def _from_before(session: CaseSession) -> None:
    """What Dr Lindqvist said in October, frozen; she had not seen the gene report."""
    at = session.now().replace(month=10, day=12)
    file = session.file
    doctor = Person(id="lindqvist", name="Dr Lindqvist")
    labs, gene = (
        Record(id="labs0000", text="Lab reports"),
        Record(id="gene0000", text="Gene report"),
    )
    opinion = Opinion(
        id="opinion0",
        clinician_id=doctor.id,
        frozen_at=at,
        records_seen=(labs.id,),
        other_opinion_known=OtherOpinionKnown.NO,
    )
    plan = Cell(
        id="cellplan",
        opinion_id=opinion.id,
        aspect_id=file.aspects[ROW].id,
        text="Factor when needed",
    )

    def change(file: CaseFile) -> CaseFile:
        file = with_added(with_added(file, "people", doctor), "records", labs, gene)
        return with_added(with_added(file, "opinions", opinion), "cells", plan)

    session.change_case("", change)


def _from_a_visit(session: CaseSession) -> str:
    """What Dr Okafor said in November, with three notes and the gene report on the table."""
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(session, visit_id)
    asked = editor.questions.add("Is my treatment working?")
    editor.line.go_to(asked.id)
    for line in ("Weekly prevention", '" before the level drops', "! ask for the report"):
        editor.line.save(line)
    comparison = Comparison(session)
    aspect = comparison.table.aspects[ROW]
    for note in session.visit(visit_id).notes[:2]:
        OpinionEditor(session, comparison.table.columns[1]).toggle_note(aspect, note.id)
    for record in session.file.records:
        OpinionEditor(session, comparison.table.columns[1]).toggle_record(record.id)
    return visit_id


def make_compared(library: CaseLibrary, case_id: str) -> str:
    """Put two opinions into a case; the row *Plan* is judged."""
    session = library.open(case_id)
    _from_before(session)
    _from_a_visit(session)
    comparison = Comparison(session)
    aspect = comparison.table.aspects[ROW]
    comparison.judge(aspect.id, Verdict.DIFFERS)
    comparison.toggle_why(aspect.id, Why.DIFFERENT_INFORMATION)
    head = replace(session.file.head, decide_by="2026-12-20")
    session.change_case("", lambda file: replace(file, about=(head,)))
    session.close()
    return case_id


def read(library: CaseLibrary) -> Case:
    """The only case there is."""
    return library.read_heads()[0][0].case


def flat(app: CompanionApp) -> str:
    """What stands on the screen, in one line, without frames."""
    return " ".join(screen_text(app).replace("│", " ").split())


def read_in(app: CompanionApp, selector: str) -> str:
    """What stands in one of two panes, in one line."""
    x, y, width, height = app.screen.query_one(selector).region
    strips = app.screen._compositor.render_strips(app.size)[y : y + height]
    lines = (Strip.join([strip]).crop(x, x + width).text for strip in strips)
    return " ".join(" ".join(lines).split())

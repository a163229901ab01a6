"""Alva's visit with Dr Okafor: three must-asks, a should and a could."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import Priority
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.visit.cards.command_list import BY_ARROWS, BY_DIGIT

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

MUST_ASKS = (
    "Is my diagnosis right?",
    "Is my treatment working?",
    "What else could I take?",
)


def plan_with_okafor(library: CaseLibrary, case_id: str, minutes: int | None = 30) -> str:
    """Plan the visit; its id."""
    session = library.open(case_id)
    new = NewVisit("Dr Okafor", "2026-11-24T09:00+00:00", minutes=minutes, questions=MUST_ASKS)
    visit_id = plan_visit(session, new)
    editor = VisitEditor(session, visit_id)
    editor.questions.add("Risks and benefits of each?", Priority.SHOULD)
    editor.questions.add("Will you work with Dr Lindqvist?", Priority.COULD)
    session.close()
    return visit_id


def from_the_list(command_id: str) -> list[str]:
    """The keys that choose a command in the list of what can be done."""
    if command_id in BY_DIGIT:
        return ["f1", str(BY_DIGIT.index(command_id) + 1)]
    return ["f1", *["down"] * (len(BY_DIGIT) + BY_ARROWS.index(command_id)), "enter"]


def visit_of(app: CompanionApp) -> VisitFile:
    """The visit that is open, as it is kept."""
    session = app.product.session
    assert session is not None
    return session.case.visits[0]


def texts_of(app: CompanionApp) -> list[str]:
    """The words of the live notes."""
    return [note.text for note in visit_of(app).live_notes]

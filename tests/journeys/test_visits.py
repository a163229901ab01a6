from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]

SMALL = (80, 24)


def ended_visit(library: CaseLibrary, case_id: str) -> str:
    """A visit of some days ago, with a note, that was ended."""
    session = library.open(case_id)
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor", at="2020-03-02T14:00+00:00"))
    editor = VisitEditor(session, visit_id)
    editor.line.save("Levels fall too low by day three")
    editor.clock.end()
    session.close()
    return visit_id


async def test_the_notes_of_an_ended_visit_are_found_again(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    case_id = make_case()
    ended_visit(library, case_id)
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+g", "2")
        await pilot.pause()
        assert "Visits in this case" in screen_text(app)
        assert "Dr Okafor" in screen_text(app)
        assert "1 note, ended" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Levels fall too low by day three" in screen_text(app)


async def test_looking_at_the_visits_makes_none(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    case_id = make_case()
    visit_id = ended_visit(library, case_id)
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+g", "2")
        await pilot.pause()
        await pilot.press("escape", "ctrl+q")
    assert [visit.id for visit in library.open_readonly(case_id).case.visits] == [visit_id]

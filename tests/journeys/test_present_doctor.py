"""The present doctor: one person, whichever room names them; nobody is left of what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.case_queries import all_people
from companion.domain.changes import not_deleted
from companion.domain.comparison_table import columns
from companion.domain.people import Role
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.prepare_case import case_of, keys_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

    OpenApp = Callable[..., CompanionApp]


@pytest.fixture
def been(make_case: Callable[..., str], library: CaseLibrary, clock: StandingClock) -> str:
    """A case with a visit to Dr Brandt that is over; its id."""
    case_id = make_case()
    session = library.open(case_id)
    visit_id = plan_visit(session, NewVisit(clinician="Dr Brandt"))
    editor = VisitEditor(session, visit_id)
    editor.line.save("We watch and wait")
    editor.clock.end()
    session.close()
    clock.forward(days=1)
    return case_id


def doctors(app: CompanionApp) -> list[str]:
    """Every doctor of the case."""
    return [one.name for one in all_people(case_of(app)) if one.role is Role.CLINICIAN]


@pytest.mark.parametrize("name", ["Dr Brandt", "dr. brandt", "DR BRANDT"])
async def test_the_doctor_of_a_visit_named_as_the_present_one_is_one_person(
    open_app: OpenApp, been: str, name: str
) -> None:
    app = open_app(room="prepare", case_id=been)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opinion"), "enter", *name, "enter")
        await pilot.pause()
        assert doctors(app) == ["Dr Brandt"]
        assert [column.doctor for column in columns(case_of(app))] == ["Dr Brandt"]


async def test_a_name_that_may_be_the_same_is_offered(open_app: OpenApp, been: str) -> None:
    app = open_app(room="prepare", case_id=been)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opinion"), "enter", *"Brandt")
        await pilot.pause()
        assert "Is it Dr Brandt? Type it like that." in screen_text(app)


async def test_taking_the_name_back_leaves_nobody(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("opinion"), "enter", *"Dr Lind", "enter", "ctrl+z")
        await pilot.pause()
        assert not_deleted(case_of(app).file.opinions) == ()
        assert columns(case_of(app)) == ()
        await pilot.press("ctrl+g", "3")
        await pilot.pause()
        assert "not named yet" not in screen_text(app)


async def test_a_cell_that_is_emptied_or_taken_back_leaves_nobody(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("opinion"), "down", "enter", *"mild", "enter", "ctrl+z")
        await pilot.pause()
        assert not_deleted(case_of(app).file.opinions) == ()
        await pilot.press("enter", *"mild", "enter")
        await pilot.pause()
        assert len(not_deleted(case_of(app).file.opinions)) == 1


async def test_another_name_than_that_of_the_visit_is_another_doctor(
    open_app: OpenApp, been: str
) -> None:
    app = open_app(room="prepare", case_id=been)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opinion"), "enter", *"Dr Brandt Jr", "enter")
        await pilot.pause()
        assert sorted(doctors(app)) == ["Dr Brandt", "Dr Brandt Jr"]


async def test_a_visit_that_has_ended_is_given_its_doctor_and_its_day(
    open_app: OpenApp, make_case: Callable[..., str], library: CaseLibrary, clock: StandingClock
) -> None:
    case_id = make_case()
    session = library.open(case_id)
    editor = VisitEditor(session, plan_visit(session, NewVisit()))
    editor.line.save("We watch and wait")
    editor.clock.end()
    session.close()
    clock.forward(days=1)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "no one yet" in screen_text(app) or "not known" in screen_text(app)
        await pilot.press("end", "home", *["down"] * 5, "enter")
        await pilot.press("home", "enter", *"Dr Brandt", "enter", "down")
        await pilot.press("enter", *"2026-11-20", "enter")
        await pilot.pause()
        (column,) = columns(case_of(app))
    assert (column.doctor, str(column.day)) == ("Dr Brandt", "2026-11-20")


async def test_what_the_present_doctor_said_in_a_visit_can_be_set_down(
    open_app: OpenApp, been: str
) -> None:
    app = open_app(room="compare", case_id=been)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f2", *"wait", "enter", "ctrl+p", *"lock an opinion", "enter")
        await pilot.pause()
        assert "Locked, with today's date." in screen_text(app)
        (column,) = columns(case_of(app))
    assert column.frozen

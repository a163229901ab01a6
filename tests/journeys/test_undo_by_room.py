"""Ctrl+Z takes back what the room one is in shows, and says what; nothing out of view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted
from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.prepare_case import case_of, keys_to
from tests.journeys.visit_case import plan_with_okafor

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

    OpenApp = Callable[..., CompanionApp]


@pytest.fixture
def case_id(make_case: Callable[..., str], library: CaseLibrary) -> str:
    case_id = make_case()
    plan_with_okafor(library, case_id)
    return case_id


def notes(app: CompanionApp) -> list[str]:
    """Every live note of the case."""
    return [note.text for visit in case_of(app).visits for note in visit.live_notes]


@pytest.mark.promise("keys.undo-by-room")
async def test_prepare_takes_back_no_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"first", "enter", *"second", "enter", "ctrl+g", "1", "ctrl+g", "1")
        await pilot.pause()
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert notes(app) == ["first", "second"]
        assert "Nothing to undo here. Last change, in Visit: note: second." in screen_text(app)


async def test_what_was_done_in_prepare_comes_back_there_with_notes_in_between(
    open_app: OpenApp, case_id: str, clock: StandingClock
) -> None:
    clock.forward(minutes=1)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("reasons"), "down", "space", "ctrl+g", "2")
        await pilot.pause()
        await pilot.press(*"a note", "enter", "ctrl+g", "1", "ctrl+g", "1")
        await pilot.pause()
        assert len(not_deleted(case_of(app).file.reasons)) == 1
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Undone: chosen" in screen_text(app)
        assert not_deleted(case_of(app).file.reasons) == ()
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "Redone: chosen" in screen_text(app)
        assert len(not_deleted(case_of(app).file.reasons)) == 1
        assert notes(app) == ["a note"]


async def test_the_visit_takes_back_no_reason_and_no_step_of_compare(
    open_app: OpenApp, case_id: str, clock: StandingClock
) -> None:
    clock.forward(minutes=1)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("reasons"), "down", "space", "ctrl+g", "3")
        await pilot.pause()
        await pilot.press("n", "plus", *"call them", "enter", "ctrl+g", "2")
        await pilot.pause()
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        file = case_of(app).file
    assert len(not_deleted(file.reasons)) == 1
    assert [step.text for step in not_deleted(file.steps)] == ["call them"]


async def test_a_visit_that_has_notes_by_now_is_not_taken_back_with_its_planning(
    open_app: OpenApp, make_case: Callable[..., str]
) -> None:
    app = open_app(room="prepare", case_id=make_case())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "enter", *"Dr Okafor", "enter", "ctrl+g", "2")
        await pilot.pause()
        await pilot.press(*"a note", "enter", "ctrl+g", "1", "ctrl+g", "1")
        await pilot.pause()
        for _ in range(6):
            await pilot.press("ctrl+z")
        await pilot.pause()
        assert notes(app) == ["a note"]


async def test_compare_takes_back_no_note_and_no_question_after_a_restart(
    open_app: OpenApp, library: CaseLibrary, make_case: Callable[..., str]
) -> None:
    case_id = make_compared(library, make_case())
    library.open_readonly(case_id)
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        before = notes(app)
        await pilot.press("1", "ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert notes(app) == before


@pytest.mark.promise("keys.undo-by-room")
async def test_the_guide_takes_back_nothing_and_says_where_the_last_change_was(
    open_app: OpenApp, case_id: str, clock: StandingClock
) -> None:
    clock.forward(minutes=1)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("reasons"), "down", "space", "ctrl+g", "4")
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Last change, in Prepare: chosen" in screen_text(app)
        assert len(not_deleted(case_of(app).file.reasons)) == 1


async def test_a_to_do_of_a_note_stays_when_ticking_it_is_taken_back(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"! call the clinic", "enter", "ctrl+g", "3", "ctrl+g", "3")
        await pilot.pause()
        await pilot.press("n", "end", "up", "up", "up", "up")
        await pilot.pause()
        while "call the clinic" not in (app.screen.pane.rows[app.screen.pane._cursor].text):  # type: ignore[attr-defined]
            await pilot.press("up")
        await pilot.press("space", "ctrl+z")
        await pilot.pause()
        assert "[ ] call the clinic" in screen_text(app)

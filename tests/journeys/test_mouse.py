"""The mouse: a click goes to a row, a second one opens it, and none of them takes words away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.visit_case import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


def place_of(app: CompanionApp, words: str) -> tuple[int, int]:
    """Where words begin on the screen."""
    for y, line in enumerate(screen_text(app).splitlines()):
        if words in line:
            return line.index(words), y
    raise AssertionError(words)


async def click(pilot: Pilot[None], app: CompanionApp, words: str, times: int = 1) -> None:
    await pilot.click(offset=place_of(app, words), times=times)
    await pilot.pause()


async def test_a_click_goes_to_a_row_and_a_second_opens_it(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await click(pilot, app, "Records")
        assert ">[~] Records" in screen_text(app)
        await click(pilot, app, "Questions", times=2)
        assert "must-asks" in screen_text(app)
        assert app.screen.has_class("-inside")


@pytest.mark.promise("keys.clicks")
async def test_a_click_while_a_line_is_written_changes_nothing_of_it(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*["down"] * 5, "enter", "f8", *"does it")
        await pilot.pause()
        await click(pilot, app, "must-asks", times=2)
        await pilot.press(*" hurt", "enter")
        await pilot.pause()
        assert "does it hurt" in " ".join(screen_text(app).split())


@pytest.mark.promise("keys.clicks")
async def test_a_click_in_a_visit_goes_nowhere_and_typing_goes_on(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="visit", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *"ha")
        before = screen_text(app)
        for words in ("one", "Other notes", "Notes", "F1 more", "saved"):
            await click(pilot, app, words, times=2)
        assert screen_text(app) == before
        await pilot.press(*"lf", "enter")
        assert texts_of(app)[-2:] == ["one", "half"]


async def test_a_hit_is_clicked_while_one_types_what_is_looked_for(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *"gui")
        await pilot.pause()
        await click(pilot, app, "Guide", times=2)
        assert screen_text(app).startswith(" Guide")

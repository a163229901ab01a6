"""A call of a few minutes shows as many questions as fit; the others are one key away, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.question_rows import musts_that_fit
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import questions, visit
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

MINUTES = 10
COUNT = 14


@pytest.fixture
def call(make_case: Callable[..., str], library: CaseLibrary) -> tuple[str, str]:
    """A call of ten minutes with far more questions."""
    session = library.open(make_case())
    new = NewVisit(
        "Dr Lindqvist",
        "2026-11-24T09:00+00:00",
        minutes=MINUTES,
        phone=True,
        questions=tuple(f"Why is it {number}?" for number in range(1, COUNT + 1)),
        fits=musts_that_fit(MINUTES)[1],
    )
    visit_id = plan_visit(session, new)
    session.close()
    return session.case_id, visit_id


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_in_the_visit_the_rest_waits_under_one_line_and_tab_shows_it(
    call: tuple[str, str], open_app: Callable[..., CompanionApp], size: tuple[int, int]
) -> None:
    fit = musts_that_fit(MINUTES)[1]
    app = open_app(room="visit", case_id=call[0], visit_id=call[1])
    async with app.run_test(size=size) as pilot:
        await pilot.press("h", "backspace")
        await pilot.pause()
        shown = screen_text(app)
        assert f"Why is it {fit}?" in shown
        assert f"Why is it {fit + 1}?" not in shown
        assert visit.more_wait(COUNT - fit)[:20] in shown
        await pilot.press("tab")
        await pilot.pause()
        assert f"Why is it {COUNT - 3}?" in screen_text(app)
        await pilot.press(*str(COUNT))
        await pilot.pause()
        assert f"Why is it {COUNT}?" in screen_text(app)
        assert f"Why is it {COUNT - 1}?" not in screen_text(app)


async def test_in_prepare_the_rest_is_counted_and_enter_shows_it(
    call: tuple[str, str], open_app: Callable[..., CompanionApp]
) -> None:
    fit = musts_that_fit(MINUTES)[1]
    app = open_app(room="prepare", case_id=call[0])
    async with app.run_test(size=WIDE) as pilot:
        app.screen.go_to("questions")  # type: ignore[attr-defined]
        await pilot.pause()
        line = questions.more_if_time(COUNT - fit)
        assert line in screen_text(app)
        assert f"Why is it {fit + 1}?" not in screen_text(app)
        await pilot.press("enter", *["down"] * fit, "enter")
        await pilot.pause()
        assert line not in screen_text(app)
        assert f"Why is it {COUNT}?" in screen_text(app)


async def test_a_question_that_was_searched_for_is_shown_though_it_waits(
    call: tuple[str, str], open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    session = library.open(call[0])
    last = session.visit(call[1]).questions[-1]
    session.close()
    app = open_app(room="prepare", case_id=call[0])
    async with app.run_test(size=WIDE) as pilot:
        app.screen.arrive(f"question/{last.id}")  # type: ignore[attr-defined]
        await pilot.pause()
        assert f">{COUNT}" in screen_text(app).replace(" ", "")
        assert last.text in screen_text(app)

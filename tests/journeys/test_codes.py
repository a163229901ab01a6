"""Every code that is painted is read back to the same bytes, in every theme and without color."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.transfer.phone import shown_code
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui import themes
from companion.ui.papers.phone import CodeScreen, side_in
from companion.words import phone as words
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.support.scanned import cells_of, scanned

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

HUGE = (200, 60)


@pytest.fixture
def case_id(make_case: Callable[..., str], library: CaseLibrary) -> str:
    """A case with a visit that was, and one to come."""
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit("Dr Lindqvist", "2026-11-03T14:00+00:00"))
    VisitEditor(session, visit_id).notes.add('" es kann warten: das für den Frühling', None)
    new = NewVisit(
        "Dr Okafor",
        "2026-12-03T14:00+00:00",
        minutes=40,
        place="Ward 3, second floor",
        questions=tuple(f"Why is it so, number {number}?" for number in range(9)),
    )
    plan_visit(session, new)
    session.close()
    return session.case_id


async def to_the_list(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+p", *"papers", "enter", "q")
    await pilot.pause()


async def all_codes(pilot: Pilot[None], app: CompanionApp) -> int:
    """Show each of the three, shorter where it must be; read it back; count."""
    await to_the_list(pilot)
    for at in range(3):
        await pilot.press(*["down"] * min(at, 1), "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CodeScreen)
        shorter = screen._shown().code is None
        if shorter:
            assert scanned(cells_of(app)) == []
            assert words.too_long(1, 2)[:12] in screen_text(app)
            await pilot.press("enter")
            await pilot.pause()
        shown = shown_code(screen._text, side_in(app.size), shorter=shorter)
        assert scanned(cells_of(app)) == [shown.text.encode()]
        await pilot.press("escape")
        await pilot.pause()
    return 3


@pytest.mark.parametrize("theme", [each.name for each in themes.ALL])
async def test_each_of_the_three_is_read_back_in_a_small_window(
    case_id: str, open_app: Callable[..., CompanionApp], theme: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        app.theme = theme
        assert await all_codes(pilot, app) == 3


async def test_each_is_read_back_without_color_too(
    case_id: str, open_app: Callable[..., CompanionApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        assert await all_codes(pilot, app) == 3


@pytest.mark.parametrize("size", [WIDE, HUGE])
async def test_a_larger_window_holds_more(
    case_id: str, open_app: Callable[..., CompanionApp], size: tuple[int, int]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        assert await all_codes(pilot, app) == 3


async def test_a_window_that_becomes_too_small_says_so_and_loses_nothing(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await to_the_list(pilot)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert len(scanned(cells_of(app))) == 1
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert words.TOO_SMALL[:30] in screen_text(app)
        assert screen_text(app).splitlines()[-1].strip() == words.NO_CODE_HINT
        await pilot.resize_terminal(*SMALL)
        await pilot.press("enter")
        await pilot.pause()
        (small,) = scanned(cells_of(app))
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        (whole,) = scanned(cells_of(app))
        assert b"LOCATION" not in small
        assert b"LOCATION:Ward 3\\, second floor" in whole


async def test_q_in_a_paper_shows_the_code_of_it(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=HUGE) as pilot:
        await pilot.press("f9", "q")
        await pilot.pause()
        (read,) = scanned(cells_of(app))
        assert read.decode().startswith("For Dr Okafor")
        assert "Why is it so, number 8?" in read.decode()

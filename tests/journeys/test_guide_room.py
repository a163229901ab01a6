"""Reading in the Guide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_head
from companion.services.case.library import NewCase
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import SMALL, WIDE, read_first, screen_text
from tests.support.panes import pane_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]


async def go_down_to(app: CompanionApp, pilot: Pilot[None], title: str) -> None:
    """Go down the texts that were found as far as the one with this title."""
    for _ in range(20):
        await pilot.pause()
        if re.search(rf"place \d+ of \d+ · {title}", screen_text(app)):
            return
        await pilot.press("down")


@pytest.fixture
def app(open_app: OpenApp, make_case: MakeCase) -> CompanionApp:
    return open_app(room="guide", case_id=make_case())


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20)])
async def test_that_it_is_no_medical_advice_is_in_view_all_the_time(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for keys in (("down",), ("enter",), ("pagedown",), ("escape",), tuple("gene")):
            await pilot.press(*keys)
            await pilot.pause()
            assert "not medical advice" in screen_text(app).split("\n")[0]


async def test_urgent_things_stand_first(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        screen = screen_text(app)
    assert "Get help now" in screen
    assert f"!  {read_first('hemophilia')}" in screen


async def test_typing_finds_a_text_and_shows_where_the_word_stands(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*"soucie")
        await pilot.pause()
        screen = screen_text(app)
    assert "1 found" in screen
    assert "Treatment centers" in screen
    assert "* A study looked at 2,950" in screen


async def test_the_key_that_searches_elsewhere_is_no_part_of_what_is_searched(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"soucie")
        await pilot.pause()
        assert "1 found" in screen_text(app)


async def test_a_figure_comes_with_its_source_its_year_and_what_to_keep_in_mind(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*"soucie", "enter", "end")
        await pilot.pause()
        screen = screen_text(app)
    assert "Sources" in screen
    assert "- Soucie 2000:" in screen
    assert "Keep in mind:" in screen


async def test_a_text_begins_with_who_has_read_it(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        lines = screen_text(app).split("\n")
    assert lines[0].rstrip().endswith("not yet read by a clinician")
    assert "Wording checked on" in lines[2]
    assert "Not yet read by a clinician." in lines[2]


async def test_words_nobody_wrote_about_are_said_to_be_missing_and_escape_clears_them(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"zzzz")
        await pilot.pause()
        assert "Nothing found." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Is there time?" in screen_text(app)
        assert "zzzz" not in screen_text(app)


async def test_packs_the_case_did_not_choose_are_left_out(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*"leukemia center")
        await pilot.pause()
        assert "Nothing found." in screen_text(app)


async def test_a_text_is_read_with_the_arrows_and_left_with_escape(app: CompanionApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Contents" not in screen_text(app).split("\n")[1]
        first = screen_text(app)
        await pilot.press("down", "down")
        await pilot.pause()
        assert screen_text(app) != first
        await pilot.press("escape")
        await pilot.pause()
        assert "Contents" in screen_text(app)


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20)])
async def test_five_letters_tell_what_a_word_means(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"inhib")
        await pilot.pause()
        screen = " ".join(screen_text(app).replace("│", " ").split())
    assert "Words and what they mean" in screen
    assert "inhibitor: Your body fights the factor," in screen


async def test_enter_goes_from_one_place_with_the_words_to_the_next(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*"inhib")
        await go_down_to(app, pilot, "Words you may hear")
        await pilot.press("enter")
        await pilot.pause()
        assert "place 1 of" in screen_text(app)
        assert "Enter next place" in screen_text(app)
        first = screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "place 2 of" in screen_text(app)
        assert screen_text(app) != first


@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
async def test_lines_stay_short_enough_to_read_however_wide_the_window_is(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"soucie", "enter")
        await pilot.pause()
        lines = [line for line in pane_lines(app, "#reader") if "─" not in line]
    assert 60 < max(map(len, lines)) <= 80


@pytest.mark.parametrize("pack", ["hemophilia", "leukemia"])
async def test_whom_to_turn_to_is_named_for_each_illness_with_how_to_reach_them(
    open_app: OpenApp, library: CaseLibrary, packs: Catalogue, pack: str
) -> None:
    chosen = packs.chosen((pack,))
    session = library.create(NewCase(title="Plan", packs=chosen))
    session.close()
    app = open_app(room="guide", case_id=session.case_id)
    address = {"hemophilia": "hemophiliafed.org", "leukemia": "bloodcancerunited.org"}[pack]
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*address, "enter")
        await pilot.pause()
        screen = screen_text(app)
    assert "Where to get help" in screen
    assert f"Where: {address}" in screen or f"and {address}" in screen


async def test_another_size_of_the_window_leaves_the_reader_at_the_same_text(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*"inhib")
        await go_down_to(app, pilot, "Words you may hear")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert re.search(r"place 2 of \d+ · Words you may hear", screen_text(app))
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert re.search(r"place 2 of \d+ · Words you may hear", screen_text(app))


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_the_day_to_decide_by_stands_in_the_guide_and_before_a_visit(
    open_app: OpenApp, make_case: MakeCase, library: CaseLibrary, size: tuple[int, int]
) -> None:
    session = library.open(make_case())
    session.change_case("", lambda file: with_head(file, decide_by="2026-12-20"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", "2026-11-24T15:00+00:00"))
    session.close()
    app = open_app(room="guide", case_id=session.case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "decide by Sun 20 Dec" in screen_text(app).split("\n")[0]
        assert "not medical advice" in screen_text(app).split("\n")[0]
    app = open_app(room="visit", case_id=session.case_id, visit_id=visit_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Decide by:  Sunday 20 December" in screen_text(app)

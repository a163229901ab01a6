"""Laying two opinions side by side, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.columns import Table
from companion.domain.comparison import Verdict, Why
from companion.domain.steps import all_steps
from companion.domain.tables import live
from companion.services.example import make_example
from companion.services.planning import NewVisit, plan_visit
from companion.services.visiting import Visiting
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case
    from companion.domain.pack import Pack
    from companion.services.shelf import Shelf
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]


@pytest.fixture
def case_id(shelf: Shelf, packs: tuple[Pack, ...]) -> str:
    return make_example(shelf, packs)


def read(shelf: Shelf) -> Case:
    return shelf.read_all()[0][0]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_one_row_stands_on_the_screen_with_both_opinions_and_one_question(
    open_app: OpenApp, case_id: str, size: tuple[int, int]
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.press("pagedown")
        await pilot.pause()
        screen = screen_text(app)
    assert "Plan   4 of 14" in screen
    assert "Dr Lindqvist, 25 September" in screen
    assert "Dr Okafor, 16 November" in screen
    assert "How do these go together?" in screen
    assert "(x) 3 differs" in screen
    assert "Compare after both have seen: Gene report" in screen
    assert "first" not in screen.lower()


async def test_a_verdict_is_one_digit_and_one_undo(
    open_app: OpenApp, case_id: str, shelf: Shelf
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "(x) 2 refined" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "(x)" not in screen_text(app)
        await pilot.press("4", "asterisk", "asterisk")
        await pilot.pause()
    table = Table(read(shelf))
    row = table.rows[table.aspects[2].id]
    assert (row.verdict, row.stars) == (Verdict.NOT_DISCUSSED, 2)


async def test_a_verdict_can_be_taken_back_after_a_restart(
    open_app: OpenApp, case_id: str, shelf: Shelf
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
    again = open_app(room="compare", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Taken back" in screen_text(again)
    table = Table(read(shelf))
    assert table.aspects[2].id not in table.rows


async def test_where_they_differ_reasons_can_be_ticked(
    open_app: OpenApp, case_id: str, shelf: Shelf
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "down", "down", "space", "down", "enter")
        await pilot.pause()
        assert "[x] they had different information" in screen_text(app)
    table = Table(read(shelf))
    row = table.rows[table.aspects[2].id]
    assert row.why == (Why.DIFFERENT_INFORMATION, Why.DIFFERENT_READING)


async def test_notes_are_pulled_into_a_cell_and_stay_behind_it(
    open_app: OpenApp, case_id: str, shelf: Shelf
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Notes behind this" in screen_text(app)
        await pilot.press("space", "down", "space", "escape")
        await pilot.pause()
        assert "2 notes" in screen_text(app)
    case = read(shelf)
    table = Table(case)
    said = table.said(table.columns[1], table.aspects[2])
    assert [note.id for note in said.notes] == [note.id for note in case.visits[0].notes[:2]]


async def test_what_is_typed_into_a_cell_survives_escape_and_is_one_undo(
    make_case: Callable[..., str], open_app: OpenApp, shelf: Shelf, packs: tuple[Pack, ...]
) -> None:
    case_id = make_case()
    session = shelf.open(case_id)
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    Visiting(session, visit_id).save_line("Hello")
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("e", *"Mild 1*", "escape")
        await pilot.pause()
        assert "Mild 1*" in screen_text(app)
        table = Table(read(shelf))
        assert table.said(table.columns[0], table.aspects[0]).text == "Mild 1*"
        await pilot.press("ctrl+z")
        await pilot.pause()
    table = Table(read(shelf))
    assert table.said(table.columns[0], table.aspects[0]).empty


async def test_a_frozen_opinion_is_added_to_never_changed(
    open_app: OpenApp, case_id: str, shelf: Shelf
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("pageup", "e", *"very sure", "enter")
        await pilot.pause()
        assert "added 24 November" in screen_text(app)
    table = Table(read(shelf))
    said = table.said(table.columns[0], table.aspects[1])
    assert said.text.startswith("Quite sure")
    assert [each.text for each in said.additions] == ["How sure: very sure"]


async def test_the_whole_table_shows_opinions_beside_each_other_where_there_is_room(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("t")
        await pilot.pause()
        screen = screen_text(app)
    line = next(line for line in screen.splitlines() if " Plan " in line)
    assert "Factor when needed" in line
    assert "Weekly prevention" in line
    assert "(2)" in line
    assert "differs" in line


async def test_what_now_says_what_differs_and_lists_the_ways_with_staying_first(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        screen = screen_text(app)
    assert "They differ on: plan · risks · tests" in screen
    assert "Dr Okafor had seen: Gene report" in screen
    ways = [line for line in screen.splitlines() if "( )" in line or "(x)" in line]
    assert "Stay with the present plan" in ways[0]
    assert len(ways) == 7


async def test_a_way_makes_its_steps_once_and_a_step_takes_owner_and_day(
    open_app: OpenApp, case_id: str, shelf: Shelf
) -> None:
    before = len(all_steps(read(shelf)))
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "enter", "enter", "enter")
        await pilot.pause()
        steps = all_steps(read(shelf))
        assert len(steps) == before + 2
        room = app.screen
        room.pane.go_to(f"step/{steps[-1].id}")  # type: ignore[attr-defined]
        await pilot.press("o", "d", *"11 Dec", "enter")
        await pilot.pause()
        assert "by Fri 11 Dec" in screen_text(app)
    case = read(shelf)
    step = all_steps(case)[-1]
    assert step.due == "2026-12-11"
    assert step.owner_id == case.file.people[0].id
    assert live(case.file.paths)[-1].path == "stay"
    assert len(live(case.file.paths)) == 2


async def test_one_persons_stars_are_on_no_screen_until_both_are_done(
    open_app: OpenApp, make_case: Callable[..., str], shelf: Shelf
) -> None:
    case_id = make_case()
    session = shelf.open(case_id)
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    Visiting(session, visit_id).save_line("Hello")
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r")
        for _ in range(4):
            await pilot.press("enter", *"calm", "enter", "5", "enter", "down")
        await pilot.pause()
        assert "*****" not in screen_text(app)
        assert screen_text(app).count("given") == 4
        await pilot.press("tab", "home")
        await pilot.pause()
        assert "calm" not in screen_text(app)
        for stars in "2344":
            await pilot.press("enter", "enter", stars, "down", "enter", "down")
        await pilot.pause()
        lines = [line for line in screen_text(app).splitlines() if "Alva *" in line]
    assert len(lines) == 4
    assert "trust" in lines[0]
    assert "Alva *****   Sam **" in lines[0]

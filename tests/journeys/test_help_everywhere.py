"""F1 wherever one is: what can be done there comes first, and Esc leads back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.ui.rooms.command_list import CommandList
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp

PLACES = [
    ("home", "n", "Enter next"),
    ("home", "n tab down", "Space select"),
    ("home", "slash", "Enter open"),
    ("home", "ctrl+g", "3 Compare"),
    ("prepare", "", "Next thing"),
    ("prepare", "enter", "Enter write what your doctor says"),
    ("prepare", "down down down down down enter", "Choose from the list"),
    ("compare", "", "Next topic"),
    ("compare", "t", "What it's based on"),
    ("compare", "n", "Where we're leaning"),
    ("compare", "f9", "Enter rate"),
    ("guide", "", "Next text"),
]
"""A room, what was pressed there, and what F1 says first."""


@pytest.mark.promise("keys.help")
@pytest.mark.parametrize(("room", "keys", "says"), PLACES)
async def test_f1_says_what_can_be_done_here_and_esc_leads_back(
    room: str, keys: str, says: str, open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room=room, case_id=None if room == "home" else case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        before, screen, focused = screen_text(app), app.screen, app.focused
        for back in ("escape", "f1"):
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(app.screen, CommandList)
            assert says in "\n".join(screen_text(app).splitlines()[:14])
            await pilot.press(back)
            await pilot.pause()
            assert (app.screen, app.focused) == (screen, focused)
            assert screen_text(app) == before


@pytest.mark.promise("keys.help")
async def test_the_form_has_its_text_and_its_cursor_after_f1(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"left nee", "left", "left")
        await pilot.press("f1", "escape", "k")
        await pilot.pause()
        assert "left nkee" in screen_text(app).replace("left nkee", "left nkee")
        assert app.focused is not None
        assert app.focused.text == "left nkee"  # type: ignore[attr-defined]


@pytest.mark.promise("keys.help")
@pytest.mark.parametrize("keys", ["f8", "f9", "a enter f1 3", "a enter f3", "a enter ctrl+f"])
async def test_a_card_of_the_visit_waits_behind_f1_with_its_line_and_cursor(
    app: CompanionApp, keys: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half", *keys.split(), *"word", "left", "left")
        await pilot.pause()
        before = screen_text(app)
        cursor = app.cursor_position
        await pilot.press("f1")
        await pilot.pause()
        assert "What you can do now" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert screen_text(app) == before
        assert app.cursor_position == cursor
        await pilot.press("f1", "x")
        await pilot.pause()
        assert "woxrd" in screen_text(app)


async def test_the_half_written_note_has_its_cursor_after_f1(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half", "left", "left", "f1", "escape", "x")
        await pilot.press("f8", "escape", "y")
        await pilot.pause()
        assert "> haxylf" in screen_text(app)


async def test_what_is_of_the_part_in_front_comes_before_the_rest_of_the_room(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        listed = screen_text(app)
        order = ("Next thing", "More in Prepare", "Must ask", "Everywhere", "Find by name")
        places = [listed.index(each) for each in order]
        assert places == sorted(places)


async def test_the_list_behind_f1_does_not_name_itself_among_what_is_in_front(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for keys in ("f1", "escape ctrl+f f1"):
            await pilot.press(*keys.split())
            await pilot.pause()
            assert "What you can do now" in screen_text(app)
            assert "F1 more" not in screen_text(app)

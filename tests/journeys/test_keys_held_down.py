"""A key that only modifies is no key: what waits for one more key goes on waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.ui.terminal.editing_keys import _NO_PRESS
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp

HELD = sorted(_NO_PRESS)
ROOMS = ("home", "prepare", "visit", "compare", "guide")
WAITING = [
    *(("home", keys) for keys in ("", "f1", "ctrl+p", "ctrl+g", "n", "slash", "down")),
    *(("prepare", keys) for keys in ("", "f1", "ctrl+g", "enter", "down enter", "ctrl+p")),
    *(("visit", keys) for keys in ("x tab", "ctrl+g", "f4", "f6", "f9 tab", "f1 4", "f12")),
    *(("visit", keys) for keys in ("a enter f1 4", "a enter up tab", "ctrl+f tab", "f3", "f2")),
    *(("compare", keys) for keys in ("", "f1", "ctrl+g", "r", "t", "n", "s", "c")),
    *(("guide", keys) for keys in ("", "ctrl+g", "slash", "enter")),
]
"""A room, and what was pressed in it before."""


@pytest.mark.promise("keys.modifiers")
@pytest.mark.parametrize(("room", "keys"), WAITING)
async def test_keys_that_only_modify_change_nothing_wherever_one_is(
    room: str, keys: str, open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    case = None if room == "home" else case_id
    app = open_app(room=room, case_id=case)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        before = screen_text(app)
        await pilot.press(*HELD)
        await pilot.pause()
        assert screen_text(app) == before


async def test_shift_is_held_for_the_digit_of_a_question(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half", "tab", "left_shift", "num_lock", "2")
        assert " 2  " in screen_text(app)
        assert "> half" in screen_text(app)


async def test_shift_is_held_for_the_digit_of_a_room(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+g", "right_shift", "4")
        await pilot.pause()
        assert screen_text(app).startswith(" Guide")


async def test_a_raised_digit_is_no_number(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+g", "²")
        await pilot.pause()
        assert "> ²" in screen_text(app)
        await pilot.press("tab", "²")
        assert "> ²²" in screen_text(app)


async def test_the_digits_of_another_script_are_numbers_where_a_number_is_asked_for(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "٢", "٢")
        assert " 2  " in screen_text(app)
        assert "> ٢" in screen_text(app)

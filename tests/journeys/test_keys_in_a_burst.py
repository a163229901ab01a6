"""Keys that come faster than the rooms change: each is for what the one before it led to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.services.case.session import CaseSession, SavedState
from companion.storage.errors import reason
from companion.ui.rooms.room import Room
from companion.words import rooms as words
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp

BURSTS = {
    ("0", "f1"): ["HomeScreen", "CommandList"],
    ("3", "ctrl+g", "4", "ctrl+p"): ["GuideScreen", "CommandFinder"],
    ("f1", "escape", "0"): ["HomeScreen"],
    ("x", "f1", "escape"): ["PrepareScreen"],
    ("escape", "f1", "escape", "ctrl+g", "0"): ["HomeScreen"],
}
"""Keys behind Ctrl+G in Prepare, and the screens that lie over one another then."""


def press_at_once(app: CompanionApp, *keys: str) -> None:
    """All of them before the app has seen the first."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


def screens(app: CompanionApp) -> list[str]:
    """The names of the screens that lie over one another."""
    return [type(each).__name__ for each in app.screen_stack]


@pytest.mark.parametrize("keys", BURSTS, ids=" ".join)
async def test_each_key_is_for_what_the_one_before_it_led_to(
    open_app: Callable[..., CompanionApp], case_id: str, keys: tuple[str, ...]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        press_at_once(app, "ctrl+g", *keys)
        await pilot.pause()
        assert screens(app) == BURSTS[keys]


async def test_letters_behind_the_question_which_room_are_for_the_line(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        press_at_once(app, "ctrl+g", *"every", "left", "backspace", *"yd")
        await pilot.pause()
        assert "> eveydy" in screen_text(app)


@pytest.mark.parametrize("keys", [("x",), ("0",), ("escape",)], ids=" ".join)
async def test_closing_right_behind_the_question_which_room_ends_in_order(
    app: CompanionApp, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=SMALL):
        press_at_once(app, "ctrl+g", *keys, "ctrl+q")
        while app.is_running:  # noqa: ASYNC110 - the app has no event for its end
            await asyncio.sleep(0)
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+p"])
async def test_what_waits_for_an_answer_hears_that_nothing_was_chosen_when_the_program_closes(
    open_app: Callable[..., CompanionApp], case_id: str, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    answers: list[object] = []
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(key)
        question = app.screen
        assert not isinstance(question, Room)
        monkeypatch.setattr(question._result_callbacks[-1], "callback", answers.append)
        press_at_once(app, "ctrl+q")
        while app.is_running:  # noqa: ASYNC110 - the app has no event for its end
            await asyncio.sleep(0)
    assert answers == [None]


async def test_a_row_clicked_again_and_again_is_chosen_once(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        assert isinstance(app.screen, Room)
        await app.screen.action_run("app.visits")
        await pilot.pause()
        for kind in (events.MouseDown, events.MouseUp) * 4:
            app.post_message(kind(None, 10, 1, 0, 0, 1, False, False, False, 10, 1))
        await pilot.pause()
        assert screens(app) == ["VisitScreen"]


async def test_what_becomes_of_the_files_does_not_hide_that_the_keys_are_to_be_pressed_again(
    app: CompanionApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = (SavedState(error=OSError(28, "full")), SavedState())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"words", "enter")
        press_at_once(app, "ctrl+g", "0")
        await pilot.pause()
        assert words.LEAVE_VISIT in screen_text(app)
        for state, asked in zip(states, (words.LEAVE_UNSAVED, words.LEAVE_VISIT), strict=True):
            monkeypatch.setattr(CaseSession, "saved_state", state)
            app.product._saving_changed()
            await pilot.pause()
            assert asked in screen_text(app)
        press_at_once(app, "ctrl+g", "0")
        await pilot.pause()
        assert screens(app) == ["HomeScreen"]


async def test_what_is_pasted_behind_the_question_which_room_comes_to_the_line(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        press_at_once(app, "ctrl+g")
        app.post_message(events.Paste("two words\nand a line"))
        press_at_once(app, *"0!")
        await pilot.pause()
        assert screens(app) == ["VisitScreen"]
        shown = screen_text(app)
        assert "two words" in shown
        assert "and a line0!" in shown


@pytest.mark.parametrize("room", ["home", "prepare", "compare"])
async def test_what_is_pasted_behind_the_question_where_no_line_is_open_is_said_not_to_be_written(
    open_app: Callable[..., CompanionApp], case_id: str, room: str
) -> None:
    app = open_app(room=room, case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        press_at_once(app, "ctrl+g")
        app.post_message(events.Paste("two words"))
        await pilot.pause()
        assert words.NO_LINE_HERE in screen_text(app)


async def test_whether_all_is_saved_is_told_in_place_of_the_question_whether_to_leave(
    app: CompanionApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(28, "full")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"words", "enter")
        monkeypatch.setattr(CaseSession, "saved_state", SavedState(error=full))
        press_at_once(app, "ctrl+g", "0")
        await pilot.pause()
        assert words.LEAVE_UNSAVED in screen_text(app)
        await pilot.press("ctrl+s")
        assert words.not_on_disk(reason(full)) in screen_text(app)
        press_at_once(app, "ctrl+g", "0")
        await pilot.pause()
        assert screens(app) == ["VisitScreen"]
        assert words.LEAVE_UNSAVED in screen_text(app)

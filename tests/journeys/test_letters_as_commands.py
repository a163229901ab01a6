"""A letter is the command it is with Caps Lock and in other alphabets; else a sentence says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp

COMMANDS = [
    ("home", "n", "т"),
    ("home", "w", "ц"),
    ("compare", "t", "е"),
    ("compare", "n", "ν"),
    ("prepare", "v", "м"),
]
"""A room, a command letter and what lies on its key elsewhere."""


async def seen_after(app: CompanionApp, *keys: events.Key) -> str:
    async with app.run_test(size=SMALL) as pilot:
        for key in keys:
            app.post_message(key)
            await pilot.pause()
        await pilot.pause()
        return screen_text(app)


@pytest.mark.promise("keys.caps-lock")
@pytest.mark.parametrize(("room", "letter", "elsewhere"), COMMANDS)
async def test_a_letter_is_its_command_with_caps_lock_and_in_another_alphabet(
    room: str,
    letter: str,
    elsewhere: str,
    open_app: Callable[..., CompanionApp],
    case_id: str,
) -> None:
    case = None if room == "home" else case_id
    before = await seen_after(open_app(room=room, case_id=case))
    seen = [
        await seen_after(open_app(room=room, case_id=case), key)
        for key in (
            events.Key(letter, letter),
            events.Key(letter.upper(), letter.upper()),
            events.Key(letter, elsewhere),
            events.Key(letter, elsewhere.upper()),
        )
    ]
    assert seen[0] != before
    assert [screen for screen in seen if screen != seen[0]] == []


@pytest.mark.promise("keys.caps-lock")
@pytest.mark.parametrize("room", ["home", "prepare"])
@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("т", "Commands here use the letters a to z. F1 lists them."),
        ("ג", "Commands here use the letters a to z. F1 lists them."),
        ("x", "x does nothing here. F1 shows what you can do."),
        ("é", "é does nothing here. F1 shows what you can do."),
        ("?", "? does nothing here. F1 shows what you can do."),
        ("²", "² does nothing here. F1 shows what you can do."),
    ],
)
async def test_a_letter_that_is_no_command_says_so_where_no_line_can_be_written(
    room: str, character: str, said: str, open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room=room, case_id=None if room == "home" else case_id)
    assert said in await seen_after(app, events.Key(character, character))


@pytest.mark.parametrize("room", ["home", "prepare", "visit", "compare", "guide"])
async def test_an_f_key_that_is_no_command_says_so(
    room: str, open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room=room, case_id=None if room == "home" else case_id)
    said = "F10 does nothing here. F1 shows what you can do."
    assert said in await seen_after(app, events.Key("f10", None))


@pytest.mark.promise("keys.caps-lock")
async def test_in_a_line_one_types_in_letters_are_letters(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for character, key in (("т", "n"), ("N", "N"), ("ñ", "ñ")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
        assert "> тNñ" in screen_text(app)
        assert "does nothing" not in screen_text(app)

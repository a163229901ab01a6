"""A sentence that is longer than its line takes a second one, and gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.ui.rooms.room import Room
from companion.ui.widgets.notice import EDGES, Notice, broken
from companion.words import rooms, storage
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp

NARROW = (60, 20)


@pytest.mark.promise("keys.narrow-sentences")
@pytest.mark.parametrize("size", [SMALL, NARROW])
async def test_a_long_sentence_is_whole_and_a_short_one_takes_one_line(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    longest = max((storage.reason(code) for code in ("EEXIST", "EDQUOT", "EACCES")), key=len)
    sentence = rooms.not_on_disk(longest)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"half a line")
        room = app.screen
        assert isinstance(room, Room)
        room.say(sentence)
        await pilot.pause()
        assert sentence in " ".join(screen_text(app).split())
        lines = len(broken(sentence, size[0] - EDGES))
        assert room.query_one("#notice", Notice).size.height == lines
        room.say("Kept.")
        await pilot.pause()
        assert room.query_one("#notice", Notice).size.height == 1
        assert " > half a line" in screen_text(app)


async def test_a_window_made_narrower_cuts_no_sentence(app: CompanionApp) -> None:
    sentence = storage.SHORT_MISSING
    async with app.run_test(size=(100, 24)) as pilot:
        room = app.screen
        assert isinstance(room, Room)
        room.say(sentence)
        await pilot.pause()
        assert room.query_one("#notice", Notice).size.height == 1
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert sentence in " ".join(screen_text(app).split())

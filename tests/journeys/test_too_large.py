"""A paste that is more than can be kept changes nothing, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.storage import store
from companion.ui.visit.composer import Composer
from companion.words import rooms as words
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.visit_case import texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.ui.app import CompanionApp


async def paste(pilot: Pilot[None], text: str) -> None:
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.parametrize(
    "text", ["é" * 800_000, "a" * 5_000_000, "🙂" * 400_000, "line\n" * 1_000_000]
)
async def test_the_line_keeps_what_stood_there_and_says_why(app: CompanionApp, text: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half a line")
        await paste(pilot, text)
        assert app.query_one(Composer).text == "half a line"
        assert visit_of(app).line is not None
        assert visit_of(app).line.text == "half a line"  # type: ignore[union-attr]
        assert words.PASTE_TOO_LARGE in screen_text(app)
        await pilot.press(*" goes on", "enter")
        await paste(pilot, "é" * 300_000)
        await pilot.press("enter")
        assert texts_of(app) == ["half a line goes on", "é" * 300_000]


async def test_a_visit_that_is_nearly_full_takes_what_is_typed_and_no_large_paste(
    app: CompanionApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        monkeypatch.setattr(store, "MOST_IN_A_STORE", 20_000)
        await paste(pilot, "x" * 30_000)
        assert words.PASTE_TOO_LARGE in screen_text(app)
        await pilot.press(*"typed", "enter")
        assert texts_of(app) == ["typed"]


async def test_a_field_of_another_room_takes_no_such_paste_either(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "enter")
        if app.focused is None or not hasattr(app.focused, "paste"):
            pytest.skip("no field is open")
        await paste(pilot, "é" * 800_000)
        assert words.PASTE_TOO_LARGE in screen_text(app)

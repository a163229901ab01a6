"""The made-up example in every room, as somebody sees it who looks around."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.services.example import make_example
from tests.journeys.conftest import SMALL, WIDE, all_packs, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.pack import Pack
    from companion.services.shelf import Shelf
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

NOW = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)
SHOWN = {
    "home": ("Prevention plan, hemophilia A", "Insurance: is the visit covered?"),
    "prepare": ("Dr Lindqvist", "Records", "decide by"),
    "visit": ("Dr Lindqvist", "Enter save"),
    "compare": ("Dr Lindqvist, 12 October", "Dr Okafor, 3 December", "3 differ"),
    "guide": ("not medical advice",),
}


@pytest.fixture(params=[True, False], ids=["with the packs", "without any pack"])
def packs(request: pytest.FixtureRequest) -> tuple[Pack, ...]:
    return all_packs() if request.param else ()


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("room", SHOWN)
async def test_every_room_of_the_example_shows_what_it_is_for(
    room: str,
    size: tuple[int, int],
    shelf: Shelf,
    clock: StandingClock,
    packs: tuple[Pack, ...],
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    case_id = make_example(shelf, packs)
    app = open_app(room=room, case_id=None if room == "home" else case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = screen_text(app)
    for words in SHOWN[room]:
        assert words in seen


async def test_the_other_rooms_are_a_digit_away(
    shelf: Shelf, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(shelf, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        for digit, words in (("3", "Dr Okafor"), ("4", "Contents"), ("1", "Getting ready")):
            await pilot.press("ctrl+g", digit)
            await pilot.pause()
            assert words in screen_text(app)

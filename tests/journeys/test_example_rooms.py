"""The made-up example in every room, as somebody sees it who looks around."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.commands.keymap import read_keymap
from companion.domain.value import replace
from companion.packs.catalogue import Catalogue
from companion.services.case.library import CaseLibrary
from companion.services.example.case import make_example
from companion.services.settings import SettingsFile
from companion.ui.app import Companion, CompanionApp, Provided, Start
from tests.journeys.conftest import (
    SMALL,
    WIDE,
    StandingClock,
    all_packs,
    new_context,
    screen_text,
)
from tests.support.panes import pane_words

if TYPE_CHECKING:
    from collections.abc import Callable


NOW = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)
SHOWN = {
    "home": ("Prevention plan, hemophilia A", "Insurance: will they pay for the visit?"),
    "prepare": ("Dr Lindqvist", "Records", "decide by"),
    "visit": ("Dr Lindqvist", "Enter save"),
    "compare": ("Dr Lindqvist, 12 October", "Dr Okafor, 3 December", "3 differ"),
    "guide": ("not medical advice",),
}


@pytest.fixture(params=[True, False], ids=["with the packs", "without any pack"])
def packs(request: pytest.FixtureRequest) -> Catalogue:
    return all_packs() if request.param else Catalogue()


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("room", SHOWN)
async def test_every_room_of_the_example_shows_what_it_is_for(
    room: str,
    size: tuple[int, int],
    library: CaseLibrary,
    clock: StandingClock,
    packs: Catalogue,
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    case_id = make_example(library, packs)
    app = open_app(room=room, case_id=None if room == "home" else case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = screen_text(app)
        if room == "home":
            seen += pane_words(app, "#coming")
    for words in SHOWN[room]:
        assert words in seen


@pytest.fixture
def example(packs: Catalogue) -> tuple[CompanionApp, str]:
    """What `companion demo` opens, and its case."""
    context = replace(new_context(StandingClock(NOW)), made_up=True)
    library = CaseLibrary(context)
    provided = Provided(
        library=library,
        example=lambda: library,
        catalogue=lambda: packs,
        keymap=read_keymap(""),
        settings=SettingsFile(context),
    )
    case_id = make_example(library, packs)
    return CompanionApp(Companion(provided, Start(room="prepare", case_id=case_id))), case_id


async def test_home_and_a_new_case_say_that_they_are_of_the_example(
    example: tuple[CompanionApp, str],
) -> None:
    app, _ = example
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+g", "0")
        await pilot.pause()
        assert screen_text(app).lstrip().startswith("Example · Companion")
        await pilot.press("n")
        await pilot.pause()
        top = screen_text(app).lstrip().split("\n")[0]
        assert top.startswith("Example · New case")
        assert top.endswith("nothing here is saved")


@pytest.mark.parametrize("keys", ["", "ctrl+g 0"])
async def test_closing_the_example_says_that_nothing_was_saved_at_its_home_too(
    keys: str, example: tuple[CompanionApp, str]
) -> None:
    app, _ = example
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        app.product.save_all()
    said = app.product.closing_words(asked_to=True)
    assert said == "That was the example; nothing was saved. To start your own: companion"


async def test_the_example_opened_from_home_says_what_it_is_until_home(
    library: CaseLibrary, packs: Catalogue
) -> None:
    shown = CaseLibrary(replace(new_context(StandingClock(NOW)), made_up=True))
    make_example(shown, packs)
    provided = Provided(
        library=library,
        example=lambda: shown,
        catalogue=lambda: packs,
        keymap=read_keymap(""),
        settings=SettingsFile(library.context),
    )
    app = CompanionApp(Companion(provided, Start()))
    async with app.run_test(size=SMALL) as pilot:
        app.product.look_around()
        await pilot.pause()
        assert screen_text(app).lstrip().startswith("Example · ")
        await pilot.press("ctrl+g", "0")
        await pilot.pause()
        assert screen_text(app).lstrip().startswith("Companion")
    assert library.case_ids() == ()


@pytest.mark.parametrize("width", [80, 60, 40])
async def test_what_is_still_to_ask_is_whole_in_the_example(
    width: int, example: tuple[CompanionApp, str]
) -> None:
    app, _ = example
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("ctrl+g", "2")
        await pilot.pause()
        await pilot.press(*"he is late", "enter")
        await pilot.pause()
        assert "still to ask: Q1 Q2 Q3 Q4" in screen_text(app).lstrip().split("\n")[0]


async def test_the_other_rooms_are_a_digit_away(
    library: CaseLibrary, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        for digit, words in (("3", "Dr Okafor"), ("4", "Contents"), ("1", "Getting ready")):
            await pilot.press("ctrl+g", digit)
            await pilot.pause()
            assert words in screen_text(app)


@pytest.mark.parametrize("first", [(), ("tab",)], ids=["from the cases", "from what is coming up"])
async def test_a_room_of_the_case_at_the_cursor_is_a_digit_away_from_home(
    first: tuple[str, ...],
    library: CaseLibrary,
    clock: StandingClock,
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    make_example(library, all_packs())
    app = open_app(room="home", case_id=None)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*first, "ctrl+g", "3")
        await pilot.pause()
        assert "Dr Okafor, 3 December" in screen_text(app)

"""What works in the cards of Compare as it does in the room under them."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from companion.words import rooms as room_words
from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

NARROW = (60, 24)


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


@pytest.mark.parametrize("card", ["r", "s", "n"])
async def test_a_card_says_which_key_writes_again_and_the_key_works_there(
    open_app: OpenApp, library: CaseLibrary, case_id: str, card: str
) -> None:
    other_window = library.open(case_id)
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press(card, "enter")
        await pilot.pause()
        assert "Close it, then F7" in screen_text(app)
        await pilot.press("f7")
        await pilot.pause()
        assert room_words.STILL_TAKEN[:50] in screen_text(app)
        other_window.close()
        await pilot.press("f7")
        await pilot.pause()
        assert room_words.TAKEN_OVER in screen_text(app)
        assert "read only" not in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "read only" not in screen_text(app)


async def test_one_goes_to_another_room_from_a_card_and_its_words_are_kept(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f9", "enter", *"kind", "ctrl+g")
        await pilot.pause()
        assert "Go to:" in screen_text(app)
        await pilot.press("1")
        await pilot.pause()
        assert "Getting ready" in screen_text(app)
    case = library.open_readonly(case_id).case
    (rating,) = (
        each
        for ratings in (case.file.ratings, *(v.ratings for v in case.visits))
        for each in ratings
    )
    assert rating.words == "kind"


async def test_a_card_says_that_the_disk_is_full_before_it_closes_and_when_it_takes_again(
    open_app: OpenApp, library: CaseLibrary, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f6", "down")
        with monkeypatch.context() as patch:
            patch.setattr(library.context.files, "write", full)
            await pilot.press("enter", *"Wait", "enter")
            await pilot.pause()
            assert "Not on disk yet" in screen_text(app)
            assert screen_text(app).splitlines()[-1].rstrip().endswith("not saved")
            await pilot.press("ctrl+q")
            assert room_words.CLOSE_UNSAVED in screen_text(app)
        library.context.syncer.flush()
        await pilot.pause()
        assert room_words.SAVED_NOW in screen_text(app)
        assert screen_text(app).splitlines()[-1].rstrip().endswith(" saved")

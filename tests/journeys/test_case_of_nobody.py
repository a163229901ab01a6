"""A case from elsewhere in which nobody stands: every card of Compare opens, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.transfer.imports import import_file
from companion.words import compare_cards as words
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

OF_NOBODY = (
    b'{"format": "companion-case", "version": 1, "id": "abcdefgh12345678", "title": "t",'
    b' "packs": [], "people": [], "visits": []}'
)


@pytest.mark.parametrize(
    ("key", "seen"), [("f9", words.RATE_NO_ONE), ("f6", "Our options"), ("n", "what now?")]
)
async def test_a_card_opens_or_says_whom_it_needs(
    open_app: Callable[..., CompanionApp], library: CaseLibrary, key: str, seen: str
) -> None:
    case_id = import_file(library, "case.json", OF_NOBODY).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert seen in screen_text(app)
        await pilot.press("tab", "enter", "escape")
        await pilot.pause()
    assert app.return_code in (None, 0)

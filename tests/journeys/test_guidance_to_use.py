"""Choosing the guidance of a new case among many packs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from companion.domain.pack import Pack
from tests.journeys.conftest import SMALL, screen_text
from tests.support.guidance import catalogue_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue
    from companion.ui.app import CompanionApp

KINDS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")
OTHERS = ("Bones", "Heart", "Kidneys", "Lungs", "Nerves")


def pack(title: str, *extends: str) -> Pack:
    return Pack(title.lower(), title, "en", extends, date(2026, 11, 30), "")


@pytest.fixture
def packs() -> Catalogue:
    return catalogue_of(
        (
            pack("General"),
            *(pack(title, "general") for title in (*OTHERS, "Zoster")),
            *(pack(title, "general", "zoster") for title in KINDS),
        )
    )


async def test_types_of_an_illness_come_into_view_once_it_is_chosen(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "tab", "pagedown")
        await pilot.pause()
        assert "Zoster (select it to see 5 types)" in screen_text(app)
        assert "Alpha" not in screen_text(app)
        await pilot.press("space")
        await pilot.pause()
        await pilot.pause()
        screen = screen_text(app)
        assert all(f"  [ ] {title}" in screen for title in KINDS)
        await pilot.press("down", "space", "up", "up", "down", "space")
        await pilot.pause()
        assert "[ ] Zoster (select it to see 5 types)" in screen_text(app)

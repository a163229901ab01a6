"""Topics that the guidance has for one situation are offered, and in the table only once chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted
from companion.domain.pack import Pack, PackItem
from companion.services.case.library import NewCase
from tests.journeys.conftest import SMALL, screen_text
from tests.support.guidance import catalogue_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp


def topic(name: str, situation: str = "") -> PackItem:
    fields = {"situation": (situation,)} if situation else {}
    return PackItem(f"general/{name.lower()}", "aspects", name, "aspects.md", 1, "", fields)


PACK = Pack(
    "general",
    "General",
    "en",
    (),
    date(2026, 11, 30),
    "",
    items=(
        topic("Plan"),
        topic("School", "It is a child."),
        topic("Bleeds", "You have an inhibitor."),
        topic("Growth", "It is a child."),
    ),
)


@pytest.fixture
def packs() -> Catalogue:
    return catalogue_of((PACK,))


def topics(library: CaseLibrary, case_id: str) -> list[tuple[str, str | None]]:
    rows = not_deleted(library.open_readonly(case_id).file.aspects)
    return [(row.text, row.source) for row in rows]


async def test_a_topic_for_a_situation_comes_into_the_table_when_it_is_chosen(
    open_app: Callable[..., CompanionApp], library: CaseLibrary, packs: Catalogue
) -> None:
    session = library.create(NewCase(packs=packs.packs))
    case_id = session.case_id
    session.close()
    assert topics(library, case_id) == [("Plan", "general/plan")]
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        shown = [line.strip(" │>") for line in screen_text(app).split("\n") if "│" in line]
        assert [line for line in shown if line][:6] == [
            "+ In your own words",
            "It is a child",
            "[ ] School",
            "[ ] Growth",
            "You have an inhibitor",
            "[ ] Bleeds",
        ]
        await pilot.press("down", "down", "space")
        await pilot.pause()
        assert "[x] Growth" in screen_text(app)
        await pilot.press("up", "space", "space", "escape", "f8", "enter", *"Cost", "enter")
        await pilot.pause()
    expected = [("Plan", "general/plan"), ("Growth", "general/growth"), ("Cost", None)]
    assert topics(library, case_id) == expected


async def test_a_topic_that_was_taken_out_comes_back_as_the_same_row(
    open_app: Callable[..., CompanionApp], library: CaseLibrary, packs: Catalogue
) -> None:
    session = library.create(NewCase(packs=packs.packs))
    case_id = session.case_id
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f8", "down", "space", "space", "space", "ctrl+z")
        await pilot.pause()
        assert "[ ] School" in screen_text(app)
        await pilot.press("space")
        await pilot.pause()
    file = library.open_readonly(case_id).file
    assert [row.text for row in file.aspects] == ["Plan", "School"]
    assert topics(library, case_id)[1:] == [("School", "general/school")]

"""What a person or a pack wrote looks as it was written: square brackets are no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.services.case.library import NewCase
from companion.services.compare.comparison import Comparison
from companion.services.prepare.present_opinion import PresentDoctor
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import WIDE, all_packs, screen_text
from tests.journeys.prepare_case import keys_to
from tests.support.guidance import catalogue_of
from tests.support.panes import rules_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.pack import Pack
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

WRITTEN = "[/b] x"
"""Markup that closes what was never opened: whatever reads it as markup fails."""


def _written_over(pack: Pack) -> Pack:
    items = tuple(
        replace(item, text=WRITTEN) if item.kind == "article" else item for item in pack.items
    )
    return replace(pack, items=items)


@pytest.fixture
def packs() -> Catalogue:
    return catalogue_of(_written_over(pack) for pack in all_packs().chosen(()))


@pytest.fixture
def case_id(library: CaseLibrary, packs: Catalogue) -> str:
    session = library.create(
        NewCase(title=WRITTEN, packs=packs.packs, patient=WRITTEN, companion=WRITTEN)
    )
    new = NewVisit(
        f"Dr Okafor {WRITTEN}", "2026-11-24T09:00+00:00", minutes=30, questions=(WRITTEN,)
    )
    visit_id = plan_visit(session, new)
    VisitEditor(session, visit_id).line.save(f"# 2 in 100 {WRITTEN}")
    PresentDoctor(session).name_draft().finish(f"Dr Lindqvist {WRITTEN}")
    Comparison(session).aspect_draft().finish(f"My row {WRITTEN}")
    session.close()
    return session.case_id


@pytest.mark.parametrize(
    ("part", "title"),
    [("questions", f"Questions for Dr Okafor {WRITTEN}"), ("opinion", f"Dr Lindqvist {WRITTEN}")],
)
async def test_the_title_over_a_part_names_a_doctor_as_written(
    open_app: OpenApp, case_id: str, part: str, title: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to(part))
        await pilot.pause()
        assert title in rules_of(app)


async def test_the_title_over_a_text_of_the_guide_is_as_its_pack_has_it(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="guide", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*WRITTEN)
        await pilot.pause()
        assert WRITTEN in rules_of(app)


async def test_a_row_and_the_notes_behind_it_are_named_as_written(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*["pagedown"] * 20)
        await pilot.pause()
        assert f"My row {WRITTEN}" in screen_text(app).split("\n")[1]
        while f"Dr Okafor {WRITTEN}" not in _at_cursor(app):
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert f"My row {WRITTEN}" in screen_text(app).split("\n")[1]
        assert f"# 2 in 100 {WRITTEN}" in screen_text(app)


async def test_a_number_card_is_titled_by_its_note_as_written(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    visit_id = library.open_readonly(case_id).case.visits[0].id
    app = open_app(room="visit", case_id=case_id, visit_id=visit_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f1", "3")
        await pilot.pause()
        frame = next(line for line in screen_text(app).split("\n") if "╭" in line)
    assert f"2 in 100 {WRITTEN}" in frame


async def test_a_case_is_listed_found_and_thrown_away_by_its_title_as_written(
    open_app: OpenApp, case_id: str
) -> None:
    del case_id
    app = open_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("escape", "slash", "x")
        await pilot.pause()
        assert f"2 in 100 {WRITTEN}" in screen_text(app)
        await pilot.press("escape", "delete")
        await pilot.pause()
        assert WRITTEN in screen_text(app)


def _at_cursor(app: CompanionApp) -> str:
    """The row at the cursor and what stands above it, in its half where two are side by side."""
    lines = [line.split("│") for line in screen_text(app).split("\n")]
    place, half = next(
        (number, half)
        for number, halves in enumerate(lines)
        for half, text in enumerate(halves)
        if text.startswith(">")
    )
    lines_above = 3 if len(lines[place]) > 1 else 1
    shown = lines[place - lines_above : place + 1]
    return " ".join(halves[half] for halves in shown if half < len(halves))

"""What rests on a covered note is on no page of the Compare room, and no field shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.compare.comparison import Comparison
from companion.services.compare.opinions import OpinionEditor
from companion.services.compare.ratings import Ratings
from companion.services.visit.editor import VisitEditor
from companion.ui.compare.screen import CompareScreen
from companion.words import compare as words
from tests.journeys.compare_case import ROW, TO_ROW, make_compared
from tests.journeys.conftest import WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
CANARY = "canary"


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    """Two opinions; a cell, a rating and a step of the second rest on notes that are covered."""
    case_id = make_compared(library, make_case())
    session = library.open(case_id)
    comparison = Comparison(session)
    table = comparison.table
    column, aspect = table.columns[1], table.aspects[ROW]
    assert column.visit is not None
    OpinionEditor(session, column).cell_draft(aspect).finish(f"{CANARY} cell")
    first, _, todo = column.visit.notes
    who = session.file.people[0].id
    Ratings(session, column).words_draft("trust", who).finish(f"{CANARY} words")
    Ratings(session, comparison.table.columns[1]).rate("trust", who, 2, first.id)
    editor = VisitEditor(session, column.visit.id)
    editor.notes.cover(first.id, covered=True)
    editor.notes.cover(todo.id, covered=True)
    session.close()
    return case_id


async def test_no_page_and_no_card_shows_it(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*TO_ROW)
        await pilot.pause()
        screens = [screen_text(app)]
        assert words.COVERED in screens[0]
        for key in ("t", "escape", "n", "escape", "f4", "escape", "f9", "escape"):
            await pilot.press(key)
            await pilot.pause()
            screens.append(screen_text(app))
    assert CANARY not in "\n".join(screens)
    assert "ask for the report" not in "\n".join(screens)


async def test_no_field_opens_on_it(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*TO_ROW)
        room = app.screen
        assert isinstance(room, CompareScreen)
        column = room.state.table.columns[1]
        room.pane.go_to(f"cell/{column.key}")
        room.write_here()
        await pilot.pause()
        screen = screen_text(app)
        assert CANARY not in screen
        assert words.CELL_COVERED in screen
        assert room.field.draft is None

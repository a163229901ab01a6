"""When a doctor was told what the other one had said is a note with its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison import OtherOpinionKnown
from companion.domain.comparison_table import ComparisonTable
from companion.words import visit as words
from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.visit_case import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock


async def test_telling_the_other_opinion_is_noted_and_known_from_then_on(
    library: CaseLibrary, make_case: Callable[..., str], open_app: Callable[..., CompanionApp]
) -> None:
    case_id = make_compared(library, make_case())
    visit = library.open_readonly(case_id).case.visits[0]
    app = open_app(room="visit", case_id=case_id, visit_id=visit.id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half a line", "ctrl+p", *"shared the other", "enter")
        await pilot.pause()
        shown = screen_text(app)
        assert texts_of(app)[-1] == "We told them what Dr Lindqvist said."
        assert "We told them" in shown
        assert words.TOLD_OTHER in shown
        assert "half a line" in shown
        await pilot.press("ctrl+q")
    column = ComparisonTable(library.open_readonly(case_id).case).columns[1]
    assert column.opinion is not None
    assert column.opinion.other_opinion_known is OtherOpinionKnown.YES


async def test_it_is_one_change_to_take_back(
    library: CaseLibrary,
    make_case: Callable[..., str],
    open_app: Callable[..., CompanionApp],
    clock: StandingClock,
) -> None:
    case_id = make_compared(library, make_case())
    clock.forward(minutes=5)
    visit = library.open_readonly(case_id).case.visits[0]
    app = open_app(room="visit", case_id=case_id, visit_id=visit.id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *"shared the other", "enter")
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "We told them" not in screen_text(app)
    column = ComparisonTable(library.open_readonly(case_id).case).columns[1]
    assert column.opinion is not None
    assert column.opinion.other_opinion_known is OtherOpinionKnown.UNKNOWN

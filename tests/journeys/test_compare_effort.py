"""How many keys it takes from the end of the last visit to a comparison with verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.comparison import Verdict
from companion.domain.comparison_table import ComparisonTable
from companion.domain.outcome import short_id
from companion.ui.compare import aspect_view
from companion.ui.compare.screen import CompareScreen
from companion.ui.compare.state import NOW
from tests.journeys.conftest import SMALL
from tests.support.told_visits import CLL, HEMOPHILIA, ToldCase, make_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

TO_COMPARE = ("ctrl+g", "3")
"""The keys that lead from the visit to Compare."""
BY_HAND = {HEMOPHILIA.name: 179, CLL.name: 137}
"""Keys of the same two cases with every note found and picked in the list of its visit, without a
slip: to the row, to the cell, the list, down to each note, a blank, back, a digit, a star a key."""


class Keys:
    """Presses keys, and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.count = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await self._pilot.press(*keys)
        await self._pilot.pause()


async def _go_through(room: CompareScreen, told: ToldCase, keys: Keys) -> None:
    """Take what is proposed, judge, give stars, and let Enter lead on to the end."""
    state = room.state
    while state.view != NOW:
        aspect = state.aspect
        assert aspect is not None
        name = short_id(aspect.source)
        while aspect_view.first_proposed(state.table, aspect):
            await keys.press("enter")
        await keys.press(str([*Verdict].index(told.verdicts[name]) + 1))
        while state.aspect is aspect and state.view != NOW:
            if state.cursor == aspect_view.MATTERS and name in told.stars:
                await keys.press(str(told.stars[name]))
            await keys.press("enter")


@pytest.mark.parametrize("told", [HEMOPHILIA, CLL], ids=["two visits", "a call"])
async def test_what_was_noted_is_compared_with_a_third_of_the_keys(
    open_app: OpenApp, library: CaseLibrary, packs: Catalogue, told: ToldCase
) -> None:
    app = open_app(room="compare", case_id=make_told(library, packs, told))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        keys = Keys(pilot)
        await _go_through(app.screen, told, keys)
    assert keys.count + len(TO_COMPARE) <= BY_HAND[told.name] / 3
    table = ComparisonTable(library.read_heads()[0][0].case)
    judged = {short_id(each.source): table.rows.get(each.id) for each in table.aspects}
    assert {name: row.verdict for name, row in judged.items() if row} == told.verdicts
    assert {name: row.stars for name, row in judged.items() if row and row.stars} == told.stars
    for aspect in table.aspects:
        for visit, said in zip(told.visits, table.line(aspect), strict=True):
            wanted = {
                note.line.lstrip('"#= ')
                for note in visit.notes
                if short_id(aspect.source) in note.topics
            }
            assert wanted <= {note.text for note in said.notes}

"""The one line that moves by itself: what it says, what gives way, and when it holds still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.preparation import Covered
from companion.services.prepare.preparation import PreparationEditor
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

NARROW = (60, 16)
CUE = "F9 before you leave"


def top(app: CompanionApp) -> str:
    return screen_text(app).splitlines()[0]


async def test_before_you_leave_is_named_near_the_end_but_not_while_a_card_is_up(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter")
        clock.forward(minutes=26)
        await pilot.press("f4")
        assert "4 min left" in top(app)
        assert CUE not in top(app)
        await pilot.press("escape")
        assert CUE in top(app)


async def test_before_you_leave_is_not_named_once_it_was_answered(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", "f9", *"Nurse line", "enter", "escape")
        clock.forward(minutes=26)
        await pilot.press(*"y", "enter")
        assert CUE not in top(app)


async def test_nothing_is_named_within_two_minutes_of_a_covered_note_or_of_news(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        PreparationEditor(session).cover(Covered.COVER)
        await pilot.press(*"x", "enter")
        clock.forward(minutes=25)
        await pilot.press(*"five-year survival", "enter")
        assert CUE not in top(app)
        clock.forward(minutes=2)
        await pilot.press(*"y", "enter")
        assert CUE in top(app)
        await pilot.press("f1", "6")
        assert CUE not in top(app)


async def test_the_counts_give_way_before_the_must_asks(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", "space", "a", "enter", *"! b", "enter")
        assert "still to ask: Q1 Q2 Q3" in top(app)
        assert top(app).rstrip().endswith("30 min left · 1 unclear · 1 to do")
        clock.forward(minutes=26)
        await pilot.press(*"y", "enter")
        assert "still to ask: Q1 Q2 Q3" in top(app)
        assert top(app).rstrip().endswith(f"4 min left · {CUE}")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert "Q1 Q2 Q3" in top(app)


async def test_a_clock_for_the_last_five_minutes_keeps_still_until_then(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", "f1", "9", "4")
        assert "min left" not in top(app)
        clock.forward(minutes=25)
        await pilot.press(*"y", "enter")
        assert "5 min left" in top(app)


async def test_all_must_asks_asked_is_said(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for digit in "123":
            await pilot.press("tab", digit, *"yes", "enter")
        assert "all must-asks asked" in top(app)


async def test_the_newest_note_is_in_view_as_the_room_opens_again(
    app: CompanionApp, case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for number in range(12):
            await pilot.press(*f"n{number}", "enter")
    again = open_app(room="visit", case_id=case_id)
    async with again.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert " n11 " in screen_text(again)


async def test_looking_where_there_are_no_more_notes_says_so(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"he is late", "enter", "ctrl+up")
        await pilot.pause()
        assert "This is where your notes start." in screen_text(app)
        await pilot.press("ctrl+down")
        await pilot.pause()
        assert "You're at your newest note." in screen_text(app)

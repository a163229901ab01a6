"""What cannot be read as a day or a number waits in its field; what was there before stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.steps import all_steps
from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import WIDE, screen_text
from tests.journeys.prepare_case import case_of, keys_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

FIELDS = {
    "the day of the visit": ("v", "home", "down", "enter"),
    "the minutes of the visit": ("v", "home", "down", "down", "enter"),
    "the day to decide by": ("ctrl+p", *"decide by", "enter"),
    "the day of a record": (*keys_to("records"), "home", "enter", "home", *["down"] * 3, "enter"),
}


@pytest.mark.promise("keys.unread")
@pytest.mark.parametrize("name", FIELDS)
async def test_a_text_that_cannot_be_read_waits_in_its_field(
    name: str, open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("records"), "f8", *"Lab reports", "enter", "escape", "escape")
        before = case_of(app)
        await pilot.press(*FIELDS[name], "ctrl+a", *"when she is back", "escape")
        await pilot.pause()
        assert "It's still there; nothing changed." in screen_text(app)
        assert case_of(app).file.head.decide_by == before.file.head.decide_by
        assert case_of(app).visits[0].head.at == before.visits[0].head.at
        await pilot.press("escape", "escape", "ctrl+g", "3")
        await pilot.pause()
        await pilot.press("ctrl+g", "1")
        await pilot.pause()
        await pilot.press(*FIELDS[name])
        await pilot.pause()
        assert app.screen.draft_field.area.text.startswith("when she is back")  # type: ignore[attr-defined]


async def test_it_waits_while_one_is_in_home_and_closing_there_says_so(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*FIELDS["the day of the visit"], "ctrl+a", *"when she is back", "escape")
        await pilot.press("escape", "ctrl+g", "0")
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running
        assert "Ctrl+Q again to close" in screen_text(app)
        app.product.open_case(case_id, "prepare")
        await pilot.pause()
        await pilot.press(*FIELDS["the day of the visit"])
        await pilot.pause()
        assert app.screen.draft_field.area.text.startswith("when she is back")  # type: ignore[attr-defined]


async def test_closing_says_once_that_something_waits(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*FIELDS["the day to decide by"], *"soon", "escape", "ctrl+g", "4")
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running
        assert "Ctrl+Q again to close" in screen_text(app)
        await pilot.press("ctrl+q")
    assert "can't be read" in app.product.closing_words(asked_to=True)


@pytest.mark.promise("keys.unread")
async def test_the_day_of_a_step_waits_too(
    open_app: OpenApp, make_case: Callable[..., str], library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=make_compared(library, make_case()))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "plus", *"call them", "enter")
        await pilot.pause()
        (step,) = (each for each in all_steps(case_of(app)) if each.text == "call them")
        app.screen.pane.go_to(f"step/{step.id}")  # type: ignore[attr-defined]
        await pilot.press("f3", *"soonish", "escape")
        await pilot.pause()
        assert "It's still there; nothing changed." in screen_text(app)
        await pilot.press("f3")
        await pilot.pause()
        assert app.screen.field.area.text == "soonish"  # type: ignore[attr-defined]
        await pilot.press(*["backspace"] * 7, *"2027-01-15", "enter")
        await pilot.pause()
        (step,) = (each for each in all_steps(case_of(app)) if each.text == "call them")
        assert step.due == "2027-01-15"
        assert app.product.session is not None
        assert app.product.session.unread == {}

"""What an invitation says is in sight wherever a visit is got ready for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.exchange.papers.catalogue import ExportRequest
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from tests.journeys.conftest import screen_text
from tests.journeys.prepare_case import keys_to
from tests.unit.exchange.calendar_text import calendar, event

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]

LINES = "\\n".join(f"Line {number} of the letter." for number in range(3, 200))
SAID = f"Nurse Brandt will call.\\n\\nNothing to eat from midnight.\\n{LINES}"
INVITATION = calendar(
    *event(
        *("UID:u1", "SUMMARY:Dr Lind", "DTSTART:20301203T130000Z", "LOCATION:Phone call"),
        *(f"DESCRIPTION:{SAID}", "URL:https://example.org/call"),
        "ORGANIZER;CN=Front desk:mailto:desk@example.org",
    )
)


@pytest.fixture
def case_id(library: CaseLibrary, make_case: MakeCase) -> str:
    case = make_case()
    import_file(library, "a.ics", INVITATION, case)
    return case


async def test_home_says_it_under_the_visit(open_app: OpenApp, case_id: str) -> None:
    app = open_app()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        shown = screen_text(app)
    assert "Nurse Brandt will call. Nothing to eat from midnight." in shown
    assert "https://example.org/call" in shown
    assert case_id not in shown


async def test_prepare_shows_its_first_lines_and_the_rest_when_asked(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await pilot.press("enter", *keys_to("visit"))
        await pilot.pause()
        shown = screen_text(app)
        for said in ("From the invitation", "Front desk (desk@example.org)", "Nurse Brandt"):
            assert said in shown
        assert "Line 6 of the letter." in shown
        assert "Line 7 of the letter." not in shown
        assert "[x] Phone or video visit" in shown
        await pilot.press(*["down"] * 5)
        await pilot.pause()
        assert "Show 193 more lines" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Show less" in screen_text(app)
        assert "Line 9 of the letter." in screen_text(app)
    assert case_id


async def test_the_card_before_a_visit_begins_with_it(open_app: OpenApp, case_id: str) -> None:
    app = open_app()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "ctrl+g", "2")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown = screen_text(app)
    assert "Before it starts" in shown
    assert "Nurse Brandt will call. Nothing to eat from midnight." in shown
    assert "https://example.org/call" in shown
    assert case_id


@pytest.mark.promise("import.invitation")
def test_the_copy_of_the_case_holds_it_whole(library: CaseLibrary, case_id: str) -> None:
    case = library.open_readonly(case_id).case
    for form in ("text", "markdown", "html"):
        text = export(case, ExportRequest(format=form)).data.decode()
        for said in ("Nurse Brandt will call", "Line 199 of the letter", "Front desk"):
            assert said in text
        assert "https://example.org/call" in text

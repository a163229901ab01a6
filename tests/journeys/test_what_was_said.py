"""What was said, on one page: one key from the end of the visit, to each note, and to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.visit.editor import VisitEditor
from companion.ui.visit.panes import NotePane
from companion.words import letters
from companion.words import said as words
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.visit_case import from_the_list, plan_with_okafor, texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

END = from_the_list("visit.end")
NOTED = (*"! ring the ward about it", "enter", *"? what is a trough level", "enter")


@pytest.mark.parametrize("size", [SMALL, WIDE, (40, 12)])
async def test_the_page_is_one_key_from_the_end_and_leads_to_its_notes(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*NOTED, *END, "2")
        assert words.CARD_TITLE[:20] in screen_text(app)
        assert "Alva" in screen_text(app).splitlines()[0]
        await pilot.press(*["down"] * 4, "enter")
        assert words.CARD_TITLE not in screen_text(app)
        assert texts_of(app) == ["ring the ward about it", "what is a trough level"]


async def test_esc_goes_back_to_the_end_and_a_letter_goes_on_typing(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NOTED, *END, "2", "escape")
        assert "What now?" in screen_text(app)
        await pilot.press("2", *"so kind", "enter")
        assert texts_of(app)[-1] == "so kind"


async def test_a_blank_part_leads_to_the_notes_that_stand_in_no_part(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"factor every week", "enter", *NOTED, *END, "2", "down")
        assert words.WHY_EMPTY_NOTES in screen_text(app)
        await pilot.press("enter")
        assert words.CARD_TITLE not in screen_text(app)
        assert app.screen.query_one(NotePane).cursor_key == visit_of(app).notes[0].id


@pytest.mark.parametrize(("columns", "lines"), [(60, 5), (80, 4)])
async def test_what_can_be_done_at_the_end_stands_in_one_column_where_it_is_narrow(
    app: CompanionApp, columns: int, lines: int
) -> None:
    async with app.run_test(size=(columns, 24)) as pilot:
        await pilot.press(*END)
        await pilot.press(*["down"] * 9, *["up"] * 3)
        shown = screen_text(app).splitlines()
        first = next(n for n, line in enumerate(shown) if "1  Write it down" in line)
        last = next(n for n, line in enumerate(shown) if "4  Stop for today" in line)
        assert last - first + 1 == lines
        assert "5 questions, one at a time" in " ".join(shown)


async def test_a_part_is_rewritten_as_a_text_and_stays_so(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NOTED, *END, "2", *["down"] * 4, "tab")
        assert f"{words.PARTS['who']} " in screen_text(app)
        await pilot.press(*" (Sam)", "enter")
        assert "(edited) ring the ward about it (Sam)" in screen_text(app)
        assert [each.text for each in visit_of(app).said] == ["ring the ward about it (Sam)"]
        assert texts_of(app)[0] == "ring the ward about it"
        await pilot.press("ctrl+z")
        assert "(edited)" not in screen_text(app)


async def test_what_is_typed_into_a_part_is_saved_by_esc_too(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NOTED, *END, "2", *["down"] * 5, "tab", *"the ward", "escape")
        assert "(edited) the ward" in screen_text(app)


async def test_its_last_line_leads_to_the_papers(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NOTED, *END, "2", *["pagedown"] * 5, "enter")
        await pilot.pause()
        assert letters.TITLES["said"] in screen_text(app)
        assert "What was said: Dr Okafor" in screen_text(app)
        await pilot.press("escape")
        assert words.CARD_TITLE in screen_text(app)


async def test_more_than_a_screen_is_counted_and_shown_on_a_key(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        long = "to do, with so many words behind it that it takes two lines of the page"
        editor = VisitEditor(session, visit_of(app).id)
        editor.notes.add_all([f"! thing {number} {long}" for number in range(20)], None)
        await pilot.press(*END, "2")
        screen = screen_text(app)
        assert "thing 0 to do" in screen
        assert "thing 19 to do" not in screen
        assert "Enter here: see all" in screen
        assert words.TO_PAPERS in screen
        assert all(words.PARTS[part][:8] in screen for part in words.PARTS if part != "also")
        await pilot.press(*["pagedown"] * 9, "up", "enter", *["pagedown"] * 9)
        assert words.LESS in screen_text(app)


async def test_half_a_rewritten_part_is_in_its_line_again_when_the_room_opens(
    make_case: Callable[..., str], open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    case_id = make_case()
    visit_id = plan_with_okafor(library, case_id)
    session = library.open(case_id)
    editor = VisitEditor(session, visit_id)
    editor.line.save("! ring the ward about it")
    editor.line.focus_field("said:who")
    editor.line.type_in_card("said:who", "Sam rings the")
    session.close()
    app = open_app(room="visit", case_id=case_id, visit_id=visit_id)
    async with app.run_test(size=SMALL) as pilot:
        assert "> Sam rings the" in screen_text(app)
        await pilot.press(*" ward", "enter")
        assert "(edited) Sam rings the ward" in screen_text(app)

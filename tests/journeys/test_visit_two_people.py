"""Two people, one laptop: who types, who spoke, whose question it is, what is for one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import with_changed
from companion.domain.preparation import Covered
from companion.domain.question import CarryTo
from companion.services.prepare.preparation import PreparationEditor
from companion.ui.visit.panes import NotePane
from companion.words import visit_ends as ends
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.visit_case import from_the_list, texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp


async def test_who_types_is_one_key_in_view_on_every_card_and_kept_with_the_note(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter")
        for card in ("f1", "f3", "f4", "f9"):
            await pilot.press(card)
            assert "writing: Alva" in screen_text(app)
            await pilot.press("escape")
        await pilot.press("ctrl+t", *"two", "enter")
        assert "writing: Sam" in screen_text(app)
        one, two = visit_of(app).live_notes
        session = app.product.session
        assert session is not None
        names = [session.person_name(note.author_id) for note in (one, two)]
        assert names == ["Alva", "Sam"]


async def test_where_another_person_begins_to_write_a_line_says_so(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *"more", "enter")
        assert "is writing now" not in screen_text(app)
        await pilot.press("ctrl+t", *"two", "enter", *"three", "enter")
        assert screen_text(app).count("Sam is writing now (before: Alva)") == 1


async def test_a_name_and_colon_in_front_stays_text_and_stands_in_bold(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*'" Dr Okafor: not mild', "enter", *"no name: here", "enter")
        assert texts_of(app) == ["Dr Okafor: not mild", "no name: here"]
        drawn = [app.screen.query_one(NotePane).render_line(y) for y in range(2)]
        bold = ["".join(s.text for s in line if s.style and s.style.bold) for line in drawn]
        assert bold == ['"Dr Okafor:', ""]


async def test_the_companions_own_questions_say_after_whom(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*"x", "enter")
        assert "(after" not in screen_text(app)
        session, visit = app.product.session, visit_of(app)
        assert session is not None
        sam = next(one for one in session.file.people if one.name == "Sam")
        entry = visit.listed[1]
        session.change_visit(
            visit.id, "", lambda file: with_changed(file, "listed", entry.id, asker_id=sam.id)
        )
        await pilot.press("tab", "2")
        assert screen_text(app).count("(after") == 1


async def leave_out(app: CompanionApp) -> None:
    session = app.product.session
    assert session is not None
    PreparationEditor(session).cover(Covered.LEAVE_OUT)


async def test_what_is_left_out_is_on_no_line_until_it_is_asked_for(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await leave_out(app)
        await pilot.press(*"a diet", "enter", *"five-year survival 80", "enter")
        assert len(visit_of(app).live_notes) == 2
        screen = screen_text(app)
        assert " kept off the screen" in screen.splitlines()[-2]
        assert "survival" not in screen
        assert "hidden" not in screen
        await pilot.press(*from_the_list("visit.read_back"))
        assert "hidden" not in screen_text(app)
        await pilot.press("escape", *from_the_list("visit.end"))
        assert "1 note kept off the screen until Alva asks." in screen_text(app)
        await pilot.press("escape", "f6")
        assert "kept off the screen; no line shows it" in screen_text(app)
        await pilot.press("1", "1")
        assert "survival" in screen_text(app)


async def test_a_note_covered_by_hand_is_covered_not_left_out(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await leave_out(app)
        await pilot.press(*"private", "enter", "f6", "1")
        assert "09:00   hidden" in screen_text(app)


async def test_a_step_takes_a_day_and_an_owner_at_the_end(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"! call the clinic", "enter", *from_the_list("visit.end"))
        await pilot.press(*["down"] * 5)
        assert "by ____" in screen_text(app)
        await pilot.press("right", "enter", *"no day", "enter")
        assert "Nothing was changed." in screen_text(app)
        assert " > no day" in screen_text(app)
        await pilot.press(*["backspace"] * 6, *"10 dec", "enter")
        assert "Alva   by Thu 10 Dec" in screen_text(app)
        session = app.product.session
        assert session is not None
        (step,) = session.file.steps
        assert (step.id, step.due) == (visit_of(app).live_notes[0].id, "2026-12-10")


async def test_a_half_typed_day_waits_and_esc_leaves_it_as_it_was(
    app: CompanionApp, case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"! call the clinic", "enter", *from_the_list("visit.end"))
        visit_id = visit_of(app).id
        await pilot.press(*["down"] * 5, "enter", *"10 d", "ctrl+q")
    again = open_app(room="visit", visit_id=visit_id, case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        assert "By when?" in screen_text(again)
        assert " > 10 d" in screen_text(again)
        await pilot.press("escape")
        assert "by ____" in screen_text(again)


async def test_every_open_matter_is_in_view_and_goes_where_one_chooses(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"? a word", "enter", *from_the_list("visit.end"))
        screen = screen_text(app)
        assert "4  Stop for today" in screen
        assert screen.count("later  ") == 6
        await pilot.press(*["down"] * 5, "left", "left", "left")
        assert visit_of(app).live_notes[0].carried_to == CarryTo.NEXT
        await pilot.press("up")
        assert "next visit" in screen_text(app)


async def test_after_tab_a_figure_is_text_at_the_end_too(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", *from_the_list("visit.end"), "tab", *"2 in 100", "enter")
        assert texts_of(app) == ["x", "2 in 100"]
        await pilot.press("tab", "4")
        assert "You don't have to decide anything today" in screen_text(app)


async def test_half_a_line_is_pointed_out_at_the_end_and_enter_keeps_it(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", *"half", *from_the_list("visit.end"))
        assert "You left a line unfinished." in screen_text(app)
        await pilot.press("enter")
        assert texts_of(app) == ["x", "half"]
        assert "You left a line unfinished." not in screen_text(app)
        await pilot.press("4")
        assert "You don't have to decide anything today" in screen_text(app)


async def test_what_was_written_while_it_was_fresh_is_read_once_both_have_written(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", *from_the_list("visit.end"), "1", *"fine", "escape")
        await pilot.press(*from_the_list("visit.read_back"), *["pagedown"] * 9)
        assert "You'll see it when everyone is done" in screen_text(app)
        assert "fine" not in screen_text(app)
        await pilot.press("escape", *from_the_list("visit.end"), "1", "ctrl+t", *"well", "escape")
        await pilot.press(*from_the_list("visit.read_back"), *["pagedown"] * 9)
        assert "Alva: fine" in screen_text(app)
        assert "Sam: well" in screen_text(app)


async def test_who_is_done_calls_the_other_by_name_and_then_both_read_both(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", *from_the_list("visit.end"), "1", *"fine")
        first = visit_of(app)
        await pilot.press(*["enter"] * 5)
        assert ends.turn_title("Sam") in screen_text(app)
        assert ends.TURN_HIDES in screen_text(app)
        assert "fine" not in screen_text(app)
        await pilot.press("enter")
        assert "writing: Sam" in screen_text(app)
        assert "fine" not in screen_text(app)
        await pilot.press(*"well", *["enter"] * 5)
        assert ends.TOGETHER_TITLE in screen_text(app)
        assert "Alva: fine" in screen_text(app)
        assert "Sam: well" in screen_text(app)
        await pilot.press("enter")
        assert ends.debrief_done(len(ends.DEBRIEF)) in screen_text(app)
        assert len(visit_of(app).notes) == len(first.notes)


async def test_the_turn_of_the_other_can_wait_and_can_be_skipped(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", *from_the_list("visit.end"), "1", *"fine")
        await pilot.press(*["enter"] * 5, "escape")
        assert "fine" not in screen_text(app)
        await pilot.press(*from_the_list("visit.end"), "1")
        assert ends.turn_title("Sam") in screen_text(app)
        await pilot.press("2")
        assert "Alva: fine" in screen_text(app)
        assert f"Sam: {ends.LEFT_BLANK}" in screen_text(app)

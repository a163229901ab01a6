"""Getting ready: one next thing at a time, the rest in view, nothing obligatory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted
from companion.domain.comparison_table import ComparisonTable
from companion.domain.question import Priority
from companion.services.visit.editor import VisitEditor
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.prepare_case import PARTS, case_of, keys_to, row_at_cursor
from tests.journeys.visit_case import plan_with_okafor
from tests.support.panes import pane_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]


@pytest.fixture
def case_id(make_case: MakeCase) -> str:
    return make_case()


@pytest.fixture
def app(open_app: OpenApp, case_id: str) -> CompanionApp:
    return open_app(room="prepare", case_id=case_id)


def words_on(app: CompanionApp) -> str:
    """The words of the right pane, column by column, and those of the lines below it."""
    below = screen_text(app).split("\n")[app.screen.query_one("PartPane").region.bottom :]
    title = pane_lines(app, "PartPane")[:1]
    parts = ("PartPane #rows", "PartPane #beside", "PartPane DraftField")
    lines = [*title, *(line for part in parts for line in pane_lines(app, part)), *below]
    return " ".join(" ".join(lines).replace(">", " ").split())


# What comes next


async def test_one_key_goes_through_every_part_in_order_and_ends_with_enough(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        met = []
        for _ in PARTS:
            await pilot.press("n")
            met.append(app.screen.open_part)  # type: ignore[attr-defined]
        assert met == list(PARTS)
        assert "That's enough for today." in screen_text(app)


async def test_the_last_line_names_the_next_thing(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "n next: Is there time?" in screen_text(app)
        await pilot.press("enter", "enter", *"four weeks", "enter")
        await pilot.pause()
        assert "Ready: Is there time? · n next: Why a second opinion" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "n next: Why a second opinion" in screen_text(app)
        assert "Skip what you like." in screen_text(app)


async def test_after_the_nine_parts_the_room_says_that_the_rest_is_only_if_one_likes(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("people"), "n")
        await pilot.pause()
        assert "The rest is optional." in screen_text(app)
        assert app.screen.open_part == "opening"  # type: ignore[attr-defined]


async def test_what_must_not_wait_is_never_called_something_that_can(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("enough"))
        await pilot.pause()
        screen = words_on(app)
    assert "Some things cannot wait." in screen
    assert "This can wait: Why a second opinion · Goal" in screen


async def test_enough_for_today_tells_in_words_what_is_done_and_what_waits(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("time"), "enter", *"a week", "enter")
        await pilot.press("escape", *keys_to("questions"), "plus", "enter", "escape", "escape")
        await pilot.press("escape", *keys_to("enough"))
        await pilot.pause()
        screen = words_on(app)
    assert "[x] Is there time?" in screen
    assert "[x] Questions: 1 question, 1 must-ask" in screen
    assert "Next time: Why a second opinion" in screen
    assert "This can wait: Goal for this visit" in screen


@pytest.mark.parametrize("size", [(60, 20), SMALL, WIDE])
async def test_the_day_to_decide_by_is_in_view_with_the_days_left_at_every_size(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys_to("time"), "enter", "enter", "down", "enter", *"20 Dec", "enter")
        await pilot.pause()
        assert "26 days left" in screen_text(app).split("\n")[0]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_answer_about_time_is_in_view_below_what_is_urgent(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys_to("time"))
        await pilot.pause()
        lines = screen_text(app).split("\n")
        urgent = next(at for at, line in enumerate(lines) if " ! " in line)
        field = next(at for at, line in enumerate(lines) if "What your doctor says: ____" in line)
        assert urgent < field
        assert any("Decide by: ____" in line for line in lines)
        await pilot.press("enter", *"a week", "enter")
        await pilot.pause()
        assert screen_text(app).count("What your doctor says: a week") == 1


# Records


async def test_the_board_puts_first_what_can_change_a_decision(
    app: CompanionApp, library: CaseLibrary, case_id: str
) -> None:
    plan_with_okafor(library, case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("records"), "f8", *"My photos", "enter", "escape")
        await pilot.press("plus", "enter", "escape", "home")
        await pilot.pause()
        screen, whole = words_on(app), screen_text(app)
    assert screen.index("could change the most") < screen.index("My photos")
    assert "0 of 2" in whole


async def test_a_call_that_was_due_is_said_in_words_until_the_record_is_there(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("records"), "plus", "enter", "escape", "f5")
        await pilot.press(*"Mrs Berg", "enter", *"25 Nov", "enter")
        await pilot.pause()
        assert "Next call, Mrs Berg: Wed 25 Nov, tomorrow, about:" in words_on(app)
        clock.forward(days=3)
        await pilot.press("escape", *keys_to("records"))
        await pilot.pause()
        assert "Call Mrs Berg now about:" in words_on(app)
        assert "(due Wed 25 Nov)" in words_on(app)
        await pilot.press("space", "space")
        await pilot.pause()
        assert "Call Mrs Berg now" not in words_on(app)


async def test_the_list_of_records_ends_with_what_can_stay_at_home(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press(*keys_to("records"), "plus", "end", "enter")
        await pilot.pause()
        assert "Leave these at home" in words_on(app)
        assert case_of(app).file.records == ()


# Questions


async def test_questions_are_found_by_situation(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press(*keys_to("questions"), "plus")
        await pilot.pause()
        assert "An operation has been advised" in screen_text(app)
        while "An operation has been advised" not in row_at_cursor(app):
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert "Does it have to be this operation" in screen_text(app)
        assert "Is my diagnosis right?" not in screen_text(app)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Good to start with" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        (question,) = not_deleted(case_of(app).file.questions)
        assert question.text[:30] in screen_text(app)


async def test_questions_are_found_by_a_word(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "plus", "end", "up", "enter", *"inhibitor")
        await pilot.press("enter")
        await pilot.pause()
        assert "questions have: inhibitor" in screen_text(app)
        assert "When was I last tested for an inhibitor" in screen_text(app)
        assert case_of(app).file.questions == ()


async def test_the_list_begins_with_the_question_for_a_view_of_the_doctors_own(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "plus")
        await pilot.pause()
        assert "Before I tell you what my other doctor said" in row_at_cursor(app)
        assert "You came for an independent view." in screen_text(app)
        await pilot.press("enter", "escape")
        await pilot.pause()
        (entry,) = not_deleted(case_of(app).file.listed)
        assert entry.priority is Priority.MUST


async def test_more_must_asks_than_fit_are_said_gently_and_nothing_is_forbidden(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=(80, 36)) as pilot:
        await pilot.press(*keys_to("questions"), "f8")
        for number in range(6):
            await pilot.press(*f"Question {number}?", "enter")
        await pilot.press("escape")
        for _ in range(6):
            await pilot.press("space", "space", "up")
        await pilot.pause()
        screen = words_on(app)
    assert "A short visit is time for 3 to 5 must-asks. You have 6." in screen
    assert "--- the first 5 fit a short visit ---" in screen


# The rest


async def test_the_words_of_an_opening_are_counted_while_they_are_typed(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opening"), "enter", *"I am Alva. I still bleed.")
        await pilot.pause()
        assert "6 words, about 3 seconds to say" in screen_text(app)
        await pilot.press("enter", "down", "down", "down")
        await pilot.pause()
        assert "6 words, about 3 seconds to say" in words_on(app)
        assert "Half of the people who could finish" in words_on(app)


async def test_words_to_say_stand_beside_each_field_of_telling(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for part, said in enumerate(
            ("wanted you to hear it", "Do I need a referral?", "Do you pay")
        ):
            await pilot.press(*keys_to("telling"), *["down"] * part)
            await pilot.pause()
            assert said in words_on(app), said
            await pilot.press("home", "escape")


async def test_no_allergy_is_an_answer(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("medicines"), "enter", "down", "enter")
        await pilot.pause()
        assert "[x] Medicines, allergies" in screen_text(app)
        assert case_of(app).file.prepare.allergies == ("No allergies that I know of.",)
        await pilot.press("enter")
        await pilot.pause()
        assert case_of(app).file.prepare.allergies == ()


async def test_points_of_the_history_are_put_in_order(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("history"), "enter", *"2020: joint", "enter")
        await pilot.press(*"2019: found", "enter", "escape", "home", "down", "ctrl+up")
        await pilot.pause()
        assert case_of(app).file.prepare.timeline == ("2019: found", "2020: joint")
        assert "2 of about 30 lines that fit on a page." in words_on(app)


async def test_the_card_of_the_visit_says_who_when_where_and_what_to_say_first(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "enter", *"Dr Okafor", "enter", "down", "enter")
        await pilot.press(*"2026-12-03 14:00", "enter", "down", "enter", *"20", "enter")
        await pilot.press("down", "enter", *"St. Anna, room 2.14", "enter", "end")
        await pilot.pause()
        screen = words_on(app)
    assert "Who you're seeing: Dr Okafor" in screen
    assert "Thursday 3 December, 14:00, in 9 days" in screen
    assert "Minutes planned: 20" in screen
    assert "St. Anna, room 2.14" in screen
    assert "Is it OK if I take notes?" in screen
    assert "Ask first if you want to record" in screen


async def test_after_a_visit_that_ended_the_next_one_is_written_where_its_field_stands(
    open_app: OpenApp, library: CaseLibrary, case_id: str, clock: StandingClock
) -> None:
    visit_id = plan_with_okafor(library, case_id)
    session = library.open(case_id)
    VisitEditor(session, visit_id).clock.end()
    session.close()
    clock.forward(hours=20)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "enter", *"Dr Vale", "enter")
        await pilot.pause()
        assert "Other visits" in words_on(app)
        assert "Who you're seeing: Dr Vale" in row_at_cursor(app)


async def test_a_visit_planned_by_mistake_is_taken_off_the_list_and_comes_back(
    app: CompanionApp, library: CaseLibrary, case_id: str
) -> None:
    plan_with_okafor(library, case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "f8", *"Dr Twice", "enter")
        await pilot.pause()
        while "Dr Twice" not in row_at_cursor(app):
            await pilot.press("down")
        await pilot.press("delete")
        await pilot.pause()
        assert "Dr Twice" not in words_on(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Dr Twice" in words_on(app)
        await pilot.press("home", "delete")
        await pilot.pause()
        assert "This visit has notes, so it stays." in words_on(app)


async def test_what_changes_after_an_opinion_was_set_down_is_added_with_its_date(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press(*keys_to("records"), "f8", *"Gene report", "enter", "escape", "escape")
        await pilot.press(*keys_to("opinion"), "down", "enter", *"moderate", "enter")
        while "Date and lock" not in row_at_cursor(app):
            await pilot.press("down")
        await pilot.pause()
        await pilot.press("enter")
        clock.forward(days=1)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert "Locked on 24 November" in words_on(app)
        assert "added 25 November: Had seen Gene report: yes" in words_on(app)
        while "Diagnosis" not in row_at_cursor(app):
            await pilot.press("up")
        await pilot.press("enter", *"severe", "enter")
        await pilot.pause()
        assert "Diagnosis: moderate" in words_on(app)
        assert "added 25 November: Diagnosis: severe" in words_on(app)
        assert "not mentioned then" in words_on(app)
        table = ComparisonTable(case_of(app))
        diagnosis = next(each for each in table.aspects if each.text == "Diagnosis")
        said = [each for each in table.line(diagnosis) if each.additions]
        assert [addition.text for addition in said[0].additions] == ["Diagnosis: severe"]


async def test_today_typed_letter_by_letter_after_noon_stays_with_the_visit_it_is_about(
    open_app: OpenApp, library: CaseLibrary, case_id: str, clock: StandingClock
) -> None:
    clock.forward(hours=6)
    plan_with_okafor(library, case_id)
    app = open_app(room="prepare", case_id=case_id)
    before = len(library.open_readonly(case_id).case.visits)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "down", "enter")
        await pilot.press(*["backspace"] * 40)
        for letter in "today 17:30":
            await pilot.press(letter if letter != " " else "space")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    visits = library.open_readonly(case_id).case.visits
    assert len(visits) == before
    assert [visit.head.at[:16] for visit in visits if visit.head.at] == ["2026-11-24T17:30"]

"""Getting ready for a visit, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from companion.domain.changes import not_deleted
from companion.domain.preparation import RecordStatus
from companion.domain.question import Priority
from companion.ui.app import CompanionApp
from companion.words.rooms import ANOTHER_WINDOW, TYPING_KEPT
from tests.journeys.conftest import SMALL, WIDE, read_first, screen_text
from tests.journeys.prepare_case import PARTS, case_of, keys_to, read_again, row_at_cursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual._compositor import ChopsUpdate
    from textual.screen import Screen

    from companion.services.case.library import CaseLibrary

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]


@pytest.fixture
def case_id(make_case: MakeCase) -> str:
    return make_case()


@pytest.fixture
def app(open_app: OpenApp, case_id: str) -> CompanionApp:
    return open_app(room="prepare", case_id=case_id)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_room_opens_with_the_question_whether_there_is_time(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = screen_text(app)
    assert read_first("hemophilia") in screen
    assert "0 of 9 ready" in screen
    assert screen.rstrip().endswith("saved")
    assert "Enough for today" in screen


async def test_the_next_thing_leaves_a_part_that_is_not_ready_behind(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for title in ("─ Is there time? ─", "─ Why a second opinion ─", "─ Goal for this visit ─"):
            await pilot.press("n")
            await pilot.pause()
            assert title in screen_text(app)


async def test_each_part_opens_with_something_to_do_on_the_smallest_screen(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("home", "enter")
        for part in PARTS:
            await pilot.pause()
            assert row_at_cursor(app).strip("> "), part
            await pilot.press("escape", "down", "enter")


async def test_what_the_doctor_says_about_time_is_kept_and_the_next_thing_follows(
    app: CompanionApp, library: CaseLibrary, case_id: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "enter", *"four weeks", "enter")
        await pilot.pause()
        assert "What your doctor says: four weeks" in screen_text(app)
        assert "Decide by:" in screen_text(app)
        assert "1 of 9 ready" in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert "Why a second opinion ─" in screen_text(app)
    assert read_again(library, case_id).file.prepare.time_check == "four weeks"


async def test_escape_keeps_what_was_typed_and_goes_one_step_back(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opening"), "enter", *"I am Alva.", "escape")
        await pilot.pause()
        assert case_of(app).file.prepare.opening == "I am Alva."
        assert "3 words" in screen_text(app)
        await pilot.press("escape", "up")
        await pilot.pause()
        assert "Who comes with you ─" in screen_text(app)


async def test_changing_rooms_in_the_middle_of_a_word_keeps_it(
    app: CompanionApp, library: CaseLibrary, case_id: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("expectation"), "enter", *"week", "ctrl+g", "4")
        await pilot.pause()
        assert "medical advice" in screen_text(app)
    assert read_again(library, case_id).file.prepare.expectation == "week"


async def test_closing_in_the_middle_of_a_word_keeps_it(
    app: CompanionApp, library: CaseLibrary, case_id: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("expectation"), "enter", *"week", "ctrl+q")
    assert read_again(library, case_id).file.prepare.expectation == "week"


async def test_letters_that_are_keys_elsewhere_are_text_in_a_field(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("expectation"), "enter", *"nmscdweab+*/", "enter")
        await pilot.pause()
        assert case_of(app).file.prepare.expectation == "nmscdweab+*/"


async def test_one_key_takes_typing_back_while_there_is_some_then_the_last_change(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opening"), "enter", *"Hello.", "enter")
        await pilot.press("enter", *" I am Alva.", "ctrl+z")
        await pilot.pause()
        assert case_of(app).file.prepare.opening == "Hello."
        await pilot.press("escape", "ctrl+z")
        await pilot.pause()
        assert case_of(app).file.prepare.opening == ""
        assert "Undone: 2 sentences to start with." in screen_text(app)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert case_of(app).file.prepare.opening == "Hello."


async def test_an_answer_can_be_taken_back_after_a_restart(open_app: OpenApp, case_id: str) -> None:
    first = open_app(room="prepare", case_id=case_id)
    async with first.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("opening"), "enter", *"Hello.", "enter")
    again = open_app(room="prepare", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert case_of(again).file.prepare.opening == ""


async def test_reasons_are_ticked_and_own_ones_stand_first(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("reasons"), "down", "space", "f8", *"My knee", "enter", "escape")
        await pilot.pause()
        screen = screen_text(app)
        reasons = [each.text for each in not_deleted(case_of(app).file.reasons)]
    assert len(reasons) == 2
    assert reasons[1] == "My knee"
    assert screen.index("[x] My knee") < screen.index("I want to be sure")


async def test_the_visit_is_planned_with_the_weekday_said_while_typing(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "enter", *"Dr Okafor", "enter", "down", "enter")
        await pilot.press(*"2026-12-03 14:00")
        await pilot.pause()
        assert "Thursday 3 December, 14:00, in 9 days" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        screen = screen_text(app)
    assert "Prepare · Dr Okafor, Thursday 3 December" in screen
    assert "in 9 days · 0 of 9 ready" in screen


async def test_a_day_nobody_can_read_leaves_the_field_open_and_says_how_to_write_it(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "down", "enter", *"soon", "enter")
        await pilot.pause()
        assert "Try: 3 December 14:00" in screen_text(app)
        assert "soon" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert case_of(app).visits == ()


async def test_the_first_record_of_your_own_has_the_cursor(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("records"), "f8", *"Blood test", "enter", "escape")
        await pilot.pause()
        assert "Blood test" in row_at_cursor(app)


async def test_where_there_is_no_line_yet_the_last_line_says_how_one_comes(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        for part in ("records", "questions"):
            await pilot.press("escape", *keys_to(part))
            await pilot.pause()
            assert "Enter choose or write" in screen_text(app)


async def test_a_record_goes_from_needed_to_arrived_with_one_key(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("records"), "plus", "enter", "escape")
        await pilot.pause()
        assert "needed" in row_at_cursor(app)
        await pilot.press("space", "space", "space")
        await pilot.pause()
        assert "arrived" in row_at_cursor(app)
        assert "[x] Records" in screen_text(app)
        assert "1 of 1" in screen_text(app)
        assert case_of(app).file.records[0].status is RecordStatus.ARRIVED


async def test_closing_asks_twice_while_a_field_holds_what_cannot_be_kept(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("visit"), "down", "down", "enter", *"half", "ctrl+q")
        assert "Ctrl+Q again to close." in screen_text(app)
        assert "half" in screen_text(app)
        assert app.is_running
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_asking_for_a_record_notes_who_and_when(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("records"), "plus", "enter", "escape", "f5")
        await pilot.press(*"Mrs Berg", "enter", *"25 Nov", "enter")
        await pilot.pause()
        screen = screen_text(app)
    assert "asked" in screen
    assert "Mrs Berg" in screen
    assert "ask again Wed 25 Nov" in screen


async def test_the_present_doctors_opinion_is_written_and_set_down(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("opinion"), "enter", *"Dr Lindqvist", "enter")
        await pilot.press("down", "enter", *"moderate", "enter", "ctrl+p")
        await pilot.pause()
        await pilot.press(*"lock your doctor", "enter")
        await pilot.pause()
        screen = screen_text(app)
        assert "Locked on 24 November" in screen
        assert "[x] Dr Lindqvist's opinion" in screen
        assert "Tell Dr Lindqvist" in screen
        assert case_of(app).file.opinions[0].frozen_at is not None


async def test_what_matters_gets_stars(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("matters"), "down", "asterisk", "asterisk", "asterisk")
        await pilot.pause()
        assert row_at_cursor(app).rstrip(" ▁▂▃▄▅▆▇█").endswith("***··")
        assert case_of(app).file.priorities[0].stars == 3


async def test_under_eighty_columns_there_is_one_pane_at_a_time(app: CompanionApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Getting ready" in screen_text(app)
        assert read_first("hemophilia") not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Getting ready" not in screen_text(app)
        assert read_first("hemophilia") in screen_text(app)


async def test_words_typed_over_a_form_are_told_which_key_opens_its_line(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("visit"), *"maybe tuesday")
        await pilot.pause()
        assert "Not written: press Enter on a line first" in screen_text(app)
        assert "Who you're seeing: ____" in row_at_cursor(app)


async def test_a_row_of_which_nothing_is_told_leaves_its_room_to_the_rows(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("people"))
        await pilot.pause()
        rows = app.screen.query_one("PartPane #rows")
        assert rows.show_vertical_scrollbar
        assert rows.region.bottom == SMALL[1] - 2
        told = app.screen.query_one("PartPane #beside")
        assert not told.display
        await pilot.press(*["down"] * 5)
        await pilot.pause()
        assert told.display
        assert rows.region.bottom < told.region.bottom == SMALL[1] - 2


async def test_keys_that_act_elsewhere_do_not_paint_the_whole_screen(
    app: CompanionApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("goal"), "escape")
        await pilot.pause()
        painted: set[int] = set()
        show = CompanionApp._display

        def shown(companion: CompanionApp, screen: Screen[Any], update: ChopsUpdate) -> None:
            painted.update(line for line, _, _ in update.spans)
            show(companion, screen, update)

        monkeypatch.setattr(CompanionApp, "_display", shown)
        for key in ("enter", "escape"):
            await pilot.press(key)
            await pilot.pause()
    assert 0 not in painted
    assert SMALL[1] - 1 in painted


async def test_enough_for_today_says_what_is_done_and_leads_home(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "enter", *"four weeks", "enter", "escape")
        await pilot.press(*keys_to("enough"))
        await pilot.pause()
        screen = screen_text(app)
        assert "That's enough for today." in screen
        assert "[x] Is there time?" in screen
        assert "Next time: Why a second opinion" in screen
        await pilot.press("enter")
        await pilot.pause()
        assert app.product.session is None


async def test_a_second_window_reads_and_changes_nothing(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    other_window = library.open(case_id)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press(*keys_to("reasons"), "down", "space")
        await pilot.pause()
        assert ANOTHER_WINDOW in screen_text(app)
        # There is no line here: nothing that is typed could be kept.
        assert TYPING_KEPT not in screen_text(app)
        assert case_of(app).file.reasons == ()
        assert "read only" in screen_text(app)
    other_window.close()


@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+y"])
async def test_taking_back_in_a_second_window_says_why_it_cannot(
    open_app: OpenApp, library: CaseLibrary, case_id: str, key: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("reasons"), "down", "space")
        await pilot.pause()
    app.product.let_go()
    other_window = library.open(case_id)
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("reasons"), key)
        await pilot.pause()
        assert ANOTHER_WINDOW in screen_text(app)
        assert len(case_of(app).file.reasons) == 1
    other_window.close()


async def test_space_makes_a_question_must_should_or_could(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "f8", *"One?", "enter", *"Two?", "enter", "escape")
        await pilot.pause()
        assert "Two?" in row_at_cursor(app)
        await pilot.press("space", "space", "ctrl+up", "ctrl+t")
        await pilot.pause()
        screen = screen_text(app)
        listed = [entry.priority for entry in not_deleted(case_of(app).file.listed)]
    assert sorted(listed) == [Priority.MUST, Priority.SHOULD]
    assert screen.index("Two?") < screen.index("One?")
    assert "A short visit is time for 3 to 5 must-asks. You have 1." in screen
    assert "Alva asks" in screen


async def test_an_open_field_says_that_enter_on_an_empty_line_closes_it(
    app: CompanionApp,
) -> None:
    closes = "Enter or Esc close this empty line"
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "f8")
        await pilot.pause()
        assert closes in screen_text(app)
        await pilot.press("O")
        await pilot.pause()
        assert closes not in screen_text(app)
        assert "Enter save" in screen_text(app)
        await pilot.press(*"ne?", "enter")
        await pilot.pause()
        assert closes in screen_text(app)
        await pilot.press("enter", "space", "space", "escape")
        await pilot.pause()
        assert closes not in screen_text(app)
        (question,) = not_deleted(case_of(app).file.questions)
        (entry,) = not_deleted(case_of(app).file.listed)
    assert (question.text, entry.priority) == ("One?", Priority.MUST)


@pytest.mark.promise("import.pasted-list")
async def test_a_pasted_list_becomes_one_question_a_line(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "f8")
        app.screen.focused.paste("- Is it safe?\n- How long?\n")  # type: ignore[union-attr]
        await pilot.press("enter", "escape")
        await pilot.pause()
        screen = screen_text(app)
    assert " 1  should  Is it safe?" in screen
    assert " 2  should  How long?" in screen


async def test_questions_chosen_before_the_visit_are_in_its_list(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "plus", "enter", "escape", "escape")
        await pilot.press("v", "enter", *"Dr Okafor", "enter", *"2")
        await pilot.press("escape", *keys_to("questions"))
        await pilot.pause()
        assert "Questions for Dr Okafor" in screen_text(app)
        (visit,) = case_of(app).visits
        (question,) = case_of(app).file.questions
        assert question.text[:30] in screen_text(app)
        assert len(not_deleted(visit.listed)) == 1


async def test_keys_pressed_faster_than_the_screen_moves_do_not_get_lost(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        keys = [*["down"] * 14, "enter", "enter", *"must not be lost", "enter", "escape", "home"]
        for key in keys:
            app.post_message(key_event(key))
        await pilot.pause()
        await pilot.pause()
        assert case_of(app).file.prepare.expectation == "must not be lost"
        assert "Is there time? ─" in screen_text(app)


def key_event(key: str) -> events.Key:
    """A key as the terminal brings it."""
    named = {" ": "space"}.get(key, key)
    return events.Key(named, key if len(key) == 1 else None)


async def test_words_typed_after_looking_around_where_a_letter_led_do_not_lead_back(
    app: CompanionApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.rooms.typed_words.LOOKED", -1.0)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("goal"), "v", *"Dr Okafor")
        await pilot.pause()
        assert "Who you're seeing" in screen_text(app)
        assert "Not written: press Enter on a line first" in screen_text(app)


async def test_what_was_said_of_the_list_does_not_stand_below_the_part_one_goes_into(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Skip what you like" in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert "Skip what you like" not in screen_text(app)

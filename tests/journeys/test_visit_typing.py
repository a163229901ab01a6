"""In the Visit room everything typed becomes a note under the question in view."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.domain.marks import NoteKind
from companion.ui.visit.composer import Composer
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.visit_case import from_the_list, texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock


@pytest.mark.promise("keys.last-line")
@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20), (40, 12)])
async def test_the_last_line_begins_with_enter_save_and_ends_with_saved(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size):
        last = screen_text(app).splitlines()[-1].strip()
        assert last.startswith("Enter save")
        assert last.endswith("saved")


async def test_a_line_becomes_a_note_under_the_question_in_view(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"long wait", "enter", "tab", "2", *'" it works', "enter")
        notes = visit_of(app).live_notes
        assert [note.text for note in notes] == ["long wait", "it works"]
        assert notes[0].question_id is None
        assert notes[1].kind is NoteKind.QUOTE
        assert "[~] 2* Is my treatment" in screen_text(app)
        assert "still to ask: Q1 Q3" in screen_text(app)


@pytest.mark.promise("keys.numbers-typed")
async def test_a_number_typed_in_the_line_is_always_text(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"2 in 100", "enter", *"#3", "enter", *"5 mg", "enter")
        assert texts_of(app) == ["2 in 100", "#3", "5 mg"]


@pytest.mark.promise("keys.numbers-typed")
async def test_tab_and_a_number_keeps_the_half_written_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half a ", "tab", "3", *"thought")
        assert "3  What else could I take?" in screen_text(app)
        await pilot.press("tab")
        assert "Which question?" in screen_text(app)
        await pilot.press(*" x", "enter")
        assert texts_of(app) == ["half a thought x"]


@pytest.mark.promise("text.blank-lines")
async def test_enter_on_a_blank_line_and_escape_do_no_harm(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "space", "enter", "escape", *"kept", "escape", "escape", "enter")
        assert [text.strip() for text in texts_of(app)] == ["kept"]


async def test_up_opens_the_newest_note_and_escape_leaves_it(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"first", "enter", "up")
        assert "Changing your note of 09:00, other notes" in screen_text(app)
        await pilot.press(*" more", "escape")
        assert texts_of(app) == ["first"]
        await pilot.press("up", *"!", "enter")
        assert texts_of(app) == ["first!"]
        await pilot.press("up", *["backspace"] * 6, "enter")
        assert texts_of(app) == ["first!"]


async def test_what_was_said_of_a_note_is_gone_once_a_card_opens(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"first", "enter", "up", "escape")
        assert "Left unchanged." in screen_text(app)
        await pilot.press("f3")
        assert "Left unchanged." not in screen_text(app)


async def test_tab_and_a_number_moves_a_note_that_is_being_changed(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"first", "enter", "up", "tab", "2")
        assert "Changing your note of 09:00, question 2" in screen_text(app)
        await pilot.press("enter")
        question = visit_of(app).live_notes[0].question_id
        assert question is not None


async def test_f2_goes_answered_partly_and_back(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "1", "f2")
        assert "[x] 1*" in screen_text(app)
        await pilot.press("ctrl+r")
        assert "[/] 1*" in screen_text(app)
        await pilot.press("f2")
        assert "[ ] 1*" in screen_text(app)


async def test_a_new_question_is_one_key_and_takes_the_next_number(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half a note", "f8", *"What is a trough?", "enter")
        assert "[ ] 6  What is a trough?" in screen_text(app)
        await pilot.press("enter")
        assert texts_of(app) == ["half a note"]


async def test_a_half_written_question_waits_behind_escape(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f8", *"What is", "escape", *"note", "enter", "ctrl+n", *" it?", "enter")
        assert texts_of(app) == ["note"]
        assert "6  What is it?" in screen_text(app)


async def test_ctrl_z_takes_back_typing_then_the_last_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *"two", "ctrl+z")
        assert texts_of(app) == ["one"]
        await pilot.press("ctrl+z")
        assert texts_of(app) == []
        assert "Undone: note: one." in screen_text(app)
        await pilot.press("ctrl+y")
        assert "one" in texts_of(app) or visit_of(app).composer[0].text == "two"


async def test_a_pasted_page_is_one_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        app.screen.query_one("#composer").paste("line one\nline two")  # type: ignore[attr-defined]
        await pilot.press("enter")
        (note,) = visit_of(app).live_notes
        assert (note.text, note.pasted) == ("line one\nline two", True)


async def test_a_pasted_page_is_taken_back_and_brought_again_by_one_key(app: CompanionApp) -> None:
    page = "\n".join(f"line {number}" for number in range(40))
    async with app.run_test(size=SMALL) as pilot:
        line = app.screen.query_one("#composer", Composer)
        app.post_message(events.Paste(page))
        await pilot.pause()
        assert line.text == page
        await pilot.press("ctrl+z")
        assert line.text == ""
        await pilot.press("ctrl+y")
        assert line.text == page


@pytest.mark.promise("keys.unfinished-line")
async def test_what_was_typed_comes_back_after_closing(
    app: CompanionApp, case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half", "ctrl+q")
    again = open_app(room="visit", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        assert " > half" in screen_text(again)
        await pilot.press(*" done", "enter")
        assert texts_of(again) == ["half done"]


async def test_who_writes_is_one_key_and_in_view(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        assert "writing: Alva" in screen_text(app)
        await pilot.press("ctrl+t")
        assert "writing: Sam" in screen_text(app)


@pytest.mark.promise("keys.cards")
async def test_hiding_the_screen_keeps_the_typing(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"secret ", "f12", *"words")
        await pilot.pause()
        assert "secret" not in screen_text(app)
        assert "Okafor" not in screen_text(app)
        await pilot.press("ctrl+l", "enter")
        assert texts_of(app) == ["secret words"]


async def test_leaving_a_running_visit_asks_a_second_time(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"note", "enter", "ctrl+g", "0")
        await pilot.pause()
        assert "The visit is still open" in screen_text(app)
        await pilot.press(*"x", "enter")
        assert texts_of(app) == ["note", "x"]


async def test_the_glance_bar_moves_with_the_minutes(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"a", "enter")
        assert "30 min left" in screen_text(app)
        clock.forward(minutes=26)
        await pilot.press(*"! b", "enter")
        top = screen_text(app).splitlines()[0]
        assert "4 min left · F9 before you leave · 1 to do" in top
        clock.forward(minutes=10)
        await pilot.press(*"? c", "enter")
        top = screen_text(app).splitlines()[0]
        assert "planned time is over · 1 unclear · 1 to do" in top


async def test_control_c_never_ends_the_program(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"word", "ctrl+c")
        assert "To close, press Ctrl+Q" in screen_text(app)
        await pilot.press("enter")
        assert texts_of(app) == ["word"]


async def test_every_question_has_a_line_before_any_folds(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=(80, 15)) as pilot:
        await pilot.press(*"a", "enter")
        clock.forward(minutes=25)
        await pilot.press(*"b", "enter")
        assert "Will you work" in screen_text(app)
        assert "Risks and" in screen_text(app)
        assert "more for when there's time" not in screen_text(app)


async def test_what_is_no_must_ask_folds_if_not_even_a_line_each_fits(app: CompanionApp) -> None:
    async with app.run_test(size=(80, 11)) as pilot:
        await pilot.press(*"a", "enter")
        assert "2 more for when" in screen_text(app)
        await pilot.press("tab", "5")
        shown = screen_text(app)
        assert "Will you work" in shown
        assert "Risks and" not in shown
        assert "still to ask: Q1 Q2 Q3" in shown
        for number in (1, 2, 3):
            assert f"[ ] {number}* " in shown


async def test_an_ended_visit_can_be_written_in(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"in time", "enter", *from_the_list("visit.end"), "escape")
        await pilot.press(*"on the way out", "enter")
        assert [note.later for note in visit_of(app).live_notes] == [False, True]
        await pilot.press("f5")
        assert visit_of(app).head.ended_at is None


async def test_one_looks_back_in_the_notes_and_the_next_note_brings_the_newest(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for number in range(30):
            await pilot.press(*f"n{number}", "enter")
        assert " n29 " in screen_text(app)
        await pilot.press("ctrl+up", "ctrl+up")
        await pilot.pause()
        assert " n0 " in screen_text(app)
        assert " n29 " not in screen_text(app)
        await pilot.press(*"new", "enter")
        await pilot.pause()
        assert " new " in screen_text(app)


async def test_a_full_disk_is_said_and_costs_no_word(
    app: CompanionApp, library: CaseLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(library.context.files, "write", full)
            await pilot.press(*"two", "enter", *"thr")
            assert "Not on disk yet" in screen_text(app)
            assert screen_text(app).splitlines()[-1].rstrip().endswith("not saved")
        await pilot.press(*"ee")
        await pilot.pause()
        assert "Saved now. Nothing was lost." in screen_text(app)
        await pilot.press("enter")
        session = app.product.session
        assert session is not None
        session.context.syncer.flush()
        await pilot.press(*"four")
        assert "Not on disk yet" not in screen_text(app)
        assert texts_of(app) == ["one", "two", "three"]


async def test_a_late_frame_of_a_room_that_was_left_ends_nothing(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        room = app.screen
        app.product.enter("home")
        await pilot.pause()
        assert app.product.session is None
        room.show_first_frame()  # type: ignore[attr-defined]

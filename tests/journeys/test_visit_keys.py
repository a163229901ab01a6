"""Every key of the Visit room, and the second one of each F key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.commands.catalogue import of_room
from companion.domain.marks import NoteKind
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.visit_case import from_the_list, plan_with_okafor, texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

TWICE = [
    each.keys for each in of_room("visit") if len(each.keys) > 1 and each.keys[0].startswith("f")
]
CARDS = ["f1", "f3", "f4", "f8", "f9", *(f"f1 {digit}" for digit in "1234579")]


async def after(app: CompanionApp, key: str) -> str:
    """The screen after one note under question 2, and that key."""
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "2", *"# 2 in 100", "enter", key)
        await pilot.pause()
        return screen_text(app)


@pytest.mark.parametrize("keys", TWICE, ids=" and ".join)
async def test_the_second_key_does_what_the_f_key_does(
    keys: tuple[str, ...],
    library: CaseLibrary,
    make_case: Callable[..., str],
    open_app: Callable[..., CompanionApp],
) -> None:
    screens = []
    for key in keys[:2]:
        case_id = make_case()
        plan_with_okafor(library, case_id)
        screens.append(await after(open_app(room="visit", case_id=case_id), key))
    assert screens[0] == screens[1]


@pytest.mark.parametrize("keys", CARDS)
async def test_a_card_leaves_the_half_written_note_as_it_was(app: CompanionApp, keys: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *"half ", *keys.split(), "escape", "escape", *"note")
        await pilot.press("enter")
        assert texts_of(app) == ["one", "half note"]


@pytest.mark.parametrize("keys", CARDS)
async def test_saving_is_said_on_every_card(app: CompanionApp, keys: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *keys.split(), "ctrl+s")
        await pilot.pause()
        assert "All saved." in screen_text(app)


async def test_one_steps_through_the_questions_and_stops_at_both_ends(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"h", "pagedown", "pagedown")
        assert visit_of(app).composer[0].question_id == visit_of(app).listed[1].question_id
        await pilot.press("shift+tab", "pageup", "pageup")
        assert visit_of(app).composer[0].question_id is None
        await pilot.press(*["pagedown"] * 9)
        assert " 5  Will you work" in screen_text(app)
        assert " > h" in screen_text(app)


async def test_what_was_done_before_closing_is_taken_back_after(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    first = open_app(room="visit", case_id=case_id)
    async with first.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *"two", "enter", "ctrl+q")
    again = open_app(room="visit", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+z")
        assert texts_of(again) == ["one"]
        await pilot.press("ctrl+y")
        assert texts_of(again) == ["one", "two"]


async def test_undo_marks_that_it_cut_a_long_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*("word " * 12), "enter", "ctrl+z")
        assert "word…" in screen_text(app)


async def test_a_note_under_no_question_is_said_to_be_under_anything_else(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", "f3")
        assert "Say it back · other notes" in screen_text(app)
        await pilot.press("escape", "up")
        assert "Changing your note of 09:00, other notes" in screen_text(app)


async def test_the_digit_of_another_question_moves_the_note_being_changed(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", "up", "tab", "3", *" more", "enter")
        (note,) = visit_of(app).live_notes
        assert note.question_id == visit_of(app).listed[2].question_id
        assert note.text == "one more"


@pytest.mark.promise("text.marks")
async def test_a_mark_alone_is_kept_as_a_moment(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", "enter")
        assert "? (come back to this)" in screen_text(app)


async def test_what_is_for_me_only_says_so(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *from_the_list("note.mine_only"), "1")
        assert visit_of(app).live_notes[0].mine_only
        assert "one (not in copies)" in screen_text(app)


async def test_f2_never_goes_to_another_question(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "1", *"yes", "enter", "f2", "f2", "f2", "f2")
        line = visit_of(app).composer[0]
        assert line.question_id == visit_of(app).listed[0].question_id


async def test_a_digit_that_may_go_on_waits_and_a_letter_goes_on_typing(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for place in range(6):
            await pilot.press("f8", *f"More {place}", "enter")
        await pilot.press("tab", "1")
        assert "1_ Enter to go there" in screen_text(app)
        await pilot.press(*"note", "enter", "tab", "1", "1", *"other", "enter")
        one, other = visit_of(app).live_notes
        listed = visit_of(app).listed
        assert (one.text, one.question_id) == ("note", listed[0].question_id)
        assert (other.text, other.question_id) == ("other", listed[10].question_id)


async def test_a_card_that_a_letter_closes_loses_no_letter(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter")
        for key in ("f1", "f4", "f6"):
            await pilot.press(*"ab", key, *"cd", "enter")
        assert texts_of(app) == ["one", "abcd", "abcd", "abcd"]


async def test_the_screen_is_hidden_and_shown_by_the_same_key_also_on_a_card(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"secret", "enter", "f3", "f12")
        assert "secret" not in screen_text(app)
        await pilot.press(*"typed", "f12")
        assert " > typed" in screen_text(app)


async def test_what_is_done_with_a_note_being_changed_keeps_the_change_first(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", "up", *" more", "f1", "4", "3", *"next", "enter")
        changed, after = visit_of(app).live_notes
        assert (changed.text, changed.kind, after.text) == ("one more", NoteKind.UNCLEAR, "next")
        await pilot.press("up", *" secret", "f6", "1")
        assert visit_of(app).live_notes[1].covered
        assert "secret" not in screen_text(app)
        assert "Changing your note" not in screen_text(app)

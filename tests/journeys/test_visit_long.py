"""A long visit: finding a note again, and two hundred questions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from companion.domain.marks import NoteKind
from companion.ui.visit.panes import NotePane
from companion.ui.widgets import row_layout
from companion.ui.widgets.row import Row, wrap_row
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.long_case import long_visit, six_notes
from tests.journeys.visit_case import plan_with_okafor, texts_of, visit_of
from tests.support.panes import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

NARROW = (60, 20)


@pytest.fixture
def case_id(make_case: Callable[..., str]) -> str:
    return make_case()


@pytest.fixture
def app(library: CaseLibrary, case_id: str, open_app: Callable[..., CompanionApp]) -> CompanionApp:
    six_notes(library, case_id)
    return open_app(room="visit", case_id=case_id)


@pytest.fixture
def long_app(
    library: CaseLibrary, case_id: str, open_app: Callable[..., CompanionApp]
) -> CompanionApp:
    long_visit(library, case_id, 2000, 200)
    return open_app(room="visit", case_id=case_id)


def notes_in_view(app: CompanionApp) -> str:
    """What stands in the pane of the notes."""
    rows = app.screen.query_one(NotePane).rows
    return "\n".join(row.text for row in rows)


def label(app: CompanionApp) -> str:
    """The line above the one that is typed in."""
    lines = screen_text(app).splitlines()
    return next(above for above, line in pairwise(lines) if line[:3] == " > ")


async def test_a_part_of_a_word_leaves_only_the_notes_that_hold_it(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f")
        assert "Find in this visit" in label(app)
        assert label(app).rstrip().endswith("6 notes")
        await pilot.press(*"LEVEL")
        assert notes_in_view(app) == "what is a trough level\nLevels fall by day three"
        assert label(app).rstrip().endswith("2 of 6 notes")


async def test_escape_goes_back_to_the_half_written_line(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"gene", "escape")
        assert "long wait" in notes_in_view(app)
        assert "2  Is my treatment working?" in label(app)
        await pilot.press(*"thought", "enter")
        assert texts_of(app)[-1] == "half a thought"


@pytest.mark.parametrize("key", ["ctrl+f", "ctrl+underscore", "ctrl+slash"])
async def test_the_key_that_opens_it_also_closes_it(app: CompanionApp, key: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(key)
        assert "Find in this visit" in label(app)
        await pilot.press(key)
        assert "writing: Sam" in label(app)


async def test_f1_and_the_palette_name_it(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f1")
        assert "Find in this visit" in "".join(
            row.lead
            for row in app.screen.query_one("#card").rows  # type: ignore[attr-defined]
        )
        await pilot.press("escape", "ctrl+p", *"find in", "enter")
        await pilot.pause()
        assert "Find in this visit" in label(app)


async def test_the_arrows_walk_and_enter_goes_to_the_note_in_its_place(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"level")
        assert ">09:00   Levels fall" in screen_text(app)
        await pilot.press("up", "up", "up")
        assert ">09:00 ? what is a trough" in screen_text(app)
        await pilot.press("pagedown", "pageup", "enter")
        await pilot.pause()
        assert ">09:00 ? what is a trough" in screen_text(app)
        assert "long wait" in screen_text(app)
        assert "Note 3 of 6 · Esc to the newest" in screen_text(app)
        assert " > half a" in screen_text(app)


async def test_one_who_went_to_a_note_changes_it_with_up(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "ctrl+f", *"trough", "enter", "up")
        assert " > ? what is a trough level" in screen_text(app)
        await pilot.press(*", then", "enter")
        assert texts_of(app)[2] == "what is a trough level, then"


async def test_what_is_done_with_a_note_begins_at_the_one_gone_to(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "ctrl+f", *"gene", "enter", "f6")
        assert "ask for the gene report" in screen_text(app)
        await pilot.press("1")
        assert [note.covered for note in visit_of(app).live_notes].index(True) == 3


async def test_a_note_gone_to_is_the_one_that_is_said_back_and_whose_number_is_asked(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"trough", "enter", "f3")
        assert "what is a trough level" in screen_text(app)
        assert "gene report" not in screen_text(app)
        await pilot.press("escape", "f1", "3")
        await pilot.pause()
        assert "what is a trough level" in screen_text(app)


async def test_no_key_pressed_while_a_number_is_asked_for_reaches_the_room(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", "tab", "f2")
        assert "Find only: doctor's words" in label(app)
        await pilot.press("tab", "pageup", "tab", "ctrl+t", "tab", "up")
        assert "Find only: doctor's words · Alva wrote" in label(app)
        await pilot.press("escape")
        assert "2  Is my treatment working?" in label(app)
        assert "writing: Sam" in label(app)
        assert "[~] 2*" in screen_text(app)


async def test_escape_lets_the_note_go_and_so_does_the_next_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"gene", "enter", "escape")
        assert ">09:00" not in screen_text(app)
        await pilot.press("ctrl+f", "enter", *"new", "enter")
        assert ">09:00" not in screen_text(app)
        assert texts_of(app)[-1] == "half a new"


@pytest.mark.parametrize(
    ("mark", "shown"), [("?", "what is a trough level"), ("!", "ask for the gene report")]
)
async def test_a_mark_typed_first_narrows_as_it_marks(
    app: CompanionApp, mark: str, shown: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *mark)
        assert notes_in_view(app) == shown
        await pilot.press("space", *shown[:4])
        assert notes_in_view(app) == shown


async def test_f2_goes_through_the_marks_and_back_to_all(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f")
        seen = []
        for _ in range(7):
            await pilot.press("f2")
            seen.append((said(label(app)), notes_in_view(app).splitlines()[0]))
        assert seen == [
            ("Find only: doctor's words", "it is moderate, not mild"),
            ("Find only: what I understood", "No matching notes."),
            ("Find only: unclear", "what is a trough level"),
            ("Find only: to do", "ask for the gene report"),
            ("Find only: a number", "2 in 100 get inhibitors"),
            ("Find only: check spelling", "No matching notes."),
            ("Find only: no mark", "long wait"),
        ]
        await pilot.press("ctrl+r")
        assert "Find in this visit" in label(app)


async def test_tab_and_a_number_narrows_to_a_question_and_tab_takes_it_off(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", "tab")
        assert "Only which question?" in label(app)
        await pilot.press("0")
        assert notes_in_view(app) == "long wait"
        await pilot.press("tab")
        assert "Find in this visit" in label(app)
        await pilot.press("tab", "1")
        assert "Find only: question 1" in label(app)
        assert notes_in_view(app) == "it is moderate, not mild"


async def test_a_letter_after_tab_goes_on_typing_and_escape_asks_no_more(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", "tab", *"gene")
        assert notes_in_view(app) == "ask for the gene report"
        await pilot.press("tab", "escape")
        assert "Find in this visit" in label(app)
        await pilot.press("tab", "9", "tab")
        assert "Find in this visit" in label(app)


async def test_ctrl_t_narrows_to_who_wrote(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", "ctrl+t")
        assert "Find only: Alva wrote" in label(app)
        assert label(app).rstrip().endswith("3 of 6 notes")
        await pilot.press("ctrl+t")
        assert "Find only: Sam wrote" in label(app)
        await pilot.press("ctrl+t", "escape")
        assert "writing: Sam" in label(app)


async def test_all_that_narrows_goes_together_and_stands_in_one_line(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", "tab", "2", "ctrl+t", "ctrl+t", *"! gene")
        assert "Find only: to do · question 2 · Sam wrote" in label(app)
        assert notes_in_view(app) == "ask for the gene report"
        await pilot.press("escape", "ctrl+f")
        assert "Find only: to do" in label(app)
        await pilot.press("backspace")
        assert label(app).rstrip().endswith("6 notes")


async def test_a_covered_note_is_never_found_by_its_words(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "ctrl+f", *"gene", "enter", "f6", "1", "ctrl+f", *"gene")
        assert "ask for" not in screen_text(app)
        assert "1 hidden note isn't searched." in notes_in_view(app)
        await pilot.press(*["backspace"] * 4, "!")
        assert notes_in_view(app) == "hidden until Alva asks"
        await pilot.press("enter", "up")
        assert "This note is hidden. F6 shows it when Alva asks." in screen_text(app)
        assert "gene" not in screen_text(app)


async def test_while_the_screen_is_hidden_what_is_typed_is_the_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"gene", "f12", *"thing", "enter", "f12")
        assert texts_of(app)[-1] == "half a thing"


async def test_words_typed_there_by_mistake_become_a_note_at_the_second_enter(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"? take it at night", "enter")
        assert len(texts_of(app)) == 6
        assert "Enter again saves it as a note" in screen_text(app)
        await pilot.press("enter")
        note = visit_of(app).live_notes[-1]
        assert (note.text, note.kind) == ("take it at night", NoteKind.UNCLEAR)
        assert note.question_id == visit_of(app).live_notes[-2].question_id
        assert "take it at night" in screen_text(app)
        assert " > half a" in screen_text(app)


async def test_the_words_looked_for_are_there_again_and_go_with_the_first_letter(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"gene", "escape", "ctrl+f")
        assert " > gene" in screen_text(app)
        assert notes_in_view(app) == "ask for the gene report"
        await pilot.press(*"mild")
        assert notes_in_view(app) == "it is moderate, not mild"


async def test_a_program_that_stopped_while_finding_opens_at_the_line(
    app: CompanionApp, case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"gene", "ctrl+q")
    again = open_app(room="visit", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        assert " > half a" in screen_text(again)
        assert screen_text(again).splitlines()[-1].startswith(" Enter save")
        await pilot.press("ctrl+f")
        assert " > gene" in screen_text(again)


async def test_finding_changes_nothing_and_leaves_no_step_of_undo(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        before = visit_of(app)
        await pilot.press("ctrl+f", *"level", "up", "f2", "tab", "1", "ctrl+t", "escape")
        after = visit_of(app)
        assert (after.notes, after.listed, after.head) == (before.notes, before.listed, before.head)
        await pilot.press(*["backspace"] * 7, "ctrl+z")
        assert "Undone: note: Levels fall" in screen_text(app)


async def test_a_window_that_only_reads_finds_too(
    library: CaseLibrary,
    case_id: str,
    open_app: Callable[..., CompanionApp],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long_visit(library, case_id, 20, 3)
    monkeypatch.setattr(library, "_lock", lambda *_: None)
    app = open_app(room="visit", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        assert "read only" in screen_text(app)
        await pilot.press(*"waits here", "ctrl+f", *"gene", "ctrl+t")
        assert label(app).rstrip().endswith("2 of 20 notes")
        await pilot.press("up", "enter")
        await pilot.pause()
        assert " > waits here" in screen_text(app)
        await pilot.press("ctrl+f", *"nowhere", "enter", "enter")
        assert len(texts_of(app)) == 20
        monkeypatch.undo()
        await pilot.press("f7")
        assert " > waits here" in screen_text(app)
        assert "nowhere" not in screen_text(app)


async def test_without_a_note_there_is_nothing_to_find(
    library: CaseLibrary, case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    plan_with_okafor(library, case_id)
    app = open_app(room="visit", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("a", "ctrl+f")
        assert "There's no note yet." in screen_text(app)
        await pilot.press("b", "enter")
        assert texts_of(app) == ["ab"]


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_a_narrow_terminal_shows_it_too(
    app: CompanionApp, no_color: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+f", *"level")
        assert label(app).rstrip().endswith("2 of 6 notes")
        assert ">09:00   Levels fall" in screen_text(app)
        last = screen_text(app).splitlines()[-1]
        assert last.startswith(" Enter go there")
        assert "Esc back" in last
        assert last.rstrip().endswith("saved")


# Two thousand notes, two hundred questions


async def test_a_note_of_two_thousand_is_found_and_gone_to(long_app: CompanionApp) -> None:
    async with long_app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"n1234")
        assert label(long_app).rstrip().endswith("1 of 2,000 notes")
        await pilot.press("enter")
        await pilot.pause()
        shown = screen_text(long_app)
        assert any(" >" in line and " n1234 " in line for line in shown.splitlines())
        assert "n1233" in shown
        assert "n1235" in shown
        assert "Note 1,235 of 2,000 · Up change it" in shown


async def test_a_note_written_after_finding_is_in_view(long_app: CompanionApp) -> None:
    async with long_app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", *"n7 ", "enter", *"the newest", "enter")
        await pilot.pause()
        assert "the newest" in notes_in_view(long_app).splitlines()[-1]
        assert " the newest " in screen_text(long_app)


async def test_a_note_more_writes_out_one_row_and_lays_nothing_out_anew(
    long_app: CompanionApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with long_app.run_test(size=SMALL) as pilot:
        await pilot.press(*"first", "enter", *"second")
        await pilot.pause()
        written: list[Row] = []
        laid_out: list[bool] = []

        def wrap(row: Row, width: int) -> tuple[str, ...]:
            written.append(row)
            return wrap_row(row, width)

        monkeypatch.setattr(row_layout, "wrap_row", wrap)
        monkeypatch.setattr(
            long_app.screen, "_refresh_layout", lambda *_, **__: laid_out.append(True)
        )
        await pilot.press("enter")
        await pilot.pause()
        assert [row.text for row in written] == ["second"]
        assert laid_out == []
        assert " second " in screen_text(long_app)


async def test_tab_and_a_number_reaches_every_one_of_two_hundred(long_app: CompanionApp) -> None:
    async with long_app.run_test(size=SMALL) as pilot:
        for number in ("200", "7", "20", "199"):
            await pilot.press("tab", *number)
            if f"{number}  Question" not in label(long_app):
                await pilot.press("enter")
            assert f" {number}  Question number {number}?" in label(long_app)
            await pilot.pause()
            assert f">[~] {number:>3}" in screen_text(long_app)


async def test_the_list_goes_with_the_question_one_steps_to(long_app: CompanionApp) -> None:
    async with long_app.run_test(size=SMALL) as pilot:
        await pilot.press(*["pagedown"] * 14)
        await pilot.pause()
        assert ">[~]  14" in screen_text(long_app)
        await pilot.press(*["pageup"] * 13)
        await pilot.pause()
        assert ">[~]   1*" in screen_text(long_app)


async def test_a_long_visit_is_narrowed_to_question_two_hundred(long_app: CompanionApp) -> None:
    async with long_app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+f", "tab", *"200")
        assert "Find only: question 200" in label(long_app)
        assert label(long_app).rstrip().endswith("9 of 2,000 notes")

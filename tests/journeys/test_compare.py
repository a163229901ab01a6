"""Laying two opinions side by side, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.case_queries import all_ratings
from companion.domain.changes import not_deleted
from companion.domain.comparison import Verdict, Why
from companion.domain.comparison_table import ComparisonTable
from companion.domain.question import Priority
from companion.domain.question_rows import musts_that_fit
from companion.domain.steps import all_steps
from companion.services.prepare.present_opinion import PresentDoctor
from companion.ui.compare.cards.ratings import GUT
from companion.ui.compare.screen import CompareScreen
from companion.ui.widgets.line_list import LineList
from companion.words import opinion as opinion_words
from companion.words import rooms as room_words
from tests.journeys.compare_case import NAMED, ROW, TO_ROW, flat, make_compared, read_in
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


def read(library: CaseLibrary) -> Case:
    return library.read_heads()[0][0].case


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_one_row_stands_on_the_screen_with_both_opinions_and_one_question(
    open_app: OpenApp, case_id: str, size: tuple[int, int]
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*TO_ROW)
        await pilot.pause()
        screen = screen_text(app)
    assert "─ Plan ─" in screen
    assert "─ topic 2 of 3 · " in screen
    assert "Dr Lindqvist, 12 October" in screen
    assert "Dr Okafor, 24 November" in screen
    assert "Weekly prevention" in screen
    assert '"before the level drops"' in screen
    assert "2 notes" in screen
    assert "had seen: the same, and Gene report" in screen
    assert "How do these compare?" in screen
    assert "(x) 3 different" in screen
    assert "[x] they had different information" in screen
    assert "Compare again once both have seen: Gene report" in screen
    assert "first" not in screen.lower()


async def test_a_verdict_is_one_digit_and_one_undo(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "(x) 2 same, more exact" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "(x)" not in screen_text(app)
        await pilot.press("4", "asterisk", "asterisk")
        await pilot.pause()
    table = ComparisonTable(read(library))
    row = table.rows[table.aspects[0].id]
    assert (row.verdict, row.stars) == (Verdict.NOT_DISCUSSED, 2)


async def test_a_verdict_can_be_taken_back_after_a_restart(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
    again = open_app(room="compare", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Undone" in screen_text(again)
    table = ComparisonTable(read(library))
    assert table.aspects[0].id not in table.rows


async def test_where_they_differ_reasons_can_be_ticked(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "enter", "space", "down", "space")
        await pilot.pause()
        assert "[x] they read a test differently" in screen_text(app)
    table = ComparisonTable(read(library))
    row = table.rows[table.aspects[0].id]
    assert row.why == (Why.DIFFERENT_INFORMATION, Why.DIFFERENT_READING)


async def test_notes_are_pulled_into_a_cell_and_stay_behind_it(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Notes this is based on" in screen_text(app)
        await pilot.press("space", "down", "down", "space", "escape")
        await pilot.pause()
        assert "2 notes" in screen_text(app)
    case = read(library)
    table = ComparisonTable(case)
    said = table.said(table.columns[1], table.aspects[0])
    notes = case.visits[0].notes
    assert [note.id for note in said.notes] == [notes[0].id, notes[2].id]


async def test_what_is_typed_into_a_cell_survives_escape_and_is_one_undo(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "f2", *"Mild 1*", "escape")
        await pilot.pause()
        assert "Mild 1*" in screen_text(app)
        table = ComparisonTable(read(library))
        assert table.said(table.columns[1], table.aspects[0]).text == "Mild 1*"
        await pilot.press("ctrl+z")
        await pilot.pause()
    table = ComparisonTable(read(library))
    assert table.said(table.columns[1], table.aspects[0]).empty


async def test_a_frozen_opinion_is_added_to_never_changed(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*TO_ROW, "f2", *"only then", "enter")
        await pilot.pause()
        assert "added 24 November" in screen_text(app)
    table = ComparisonTable(read(library))
    said = table.said(table.columns[0], table.aspects[ROW])
    assert said.text == "Factor when needed"
    assert [each.text for each in said.additions] == ["Plan: only then"]


async def test_what_changes_after_an_opinion_was_set_down_is_added_with_its_date(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f5", "down", "space")
        await pilot.pause()
        assert "added 24 November: Had seen Gene report: yes" in flat(app)
    (addition,) = read(library).file.additions
    assert addition.opinion_id == read(library).file.opinions[0].id


async def test_nothing_but_a_doctors_name_is_no_opinion_to_set_down(
    open_app: OpenApp, library: CaseLibrary, make_case: Callable[..., str]
) -> None:
    session = library.open(make_case())
    PresentDoctor(session).name_draft().finish("Dr Lindqvist")
    session.close()
    app = open_app(room="compare", case_id=session.case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *"lock an opinion", "enter")
        await pilot.pause()
        assert opinion_words.NOTHING_TO_FREEZE in screen_text(app)
    assert read(library).file.opinions[0].frozen_at is None


async def test_one_verdict_works_nothing_out_anew_but_how_the_rows_compare(
    open_app: OpenApp, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        made: list[Case] = []
        init = ComparisonTable.__init__

        def counted(table: ComparisonTable, case: Case, *more: object) -> None:
            made.append(case)
            init(table, case, *more)  # type: ignore[arg-type]

        monkeypatch.setattr(ComparisonTable, "__init__", counted)
        await pilot.press("1")
        await pilot.pause()
        assert not made
        await pilot.press("f2", *"mild", "enter")
        await pilot.pause()
        assert made


async def test_the_whole_table_shows_opinions_beside_each_other_where_there_is_room(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("t")
        await pilot.pause()
        screen = screen_text(app)
    lines = screen.splitlines()
    at = next(n for n, line in enumerate(lines) if " Plan " in line)
    line = lines[at]
    assert "Factor when needed" in line
    assert "Weekly prevention" in line
    assert "(2)" in lines[at + 1]
    assert "different" in line


async def test_in_a_narrow_window_the_table_names_rows_and_verdicts_and_enter_opens_one(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("t", *["down"] * len(TO_ROW))
        await pilot.pause()
        lines = screen_text(app).splitlines()
        await pilot.press("enter")
        await pilot.pause()
        assert "─ Plan ─" in screen_text(app)
        assert "─ topic 2 of 3 · " in screen_text(app)
    at = next(n for n, line in enumerate(lines) if line.startswith(">Plan "))
    assert "different" in lines[at]
    assert "Factor when needed" in lines[at]
    assert "Weekly prevention" in lines[at]
    assert "(2)" in "".join(lines[at : at + 3])


async def test_in_a_narrow_window_the_table_is_read_opinion_by_opinion(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("t", *["down"] * len(TO_ROW))
        await pilot.pause()
        assert "Dr Lindqvist, 12 October" in screen_text(app)
        assert "Right: 1 more." in screen_text(app)
        await pilot.press("right")
        await pilot.pause()
        assert "Dr Okafor, 24 November" in screen_text(app)
        assert "Left: 1 more." in screen_text(app)
        line = next(line for line in screen_text(app).splitlines() if line.startswith(">Plan "))
        assert "Weekly prevention" in line


async def test_what_now_says_what_differs_and_lists_the_ways_with_staying_first(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("1", "n")
        await pilot.pause()
        screen, known = screen_text(app), read_in(app, "#known")
    assert "They differ on: Plan" in known
    assert "Dr Okafor had seen: Gene report. Dr Lindqvist had not." in known
    assert "Asked only of Dr Okafor: Is my treatment working?" in known
    assert "The diagnosis is the same, but the treatment is different." in known
    ways = [line for line in screen.splitlines() if "( )" in line or "(x)" in line]
    assert "Stay with your current plan" in ways[0]
    assert len(ways) == 11


async def test_a_way_makes_its_steps_once_and_a_step_takes_owner_and_day(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    before = len(all_steps(read(library)))
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "enter", "enter", "enter")
        await pilot.pause()
        steps = all_steps(read(library))
        assert len(steps) == before + 2
        await pilot.press(*["down"] * 11, "ctrl+t", "f3", *"11 Dec", "enter")
        await pilot.pause()
        assert "by Fri 11 Dec" in screen_text(app)
    case = read(library)
    dated = [step for step in all_steps(case) if step.due]
    assert [step.due for step in dated] == ["2026-12-11"]
    assert dated[0].owner_id == case.file.people[0].id
    assert [path.path for path in not_deleted(case.file.paths)] == ["stay"]


async def test_a_to_do_note_becomes_a_kept_step_when_it_is_done(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", *["down"] * 11, "space")
        await pilot.pause()
        assert "[x] ask for the report" in screen_text(app)
    case = read(library)
    note = case.visits[0].notes[2]
    assert [step.id for step in case.file.steps] == [note.id]
    assert case.file.steps[0].note_ids == (note.id,)


async def test_taking_it_back_makes_one_call_with_questions_and_words_to_begin_with(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "down", "space", "enter")
        await pilot.pause()
        assert f"{musts_that_fit(10)[1]} questions, " in screen_text(app)
        assert "if there's time" in screen_text(app)
        await pilot.press(*"11 Dec 9:30", "enter", "enter")
        await pilot.pause()
        assert "already planned" in screen_text(app)
    case = read(library)
    assert len(case.visits) == 2
    call = next(visit for visit in case.visits if visit.head.phone)
    begin, front_desk = call.head.say_first.split("\n")
    assert begin.startswith('"I have a second opinion here')
    assert front_desk.startswith('Not there? "When can I reach the doctor?')
    asked = [entry.priority for entry in not_deleted(call.listed)]
    fit = musts_that_fit(call.head.minutes)[1]
    assert asked[:fit] == [Priority.MUST] * fit
    assert set(asked[fit:]) == {Priority.SHOULD}
    assert call.head.clinician_id == "lindqvist"
    assert call.head.at.startswith("2026-12-11T09:30")


async def test_a_day_that_cannot_be_read_is_said_and_changes_nothing(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", *["down"] * 11, "f3", *"soon", "enter")
        await pilot.pause()
        assert "Try: 3 December, or: in 3 weeks." in screen_text(app)
    assert not [step for step in all_steps(read(library)) if step.due]


async def test_a_day_that_cannot_be_read_stays_in_the_field_to_be_put_right(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", *["down"] * 11, "f3", *"soon", "enter")
        await pilot.press(*["backspace"] * 4, *"2027-01-15", "enter")
        await pilot.pause()
        assert "Nothing was changed." not in screen_text(app)
    assert [step.due for step in all_steps(read(library)) if step.due] == ["2027-01-15"]


async def test_what_a_key_could_not_do_is_not_said_any_longer_once_one_writes(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "f3")
        await pilot.pause()
        assert "Pick a to-do with the arrows first." in screen_text(app)
        await pilot.press(*NAMED["leaning"])
        await pilot.pause()
        assert "Pick a to-do with the arrows first." not in screen_text(app)


async def test_one_persons_stars_are_on_no_screen_until_both_are_done(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.press("f9")
        for _ in range(2):
            await pilot.press("enter", *"calm", "enter", "5", "enter", "down")
        await pilot.press("enter")
        for _ in range(2):
            await pilot.press("enter", *"calm", "enter", "5", "enter", "down")
        await pilot.pause()
        screen = screen_text(app)
        assert "*****" not in screen
        assert screen.count("given") == 4
        assert "calm" in screen
        await pilot.press("tab", "home")
        await pilot.pause()
        assert "calm" not in screen_text(app)
        for stars in "2344":
            await pilot.press("enter", "enter", stars, "enter", "down")
        await pilot.pause()
        screen = screen_text(app)
    lines = [" ".join(line.split()) for line in screen.splitlines()]
    apart = [line for line in lines if "apart" in line]
    assert [each.split()[-4] for each in apart] == ["3", "2", "1", "1"]
    assert "trust" in apart[0]
    at = lines.index(apart[0])
    assert "Alva ***** Sam **···" in apart[0]
    assert "Alva: calm" in lines[at + 1]
    assert "Sam: " in lines[at + 2]
    assert "gut" in lines[at + 1]


async def test_stars_are_given_only_together_with_what_is_behind_them(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f9", "enter", *"calm", "enter", "5")
        await pilot.pause()
        assert app.screen.query_one(LineList).cursor_key == GUT
        await pilot.press("escape")
        await pilot.pause()
        assert "No stars yet" in screen_text(app)
    case = read(library)
    (rating,) = all_ratings(case)
    assert (rating.words, rating.stars) == ("calm", None)


async def test_four_plain_questions_are_answered_with_yes_and_no_and_dated(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NAMED["sure"], "y", "n", "y", "escape", "n")
        await pilot.pause()
    (sure,) = read(library).file.confidence
    assert sure.answers == (True, False, True, None)


async def test_why_we_decided_is_kept_at_every_key_and_closing_keeps_it(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NAMED["decided"], *"We wait", "ctrl+q")
    assert [each.text for each in not_deleted(read(library).file.decision)] == ["We wait"]


async def test_a_row_of_ones_own_is_added_and_compared_like_the_others(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f8", *"Travel", "enter", "t", "end", "up", "enter", "1")
        await pilot.pause()
        assert "─ Travel ─" in screen_text(app)
        assert "─ topic 4 of 4 · " in screen_text(app)
    table = ComparisonTable(read(library))
    assert table.rows[table.aspects[-1].id].verdict is Verdict.SAME


async def test_a_second_window_compares_nothing_and_says_why(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    other_window = library.open(case_id)
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for keys in (["1"], ["e"], ["n", "space"], ["c", "y", "escape"], ["r", "enter"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert room_words.ANOTHER_WINDOW[:40] in screen_text(app)
    other_window.close()
    file = read(library).file
    assert not [row for row in file.rows if row.verdict is Verdict.SAME]
    assert not file.paths
    assert not file.confidence


async def test_a_card_goes_with_the_opinion_it_is_about(
    open_app: OpenApp, library: CaseLibrary, make_case: Callable[..., str]
) -> None:
    session = library.open(make_case())
    PresentDoctor(session).opinion.next_known()
    session.close()
    app = open_app(room="compare", case_id=session.case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert "What this doctor had seen" in screen_text(app)
        await pilot.press("ctrl+z", "space")
        await pilot.pause()
        assert "What this doctor had seen" not in screen_text(app)
        assert isinstance(app.screen, CompareScreen)
    assert not_deleted(read(library).file.opinions) == ()

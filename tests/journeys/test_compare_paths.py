"""From the comparison to what is done: paths, what they made, steps, and what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted, with_changed
from companion.domain.question import CarryTo
from companion.domain.question_rows import all_questions, visit_list
from companion.domain.value import replace
from companion.services.compare.next_steps import NextSteps, paths
from companion.services.compare.reflection import Reflection
from companion.services.visit.editor import VisitEditor
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import compare_now as now_words
from tests.journeys.compare_case import NAMED, TO_ROW, flat, make_compared, read, read_in
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.visit_case import plan_with_okafor

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

    OpenApp = Callable[..., CompanionApp]

TALL = (120, 50)


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


async def test_the_call_that_a_way_makes_is_shown_with_its_day_and_enter_opens_it(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "down", "enter", "enter", *"11 Dec 09:30", "enter")
        await pilot.pause()
        assert "set up: a call with Dr Lindqvist, Fri 11 Dec, 09:30" in flat(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.pause()
        shown = flat(app)
        assert "Dr Lindqvist, phone or video · Friday 11 December, 09:30" in shown
        assert '"I have a second opinion here.' in shown
        assert 'Not there? "When can I reach the doctor?' in shown
        assert "Minutes planned 10" in shown
        await pilot.press(*"Hello")
        await pilot.pause()
        assert "[ ] 1* What led you to" in flat(app)


async def test_undo_takes_the_call_back(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "down", "enter", "enter", "escape", "ctrl+z")
        await pilot.pause()
        assert "set up: a call" not in flat(app)
    assert not [visit for visit in read(library).visits if visit.head.phone]


async def test_a_third_doctor_is_asked_once_whatever_the_name(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("n", *["down"] * 5, "enter", "enter", *"Dr Brandt", "enter", "enter")
        await pilot.pause()
        assert "set up: a visit with Dr Brandt, no date yet" in flat(app)
        await pilot.press("enter")
        await pilot.pause()
        assert now_words.visit_there("Dr Brandt") in flat(app)
    assert len(read(library).visits) == 2


async def test_the_room_is_found_again_as_it_was_left(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*TO_ROW, "f4", "down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Enter save" in screen_text(app)
        await pilot.press("ctrl+g", "3", "ctrl+g", "3")
        await pilot.pause()
        assert "─ Plan ─" in screen_text(app)
        assert "─ topic 2 of 3 · " in screen_text(app)
        await pilot.press("n", "ctrl+g", "1", "ctrl+g", "3")
        await pilot.pause()
        assert now_words.PATHS_HEADING in screen_text(app)


async def test_what_was_decided_before_stays_readable_with_its_day(
    open_app: OpenApp, case_id: str, clock: StandingClock, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press(*NAMED["leaning"], *"to wait", "enter")
        clock.forward(days=1)
        await pilot.press(*NAMED["decided"], *"We wait", "enter")
        clock.forward(days=2)
        await pilot.press(*NAMED["decided"], "ctrl+a", *"We begin", "enter")
        await pilot.pause()
        assert "What we decided, and why (27 November):" in flat(app)
        assert "1 earlier entry" in flat(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        lines = [line for line in screen_text(app).splitlines() if "November" in line]
        assert "Wednesday 25 November  We wait" in lines[0]
        assert "Tuesday 24 November  to wait" in lines[1]
        await pilot.press("escape", "ctrl+z")
        await pilot.pause()
        assert "What we decided, and why (25 November): We wait" in flat(app)
        assert "1 earlier entry" not in flat(app)
    assert [each.text for each in not_deleted(read(library).file.leaning)] == ["to wait"]


async def test_the_four_answers_of_each_day_can_be_read_again(
    open_app: OpenApp, case_id: str, clock: StandingClock
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*NAMED["sure"], "y", "n", "n", "y")
        clock.forward(days=3)
        await pilot.press("escape", *NAMED["sure"], "y")
        await pilot.pause()
        shown = flat(app)
        assert "24 November: yes · no · no · yes" in shown
        assert "27 November: yes · no answer yet · no answer yet · no answer yet" in shown


def test_what_somebody_else_answers_on_the_same_day_is_kept_apart(
    library: CaseLibrary, case_id: str
) -> None:
    session = library.open(case_id)
    Reflection(session).answer(0, yes=True)
    sam = next(one for one in not_deleted(session.file.people) if one.name == "Sam")
    head = replace(session.file.head, writer_id=sam.id)
    session.change_case("", lambda file: replace(file, about=(head,)))
    assert Reflection(session).sure_today() == (None,) * 4
    Reflection(session).answer(0, yes=False)
    Reflection(session).answer(3, yes=False)
    answers = [each.answers for each in not_deleted(session.file.confidence)]
    assert answers == [(True, None, None, None), (False, None, None, False)]
    session.close()


async def test_at_a_step_the_last_line_names_the_keys_of_steps(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("n", *["down"] * 11)
        await pilot.pause()
        assert "Ctrl+T who · F3 due date" in screen_text(app).splitlines()[-1]
        await pilot.press("up")
        await pilot.pause()
        assert "Ctrl+T who" not in screen_text(app).splitlines()[-1]


async def test_while_the_diagnosis_is_open_no_treatment_is_said_to_differ(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert "the treatment is different" not in read_in(app, "#known")
        assert now_words.first_say("Diagnosis") in read_in(app, "#known")
        await pilot.press("t", "home", "2", "n")
        await pilot.pause()
        assert "The diagnosis is the same, but the treatment is different." in read_in(
            app, "#known"
        )
        assert now_words.first_say("Diagnosis") not in flat(app)


async def test_what_is_the_same_so_far_says_so(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press(*TO_ROW, "1", "n")
        await pilot.pause()
        assert "They say the same." in flat(app)
        assert now_words.SO_FAR in flat(app)


async def test_ticks_begin_at_the_notes_behind_a_cell_and_v_goes_to_the_visit(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*TO_ROW, "down", "enter")
        await pilot.pause()
        assert card_words.NOTES_HINT in screen_text(app)
        (here,) = (line for line in screen_text(app).splitlines() if line.startswith("│>"))
        assert "[x]" in here
        await pilot.press("f4")
        await pilot.pause()
        await pilot.pause()
        assert "Enter save" in screen_text(app)
        assert "Weekly prevention" in screen_text(app)


async def test_a_note_that_is_gone_is_said_to_be_gone(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    session = library.open(case_id)
    visit = session.case.visits[0]
    first = visit.live_notes[0].id
    session.change_visit(
        visit.id, "", lambda file: with_changed(file, "notes", first, deleted=True)
    )
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*TO_ROW)
        await pilot.pause()
        assert words.behind_cell(1, 1) in screen_text(app)
        await pilot.press("f4")
        await pilot.pause()
        assert card_words.gone(1) in screen_text(app)


async def test_somebody_without_an_opinion_is_told_what_comes_next(
    open_app: OpenApp, make_case: Callable[..., str], library: CaseLibrary
) -> None:
    case_id = make_case("New")
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert words.NO_OPINION in flat(app)
        await pilot.press("n")
        await pilot.pause()
        assert words.NO_OPINION in flat(app)
        assert now_words.PATHS_HEADING not in flat(app)
    assert not read(library).file.rows


async def test_with_one_opinion_nothing_can_be_judged_and_the_next_thing_is_named(
    open_app: OpenApp, make_case: Callable[..., str], library: CaseLibrary
) -> None:
    case_id = make_case("One")
    plan_with_okafor(library, case_id)
    app = open_app(room="visit", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"Weekly", "enter", *["ctrl+g", "3"] * 2)
        await pilot.pause()
        assert words.ONE_OPINION in flat(app)
        await pilot.press("1")
        await pilot.pause()
        assert words.TWO_NEEDED in flat(app)
        await pilot.press("n")
        await pilot.pause()
        assert words.ONE_OPINION in flat(app)
    assert not read(library).file.rows


async def test_a_way_that_was_chosen_before_says_when_and_what_it_made(
    open_app: OpenApp, case_id: str, clock: StandingClock
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("n", "enter", "enter", *"18 Dec", "enter")
        clock.forward(days=2)
        await pilot.press("down", "down", "enter", "enter")
        await pilot.pause()
        pane = app.screen.query_one("#pane").region.x
        lines = [line[pane:].strip("│ >") for line in screen_text(app).splitlines()]
        stay = next(n for n, line in enumerate(lines) if "Stay with your current" in line)
        assert lines[stay].startswith("( ) ")
        assert lines[stay].endswith("chosen 24 November")
        assert lines[stay + 1].startswith("added: 2 to-dos, see below; the next by Fri 18")
        assert sum("(x)" in line for line in lines) == 1


def test_a_talk_asks_nothing_twice_that_was_carried_to_it(
    library: CaseLibrary, case_id: str
) -> None:
    session = library.open(case_id)
    visit = session.case.visits[0]
    editor = VisitEditor(session, visit.id)
    own = editor.questions.add("What led you to  this plan?")
    editor.questions.carry(own.id, CarryTo.NEXT)
    third = next(path for path in paths(session.file) if path.id == "third")
    made = NextSteps(session).follow(third)
    assert made.visit_id is not None
    listed = visit_list(session.visit(made.visit_id), all_questions(session.case))
    assert sum(row.text.split() == own.text.split() for row in listed) == 1
    session.close()

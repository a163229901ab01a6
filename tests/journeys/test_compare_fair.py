"""A comparison that can be trusted: what is behind it, what is unequal, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.case_queries import all_notes
from companion.domain.changes import not_deleted, with_added
from companion.domain.comparison import Cell, Opinion, Verdict, Why
from companion.domain.comparison_table import ComparisonTable
from companion.domain.people import Person
from companion.domain.steps import all_steps
from companion.domain.value import replace
from companion.services.compare.comparison import Comparison
from companion.services.compare.ratings import Ratings
from companion.ui.compare.screen import CompareScreen
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import compare_now as now_words
from tests.journeys.compare_case import NAMED, ROW, TO_ROW, flat, make_compared, read, read_in
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

NARROW = (60, 20)


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


@pytest.mark.parametrize("size", [NARROW, SMALL, WIDE])
async def test_the_day_to_decide_by_stands_on_every_page(
    open_app: OpenApp, case_id: str, size: tuple[int, int]
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        for page in ("t", "n", "escape", "escape"):
            await pilot.press(page)
            await pilot.pause()
            assert "decide by Sun 20 Dec" in screen_text(app).splitlines()[0]


async def test_a_verdict_leads_to_every_note_behind_it_and_from_there_to_the_visit(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*TO_ROW)
        await pilot.pause()
        assert "based on 2 notes" in screen_text(app)
        await pilot.press("f4")
        await pilot.pause()
        shown = screen_text(app)
        assert card_words.EVIDENCE_TITLE in shown
        assert card_words.WRITTEN_BEFORE in shown
        assert "Weekly prevention" in shown
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.screen.id is None or "Enter save" in screen_text(app)
        assert "before the level drops" in screen_text(app)


async def test_a_verdict_without_a_note_says_that_it_is_a_feeling(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "gut feeling, no note" in screen_text(app)
        await pilot.press("f4")
        await pilot.pause()
        assert card_words.EVIDENCE_NONE in screen_text(app)


async def test_words_written_without_a_note_say_so(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "f2", *"He is sure", "enter")
        await pilot.pause()
        assert words.GUT_CELL in screen_text(app)
        await pilot.press(*TO_ROW)
        await pilot.pause()
        assert words.FROM_BEFORE in screen_text(app)


async def test_a_shown_star_opens_the_note_behind_it(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    session = library.open(case_id)
    note = next(iter(all_notes(session.case).values()))
    for person in not_deleted(session.file.people)[:2]:
        for what in ("trust", "daily_life", "what_matters", "talk"):
            column = Comparison(session).table.columns[1]
            Ratings(session, column).rate(what, person.id, 4, note.id)
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert sum("from a note" in line for line in lines) == 8
        await pilot.press("end", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Enter save" in screen_text(app)
        assert note.text in screen_text(app)


async def test_what_was_expected_stands_gently_beside_what_came(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    session = library.open(case_id)

    def change(file: CaseFile) -> CaseFile:
        prepared = replace(file.prepare, id=case_id, expectation="The same as before")
        return replace(file, preparation=(prepared,))

    session.change_case("", change)
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert f"{now_words.EXPECTED}: The same as before" in read_in(app, "#known")


@pytest.mark.parametrize(("downs", "word"), [(0, "look at the plan"), (10, "look at it")])
async def test_staying_and_waiting_ask_for_the_day_to_look_again(
    open_app: OpenApp, case_id: str, library: CaseLibrary, downs: int, word: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("n", *["down"] * downs, "enter", "enter")
        await pilot.pause()
        assert "Decide by Sun 20 Dec." in flat(app)
        await pilot.press(*"18 Dec", "enter")
        await pilot.pause()
        assert "the next by Fri 18 Dec" in flat(app)
    (dated,) = (step for step in all_steps(read(library)) if step.due)
    assert dated.due == "2026-12-18"
    assert word in dated.text


async def test_a_third_doctor_is_asked_for_by_name_and_may_stay_open(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("n", *["down"] * 5, "enter", "enter")
        await pilot.pause()
        await pilot.press(*"Dr Brandt", "enter")
        await pilot.press(*"14 Dec", "enter")
        await pilot.pause()
    case = read(library)
    (visit,) = (each for each in case.visits if each.head.at == "2026-12-14")
    assert [person.name for person in visit.people] == ["Dr Brandt"]
    assert len(not_deleted(visit.listed)) > 3


async def test_a_way_that_is_chosen_offers_its_paper(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("n", "down", "space", "down", "enter")
        await pilot.pause()
        assert "Message to my current doctor" in screen_text(app)
        assert "Dear Dr Lindqvist," in screen_text(app)


async def test_the_sheet_asks_both_in_the_same_words_and_tells_none_what_the_other_said(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("n", *["down"] * 3, "enter", "enter")
        await pilot.pause()
        shown = flat(app)
        assert "What led you to this plan? Plan" in shown
        assert "Is my treatment working? asked of Dr Okafor" in shown
        assert "Factor when needed" not in shown
        assert "What do my tests show" not in shown
        await pilot.press("enter")
        await pilot.pause()
        assert "Dear doctor," in screen_text(app)
        assert "What led you to this plan?" in screen_text(app)


async def test_how_one_leaned_is_kept_day_by_day(
    open_app: OpenApp, case_id: str, clock: object
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press(*NAMED["leaning"], *"to wait", "enter")
        clock.forward(days=2)  # type: ignore[attr-defined]
        await pilot.press(*NAMED["leaning"], *"to begin", "enter")
        await pilot.pause()
        assert "1 earlier entry" in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        lines = [line for line in screen_text(app).splitlines() if "November" in line]
    assert "Thursday 26 November  to begin" in lines[0]
    assert "Tuesday 24 November  to wait" in lines[1]


def give_opinions(library: CaseLibrary, case_id: str, number: int, text: str = "says") -> None:
    """Give the case so many opinions more, each with words on the same row."""
    session = library.open(case_id)
    plan = session.file.aspects[ROW].id
    for each in range(3, 3 + number):
        doctor = Person(id=f"doctor0{each}", name=f"Dr No{each}")
        opinion = Opinion(id=f"opinion{each}", clinician_id=doctor.id)
        cell = Cell(
            id=f"cell000{each}", opinion_id=opinion.id, aspect_id=plan, text=f"{text} {each}"
        )

        def change(
            file: CaseFile,
            doctor: Person = doctor,
            opinion: Opinion = opinion,
            cell: Cell = cell,
        ) -> CaseFile:
            file = with_added(with_added(file, "people", doctor), "opinions", opinion)
            return with_added(file, "cells", cell)

        session.change_case("", change)
    session.close()


@pytest.mark.parametrize("size", [NARROW, SMALL, WIDE])
async def test_with_five_opinions_the_choices_stay_in_view_as_each_is_chosen(
    open_app: OpenApp, case_id: str, library: CaseLibrary, size: tuple[int, int]
) -> None:
    give_opinions(library, case_id, 3, "says a good deal\nof this and that\nand more")
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        assert isinstance(app.screen, CompareScreen)
        aspect = app.screen.state.table.aspects[ROW]
        app.screen.show_topic(aspect)
        for key, verdict in (("2", Verdict.REFINED), ("1", Verdict.SAME), ("3", Verdict.DIFFERS)):
            await pilot.press(key)
            await pilot.pause()
            assert f"(x) {key} {words.VERDICTS[verdict]}" in screen_text(app)
        assert words.WHY[[*Why][-1]] in screen_text(app)


async def test_opinions_that_do_not_fit_beside_the_others_are_a_key_away(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    give_opinions(library, case_id, 3)
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert "Right: " in screen_text(app)
        assert "Dr Okafor" not in screen_text(app).splitlines()[2]
        await pilot.press("right", "right")
        await pilot.pause()
        assert "Dr Okafor" in screen_text(app).splitlines()[2]
        assert "Left: 2 more." in screen_text(app)


async def test_no_word_of_winning_and_no_sum_stands_in_the_room(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        for page in ("t", "n"):
            await pilot.press(page)
            await pilot.pause()
            shown = screen_text(app).lower()
            for word in ("winner", "best", "total", "score", "first opinion", "second opinion"):
                assert word not in shown


def test_the_room_judges_nothing_by_itself(library: CaseLibrary, case_id: str) -> None:
    table = ComparisonTable(read(library))
    judged = {row.verdict for row in table.rows.values()}
    assert judged == {Verdict.DIFFERS}

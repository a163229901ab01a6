"""Compare fills itself: what was noted proposes itself, and nothing is taken without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted, with_head
from companion.domain.comparison import Verdict
from companion.domain.comparison_table import ComparisonTable
from companion.domain.value import replace
from companion.services.compare.comparison import Comparison
from companion.services.visit.editor import VisitEditor
from companion.ui.visit.panes import CardPane
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words.compare_now import NOW_TITLE, PATHS_HEADING
from tests.journeys.compare_case import read
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.support.told_visits import CLL, HEMOPHILIA, make_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

    OpenApp = Callable[..., CompanionApp]


@pytest.fixture
def case_id(library: CaseLibrary, packs: Catalogue) -> str:
    return make_told(library, packs, HEMOPHILIA)


async def test_notes_stand_in_the_row_of_their_question_and_wait_for_a_key(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        screen = screen_text(app)
        assert words.use_notes(2) in screen
        assert '+ "I have no doubt about the name"' in screen
        assert words.use_notes(1) in screen
        assert "7 to compare" in screen
    table = ComparisonTable(read(library))
    assert not any(said.notes for aspect in table.aspects for said in table.line(aspect))


async def test_enter_takes_them_and_one_undo_gives_them_back(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert words.use_notes(2) not in screen_text(app)
        assert "2 notes" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert words.use_notes(2) in screen_text(app)


async def test_it_begins_with_three_rows_and_enter_brings_those_with_notes(
    open_app: OpenApp, library: CaseLibrary, packs: Catalogue
) -> None:
    app = open_app(room="compare", case_id=make_told(library, packs, CLL))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "topic 1 of 3 " in screen_text(app)
        for _ in range(3):
            await pilot.press("enter", "enter", "1", "enter", "enter")
        await pilot.pause()
        assert words.more_told(3) in screen_text(app)
        assert "─ Treat now or wait ─" in screen_text(app)
        assert "of 6 " in screen_text(app)
        for _ in range(3):
            await pilot.press("enter", "enter", "1", "enter", "enter")
        await pilot.pause()
        assert words.ALL_COMPARED in screen_text(app)
        assert "to compare" not in screen_text(app).splitlines()[0]


async def test_a_row_nobody_spoke_of_is_one_line_away_and_stays_once_it_was_brought(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert "Daily life" not in screen_text(app)
        assert words.more_topics(16, 4) in screen_text(app)
        await pilot.press("end", "enter")
        await pilot.pause()
        shown = screen_text(app)
        assert shown.index(card_words.FURTHER_TOLD) < shown.index(card_words.FURTHER_OTHERS)
        assert shown.index("Joints") < shown.index("Daily life")
        await pilot.press(*["down"] * 10, "space")
        await pilot.pause()
        (line,) = (line for line in screen_text(app).splitlines() if "│>" in line)
        name = line.partition("[x]")[2].strip("│ ")
        await pilot.press("escape")
        await pilot.pause()
        assert name in screen_text(app)
    table = ComparisonTable(read(library))
    assert [each.text for each in table.aspects if each.id in table.rows] == [name]
    assert all(row.verdict is None for row in table.rows.values())


async def test_the_list_of_notes_has_the_proposed_on_top_and_is_searched_by_typing(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await pilot.pause()
        shown = screen_text(app)
        places = [
            shown.index(each)
            for each in ("Is my diagnosis right?", "I have no doubt", card_words.OTHER_NOTES)
        ]
        assert places == sorted(places)
        assert shown.index("Waited 20 minutes") > places[-1]
        await pilot.press(*"parking")
        await pilot.pause()
        assert "Parking was 12 euros" in screen_text(app)
        assert "Waited 20 minutes" not in screen_text(app)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Waited 20 minutes" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Parking was 12 euros" in screen_text(app)
        (here,) = (line for line in screen_text(app).splitlines() if line.startswith(">"))
        assert "Parking was 12 euros" in here
    table = ComparisonTable(read(library))
    assert [note.text for note in table.line(table.aspects[0])[0].notes] == ["Parking was 12 euros"]


@pytest.mark.parametrize("size", [(100, 30), WIDE])
async def test_where_there_is_room_the_opinions_stand_beside_each_other(
    open_app: OpenApp, case_id: str, size: tuple[int, int]
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert any("Dr Lindqvist" in line and "Dr Okafor" in line for line in lines)
        assert any(words.use_notes(2) in line and words.use_notes(1) in line for line in lines)


async def test_an_older_case_learns_what_its_questions_speak_to_and_stores_nothing(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    session = library.open(case_id)

    def without(file: CaseFile) -> CaseFile:
        texts = tuple(
            replace(text, fields=tuple(each for each in text.fields if each[0] != "aspect"))
            for text in file.texts
        )
        return replace(file, texts=texts)

    session.change_case("", without)
    before = session.file
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert words.use_notes(2) in screen_text(app)
    after = read(library).file
    assert after.texts == before.texts
    assert not_deleted(after.rows) == ()


@pytest.mark.parametrize("size", [(60, 20), SMALL, WIDE])
async def test_a_judged_topic_on_which_more_was_said_keeps_its_verdict_and_says_so_everywhere(
    open_app: OpenApp,
    case_id: str,
    library: CaseLibrary,
    clock: StandingClock,
    size: tuple[int, int],
) -> None:
    session = library.open(case_id)
    comparison = Comparison(session)
    for aspect in comparison.table.aspects[:2]:
        comparison.judge(aspect.id, Verdict.DIFFERS)
    session.change_case("", lambda file: with_head(file, decide_by="2026-12-20"))
    clock.forward(days=1)
    (asked,) = (q for q in session.file.questions if q.source == "general/diagnosis-right")
    editor = VisitEditor(session, session.case.visits[-1].id)
    editor.line.go_to(asked.id)
    editor.line.save('" There is one test more')
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        top = screen_text(app).splitlines()[0]
        assert "decide by" in top
        full = size[0] >= SMALL[0]
        assert ("2 differ · 6 to compare, 1 again" if full else "  1 to compare again") in top
        assert "There is one test more" in screen_text(app)
        await pilot.press("t")
        await pilot.pause()
        shown = screen_text(app)
        assert shown.count(words.MORE_SINCE_SHORT) + shown.count(words.MORE_SINCE) == 1
        await pilot.press("enter", "3")
        await pilot.pause()
        assert "(x) 3 different" in screen_text(app)
        assert words.MORE_SINCE not in screen_text(app)
        top = screen_text(app).splitlines()[0]
        assert "2 differ" in top
        assert "again" not in top
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert words.MORE_SINCE in screen_text(app)
        assert "(x) 3 different" in screen_text(app)


async def test_what_a_topic_is_based_on_lists_answers_too_and_what_is_not_used_yet(
    open_app: OpenApp, case_id: str, library: CaseLibrary
) -> None:
    session = library.open(case_id)
    visit_id = session.case.visits[-1].id
    VisitEditor(session, visit_id).answers.save_before_you_leave("plan", "Write to me in May")
    session.close()
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("t", "down", "enter", "f4")
        await pilot.pause()
        shown = screen_text(app)
        assert "Write to me in May" in shown
        assert shown.count(card_words.NOT_USED) == 5
        await pilot.press("escape", "enter", "enter", "1")
        await pilot.pause()
        assert "based on 4 notes and 1 answer" in screen_text(app)
        await pilot.press("f4")
        await pilot.pause()
        assert card_words.NOT_USED not in screen_text(app)
        assert words.BEFORE_YOU_LEAVE in screen_text(app)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.screen.query_one(CardPane).cursor_key == "plan"


async def test_what_stands_at_the_top_of_a_long_page_is_named_and_enter_says_what_it_does(
    open_app: OpenApp, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert f"─ {NOW_TITLE} ─" in screen_text(app).splitlines()[1]
        await pilot.press("end")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert f"─ {PATHS_HEADING} ─" in lines[1]
        assert words.HINT_WRITE in lines[-1]
        await pilot.press("home")
        await pilot.pause()
        assert f"─ {NOW_TITLE} ─" in screen_text(app).splitlines()[1]

"""One cursor at a time, and the line one writes in is marked; what comes next lands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question_rows import all_questions, visit_list
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.prepare_case import case_of, keys_to
from tests.support.panes import cursors_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]


async def test_prepare_has_one_cursor(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        for keys in ((), keys_to("records"), ("escape",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert cursors_of(app) == 1


async def test_what_is_ready_is_not_said_of_the_next_part(open_app: OpenApp, case_id: str) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys_to("history"), "f8", *"2019: found", "enter", "enter")
        await pilot.pause()
        assert "Ready: Your history, one page" in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert "Ready: Your history, one page" not in screen_text(app)


async def test_after_a_new_question_answers_land_under_it(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f8", *"Does it hurt?", "enter", *"A little", "enter", "f2")
        await pilot.pause()
        (visit,) = case_of(app).visits
        row = visit_list(visit, all_questions(case_of(app)))[-1]
    assert (row.text, row.state, row.notes) == ("Does it hurt?", "answered", 1)


async def test_after_news_a_new_question_takes_the_next_number_in_view(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"a note", "enter", "ctrl+p", *"unexpected", "enter")
        await pilot.press("ctrl+p", *"unexpected", "enter")
        await pilot.pause()
        await pilot.press("f8", *"Does it hurt?", "enter")
        await pilot.pause()
        (visit,) = case_of(app).visits
        rows = visit_list(visit, all_questions(case_of(app)))
    mine = next(row for row in rows if row.text == "Does it hurt?")
    assert mine.number == len(rows) - 5


async def test_the_line_of_the_form_one_is_in_is_marked(open_app: OpenApp) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert "> What is it about?" in screen_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "> What is it about?" not in screen_text(app)
        assert "> Guidance" not in screen_text(app)
        assert ">[ ]" in screen_text(app)


async def test_where_to_go_is_whole_in_the_smallest_window(open_app: OpenApp) -> None:
    app = open_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        shown = screen_text(app)
    assert all(room in shown for room in ("0 Home", "2 Visit", "3 Compare", "4 Guide", "Esc stay"))

"""The arrows lead over every line of a list: those of a long row, and those no key goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.ui.widgets.line_list import LineList, Row
from companion.ui.widgets.row_layout import RowLayout
from tests.support.dressed import Dressed

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

WIDTH, HEIGHT = 40, 10


class Listing(Dressed):
    """One list."""

    def compose(self) -> ComposeResult:
        yield LineList(id="list")


def long_text(name: str, lines: int) -> str:
    return "\n".join(f"{name} line {n}" for n in range(lines))


def listing(*lines: int) -> list[Row]:
    """Rows with so many lines each, by turns a heading, words no key goes to, and a row."""
    rows: list[Row] = []
    for n, tall in enumerate(lines):
        rows += [
            Row(f"title{n}", f"title {n}", mood="strong", selectable=False),
            Row(f"row{n}", long_text(f"row {n}", tall)),
            Row(f"more{n}", long_text(f"more {n}", lines[n - 1]), selectable=False),
            Row(f"blank{n}", "", selectable=False),
        ]
    return rows


def in_view(lines: LineList) -> list[str]:
    shown = (lines.render_line(y).text for y in range(lines.size.height))
    return [line.lstrip(">").strip() for line in shown]


def all_lines(rows: list[Row]) -> set[str]:
    return {line for row in rows for line in row.text.split("\n")}


LISTS = [(1, 1), (1, 30, 1), (25, 25, 25), (60,), (3, 9, 10, 11, 2), (1, 1, 1, 1, 1, 40)]


@pytest.mark.parametrize("tall", LISTS)
@pytest.mark.parametrize(("on", "back"), [("down", "up"), ("pagedown", "pageup")])
async def test_one_key_pressed_again_and_again_shows_every_line(
    tall: tuple[int, ...], on: str, back: str
) -> None:
    app = Listing()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = app.query_one(LineList)
        rows = listing(*tall)
        lines.show(rows)
        lines.focus()
        await pilot.pause()
        for key in (on, back):
            assert all_lines(rows) <= await seen_with(pilot, lines, key)


async def seen_with(pilot: Pilot[None], lines: LineList, key: str) -> set[str]:
    """What comes into view until the key leads nowhere."""
    seen = set(in_view(lines))
    before = None
    while before != (before := (lines.scroll_y, lines.cursor_key)):
        await pilot.press(key)
        assert abs(lines.scroll_y - before[0]) <= HEIGHT
        seen |= set(in_view(lines))
    return seen


async def test_a_row_comes_into_view_with_the_heading_that_says_whose_it_is() -> None:
    app = Listing()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = app.query_one(LineList)
        lines.show(listing(2, 2, 2))
        lines.focus()
        await pilot.pause()
        await pilot.press("end", "up", "up")
        await pilot.pause()
        assert lines.cursor_key == "row0"
        assert in_view(lines)[:2] == ["title 0", "row 0 line 0"]


async def test_where_one_reads_stays_when_something_else_changes() -> None:
    app = Listing()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = app.query_one(LineList)
        rows = listing(50, 1)
        lines.show(rows)
        lines.focus()
        await pilot.pause()
        await pilot.press("down", "down")
        at = lines.scroll_y
        assert at > 0
        lines.show([*rows, Row("new", "something new")])
        assert lines.scroll_y == at
        lines.show(listing(49, 1))
        assert lines.scroll_y == 0


async def test_home_and_end_show_what_stands_above_the_first_and_below_the_last_row() -> None:
    app = Listing()
    above, below = (Row(name, long_text(name, 4), selectable=False) for name in ("above", "below"))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = app.query_one(LineList)
        lines.show([above, *(Row(f"row{n}", f"row {n}") for n in range(30)), below])
        lines.focus()
        await pilot.pause()
        await pilot.press("end")
        assert in_view(lines)[-1] == "below line 3"
        assert lines.cursor_key == "row29"
        await pilot.press("home")
        assert in_view(lines)[0] == "above line 0"
        assert lines.cursor_key == "row0"


async def test_enter_on_a_row_out_of_view_shows_it_and_does_nothing_else() -> None:
    chosen: list[str] = []

    words = [Row(f"word{n}", f"word {n}", selectable=False) for n in range(25)]
    app = Listing()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = app.query_one(LineList)
        lines.chosen = chosen.append
        lines.focus()
        lines.show_from_top((*words, Row("one", "first")))
        await pilot.pause()
        assert in_view(lines)[0] == "word 0"
        await pilot.press("enter")
        assert chosen == []
        assert in_view(lines)[-1] == "first"
        await pilot.press("enter")
        await pilot.pause()
        assert chosen == ["one"]


async def test_a_page_on_before_anything_was_drawn_stays_in_the_list() -> None:
    app = Listing()
    async with app.run_test(size=(WIDTH, HEIGHT)):
        lines = LineList()
        lines.show([Row(f"row{n}", f"row {n}") for n in range(30)])
        lines.action_page(1)
        assert lines.cursor_key in {f"row{n}" for n in range(30)}


def asked(above: int, answers: int, below: int = 3) -> list[Row]:
    """A question below so many rows, so many lines that answer it, and more rows."""
    return [
        *(Row(f"row{n}", f"row {n}") for n in range(above)),
        Row("asked", "which?"),
        *(
            Row(f"answer{n}", f"answer {n}", selectable=n % 3 == 2, answers_above=True)
            for n in range(answers)
        ),
        *(Row(f"below{n}", f"below {n}") for n in range(below)),
    ]


@pytest.mark.parametrize("answers", [1, 2, HEIGHT - 1, HEIGHT, 3 * HEIGHT])
def test_a_question_comes_into_view_with_what_answers_it_as_far_as_there_is_room(
    answers: int,
) -> None:
    layout = RowLayout()
    layout.rows = tuple(asked(30, answers))
    layout.extend(WIDTH)
    question, have_room = layout.begins(30), min(answers, HEIGHT - 1)
    for at in range(layout.height - HEIGHT + 1):
        top = layout.top_for(30, at, HEIGHT)
        assert top <= question
        assert question + have_room < top + HEIGHT
        assert layout.keeps_view(30, top, HEIGHT)
        shown = at <= question and question + have_room < at + HEIGHT
        assert layout.keeps_view(30, at, HEIGHT) == shown == (top == at)


async def test_a_question_in_view_brings_the_answers_that_come_below_it() -> None:
    app = Listing()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = app.query_one(LineList)
        lines.show(asked(30, 1))
        lines.go_to("asked")
        lines.focus()
        await pilot.pause()
        assert in_view(lines)[-1] == "answer 0"
        lines.show(asked(30, 6))
        assert in_view(lines)[-1] == "answer 5"
        lines.show(asked(30, 40))
        assert in_view(lines)[0] == "which?"

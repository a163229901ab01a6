"""A list draws again what looks different and nothing else; what stays on the screen is right."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from companion.ui.visit.panes import NotePane
from companion.ui.widgets.line_list import LineList, Row
from tests.support.dressed import Dressed

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.strip import Strip

SIZE = (40, 12)
STEPS = 40


class CountingList(LineList):
    """Counts the lines that are painted."""

    painted = 0

    def render_line(self, y: int) -> Strip:
        self.painted += 1
        return super().render_line(y)


class Listing(Dressed):
    """A list, notes, and another list of one line."""

    CSS = "#other { height: 1; }"

    def compose(self) -> ComposeResult:
        yield CountingList(id="list", classes="ruled")
        yield NotePane()
        yield LineList(id="other")


def rows_of(count: int, seed: int = 0) -> list[Row]:
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    return [
        Row(
            f"row{n}",
            " ".join(["level"] * chance.randint(1, 12)),
            right=chance.choice(("", "Mon")),
            selectable=n % 3 != 2,
            with_above=n % 3 == 2,
        )
        for n in range(count)
    ]


def painted(app: App[None]) -> list[str]:
    """What is on the screen, with every style."""
    strips = app.screen._compositor.render_strips(app.size)
    return [str(list(strip)) for strip in strips]


async def test_a_step_draws_the_two_rows_and_what_goes_with_them() -> None:
    app = Listing()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = app.query_one(CountingList)
        names = "one", "two", "three", "four", "five", "six"
        both = [
            row
            for name in names
            for row in (Row(name, name), Row(f"{name}+", "more", selectable=False, with_above=True))
        ]
        lines.show(both)
        lines.focus()
        await pilot.pause()
        lines.painted = 0
        await pilot.press("down")
        assert lines.cursor_key == "two"
        assert 0 < lines.painted <= 4


async def test_rows_that_look_the_same_are_not_drawn_again() -> None:
    app = Listing()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = app.query_one(CountingList)
        lines.show([Row("a", "one"), Row("b", "two"), Row("c", "three")])
        await pilot.pause()
        lines.painted = 0
        lines.show([Row("a", "one"), Row("b", "another"), Row("c", "three")])
        await pilot.pause()
        assert lines.painted == 1


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_happens_the_screen_is_as_if_all_of_it_were_drawn(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    app = Listing()
    async with app.run_test(size=SIZE) as pilot:
        lines, notes, other = (
            app.query_one(CountingList),
            app.query_one(NotePane),
            app.query_one("#other"),
        )
        lines.show(rows_of(12))
        notes.show_newest(rows_of(4))

        async def press() -> None:
            await pilot.press(chance.choice(("down", "up", "pagedown", "pageup", "home", "end")))

        def change() -> None:
            rows = list(lines.rows)
            at = chance.randrange(len(rows))
            rows[at] = Row(rows[at].key, f"changed {chance.random()}")
            lines.show(rows)

        def find() -> None:
            rows = rows_of(chance.randint(1, 9), seed)
            notes.show_found("found", rows, chance.choice(rows).key, chance.choice(("lev", "vel")))

        for step in range(STEPS):
            act = chance.choice(
                (
                    press,
                    press,
                    change,
                    lambda: lines.show(rows_of(chance.randint(1, 20), seed)),
                    lambda: notes.show_newest(rows_of(chance.randint(1, 9), seed)),
                    find,
                    lambda: app.set_focus(chance.choice((lines, other))),
                    lambda: setattr(lines, "display", not lines.display),
                    lambda: pilot.resize_terminal(chance.choice((40, 52)), chance.choice((12, 16))),
                )
            )
            waits = act()
            if waits is not None:
                await waits
            await pilot.pause()
            shown = painted(app)
            for widget in (lines, notes):
                widget.refresh()
            await pilot.pause()
            assert shown == painted(app), step


async def test_the_bar_ends_with_the_words_beside_a_longer_row() -> None:
    app = Listing()
    async with app.run_test(size=SIZE) as pilot:
        shown = app.query_one("#list", LineList)
        long = Row("long", "level " * 9, beside=2, parted=True)
        shown.show([Row("short", "test", beside=2, parted=True), long])
        shown.focus()
        await pilot.pause()
        bar = Color.parse(app.theme_variables["block-cursor-background"]).rgb
        lines = [[*shown.line(y)] for y in range(2)]
        grounds = [style.bgcolor.triplet for (_, style, _), *_ in lines if style and style.bgcolor]
        assert [tuple(ground) == bar for ground in grounds] == [True, False]

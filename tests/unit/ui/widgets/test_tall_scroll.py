"""A list that grows is not laid out anew, and its bar still tells where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.ui.widgets.line_list import LineList, Row
from tests.support.dressed import Dressed

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Listing(Dressed):
    """One list, and how often its screen was laid out."""

    def compose(self) -> ComposeResult:
        yield LineList(id="list")


def rows(count: int) -> list[Row]:
    """So many rows of a line each."""
    return [Row(f"row{n}", f"number {n}") for n in range(count)]


@pytest.mark.parametrize(("before", "after"), [(1000, 1001), (40, 41), (1000, 500), (3, 4)])
async def test_rows_more_or_less_leave_the_layout_alone(before: int, after: int) -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines.show(rows(before))
        await pilot.pause()
        lines.show(rows(after))
        assert not app.screen._layout_required
        assert lines.virtual_size.height == after
        await pilot.pause()
        assert lines.max_scroll_y == max(0, after - 10)


@pytest.mark.parametrize(("before", "after"), [(3, 30), (30, 3)])
async def test_the_bar_comes_and_goes_with_the_rows(before: int, after: int) -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines.show(rows(before))
        await pilot.pause()
        lines.show(rows(after))
        await pilot.pause()
        assert lines.show_vertical_scrollbar == (after > 10)


async def test_the_bar_knows_where_one_is_after_every_step() -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines.show(rows(1000))
        await pilot.pause()
        for at in (1, 2, 500, 990, 990, 3):
            lines.scroll_to(y=at, animate=False, immediate=True)
            bar = lines.vertical_scrollbar
            assert (bar.position, bar.window_virtual_size) == (at, 1000)


async def test_fewer_rows_than_one_had_scrolled_over_show_the_last_ones() -> None:
    app = Listing()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines.show(rows(1000))
        await pilot.pause()
        lines.scroll_to(y=900, animate=False, immediate=True)
        lines.show(rows(100), cursor="row99")
        assert lines.scroll_y == 90

"""The terminal's own cursor stands where keys act: screen readers and magnifiers follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.ui.terminal.note_area import NoteArea
from companion.ui.widgets.line_list import MARKER
from companion.ui.widgets.reader import Reader
from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

LISTS = [
    *(("home", keys) for keys in ("", "down", "down down", "f1", "f1 down down", "end")),
    *(("home", keys) for keys in ("f1 pagedown pagedown", "n tab", "n tab tab")),
    *(("prepare", keys) for keys in ("", "down down", "enter", "enter down", "f1", "end enter")),
    *(("prepare", keys) for keys in ("down down down down down enter plus", "f1 end")),
    *(("compare", keys) for keys in ("", "down", "t", "t down", "n", "n end", "f1", "f9")),
    *(("visit", keys) for keys in ("f1", "f1 down down", "f1 9", "f1 up end")),
    *(("guide", keys) for keys in ("f1", "f1 down")),
]
"""A room, and keys after which a row has the sign."""
FIELDS = [
    *(("home", keys) for keys in ("n", "n a b left", "slash x", "ctrl+p", "ctrl+p x y left")),
    *(("prepare", keys) for keys in ("down down down down down enter f8 a b left", "ctrl+p")),
    *(("visit", keys) for keys in ("", "a b left", "a tab", "f8 a b", "a enter up left", "f9")),
    *(("compare", keys) for keys in ("f8", "ctrl+p")),
    *(("guide", keys) for keys in ("", "a b left")),
]
"""A room, and keys after which one types in a field."""


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


def opened(open_app: Callable[..., CompanionApp], room: str, case_id: str) -> CompanionApp:
    return open_app(room=room, case_id=None if room == "home" else case_id)


@pytest.mark.promise("keys.cursor")
@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20), (44, 24)])
@pytest.mark.parametrize(("room", "keys"), LISTS)
async def test_in_a_list_it_stands_at_the_row_that_keys_act_on(
    room: str,
    keys: str,
    size: tuple[int, int],
    open_app: Callable[..., CompanionApp],
    case_id: str,
) -> None:
    app = opened(open_app, room, case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        x, y = app.cursor_position
        assert screen_text(app).splitlines()[y][x] == MARKER


@pytest.mark.promise("keys.cursor")
@pytest.mark.parametrize(("room", "keys"), FIELDS)
async def test_in_a_field_it_stands_where_the_next_letter_goes(
    room: str, keys: str, open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = opened(open_app, room, case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        field = app.focused
        assert isinstance(field, NoteArea)
        assert app.cursor_position == field.cursor_screen_offset
        x, y = app.cursor_position
        before = screen_text(app).splitlines()[y]
        await pilot.press("#")
        await pilot.pause()
        after = screen_text(app).splitlines()[y]
        assert after[x] == "#", (before, after)


async def test_where_one_reads_it_stands_at_the_first_line_in_view(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="guide", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "down", "down")
        await pilot.pause()
        assert isinstance(app.focused, Reader)
        assert app.cursor_position == app.focused.content_region.offset


async def test_where_a_room_is_asked_for_it_stands_at_the_question(
    open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        x, y = app.cursor_position
        assert screen_text(app).splitlines()[y][x:].startswith("Go to:")
        await pilot.press("escape")
        await pilot.pause()
        x, y = app.cursor_position
        assert screen_text(app).splitlines()[y][x] == MARKER

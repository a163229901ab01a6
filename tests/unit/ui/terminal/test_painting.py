"""What is seen is what Textual's own text area would show, whatever is pressed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App
from textual.widgets import TextArea

from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult

KEYS = [
    *"aaabcd e  f[](){}",
    *("enter", "left", "right", "up", "down", "home", "end", "backspace", "delete"),
    *("shift+left", "shift+right", "shift+up", "shift+down", "ctrl+left", "ctrl+right"),
    *("pageup", "pagedown", "ctrl+z", "ctrl+y", "shift+home", "漢", "é", "ctrl+w"),
]
LOOK = "TextArea, NoteArea { border: none; padding: 0; scrollbar-size: 1 1; }"


class Stock(App[None]):
    CSS = LOOK

    def compose(self) -> ComposeResult:
        area = TextArea(soft_wrap=True, highlight_cursor_line=False)
        area.cursor_blink = False
        yield area


class KeepsItsKeys(NoteArea):
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Like Textual's own area: nothing is left for a room."""
        return True


class Ours(TerminalApp[EmptyProduct]):
    CSS = LOOK + "NoteArea { border: none; padding: 0; &:focus { border: none; } }"

    def compose(self) -> ComposeResult:
        yield KeepsItsKeys()


def shown(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def after(app: App[None], keys: list[str]) -> list[list[str]]:
    """The screen after every tenth key."""
    screens = []
    async with app.run_test(size=(30, 9)) as pilot:
        (area,) = app.screen.walk_children(TextArea)
        area.focus()
        await pilot.pause()
        for index, key in enumerate(keys):
            character = {"enter": "\r"}.get(key, key if len(key) == 1 else None)
            app.post_message(events.Key(key, character))
            # Textual's own area needs the pause: there, keys in one go overtake each other.
            await pilot.pause()
            if index % 10 == 9:
                screens.append([*shown(app), area.text, str(area.selection)])
    return screens


@pytest.mark.parametrize("seed", range(2))
async def test_random_keys_look_as_in_the_stock_area(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same every time
    keys = [dice.choice(KEYS) for _ in range(80)]
    stock, ours = await after(Stock(), keys), await after(Ours(EmptyProduct()), keys)
    for index, (expected, found) in enumerate(zip(stock, ours, strict=True)):
        assert found == expected, f"seed {seed}, after key {index * 10 + 10}"


async def test_what_is_painted_line_by_line_is_what_a_whole_painting_shows() -> None:
    dice = random.Random(11)  # noqa: S311 - the same every time
    app = Ours(EmptyProduct())
    async with app.run_test(size=(30, 9)) as pilot:
        app.query_one(NoteArea).focus()
        for _ in range(40):
            key = dice.choice(KEYS)
            await pilot.press(key) if len(key) > 1 else app.post_message(events.Key(key, key))
            await pilot.pause()
            seen = shown(app)
            app.query_one(NoteArea)._line_cache.clear()
            app.screen.refresh()
            await pilot.pause()
            assert shown(app) == seen


async def test_another_text_is_painted_at_once() -> None:
    app = Ours(EmptyProduct())
    async with app.run_test(size=(30, 5)) as pilot:
        area = app.query_one(NoteArea)
        for text in ("first\ntext", "second\ntext", ""):
            area.load_text(text)
            await pilot.pause()
            assert "\n".join(row.rstrip() for row in shown(app)).strip() == text


async def test_a_placeholder_of_two_lines_goes_and_comes_back_whole() -> None:
    app = Ours(EmptyProduct())
    async with app.run_test(size=(30, 5)) as pilot:
        area = app.query_one(NoteArea)
        area.focus()
        area.placeholder = "first line\nsecond line"
        await pilot.pause()
        assert [row.rstrip() for row in shown(app)[:2]] == ["first line", "second line"]
        await pilot.press("a")
        assert [row.rstrip() for row in shown(app)[:2]] == ["a", ""]
        await pilot.press("backspace")
        assert [row.rstrip() for row in shown(app)[:2]] == ["first line", "second line"]


async def test_tabs_and_selections_are_as_wide_as_measured() -> None:
    app = Ours(EmptyProduct())
    async with app.run_test(size=(30, 5)) as pilot:
        area = app.query_one(NoteArea)
        area.focus()
        area.load_text("a\tbc\td\n\t漢\tx")
        await pilot.pause()
        assert [row.rstrip() for row in shown(app)[:2]] == ["a   bc  d", "    漢  x"]
        area.select_all()
        await pilot.pause()
        assert [row.rstrip() for row in shown(app)[:2]] == ["a   bc  d", "    漢  x"]

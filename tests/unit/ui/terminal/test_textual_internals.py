"""Without the private parts of Textual the program runs on the stock ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.ui.terminal import driver, environment, key_order, note_area, textual_internals
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult


def test_without_the_private_parts_textual_chooses_its_own_driver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(environment, "display_descriptor", lambda: 2)
    assert driver.driver_class() is driver.TerminalDriver
    monkeypatch.setattr(textual_internals, "missing", lambda _: ("gone",))
    assert driver.driver_class() is None


async def test_without_the_private_parts_notes_are_still_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(note_area, "BY_LINE", False)
    monkeypatch.setattr(key_order, "_DIRECT", False)
    kept: list[str] = []

    class Area(NoteArea):
        def on_edited(self) -> None:
            kept.append(self.text)

    class Desk(TerminalApp[EmptyProduct]):
        def compose(self) -> ComposeResult:
            yield Area()

    app = Desk(EmptyProduct())
    async with app.run_test(size=(30, 6)) as pilot:
        app.query_one(Area).focus()
        await pilot.press("a", "b", "backspace", "[")
        app.post_message(events.Paste("x\r\ny"))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert kept[-1] == app.query_one(Area).text == "a[x\ny"
        assert any("a[x" in "".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize("kind", ["app", "area", "screen", "wrapping", "edit"])
async def test_an_object_that_has_become_another_is_left_to_textual(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    names = {**textual_internals.OF_OBJECTS, kind: (*textual_internals.OF_OBJECTS[kind], "_gone")}
    monkeypatch.setattr(textual_internals, "OF_OBJECTS", names)

    class Desk(TerminalApp[EmptyProduct]):
        def compose(self) -> ComposeResult:
            yield NoteArea()

    app = Desk(EmptyProduct())
    async with app.run_test(size=(30, 6)) as pilot:
        app.query_one(NoteArea).focus()
        await pilot.press("a", "b", "backspace", "c")
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert app.query_one(NoteArea).text == "ac"
        assert any("ac" in "".join(segment.text for segment in strip) for strip in strips)


def test_a_private_module_that_has_gone_leaves_the_stock_part() -> None:
    assert textual_internals._taken("textual._no_such_module", "thing", 7) == 7
    assert textual_internals._taken("textual._wrap", "no_such_thing", 8) == 8
    assert textual_internals._taken("textual._wrap", "compute_wrap_offsets", None) is not None

"""Fails loudly when a new Textual moves a private part; the program then runs on stock parts."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import TextArea

from companion.ui.terminal import driver, environment, ordering, painting, seams
from companion.ui.terminal.composer_area import NoteArea
from companion.ui.terminal.host import TerminalApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


@pytest.mark.parametrize("part", [*seams.DRIVER, *seams.AREA, *seams.HOST])
def test_textual_still_has(part: str) -> None:
    assert seams.missing((part,)) == ()


def test_a_part_that_is_gone_is_named() -> None:
    gone = ("textual.app:App._no_such_part", "textual._no_such_module:Thing")
    assert seams.missing(gone) == gone


def test_without_the_private_parts_textual_chooses_its_own_driver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(environment, "display_descriptor", lambda: 2)
    assert driver.driver_class() is driver.TerminalDriver
    monkeypatch.setattr(seams, "missing", lambda _: ("gone",))
    assert driver.driver_class() is None


async def test_without_the_private_parts_notes_are_still_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(painting, "BY_LINE", False)
    monkeypatch.setattr(ordering, "_DIRECT", False)
    kept: list[str] = []

    class Area(NoteArea):
        def on_edited(self) -> None:
            kept.append(self.text)

    class Desk(TerminalApp):
        def compose(self) -> ComposeResult:
            yield Area()

    app = Desk()
    async with app.run_test(size=(30, 6)) as pilot:
        app.query_one(Area).focus()
        await pilot.press("a", "b", "backspace", "[")
        app.post_message(events.Paste("x\r\ny"))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert kept[-1] == app.query_one(Area).text == "a[x\ny"
        assert any("a[x" in "".join(segment.text for segment in strip) for strip in strips)


def parameters(function: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_private_methods_still_take_what_we_give_them() -> None:
    assert parameters(App._check_bindings) == ["self", "key", "priority"]
    assert parameters(App._handle_exception) == ["self", "error"]
    assert parameters(MessagePump._dispatch_message) == ["self", "message"]
    assert parameters(TextArea._replace_via_keyboard) == ["self", "insert", "start", "end"]
    assert parameters(TextArea._set_document) == ["self", "text", "language"]
    assert parameters(TextArea._undo_batch) == ["self", "edits"]
    assert parameters(Screen._compositor_refresh) == ["self"]


def test_the_driver_still_writes_through_the_file_we_give_it() -> None:
    source = inspect.getsource(LinuxDriver.start_application_mode)
    assert "WriterThread(self._file)" in source
    assert "_run_input_thread" in source
    assert "_get_terminal_size" in source


def test_the_parser_still_waits_the_way_we_hurry_it() -> None:
    parser = XTermParser()
    assert list(parser.feed("\x1bx")) == []
    assert parser._timeout_time is not None
    parser._timeout_time = 0.0
    (key,) = parser.tick()
    assert isinstance(key, events.Key)
    assert key.key == "alt+x"


def test_lines_are_still_filtered_through_the_list_we_fill() -> None:
    assert "self._filters" in inspect.getsource(App.get_line_filters)


def test_errors_still_come_to_the_method_we_replace() -> None:
    assert "_handle_exception" in inspect.getsource(MessagePump._process_messages_loop)
    assert "_print_error_renderables" in inspect.getsource(App._shutdown)

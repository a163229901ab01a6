"""Fails loudly when a new Textual moves a private part; the program then runs on stock parts."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual._wrap import compute_wrap_offsets
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.document._document import Document
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.document._wrapped_document import WrappedDocument
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from companion.ui.terminal import textual_internals
from tests.contracts.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAMED = (*textual_internals.DRIVER, *textual_internals.AREA, *textual_internals.HOST)
OURS = ROOT / "companion" / "ui"
DOOR = OURS / "terminal" / "textual_internals.py"


@pytest.mark.parametrize("part", NAMED)
def test_textual_still_has(part: str) -> None:
    assert textual_internals.missing((part,)) == ()


def test_a_part_that_is_gone_is_named() -> None:
    gone = ("textual.app:App._no_such_part", "textual._no_such_module:Thing")
    assert textual_internals.missing(gone) == gone


class One(App[None]):
    def compose(self) -> Iterator[Widget]:
        yield TextArea()


async def test_objects_still_have_what_is_relied_on() -> None:
    app = One()
    async with app.run_test():
        area = app.query_one(TextArea)
        for kind, thing in {
            "app": app,
            "area": area,
            "screen": app.screen,
            "wrapping": area.wrapped_document,
            "edit": Edit("a", (0, 0), (0, 0), False),
            "parser": XTermParser(),
            "driver": LinuxDriver(app),
        }.items():
            names = textual_internals.OF_OBJECTS[kind]
            assert [name for name in names if not hasattr(thing, name)] == [], kind


# What is touched is named.


@cache
def private_names_of_textual() -> frozenset[str]:
    """Every private name in the classes the program builds on."""
    found: set[str] = set()
    classes: tuple[type, ...] = (App, TextArea, Screen, Widget, LinuxDriver, Driver)
    more: tuple[type, ...] = (WrappedDocument, Document, Edit, EditHistory, XTermParser)
    deeper: tuple[type, ...] = (Compositor, StylesCache, MessagePump, ScrollView)
    for one in (*classes, *more, *deeper):
        source = ast.parse(inspect.getsource(inspect.getmodule(one) or ast))
        for node in ast.walk(source):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.add(node.name)
    return frozenset(name for name in found if is_private(name))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def touched(tree: ast.Module) -> set[str]:
    """The private names a module reads, sets or overrides that are not its own alone."""
    defined = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    read = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) != "os"
    }
    return {name for name in defined | read if is_private(name)}


def is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules imported when the program runs."""
    for node in ast.iter_child_nodes(tree):
        if is_typing(node):
            continue
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            yield from imports(node)


def modules() -> list[Path]:
    return sorted(OURS.rglob("*.py"))


def named() -> set[str]:
    names = {part.rpartition(".")[2].rpartition(":")[2] for part in NAMED}
    return names | {name for found in textual_internals.OF_OBJECTS.values() for name in found}


def test_every_private_part_that_is_touched_is_named() -> None:
    unnamed: dict[str, set[str]] = {}
    for path in sorted((OURS / "terminal").glob("*.py")):
        names = touched(ast.parse(path.read_text("utf-8"))) & private_names_of_textual()
        if names - named():
            unnamed[path.name] = names - named()
    assert unnamed == {}


def test_what_rooms_touch_is_named_too() -> None:
    for path in modules():
        for line in path.read_text("utf-8").splitlines():
            if "SLF001" in line and path.parent != DOOR.parent:
                names = set(re.findall(r"\._([a-z_]+)", line))
                assert {f"_{name}" for name in names} <= named(), f"{path.name}: {line.strip()}"


def test_private_modules_have_one_door() -> None:
    for path in modules():
        for module in imports(ast.parse(path.read_text("utf-8"))):
            parts = module.split(".")
            private = parts[0] in ("textual", "rich") and any(map(is_private, parts))
            assert not private, f"{path.name} imports {module}: take it through textual_internals"


# What is named still does what we take it to do.


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
    assert parameters(Compositor.update_widgets) == ["self", "widgets"]
    assert parameters(StylesCache.set_dirty) == ["self", "regions"]
    assert parameters(Widget.render_lines) == ["self", "crop"]
    assert parameters(WrappedDocument.location_to_offset) == ["self", "location"]
    assert parameters(Edit.do) == ["self", "text_area", "record_selection"]
    assert parameters(compute_wrap_offsets)[:3] == ["text", "width", "tab_size"]


def test_the_driver_still_writes_through_the_file_we_give_it() -> None:
    source = inspect.getsource(LinuxDriver.start_application_mode)
    assert "WriterThread(self._file)" in source
    assert "_run_input_thread" in source
    assert "_get_terminal_size" in source
    assert "self.attrs_before = " in source


def test_signals_still_come_to_the_methods_we_replace() -> None:
    source = inspect.getsource(LinuxDriver.__init__)
    assert "signal.SIGTSTP, self._sigtstp_application" in source
    assert "signal.SIGCONT, self._sigcont_application" in source


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


def test_an_edit_still_does_what_ours_does_in_its_place() -> None:
    steps = (
        "edit.do(self)",
        "self.history.record(edit)",
        "self.wrapped_document.wrap_range(",
        "edit.after(self)",
        "self.post_message(self.Changed(self))",
        "self._refresh_size()",
    )
    source = inspect.getsource(TextArea.edit)
    assert [source.index(step) for step in steps] == sorted(source.index(step) for step in steps)
    after = inspect.getsource(Edit.after)
    assert "text_area.selection = self._updated_selection" in after
    assert "text_area.record_cursor_width()" in after
    watch = inspect.getsource(TextArea._watch_selection)
    for step in ("clear_selection()", "scroll_cursor_visible()", "app.cursor_position ="):
        assert step in watch
    assert "navigator.last_x_offset" in inspect.getsource(TextArea.record_cursor_width)


def test_a_wrapped_line_is_still_kept_where_ours_is() -> None:
    document = WrappedDocument(Document("one two\tthree\nfour"), width=5)
    assert document._wrap_offsets == [[4, 8], []]
    assert document._line_index_to_offsets == [[0, 1, 2], [3]]
    assert document._offset_to_line_info == [(0, 0), (0, 1), (0, 2), (1, 0)]
    assert [len(widths) for widths in document._tab_width_cache] == [2, 1]


async def test_an_edit_still_says_where_the_cursor_goes() -> None:
    app = One()
    async with app.run_test():
        area = app.query_one(TextArea)
        edit = Edit("ab", (0, 0), (0, 0), False)
        edit.do(area)
        assert edit._updated_selection == Selection.cursor((0, 2))


async def test_a_layout_still_makes_the_visible_widgets_anew() -> None:
    app = One()
    async with app.run_test(size=(40, 10)) as pilot:
        compositor = app.screen._compositor
        before = compositor.visible_widgets
        assert compositor.visible_widgets is before
        assert before[app.query_one(TextArea)][0].size == (40, 10)
        await pilot.resize_terminal(30, 8)
        assert compositor.visible_widgets is not before
        assert compositor.visible_widgets[app.query_one(TextArea)][0].size == (30, 8)


async def test_a_refresh_still_marks_rows_where_ours_does() -> None:
    app = One()
    async with app.run_test():
        area = app.query_one(TextArea)
        area._repaint_regions.clear()
        area.refresh_lines(0)
        assert area._repaint_regions
        assert area._repaint_required
    assert "_repaint_regions" in inspect.getsource(Widget._exchange_repaint_regions)
    assert "_styles_cache.set_dirty" in inspect.getsource(Widget._set_dirty)


def test_the_version_is_pinned_to_the_line_these_parts_were_read_in() -> None:
    assert '"textual>=8.2.8,<8.3"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert importlib.import_module("textual").__version__.startswith("8.2.")

"""Every private part of Textual that the program uses, named and imported in one place.

When a part is missing, the program runs on Textual's stock parts; a contract test fails loudly
long before that. The same test reads the program and finds what is touched but not named here.
"""

from __future__ import annotations

import importlib
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "SYNC_END",
    "SYNC_START",
    "DocumentNavigator",
    "WrappedDocument",
    "XTermParser",
    "active_app",
    "compute_wrap_offsets",
    "lacks",
    "missing",
]


def _taken(module: str, name: str, stock: object) -> Any:  # noqa: ANN401 - whatever Textual has
    """Return a part of one of Textual's private modules, or `stock` if it has gone."""
    try:
        return getattr(importlib.import_module(module), name, stock)
    except ImportError:
        return stock


if TYPE_CHECKING:
    from textual._ansi_sequences import SYNC_END, SYNC_START
    from textual._context import active_app
    from textual._wrap import compute_wrap_offsets
    from textual._xterm_parser import XTermParser
    from textual.document._document_navigator import DocumentNavigator
    from textual.document._wrapped_document import WrappedDocument
else:
    SYNC_END = _taken("textual._ansi_sequences", "SYNC_END", "")
    SYNC_START = _taken("textual._ansi_sequences", "SYNC_START", "")
    active_app = _taken("textual._context", "active_app", ContextVar("active_app"))
    compute_wrap_offsets = _taken("textual._wrap", "compute_wrap_offsets", None)
    XTermParser = _taken("textual._xterm_parser", "XTermParser", object)
    DocumentNavigator = _taken("textual.document._document_navigator", "DocumentNavigator", object)
    WrappedDocument = _taken("textual.document._wrapped_document", "WrappedDocument", object)

DRIVER: Final = (
    "textual.drivers.linux_driver:LinuxDriver._run_input_thread",
    "textual.drivers.linux_driver:LinuxDriver.run_input_thread",
    "textual.drivers.linux_driver:LinuxDriver._get_terminal_size",
    "textual.drivers.linux_driver:LinuxDriver.disable_input",
    "textual.drivers.linux_driver:LinuxDriver._disable_mouse_support",
    "textual.drivers.linux_driver:LinuxDriver._disable_line_wrap",
    "textual.drivers.linux_driver:LinuxDriver._enable_bracketed_paste",
    "textual.drivers.linux_driver:LinuxDriver._enable_mouse_support",
    "textual.drivers.linux_driver:LinuxDriver._sigcont_application",
    "textual.drivers.linux_driver:LinuxDriver._sigtstp_application",
    "textual.drivers.linux_driver:WriterThread",
    "textual.driver:Driver.send_message",
    "textual.driver:Driver.process_message",
    "textual._xterm_parser:XTermParser.feed",
    "textual._xterm_parser:XTermParser.tick",
    "textual.app:App._handle_exception",
)
"""Used by `driver` and `key_reader`."""

AREA: Final = (
    "textual._wrap:compute_wrap_offsets",
    "textual.document._document_navigator:DocumentNavigator",
    "textual.document._edit:Edit.do",
    "textual.document._wrapped_document:WrappedDocument.get_tab_widths",
    "textual.document._wrapped_document:WrappedDocument.location_to_offset",
    "textual.document._wrapped_document:WrappedDocument.wrap",
    "textual.document._wrapped_document:WrappedDocument.wrap_range",
    "textual.expand_tabs:expand_tabs_inline",
    "textual.expand_tabs:get_tab_widths",
    "textual.widgets:TextArea._build_highlight_map",
    "textual.widgets:TextArea._draw_cursor",
    "textual.widgets:TextArea._has_cursor",
    "textual.widgets:TextArea._on_key",
    "textual.widgets:TextArea._on_paste",
    "textual.widgets:TextArea._redo_batch",
    "textual.widgets:TextArea._refresh_size",
    "textual.widgets:TextArea._replace_via_keyboard",
    "textual.widgets:TextArea._rewrap_and_refresh_virtual_size",
    "textual.widgets:TextArea._set_document",
    "textual.widgets:TextArea._undo_batch",
    "textual.widgets:TextArea._watch_selection",
    "textual.widgets:TextArea.find_matching_bracket",
)
"""Used by `visible_wrap`, `painting`, `fast_edit` and `note_area`."""

HOST: Final = (
    "textual.app:App._check_bindings",
    "textual.app:App._display",
    "textual.app:App._fatal_error",
    "textual.app:App._handle_exception",
    "textual.app:App._print_error_renderables",
    "textual.app:App._set_pointer_shape",
    "textual._ansi_sequences:SYNC_END",
    "textual._ansi_sequences:SYNC_START",
    "textual._compositor:Compositor.update_widgets",
    "textual._compositor:Compositor.visible_widgets",
    "textual.filter:LineFilter.apply",
    "textual.message_pump:MessagePump._close_messages_no_wait",
    "textual.message_pump:MessagePump._context",
    "textual.message_pump:MessagePump._dispatch_message",
    "textual.message_pump:MessagePump._flush_next_callbacks",
    "textual.message:Message._set_forwarded",
    "textual._context:active_app",
    "textual.screen:Screen._compositor_refresh",
    "textual.screen:Screen._get_breakpoint_classes",
    "textual.screen:Screen._on_screen_resume",
    "textual.screen:Screen._on_timer_update",
    "textual.screen:Screen._push_result_callback",
)
"""Used by `terminal_app`, `key_order`, `row_painter`, `output_filter` and `crash_report`."""
OF_OBJECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "app": (
        "_batch_count",
        "_clipboard",
        "_disable_notifications",
        "_disable_tooltips",
        "_driver",
        "_exception",
        "_exception_event",
        "_filters",
        "_loop",
        "_message_queue",
        "_next_callbacks",
        "_return_code",
        "_sync_available",
        "_thread_id",
    ),
    "area": (
        "_cursor_offset",
        "_dirty_regions",
        "_layout_required",
        "_line_cache",
        "_repaint_regions",
        "_repaint_required",
        "_scroll_required",
        "_styles_cache",
        "_theme",
    ),
    "screen": ("_compositor", "_layout_required", "_mounted_event", "_scroll_required"),
    "wrapping": (
        "_line_index_to_offsets",
        "_offset_to_line_info",
        "_tab_width",
        "_tab_width_cache",
        "_width",
        "_wrap_offsets",
    ),
    "edit": ("_updated_selection",),
    "parser": ("_timeout_time",),
    "driver": (
        "_app",
        "_file",
        "_key_thread",
        "_loop",
        "_must_signal_resume",
        "_writer_thread",
    ),
}
"""Attributes of objects, not of their class: they can be checked once there is one."""


@cache
def missing(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of these parts that the installed Textual does not have."""
    return tuple(part for part in parts if not _is_there(part))


def lacks(kind: str, thing: object) -> bool:
    """Return whether an object of Textual's lacks an attribute that is used."""
    return any(not hasattr(thing, name) for name in OF_OBJECTS[kind])


def _is_there(part: str) -> bool:
    module, _, path = part.partition(":")
    try:
        found: object = importlib.import_module(module)
    except ImportError:
        return False
    for name in path.split("."):
        if not hasattr(found, name):
            return False
        found = getattr(found, name)
    return True

"""Every private part of Textual that is relied on, named in one place.

When a part is missing, the program runs on Textual's stock parts; a contract test fails loudly
long before that.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Final

DRIVER: Final = (
    "textual.drivers.linux_driver:LinuxDriver._run_input_thread",
    "textual.drivers.linux_driver:LinuxDriver.run_input_thread",
    "textual.drivers.linux_driver:LinuxDriver._get_terminal_size",
    "textual.drivers.linux_driver:LinuxDriver.disable_input",
    "textual.drivers.linux_driver:WriterThread",
    "textual.driver:Driver.send_message",
    "textual.driver:Driver.process_message",
    "textual._xterm_parser:XTermParser.feed",
    "textual._xterm_parser:XTermParser.tick",
    "textual.app:App._handle_exception",
)
"""What `driver` and `parsing` need."""

AREA: Final = (
    "textual.widgets:TextArea._build_highlight_map",
    "textual.widgets:TextArea._draw_cursor",
    "textual.widgets:TextArea._has_cursor",
    "textual.widgets:TextArea._on_key",
    "textual.widgets:TextArea._on_paste",
    "textual.widgets:TextArea._redo_batch",
    "textual.widgets:TextArea._refresh_size",
    "textual.widgets:TextArea._replace_via_keyboard",
    "textual.widgets:TextArea._set_document",
    "textual.widgets:TextArea._undo_batch",
    "textual.widgets:TextArea._watch_selection",
    "textual.widgets:TextArea.find_matching_bracket",
    "textual.document._wrapped_document:WrappedDocument.get_offsets",
    "textual.document._wrapped_document:WrappedDocument.get_tab_widths",
    "textual.document._wrapped_document:WrappedDocument.wrap",
    "textual.document._wrapped_document:WrappedDocument.wrap_range",
)
"""What `painting` and `composer_area` need."""

HOST: Final = (
    "textual.app:App._check_bindings",
    "textual.app:App._fatal_error",
    "textual.app:App._handle_exception",
    "textual.app:App._print_error_renderables",
    "textual.app:App._set_pointer_shape",
    "textual.filter:LineFilter.apply",
    "textual.message_pump:MessagePump._context",
    "textual.message_pump:MessagePump._dispatch_message",
    "textual.message:Message._set_forwarded",
    "textual.screen:Screen._compositor_refresh",
)
"""What `host`, `guard` and `last_words` need."""


@cache
def missing(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these parts the installed Textual no longer has."""
    return tuple(part for part in parts if not _is_there(part))


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

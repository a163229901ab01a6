"""Which keys write, and which edit, where text is typed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from textual import events

_TYPED_CATEGORIES: Final = frozenset({"Zs", "Cf", "Co", "Cn", "Cc"})
"""What Python does not call printable although a keyboard can send it as text."""
_EDITING: Final = (
    ("up", "cursor_up"),
    ("down", "cursor_down"),
    ("left", "cursor_left"),
    ("right", "cursor_right"),
    ("ctrl+left", "cursor_word_left"),
    ("ctrl+right", "cursor_word_right"),
    ("home,ctrl+a", "cursor_line_start"),
    ("end,ctrl+e", "cursor_line_end"),
    ("pageup", "cursor_page_up"),
    ("pagedown", "cursor_page_down"),
    ("shift+up", "cursor_up(True)"),
    ("shift+down", "cursor_down(True)"),
    ("shift+left", "cursor_left(True)"),
    ("shift+right", "cursor_right(True)"),
    ("shift+home", "cursor_line_start(True)"),
    ("shift+end", "cursor_line_end(True)"),
    ("ctrl+shift+left", "cursor_word_left(True)"),
    ("ctrl+shift+right", "cursor_word_right(True)"),
    ("backspace", "delete_left"),
    ("delete", "delete_right"),
    ("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left"),
    ("alt+delete", "delete_word_right"),
    ("ctrl+c,super+c", "copy"),
    ("ctrl+x,super+x", "cut"),
    ("ctrl+v", "paste"),
    ("ctrl+z,super+z", "undo"),
    ("ctrl+y,super+y", "redo"),
)
"""Keys that edit. None of them takes away more than a word or what was selected first."""

EDITING_KEYS: Final[list[BindingType]] = [
    Binding(keys, action, show=False) for keys, action in _EDITING
]
"""The same as bindings."""


def is_text(event: events.Key) -> bool:
    """Whether a key writes its character: also blanks and joiners of other scripts."""
    character = event.character
    if not character:
        return False
    if event.is_printable:
        return True
    is_key = character <= "\x1f" or character == "\x7f"
    return (
        not is_key
        and len(character) == 1
        and unicodedata.category(character) in (_TYPED_CATEGORIES | {"Zl", "Zp"})
    )

"""Which keys are a press, which write, which edit, and under which names a key may be bound."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import App

_TYPED_CATEGORIES: Final = frozenset({"Zs", "Cf", "Co", "Cn", "Cc"})
"""Unicode categories that a keyboard can send as text although Python calls them unprintable."""
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
"""Keys that edit; none of them deletes more than a word or the selection."""

EDITING_KEYS: Final[list[BindingType]] = [
    Binding(keys, action, show=False) for keys, action in _EDITING
]
"""The same as bindings."""


_MODIFYING: Final = ("shift", "control", "alt", "super", "hyper", "meta")
_MEDIA: Final = (
    *("play", "pause", "play_pause", "reverse", "stop", "fast_forward", "rewind"),
    *("track_next", "track_previous", "record"),
)
_NO_PRESS: Final = frozenset(
    {
        *(f"{side}_{key}" for side in ("left", "right") for key in _MODIFYING),
        *("iso_level3_shift", "iso_level5_shift", "caps_lock", "num_lock", "scroll_lock"),
        *("print_screen", "pause", "menu", "kp_begin"),
        *(f"media_{key}" for key in _MEDIA),
        *("lower_volume", "raise_volume", "mute_volume"),
    }
)
"""Keys that only modify others, or speak to the computer and not to the program."""


def is_press(event: events.Key) -> bool:
    """Return whether a key counts as pressed; a modifier alone does not."""
    return event.key.rpartition("+")[2] not in _NO_PRESS


def digit_of(character: str | None) -> int | None:
    """Return the digit a character is, in any script; raised or circled digits do not count."""
    return unicodedata.decimal(character, None) if character and len(character) == 1 else None


def is_foreign(character: str) -> bool:
    """Return whether a character is a letter outside the Latin alphabet, which commands use."""
    return character.isalpha() and not unicodedata.name(character, "").startswith("LATIN")


def names(event: events.Key) -> Iterator[str]:
    """Return the names under which a key may be bound, the exact one first.

    A letter is the same command with Caps Lock, a digit in any script, and a letter of another
    alphabet is the Latin one on its key, where the terminal tells which that is.
    """
    key, character = event.key, event.character
    if not character or len(character) > 1 or not character.isalnum():
        yield key
        return
    digit = digit_of(character)
    is_wide = unicodedata.decomposition(character).startswith("<wide>")
    plain = unicodedata.normalize("NFKC", character) if is_wide else key
    if digit is not None:
        plain = str(digit)
    yield from dict.fromkeys((character, character.lower(), key, key.lower(), plain.lower()))


async def run_bindings(app: App[Any], event: events.Key, *, priority: bool = False) -> bool:
    """Do what a key is bound to, under the first of its names that is bound to anything."""
    for name in names(event):
        if await app._check_bindings(name, priority=priority):  # noqa: SLF001
            return True
    return False


def is_text(event: events.Key) -> bool:
    """Return whether a key writes its character, blanks and joiners of other scripts included."""
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

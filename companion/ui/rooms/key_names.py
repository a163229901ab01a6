"""The names of keys, as the user reads them."""

from __future__ import annotations

_NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "slash": "/",
    "underscore": "_",
    "question_mark": "?",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "escape": "Esc",
}


def key_name(key: str) -> str:
    """Return a key as it stands on the keyboard: `ctrl+n` is Ctrl+N, `pagedown` is PgDn."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last) or (last if len(last) == 1 and not modifiers else last.capitalize())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])

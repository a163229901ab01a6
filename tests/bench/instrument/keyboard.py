"""The bytes a terminal sends for a key, by the keyboard flags the program has pushed."""

from __future__ import annotations

_ESCAPE_CODES = 1
_ALL_KEYS = 8
_WITH_TEXT = 16

_EITHER_WAY = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "delete": "\x1b[3~", "ctrl+end": "\x1b[1;5F", "f1": "\x1bOP", "f2": "\x1bOQ",
}  # fmt: skip
_PLAIN_AND_KITTY = {
    "enter": ("\r", "\x1b[13u"), "tab": ("\t", "\x1b[9u"), "backspace": ("\x7f", "\x1b[127u"),
    " ": (" ", "\x1b[32;;32u"), "shift+tab": ("\x1b[Z", "\x1b[9;2u"),
}  # fmt: skip


def encoded(key: str, flags: int) -> bytes:
    """A key by its name, or a single letter.

    Args:
        key: As Textual names it.
        flags: Kitty keyboard flags; 0 in a terminal without them.
    """
    if key in _EITHER_WAY:
        text = _EITHER_WAY[key]
    elif key in _PLAIN_AND_KITTY:
        text = _PLAIN_AND_KITTY[key][bool(flags & _ALL_KEYS)]
    elif key == "escape":
        text = "\x1b[27u" if flags & _ESCAPE_CODES else "\x1b"
    elif key.startswith("ctrl+"):
        code = ord(key[-1])
        text = f"\x1b[{code};5u" if flags & _ESCAPE_CODES else chr(code & 0x1F)
    else:
        text = _letter(key, flags)
    return text.encode()


def _letter(letter: str, flags: int) -> str:
    if not flags & _ALL_KEYS:
        return letter
    shift = "2" if letter.isupper() else ""
    said = f";{ord(letter)}" if flags & _WITH_TEXT else ""
    rest = f";{shift}{said}" if shift or said else ""
    return f"\x1b[{ord(letter.lower())}{rest}u"

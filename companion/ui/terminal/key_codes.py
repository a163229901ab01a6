"""Reading key presses of extended keyboard protocols.

Kitty's protocol (https://sw.kovidgoyal.net/kitty/keyboard-protocol/) and xterm's modifyOtherKeys
report a key as numbers: which key, what it would write with Shift, where it lies on an English
keyboard, what is held down, what it writes. Here that becomes what any other terminal would have
sent for it: the characters it writes, a short sequence, or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from companion.domain.value import Value
from companion.ui.terminal.editing_keys import is_foreign

_EXTENDED: Final = re.compile(
    r"\x1b\[(?P<key>\d{1,7}(?::\d{0,7}){0,2})?"
    r"(?:;(?P<held>\d{0,4}(?::\d{0,2})?))?"
    r"(?:;(?P<text>\d{0,7}(?::\d{0,7})*))?"
    r"(?P<end>[u~ABCDEFHPQRS])"
)
_SHIFT: Final = 1
_ALT_OR_CTRL: Final = 0b111110
"""Alt, Ctrl, Super, Hyper and Meta: with one of them held, a key is a command."""
_CAPS_LOCK: Final = 0b1000000
_HELD: Final = 0b111111
"""Bits of keys held down; Caps Lock and Num Lock do not count."""
_RELEASED: Final = 3
_OTHER_KEYS: Final = 27
"""How xterm begins a key it has no sequence for: `CSI 27 ; held ; code ~`."""
_NO_KEYS: Final = frozenset({*range(57358, 57364), *range(57427, 57455)})
"""Lock keys, Print Screen, Pause, Menu, media keys, and all that only modify."""
_KEYPAD_TEXT: Final = dict(zip(range(57399, 57417), "0123456789./*-+\r=,", strict=True))
_KEYPAD_KEYS: Final = {
    57417: "1D",
    57418: "1C",
    57419: "1A",
    57420: "1B",
    57421: "5~",
    57422: "6~",
    57423: "1H",
    57424: "1F",
    57425: "2~",
    57426: "3~",
}
"""Keys of the keypad without Num Lock, as the same keys elsewhere are sent."""
_NAMED: Final = frozenset({9, 13, 27, 127})
"""Tab, Enter, Escape and Backspace: control characters that are keys of their own."""
_SHIFT_ADDS_NOTHING: Final = frozenset({"13u", "27u", "127u"})
"""Enter, Escape and Backspace: Shift is still held down from the letter before."""
_FURTHER: Final = range(57376, 57399)
"""F13 to F35."""
_FIRST_PRINTING: Final = 0x20
_LAST: Final = 0x10FFFF
_NEVER_TEXT: Final = frozenset({"Cc", "Cs", "Co"})
"""Controls, halves of characters, and private numbers, which protocols use for keys."""
_F3: Final = "13~"
"""The name of F3 where `CSI 1 ; n R` would be a place on the screen."""


class KeyCode(Value):
    """The meaning of a key code; all empty when it is not a press."""

    text: str = ""
    """The characters it writes."""
    sequence: str = ""
    """The sequence of a key that writes nothing, without the lock keys."""
    letter: str = ""
    """For a letter of another alphabet, the Latin one on the same key of an English keyboard."""


NOTHING: Final = KeyCode()
"""Not a press: a modifier, a key let go, or an unknown key."""


@lru_cache(maxsize=1000)
def read(sequence: str) -> KeyCode | None:
    """Return what an extended sequence stands for, or None when it is not one."""
    found = _EXTENDED.fullmatch(sequence)
    if found is None or (found["held"] is None and ":" not in sequence and found["end"] != "u"):
        return None
    held_down, _, event = (found["held"] or "").partition(":")
    held = max(0, int(held_down or "1") - 1)
    codes = [int(part or "0") for part in (found["key"] or "1").split(":")]
    text = _characters(found["text"])
    is_no_text = bool(found["text"]) and not text
    if found["end"] == "R" and codes != [1]:
        return None
    if event == str(_RELEASED):
        return NOTHING
    if found["end"] == "~" and codes[0] == _OTHER_KEYS:
        return _of_code([int(part) for part in (found["text"] or "0").split(":") if part], held, "")
    if found["end"] == "u":
        code = _of_code(codes, held, text)
        return NOTHING if is_no_text and code.text else code
    return _of_key(f"{codes[0]}{found['end']}", held)


def _of_code(codes: list[int], held: int, text: str) -> KeyCode:
    """Return the meaning of a key that is reported by its number."""
    code, shifted, base = (*codes, 0, 0, 0)[:3]
    if code in _NO_KEYS:
        return NOTHING
    if code in _KEYPAD_KEYS:
        return _of_key(_KEYPAD_KEYS[code], held)
    if code in _KEYPAD_TEXT:
        code = ord(_KEYPAD_TEXT[code])
    own, above = _character(code), _character(shifted)
    letter = chr(base) if is_foreign(own) and _is_plain_letter(base) else ""
    is_command = bool(held & _ALT_OR_CTRL)
    # With Alt or Ctrl, a text that is not the key's own is one its layout makes of the three.
    if text and not (is_command and text.lower() in (own.lower(), above.lower())):
        return KeyCode(text, letter=letter if len(text) == 1 and is_foreign(text) else "")
    if own and not is_command:
        return KeyCode(_written(own, above, held), letter=letter)
    if own or code in _NAMED or code in _FURTHER:
        named = ord(letter or own.lower()) if own and len(own.lower()) == 1 else code
        return _of_key(f"{named}u", held)
    return NOTHING


def _of_key(name: str, held: int) -> KeyCode:
    """Return the short form of a key that writes nothing, such as `1A` or `5~`."""
    held &= _HELD
    if held == _SHIFT and name in _SHIFT_ADDS_NOTHING:
        held = 0
    number, end = name[:-1], name[-1]
    if name == "1E":
        return NOTHING
    if not held:
        return KeyCode(sequence=f"\x1b[{'' if end not in 'u~' else number}{end}")
    if end == "R":
        number, end = _F3[:-1], _F3[-1]
    return KeyCode(sequence=f"\x1b[{number};{held + 1}{end}")


def _written(own: str, above: str, held: int) -> str:
    """Return the text of a key that is reported without it."""
    shift, lit = bool(held & _SHIFT), bool(held & _CAPS_LOCK)
    if own.isalpha():
        one_of_two = own.lower() if shift and lit else above or own.upper()
        return one_of_two if (shift or lit) and len(one_of_two) == 1 else own
    return above if shift and above else own


def _characters(codes: str | None) -> str:
    """Return the text a press carries with it."""
    return "".join(_character(int(code)) for code in (codes or "").split(":") if code)


def _character(code: int) -> str:
    """Return the character with that number, or nothing when it is never text."""
    if not _FIRST_PRINTING <= code <= _LAST:
        return ""
    character = chr(code)
    return "" if unicodedata.category(character) in _NEVER_TEXT else character


def _is_plain_letter(code: int) -> bool:
    return ord("a") <= code <= ord("z")

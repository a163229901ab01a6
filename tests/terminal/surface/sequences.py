"""What terminals send for keys, and on their own account: no byte of it is ever text."""

from __future__ import annotations

import itertools
from typing import Final

_MODIFIERS: Final = ("2", "3", "5", "6")
"""Shift, Alt, Ctrl, Ctrl and Shift, as xterm counts them."""
ARROWS: Final = (
    *(f"\x1b[{letter}" for letter in "ABCDHF"),
    *(f"\x1bO{letter}" for letter in "ABCDHF"),
    *(f"\x1b[1;{more}{letter}" for more, letter in itertools.product(_MODIFIERS, "ABCDHF")),
    *(f"\x1b[{letter}" for letter in "abcd"),
    *(f"\x1bO{letter}" for letter in "abcd"),
)
EDITING: Final = (
    *(f"\x1b[{number}~" for number in (1, 2, 3, 4, 5, 6, 7, 8)),
    *(f"\x1b[{number};{more}~" for number, more in itertools.product((2, 3, 5, 6), _MODIFIERS)),
    *(f"\x1b[{number}{mark}" for number, mark in itertools.product((3, 5, 6, 7, 8), "^$@")),
    "\x1b[Z",
)
FUNCTIONS: Final = (
    *(f"\x1bO{letter}" for letter in "PQRS"),
    *(f"\x1b[1;{more}{letter}" for more, letter in itertools.product(_MODIFIERS, "PQRS")),
    *(f"\x1b[{number}~" for number in (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24)),
    *(f"\x1b[{number};5~" for number in (15, 24)),
    *(f"\x1b[[{letter}" for letter in "ABCDE"),
)
KITTY: Final = (
    "\x1b[27u",
    "\x1b[9u",
    "\x1b[9;2u",
    "\x1b[13;2u",
    "\x1b[103;5u",
    "\x1b[57441;2u",
    "\x1b[1;1:3A",
    "\x1b[27;5;13~",
)
REPORTS: Final = (
    "\x1b[I",
    "\x1b[O",
    "\x1b[<0;10;5M",
    "\x1b[<35;110;5M",
    "\x1b[<0;10;5m",
    "\x1b[M !!",
    "\x1b[12;40R",
    "\x1b[0n",
    "\x1b[?62;22c",
    "\x1b[>1;4000;0c",
    "\x1b[?2026;2$y",
    "\x1b[?25u",
    "\x1b[48;24;80;600;900t",
    "\x1b]11;rgb:1515/1919/1d1d\x1b\\",
    "\x1b]10;rgb:e4e4/e7e7/eaea\x07",
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
)
SILENT: Final = (*ARROWS, *EDITING, *FUNCTIONS, *KITTY, *REPORTS)
"""Sequences that write nothing."""
WRITING: Final = {
    "\x1b[97;;97u": "a",
    "\x1b[233;;233u": "é",
    "\x1b[97;2;65u": "A",
    "\x1b[200~pasted\x1b[201~": "pasted",
}
"""Sequences that write, and what."""

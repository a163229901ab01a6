"""A text as a QR code: dark and light modules, for the camera of a phone."""

from __future__ import annotations

from typing import Any, NamedTuple

QUIET = 4
"""Light modules on each side; with fewer a camera may not find the code."""
_SMALLEST, _STEP, _LARGEST = 21, 4, 40
"""Side of the first version, how much each next one is wider, and how many versions there are."""
_LEVEL = "l"
"""The least correction: a screen is clean, and small modules are worse than few."""
_BITS_AHEAD = 4
"""Bits that say what the bits are."""
_MANY = 10
"""From this version on the length takes two bytes."""


class QrCode(NamedTuple):
    """A code with its quiet zone."""

    rows: tuple[tuple[bool, ...], ...]
    """From the top; True where it is dark."""

    @property
    def side(self) -> int:
        """How many modules it is wide and high."""
        return len(self.rows)


def room_for(side: int) -> int:
    """Return how many bytes fit a code that is no wider than that with its quiet zone."""
    version = min((side - 2 * QUIET - _SMALLEST) // _STEP + 1, _LARGEST)
    if version < 1:
        return 0
    from segno.consts import ERROR_LEVEL_L, SYMBOL_CAPACITY  # noqa: PLC0415 - see qr_code

    table: Any = SYMBOL_CAPACITY
    bits = int(table[version][ERROR_LEVEL_L])
    return (bits - _BITS_AHEAD) // 8 - (2 if version >= _MANY else 1)


def qr_code(text: str) -> QrCode:
    """Return the code of a text, as UTF-8; it has to fit one."""
    import segno  # noqa: PLC0415 - only where a code is asked for

    made = segno.make(text.encode(), mode="byte", error=_LEVEL, micro=False, boost_error=True)
    return QrCode(tuple(tuple(map(bool, row)) for row in made.matrix_iter(border=QUIET)))

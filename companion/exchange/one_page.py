"""Making sure that a page stays one page, A4 or Letter, however much there is to say.

How wide a text becomes depends on the font a printer's laptop has. So widths are estimated on the
large side, and some of the page is left free; a real browser has the last word in the tests.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from companion.domain.text import one_line
from companion.exchange.document import Document, Heading, Items, Paragraph
from companion.words import letters

_NARROW = frozenset("iljftrI.,;:'!|()[]- ")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.36, 0.6, 0.74, 1.05
_WIDE = frozenset("mwMWQO@%&—…")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a given size of letters."""

    width: float
    """Of a line, in em: the width of the size of letters."""
    lines: float
    """How many there are; the space between blocks counts half a line."""


USUAL = Sheet(width=45.0, lines=46.0)
"""11 points on the smaller of A4 and Letter in each direction."""
LARGE = Sheet(width=31.0, lines=31.0)
"""16 points."""
INDENT = 3.0
"""How far a list is set in, in em."""
_BETWEEN_BLOCKS = 0.5
_HEADING = 1.6
"""A heading is larger, and has more room above it."""


def _em(sign: str) -> float:
    if sign in _NARROW:
        return _NARROW_EM
    if sign in _WIDE or not sign.isascii():
        return 0.0 if unicodedata.combining(sign) else _WIDE_EM
    return _CAPITAL_EM if sign.isupper() else _USUAL_EM


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes at the most.

    Args:
        text: On one line.
        width: Of a line, in em.
    """
    lines, used = 1, 0.0
    for word in text.split(" "):
        long = sum(map(_em, word))
        if used and used + _NARROW_EM + long > width:
            lines, used = lines + 1, 0.0
        while long > width:
            # Too long for any line: broken anywhere.
            lines, long = lines + 1, long - width
        used += (_NARROW_EM if used else 0.0) + long
    return lines


def cut_to(text: str, width: float, most: int) -> str:
    """The text, or its beginning and a mark, in at most so many lines."""
    signs = int(width * most / _NARROW_EM)
    begins = one_line(text[: signs * 2])[:signs]
    if len(one_line(text)) <= signs and lines_of(begins, width) <= most:
        return begins
    text, least, most_signs = begins, 0, len(begins)
    while least < most_signs:
        middle = (least + most_signs + 1) // 2
        if lines_of(text[:middle] + letters.CUT, width) <= most:
            least = middle
        else:
            most_signs = middle - 1
    shown = text[:least]
    whole = shown.rpartition(" ")[0] if " " in shown[least // 2 :] else shown
    return (whole or shown).rstrip() + letters.CUT


def height_of(document: Document, sheet: Sheet) -> float:
    """How many lines of a sheet a document takes at the most."""
    total = 0.0
    for block in document.whole:
        if isinstance(block, Heading):
            total += _HEADING * lines_of(block.text, sheet.width / _HEADING) + _BETWEEN_BLOCKS
        elif isinstance(block, Paragraph):
            text = f"{block.label} {block.text}"
            total += lines_of(text, sheet.width) + _BETWEEN_BLOCKS
        elif isinstance(block, Items):
            total += sum(
                lines_of(f"{item.label}: {item.text}", sheet.width - INDENT) for item in block.items
            )
            total += _BETWEEN_BLOCKS
    return total

"""Fits a document on one page, A4 or Letter, however much there is to say.

The width of a text depends on the fonts of the computer that prints. So widths are estimated on the
large side, and some of the page is left free; tests with a real browser have the last word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from companion.domain.said_fit import cut_short
from companion.domain.text import one_line
from companion.domain.value import Value
from companion.exchange.render.document import Document, Heading, Items, Paragraph

_AT_A_BREAK = 6.0
_NARROW = frozenset("iljftrI.,;:'!|()[]- ")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.36, 0.6, 0.74, 1.05
_WIDE = frozenset("mwMWQO@%&—…")


Rest = Callable[[int, int], str]
"""Makes the text about the rest: how many texts are missing, and how many are shown."""


class Sheet(Value):
    """A page, measured in letters of its size."""

    width: float
    """Width of a line, in em."""
    lines: float
    """Lines of a page; the space between blocks counts half a line."""
    pages: int = 1
    """How many such pages there may be."""

    @property
    def room(self) -> float:
        """Lines on all pages; at a page break some stay free, as blocks are not broken."""
        return self.lines * self.pages - _AT_A_BREAK * (self.pages - 1)


USUAL = Sheet(width=45.0, lines=46.0)
"""11 points; the smaller of A4 and Letter in each direction."""
LARGE = Sheet(width=31.0, lines=31.0)
"""16 points."""
LARGE_TWO = Sheet(width=31.0, lines=31.0, pages=2)
"""16 points, on both sides of a sheet."""
INDENT = 3.0
"""Indent of a list, in em."""
_BETWEEN_BLOCKS = 0.5
WRITING_LINE = 1.5
"""Height of a line to write on by hand, in lines."""
_BELOW = 0.6
"""Space below the last of them, in lines."""
_HEADING = 1.6
"""Height of a heading, in lines, with the space above it."""


def _em(sign: str) -> float:
    if sign in _NARROW:
        return _NARROW_EM
    if sign in _WIDE or not sign.isascii():
        return 0.0 if unicodedata.combining(sign) else _WIDE_EM
    return _CAPITAL_EM if sign.isupper() else _USUAL_EM


@lru_cache(4096)
def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes at most.

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
    """Return the text in at most so many lines, cut and marked if it is longer."""
    signs = int(width * most / _NARROW_EM)
    begins = one_line(text[: signs * 2])[:signs]
    if len(one_line(text)) <= signs and lines_of(begins, width) <= most:
        return begins
    return cut_short(begins, lambda shown: lines_of(shown, width) <= most)


def whole_ones(texts: tuple[str, ...], width: float, most: int, rest: Rest) -> tuple[str, ...]:
    """Return as many whole texts as fit so many lines, and a text about the rest.

    Args:
        texts: On one line each, as a list of medicines.
        width: Of a line, in em.
        most: Lines they may take together.
        rest: Tells how many are elsewhere, and where.
    """
    shown: tuple[str, ...] = (rest(len(texts), 0),) if texts else ()
    for number in range(1, len(texts) + 1):
        left = len(texts) - number
        longer = (*texts[:number], rest(left, number)) if left else texts
        if lines_of("; ".join(longer), width) <= most:
            shown = longer
        elif lines_of("; ".join(texts[:number]), width) > most:
            break
    return shown


def height_of(document: Document, sheet: Sheet) -> float:
    """Return how many lines of a sheet a document takes at most; stop counting once it is full."""
    total = 0.0
    for block in document.whole:
        if total > sheet.room:
            return total
        if isinstance(block, Heading):
            total += _HEADING * lines_of(block.text, sheet.width / _HEADING) + _BETWEEN_BLOCKS
        elif isinstance(block, Paragraph):
            text = f"{block.label} {block.text}"
            total += lines_of(text, sheet.width) + _BETWEEN_BLOCKS
        elif isinstance(block, Items):
            total += sum(
                lines_of(f"{item.label}: {item.text}", sheet.width - INDENT) for item in block.items
            )
            total += (block.room * WRITING_LINE + (_BELOW if block.room else 0)) * len(block.items)
            total += _BETWEEN_BLOCKS
    return total

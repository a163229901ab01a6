"""Numbers out of 100 as fields of marks, drawn side by side at the same size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.exchange.document import Drawing
from companion.words import papers as words

if TYPE_CHECKING:
    from companion.domain.note import NumberCard

FULL, EMPTY = "●", "○"
ROW = 10
"""Marks in a row, and rows in a field."""
HUNDRED = 100
_MOST_DIGITS = 9


def in_hundred(count: str, out_of: str) -> int | None:
    """How many of 100 that is; None unless it comes out even, so that no mark misleads."""
    if not (_is_number(count) and _is_number(out_of)):
        return None
    part, whole = int(count), int(out_of)
    if whole == 0 or part > whole or part * HUNDRED % whole:
        return None
    return part * HUNDRED // whole


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


def field(number: int) -> tuple[str, ...]:
    """100 marks in ten rows, so many of them full."""
    marks = FULL * number + EMPTY * (HUNDRED - number)
    return tuple(" ".join(marks[at : at + ROW]) for at in range(0, HUNDRED, ROW))


def drawing(card: NumberCard) -> Drawing | None:
    """The fields of a number card, side by side; None when nothing can be drawn."""
    given = (
        ("", card.count),
        (words.CARD["with_treatment"], card.with_treatment),
        (words.CARD["without_treatment"], card.without_treatment),
    )
    known = [
        (caption, number)
        for caption, count in given
        if (number := in_hundred(count, card.out_of)) is not None
    ]
    if not known:
        return None
    fields = [field(number) for _, number in known]
    caption = "; ".join(words.in_hundred(number, caption) for caption, number in known)
    return Drawing(caption, tuple("    ".join(row) for row in zip(*fields, strict=True)))

"""Icon arrays: numbers out of 100 as fields of marks, side by side at the same size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.number import HUNDRED, picture
from companion.exchange.render.document import Drawing, Paragraph
from companion.words import notes as note_words
from companion.words import papers as words

if TYPE_CHECKING:
    from companion.domain.note import NumberCard
    from companion.exchange.render.document import Block

FULL, EMPTY = "●", "○"
ROW = 10
"""Marks in a row, and rows in a field."""


def field(number: int) -> tuple[str, ...]:
    """Return 100 marks in ten rows, so many of them full."""
    marks = FULL * number + EMPTY * (HUNDRED - number)
    return tuple(" ".join(marks[at : at + ROW]) for at in range(0, HUNDRED, ROW))


def drawing(card: NumberCard) -> Drawing | None:
    """Return the fields of a number card, side by side; None when nothing can be drawn."""
    known = picture(card).parts
    if not known:
        return None
    fields = [field(part.number) for part in known]
    alone = len(known) == 1 and known[0].name == "count"
    caption = "; ".join(
        words.in_hundred(part.number, "" if alone else words.CARD[part.name]) for part in known
    )
    return Drawing(caption, tuple("    ".join(row) for row in zip(*fields, strict=True)))


def drawn(card: NumberCard) -> list[Block]:
    """Return the fields of a number card, and why a figure is not among them."""
    fields = drawing(card)
    said = (
        Paragraph(note_words.UNDRAWN[missed.why], words.CARD[missed.name])
        for missed in picture(card).missed
    )
    return [*([fields] if fields is not None else []), *said]

"""Numbers as people say them: what a note says of how many, out of how many."""

from __future__ import annotations

import re

from companion.domain.note import NumberCard

_OUT_OF = re.compile(r"(?<![\w.,])(\d{1,9}) (?:in|out of|of) (\d{1,9})(?![\w]|[.,]\d)")


def from_words(text: str) -> NumberCard:
    """A card with what the note itself says: `2 in 100` gives both figures, nothing else does."""
    said = _OUT_OF.search(text)
    return NumberCard(count=said[1], out_of=said[2]) if said else NumberCard()

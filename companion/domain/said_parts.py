"""The parts of *what was said*, in the order in which they are read."""

from __future__ import annotations

from enum import StrEnum

from companion.domain.entity import id_within


class SaidPart(StrEnum):
    """A part of *what was said*, in the order in which they are read."""

    WHAT = "what"
    ADVISED = "advised"
    WHY = "why"
    NEXT = "next"
    WHO = "who"
    CALL = "call"
    OPEN = "open"
    ALSO = "also"


ALWAYS_THERE = tuple(part for part in SaidPart if part is not SaidPart.ALSO)
"""Parts that stand on the page even where nothing was said to them."""


def said_id(visit_id: str, part: str) -> str:
    """Return the id of a part that was rewritten by hand."""
    return id_within(visit_id, f"said/{part}")

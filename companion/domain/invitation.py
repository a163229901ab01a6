"""The text of an invitation, shortened where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import one_line
from companion.domain.value import Value

if TYPE_CHECKING:
    from companion.domain.visit import VisitAbout

CUT = "…"
_LONGEST_LINE = 600


class FirstLines(Value):
    """The first lines of a long text."""

    lines: tuple[str, ...]
    more: int
    """How many there are after them."""


def has_invitation(about: VisitAbout) -> bool:
    """Return whether an invitation says anything of a visit that is kept nowhere else."""
    return bool(about.description.strip() or about.organizer.strip() or about.url.strip())


def in_short(about: VisitAbout, longest: int) -> str:
    """Return the first words of what an invitation says, on one line."""
    text = one_line(about.description[: 4 * longest + _LONGEST_LINE])
    if len(text) <= longest:
        return text
    words, _, _ = text[:longest].rpartition(" ")
    return f"{words or text[:longest]} {CUT}"


def beginning(about: VisitAbout, most: int | None) -> FirstLines:
    """Return the lines of what an invitation says.

    Args:
        about: The visit.
        most: How many lines; None for all.
    """
    lines = [line.strip() for line in about.description.split("\n") if line.strip()]
    kept = lines if most is None or len(lines) <= most + 1 else lines[:most]
    if most is not None:
        kept = [
            line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} {CUT}" for line in kept
        ]
    cut = len(lines) - len(kept) or int(kept != lines)
    return FirstLines(tuple(kept), cut)

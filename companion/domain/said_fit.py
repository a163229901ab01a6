"""Fits what was said into a page or a screen; what has no room is counted, never just left off.

Where a text is cut short, the cut is marked, and no word or number is cut in two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.answer_places import ALWAYS_THERE
from companion.domain.value import Value, replace
from companion.words.letters import CUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.domain.said import Sentence, ToldPart

_TRIES = (3, 2, 1)
"""Lines of one sentence at most, tried in this order once not all fits."""
_NUMBER_AT_THE_END = re.compile(
    r"(?:\s+[^\w\s]*\d\S*(?:\s+(?:[^\w\s]+|of|in|out|to|and|or|x|per|times|a))*)+\s*\Z",
    re.IGNORECASE,
)
"""A number at the end: what it counts, or is out of, would stand behind the cut."""
_FIRST_TRY = 64


class SaidSpace(Value):
    """A page or a screen, in lines."""

    room: float
    """Lines for all parts."""
    lines: Callable[[str], int]
    """Tells how many lines a sentence takes."""
    heading: float = 0.0
    """Lines that a part takes besides its sentences."""
    remark: float = 1.0
    """Lines of the sentence about what had no room."""


class FittedSaid(Value):
    """What has room."""

    parts: tuple[ToldPart, ...]
    left_out: int = 0
    """Sentences that have no room."""
    shortened: int = 0


def fitted(parts: tuple[ToldPart, ...], space: SaidSpace) -> FittedSaid:
    """Return the parts as they fit: every part keeps its first sentence, then the next ones."""
    if _height(parts, space) <= space.room:
        return FittedSaid(parts)
    smaller = replace(space, room=space.room - space.remark)
    kept = tuple(part for part in parts if part.part in ALWAYS_THERE)
    for most in _TRIES:
        found = _filled(_short(parts, smaller, most), smaller)
        if found is not None:
            return _counted(parts, found)
    least = _filled(_short(kept, smaller, 1), replace(smaller, room=0.0), least=True)
    return _counted(parts, least)


def _height(parts: Iterable[ToldPart], space: SaidSpace) -> float:
    return sum(
        space.heading + (sum(space.lines(each.text) for each in part.sentences) or 1)
        for part in parts
    )


def _short(parts: tuple[ToldPart, ...], space: SaidSpace, most: int) -> tuple[ToldPart, ...]:
    def cut(sentence: Sentence) -> Sentence:
        if space.lines(sentence.text) <= most:
            return sentence
        return replace(
            sentence, text=cut_short(sentence.text, lambda text: space.lines(text) <= most)
        )

    return tuple(replace(part, sentences=tuple(map(cut, part.sentences))) for part in parts)


def _filled(
    parts: tuple[ToldPart, ...], space: SaidSpace, *, least: bool = False
) -> tuple[ToldPart, ...] | None:
    """Return as much of each part as has room; None where not even its first sentence has."""
    first = tuple(replace(part, sentences=part.sentences[:1]) for part in parts)
    height = _height(first, space)
    if height > space.room and not least:
        return None
    many = [len(part.sentences) for part in first]
    for depth in range(1, max((len(part.sentences) for part in parts), default=0)):
        for at, part in enumerate(parts):
            if many[at] != depth or depth >= len(part.sentences):
                continue
            more = space.lines(part.sentences[depth].text)
            if height + more <= space.room:
                height, many[at] = height + more, depth + 1
    return tuple(
        replace(part, sentences=part.sentences[: many[at]]) for at, part in enumerate(parts)
    )


def _counted(parts: tuple[ToldPart, ...], found: tuple[ToldPart, ...] | None) -> FittedSaid:
    shown = found or ()
    whole = {(part.part, at): each.text for part in parts for at, each in enumerate(part.sentences)}
    cut = sum(
        each.text != whole[part.part, at]
        for part in shown
        for at, each in enumerate(part.sentences)
    )
    return FittedSaid(shown, len(whole) - sum(len(part.sentences) for part in shown), cut)


def cut_short(text: str, fits: Callable[[str], bool]) -> str:
    """Return the longest beginning of a text that fits with the mark of the cut.

    Args:
        text: On one line.
        fits: Tells whether a text has room; a longer one never has where a shorter one has not.
    """
    least, most = 0, min(_FIRST_TRY, len(text))
    while most < len(text) and fits(text[:most] + CUT):
        least, most = most, min(2 * most, len(text))
    while least < most:
        middle = (least + most + 1) // 2
        if fits(text[:middle] + CUT):
            least = middle
        else:
            most = middle - 1
    shown = text[:least]
    whole = shown.rpartition(" ")[0] if " " in shown[least // 2 :] else shown
    whole = whole or shown
    return (_NUMBER_AT_THE_END.sub("", whole) or whole).rstrip() + CUT

"""Texts in the form in which they are compared: characters that look alike are equal.

Case and accents are taken off, letters of compatibility (full width, ligatures, circled) become
plain ones, all dashes are one dash and all quotes one quote, blanks of every kind one blank; what
has no width, and what only turns the direction of writing, is left out. Each character is folded by
itself, so that a place in a folded text can be followed back to the text itself.

Source: Unicode Standard Annex 15 (normalisation forms), Unicode Technical Standard 10 (searching).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = frozenset("\"'`´‘’‚‛“”„‟‹›«»′‵ʹʼʻʽˈ〝〞〟")
_DASHES = frozenset("\u2043\u2212\u02d7")
"""Those that Unicode does not call dashes (category Pd)."""
_PLAIN = str.maketrans("øłđħıŧ⁄∕", "oldhit//")
"""Letters with a stroke, which Unicode does not take apart."""
_PAIRS = {"æ": "ae", "œ": "oe"}
_NO_WIDTH = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164")
_POINTS = range(10, 37)
"""Combining classes of the points of Hebrew and Arabic, which few people type."""
_ACCENTS = 200
"""Combining classes of accents begin here; lower ones change what a letter is."""
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Characters that choose between two drawings of one character."""


def _is_left_out(character: str) -> bool:
    code, category = ord(character), unicodedata.category(character)
    if category == "Cf" or character in _NO_WIDTH or any(code in each for each in _SELECTORS):
        return True
    marks = unicodedata.combining(character)
    return marks >= _ACCENTS or marks in _POINTS


def _one(character: str) -> str:
    """Return one character folded further, after compatibility and case."""
    if character in _QUOTES:
        return "'"
    if character in _DASHES or unicodedata.category(character) == "Pd":
        return "-"
    if _is_left_out(character):
        return ""
    return _PAIRS.get(character, character.translate(_PLAIN))


class _Folding(dict[int, str]):
    """The folded form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _QUOTES:
            found = "'"
        elif unicodedata.category(character) == "Cs":
            found = "\ufffd"
        else:
            apart = unicodedata.normalize("NFKD", character).casefold()
            found = "".join(_one(each) for each in unicodedata.normalize("NFKD", apart))
        self[code] = found
        return found


_FOLDING = _Folding()


def _spread(text: str) -> str:
    """Return the text folded character by character, blanks as they stand."""
    if text.isascii():
        return text.lower().replace('"', "'").replace("`", "'")
    return text.translate(_FOLDING)


def folded(text: str) -> str:
    """Return the text as it is compared, on one line."""
    return " ".join(_spread(text).split())


_BETWEEN = r"(?<=\w)[- ]+(?=\w)"


@lru_cache(64)
def loose(wanted: str) -> str | None:
    """Words that are looked for as a pattern; None where they are found as they stand.

    A hyphen or a blank between two words may be either in a text, or nothing: `follow-up` finds
    `follow up` and `followup`. Between two figures it cannot be nothing.

    Args:
        wanted: Words as they are compared.
    """
    parts = re.split(_BETWEEN, wanted)
    if len(parts) == 1:
        return None
    pattern = re.escape(parts[0])
    for before, part in pairwise(parts):
        figures = before[-1].isdigit() and part[0].isdigit()
        pattern += f"[- ]{'{1,3}' if figures else '{0,3}'}{re.escape(part)}"
    return pattern


def holds(text: str, wanted: str) -> bool:
    """Return whether a text holds words that are looked for; both as they are compared."""
    if wanted in text:
        return True
    pattern = loose(wanted)
    return pattern is not None and re.search(pattern, text) is not None


def _found(spread: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Return the places of words that are looked for in a folded text."""
    if wanted:
        yield from (each.span() for each in re.finditer(loose(wanted) or re.escape(wanted), spread))


def places_of(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return where words stand in a text: the first character and the one after the last, in order.

    Args:
        text: On one line.
        wanted: Words as they are compared.
    """
    spread = _spread(text)
    found = list(_found(spread, wanted))
    if not found:
        return []
    # Where one letter becomes two, or none, a place is not the same in both.
    ends = list(accumulate(len(_FOLDING[ord(letter)]) for letter in text))
    places, letter = [], 0
    for first, after in found:
        while ends[letter] <= first:
            letter += 1
        begin = letter
        while ends[letter] < after:
            letter += 1
        places.append((begin, letter + 1))
    return places

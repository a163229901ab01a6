"""Reading age: the Flesch-Kincaid grade of English text.

0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid 1975); grade 7 is about twelve
years old.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.packs.citations import without_citations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LIMIT = 7.0
"""Highest grade of a file's running text."""
FEWEST_WORDS = 30
"""A shorter text is not judged: one long word would decide."""
NAME_SYLLABLES = 2
"""Most syllables that a name or a word of the glossary counts."""

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]{0,3}\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\{[^}]*\}")
_VOWELS = re.compile(r"[aeiouy]+")
_PARTED = re.compile(
    r"(?<=[aiouye])ing$|(?<![tcs])ia|(?<![tcslgn])io(?!us)|(?<![tcxg])ious|iu|(?<!p)eo|ea$"
    r"|(?<![tc])ie(?=t|n(?!d))|(?<![qg])ua|(?<![qg])ue(?=n)|riety|xie|^rea[lc]t|crea|uou|fuel|^lion|^science|^societ"
)
"""Two vowels side by side that are two syllables."""
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouyr]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouscxzhg])es$"
    r"|^(?:some|even)(?=[a-z]{3})|^ever(?=y)"
)
"""A silent e."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts for the formula."""

    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; 0 without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@functools.lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Estimate how many syllables an English word has; at least one."""
    plain = word.lower().replace("’", "'").split("'")[0]
    heard = len(_VOWELS.findall(plain)) + len(_PARTED.findall(plain))
    return max(1, heard - len(_SILENT.findall(plain)))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without its citations."""
    return tuple(part for part in _SENTENCE.split(without_citations(text)) if part.strip())


def count(passages: Iterable[str], terms: Collection[str] = ()) -> Counts:
    """Count running text.

    Args:
        passages: Pieces of text; the end of each ends a sentence.
        terms: Lower-case words of the glossary, which count as names do.
    """
    several = words = total = 0
    for passage in passages:
        for sentence in sentences(passage):
            found = _WORD.findall(sentence)
            several += bool(found)
            words += len(found)
            total += sum(
                _syllables(word, terms, first=index == 0) for index, word in enumerate(found)
            )
    return Counts(max(1, several), words, total)


def _syllables(word: str, terms: Collection[str], *, first: bool) -> int:
    if word.startswith("{"):
        return NAME_SYLLABLES
    counted = syllables(word)
    plain = word.lower()
    is_name = word[0].isupper() and not first
    if is_name or plain in terms or plain.removesuffix("s") in terms:
        return min(NAME_SYLLABLES, counted)
    return counted

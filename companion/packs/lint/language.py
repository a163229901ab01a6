"""Rules: plain words, and as many of them for one option as for another.

Words are plain by the Flesch-Kincaid grade: 0.39 x words a sentence + 11.8 x syllables a word -
15.59 (Kincaid 1975); grade 7 is about twelve years old.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.pack import Problem
from companion.packs import file_kinds
from companion.packs.citations import without_citations
from companion.packs.pack_items import words_of
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from companion.domain.pack import PackItem
    from companion.packs.lint.subject import Subject
    from companion.packs.pack_items import PackFile


LONGEST_URGENT = 25
"""Most words of a sentence of an urgent item."""


def text_is_plain(subject: Subject) -> Iterator[Problem]:
    """Require a reading grade of seven at most for the running text of an English file."""
    if not subject.language.lower().startswith("en"):
        return
    terms = subject.own_terms
    for file in subject.reading.files:
        counts = file_counts(file, terms)
        if counts.words >= FEWEST_WORDS and counts.grade > HIGHEST_GRADE:
            sentence = words.reading_age(counts.grade, HIGHEST_GRADE)
            yield Problem(file.name, 1, "reading-age", sentence)


def file_counts(file: PackFile, terms: frozenset[str]) -> Counts:
    """Count the running text of a file, but neither words to cover nor urgent items."""
    if file.kind == "cover":
        return count((), terms)
    passages = (passage for passage in file.passages if not passage.urgent)
    sentences = (sentence for passage in passages for sentence in passage.sentences)
    return count(sentences, terms)


def urgent_sentences_are_short(subject: Subject) -> Iterator[Problem]:
    """Require that no sentence of an urgent item is long; its words may be as hard as they are."""
    for file, passage in subject.passages:
        if not passage.urgent:
            continue
        parts = (part for text in passage.sentences for part in sentences(text))
        longest = max((words_of((part,)) for part in parts), default=0)
        if longest > LONGEST_URGENT:
            sentence = words.urgent_too_long(longest, LONGEST_URGENT)
            yield Problem(file.name, passage.line, "urgent-too-long", sentence)


def options_are_balanced(subject: Subject) -> Iterator[Problem]:
    """Require that the longest option of a list has at most twice the words of the shortest."""
    for file in subject.reading.files:
        if file.kind not in file_kinds.BALANCED_KINDS or not file.items:
            continue
        shortest = min(file.items, key=_words)
        for item in file.items:
            if _words(item) > 2 * _words(shortest):
                sentence = words.unbalanced(_words(item), _words(shortest), shortest.text)
                yield Problem(file.name, item.line, "unbalanced", sentence)


def _words(item: PackItem) -> int:
    fields = (
        value
        for name, values in item.fields.items()
        if name in file_kinds.PROSE_FIELDS
        for value in values
    )
    return words_of((item.text, *fields))


# Reading age

HIGHEST_GRADE = 7.0
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

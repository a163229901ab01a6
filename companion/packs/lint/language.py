"""Rules: plain words, and as many of them for one option as for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import Problem
from companion.packs import file_kinds, reading_age
from companion.packs.pack_items import words_of
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        if counts.words >= reading_age.FEWEST_WORDS and counts.grade > reading_age.LIMIT:
            sentence = words.reading_age(counts.grade, reading_age.LIMIT)
            yield Problem(file.name, 1, "reading-age", sentence)


def file_counts(file: PackFile, terms: frozenset[str]) -> reading_age.Counts:
    """Count the running text of a file, but neither words to cover nor urgent items."""
    if file.kind == "cover":
        return reading_age.count((), terms)
    passages = (passage for passage in file.passages if not passage.urgent)
    sentences = (sentence for passage in passages for sentence in passage.sentences)
    return reading_age.count(sentences, terms)


def urgent_sentences_are_short(subject: Subject) -> Iterator[Problem]:
    """Require that no sentence of an urgent item is long; its words may be as hard as they are."""
    for file, passage in subject.passages:
        if not passage.urgent:
            continue
        parts = (part for text in passage.sentences for part in reading_age.sentences(text))
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

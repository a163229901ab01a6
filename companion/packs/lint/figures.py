"""Rules: every figure names its source, and every such source its caveat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.pack import Problem
from companion.packs.citations import names_cited, says_made_up
from companion.packs.file_kinds import PACK_FILE
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.packs.lint.subject import Subject
    from companion.packs.pack_items import Passage

_DIGITS = r"(?<![\d.,])\d{1,9}(?:[.,]\d{1,9}){0,3}"
_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a thousand|hundred|thousand)"
)
_NUMBER = rf"(?:{_DIGITS}|\b{_COUNT}\b)"
_GAP = r"[ \u00a0-]{1,3}"
_FIGURE = re.compile(
    "|".join(
        (
            rf"{_DIGITS}\s?%",
            rf"{_NUMBER}{_GAP}per\s?cent\b",
            rf"{_NUMBER}{_GAP}(?:in|out{_GAP}of){_GAP}(?:every{_GAP})?{_NUMBER}",
            rf"{_DIGITS}{_GAP}of{_GAP}(?:every{_GAP})?{_DIGITS}",
            rf"\bper{_GAP}\d{{1,3}}(?:[,.]?000)+\b",
            rf"\b(?:half|(?:one |two |a )?thirds?|(?:one |three |a )?quarters?){_GAP}of\b",
            rf"(?:{_NUMBER}{_GAP}times|\btwice|\bdouble){_GAP}(?:as|more|less|higher|lower|the)\b",
            rf"{_DIGITS} ?(?:-|–|—|to) ?{_DIGITS}",
            rf"\bbetween{_GAP}{_DIGITS}{_GAP}and{_GAP}{_DIGITS}",
            rf"\b(?:relative risk|risk ratio|odds ratio|hazard ratio)\b[^.;]{{0,30}}?{_DIGITS}",
        )
    ),
    re.IGNORECASE,
)
_NOT_FIGURES = re.compile(
    r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)"  # a date
    r"|(?<!\d)\d{1,4}(?:-\d{2,4}){2,4}(?!\d)"  # a phone number
    r"|(?<!\d)(?:19|20)\d\d ?(?:-|–|to) ?(?:19|20)\d\d(?!\d)"  # years
    r"|\b24/7\b"
)


def figure_in(text: str) -> str:
    """Return the first figure in a text that needs a source; empty when there is none."""
    found = _FIGURE.search(_NOT_FIGURES.sub(" ", text))
    return found[0] if found else ""


def figures_have_sources(subject: Subject) -> Iterator[Problem]:
    """Require that a paragraph or item with a figure names its source."""
    for file, passage in subject.passages:
        if _sources(passage) or says_made_up(passage.text):
            continue
        figure = figure_in(passage.text)
        # A definition may say "half of a dose"; a number of people still has its source.
        if figure and (file.kind != "glossary" or any(map(str.isdigit, figure))):
            sentence = words.FIGURE_WITHOUT_SOURCE
            yield Problem(file.name, passage.line, "figure-without-source", sentence)


def urgent_items_have_sources(subject: Subject) -> Iterator[Problem]:
    """Require that what must be read first says where it comes from, figure or not."""
    for file, passage in subject.passages:
        if passage.urgent and not _sources(passage):
            sentence = words.URGENT_WITHOUT_SOURCE
            yield Problem(file.name, passage.line, "urgent-without-source", sentence)


def sources_are_known(subject: Subject) -> Iterator[Problem]:
    """Require that a source that is named is in the pack's list."""
    head = subject.reading.head
    if not head:
        return
    for file, passage in subject.passages:
        for name in dict.fromkeys(_sources(passage)):
            if name not in head.source_lines:
                sentence = words.unknown_source(name)
                yield Problem(file.name, passage.line, "unknown-source", sentence)


def sources_have_caveats(subject: Subject) -> Iterator[Problem]:
    """Require that a source of a figure says what to keep in mind."""
    head = subject.reading.head
    if not head:
        return
    used = {
        name
        for _, passage in subject.passages
        if figure_in(passage.text)
        for name in _sources(passage)
    }
    for source in head.sources:
        if source.name in used and not source.caveat:
            line = head.source_lines[source.name]
            yield Problem(PACK_FILE, line, "missing-caveat", words.missing_caveat(source.name))


def _sources(passage: Passage) -> tuple[str, ...]:
    return (*names_cited(passage.text), *passage.sources)

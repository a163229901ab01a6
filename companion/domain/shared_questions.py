"""The questions for both doctors: the same words for each, and nothing of what the other said.

A difference is only a difference when both were asked the same thing. So the list holds what the
guidance asks about the rows that differ, and whatever was put to one doctor alone.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from companion.domain.comparison import Verdict
from companion.domain.comparison_table import ComparisonTable, put_to_one
from companion.domain.folded_text import folded
from companion.domain.outcome import short_id
from companion.domain.pack import ROW
from companion.domain.question_rows import all_questions, fragments
from companion.domain.value import Value
from companion.domain.veil import is_private, veil_of
from companion.words import comparison as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.case import Case, CopiedText
    from companion.domain.comparison import Aspect

OPEN = frozenset({Verdict.DIFFERS, Verdict.CANNOT_TELL_YET})
"""Verdicts after which one asks."""


class BothQuestion(Value):
    """One question for both."""

    text: str
    """Its words, the same for each."""
    about: str = ""
    """The row of the comparison it is about; empty when it is about all."""
    why: str = ""
    put_to: str = ""
    """The doctor who was asked it already, while the others were not."""


def questions_for_both(case: Case) -> tuple[BothQuestion, ...]:
    """Return the questions for both doctors, rows that differ first; each question once.

    A question better asked in private, or taken from a note that is hidden or one
    person's own, stays where it was put: on a sheet, or copied into another visit, it would lose
    that mark. So does one of a word or two that came up there: the other doctor would not know
    what is meant.
    """
    table = ComparisonTable(case)
    private = veil_of(case, is_private)
    apart = {
        each.text for each in all_questions(case).values() if each.alone or private.hides(each)
    } | fragments(case)
    found = [
        *_about_rows(table),
        *_about_all(table),
        *(
            BothQuestion(text, put_to=doctor)
            for doctor, texts in put_to_one(table).items()
            for text in texts
            if text not in apart
        ),
    ]
    once = {folded(each.text): each for each in reversed(found)}
    return tuple(once.values())[::-1]


def questions_of_a_talk(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the questions about what differs, and all others for both.

    Before anything is compared it is not known what differs, so that none is about it.
    """
    asked = questions_for_both(case)
    differ = tuple(each.text for each in asked if each.about and _judged(ComparisonTable(case)))
    return differ, tuple(each.text for each in asked if each.text not in differ)


def _offered(table: ComparisonTable) -> tuple[CopiedText, ...]:
    return table.case.file.guidance("ask-both")


def _judged(table: ComparisonTable) -> dict[str, Verdict]:
    return {row.aspect_id: row.verdict for row in table.rows.values() if row.verdict is not None}


def _open_rows(table: ComparisonTable) -> list[Aspect]:
    """Return the rows to ask about: those that differ; all of them without any verdict.

    What matters most to those concerned comes first.
    """
    judged = _judged(table)
    stars = {row.aspect_id: row.stars or 0 for row in table.rows.values()}
    rows = [each for each in table.aspects if not judged or judged.get(each.id) in OPEN]
    return sorted(rows, key=lambda each: -stars.get(each.id, 0))


def _about_rows(table: ComparisonTable) -> Iterator[BothQuestion]:
    """Return the first question of each row, then the second of each: a few ask about many rows."""
    each = [_about_row(table, aspect) for aspect in _open_rows(table)]
    for together in zip_longest(*each):
        yield from (question for question in together if question is not None)


def _about_row(table: ComparisonTable, aspect: Aspect) -> tuple[BothQuestion, ...]:
    item = short_id(aspect.source)
    asked = [text for text in _offered(table) if item and item in text.every(ROW)]
    if not asked and _judged(table) and aspect.text:
        return (BothQuestion(words.ask_about(aspect.text), aspect.text),)
    return tuple(BothQuestion(text.text, aspect.text, text.first("why")) for text in asked)


def _about_all(table: ComparisonTable) -> Iterator[BothQuestion]:
    """Return the questions always asked; without a verdict, also those about a row now gone."""
    there = {short_id(aspect.source) for aspect in table.aspects}
    for text in _offered(table):
        rows = text.every(ROW)
        if not rows or (not _judged(table) and not there.intersection(rows)):
            yield BothQuestion(text.text, why=text.first("why"))

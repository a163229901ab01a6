"""Rows of the questions that the guidance offers, by page: an overview, a topic, all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.folded_text import folded, holds
from companion.domain.pack import SITUATION
from companion.services.home.case_form import is_for_all
from companion.ui.prepare.part import under_headings
from companion.ui.prepare.rows import (
    SEPARATOR,
    add_row,
    blank,
    heading,
    kind_of,
    tick_row,
    words_row,
)
from companion.words import questions as words

if TYPE_CHECKING:
    from companion.domain.case import CopiedText
    from companion.ui.widgets.line_list import Row

CHOOSE = "choose"
"""The page with the overview, and how the other pages begin."""
FIND = f"{CHOOSE}{SEPARATOR}find{SEPARATOR}"
"""How the page with what holds some words begins."""
ALL = f"{CHOOSE}{SEPARATOR}all"
"""The page with every question."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions that belong together."""

    key: str
    """The page on which they are shown."""
    title: str
    """Their subject."""
    texts: tuple[CopiedText, ...]


def to_begin_with(offered: tuple[CopiedText, ...]) -> tuple[CopiedText, ...]:
    """Return what the guidance proposes as must-asks: what is asked first, the illness, the rest.

    What is only for situations of one illness stands under those: of three kinds of pain, say, a
    reader has one.
    """
    shared = {name for text in offered if is_for_all(text) for name in text.every(SITUATION)}

    def is_for_many(text: CopiedText) -> bool:
        named = text.every(SITUATION)
        return not named or not shared.isdisjoint(named)

    return tuple(
        text
        for text in _own_first(offered)
        if text.first("priority") == "must" and is_for_many(text)
    )


def situations(offered: tuple[CopiedText, ...]) -> list[Topic]:
    """Return the questions by situation; those of the illness before those for all."""
    ordered = sorted(offered, key=is_for_all)
    names = dict.fromkeys(name for text in ordered for name in text.every(SITUATION))
    return [
        Topic(
            f"{CHOOSE}{SEPARATOR}situation{SEPARATOR}{name}",
            name.rstrip("."),
            tuple(text for text in ordered if name in text.every(SITUATION)),
        )
        for name in names
    ]


def topics(offered: tuple[CopiedText, ...]) -> list[Topic]:
    """Return the questions by the headings they stand under; those of the illness come early."""
    ordered = _own_first(offered)
    return [
        Topic(
            f"{CHOOSE}{SEPARATOR}group{SEPARATOR}{name}",
            name,
            tuple(text for text in ordered if text.group == name),
        )
        for name in dict.fromkeys(text.group for text in ordered if text.group)
    ]


def _own_first(offered: tuple[CopiedText, ...]) -> list[CopiedText]:
    """Return each heading's questions together: the first heading, then those of the illness."""
    first = offered[0].group if offered else ""
    order = sorted(offered, key=lambda text: (text.group != first, is_for_all(text)))
    return under_headings(tuple(order))


def with_words(offered: tuple[CopiedText, ...], wanted: str) -> tuple[CopiedText, ...]:
    """Return the questions that hold all of some words, in their text or what goes with it."""
    parts = folded(wanted).split()

    def fits(text: CopiedText) -> bool:
        said = [text.text, text.group, *(value for _, value in text.fields)]
        return all(holds(folded(" ".join(said)), part) for part in parts)

    return tuple(text for text in offered if fits(text))


def _ticks(texts: tuple[CopiedText, ...], taken: frozenset[str]) -> list[Row]:
    return [
        tick_row(f"tick:{text.source}", text.text, ticked=text.source in taken) for text in texts
    ]


def _leading(found: list[Topic], taken: frozenset[str]) -> list[Row]:
    return [
        add_row(f"show:{each.key}", f"{each.title} {_count(each.texts, taken)}") for each in found
    ]


def _count(texts: tuple[CopiedText, ...], taken: frozenset[str]) -> str:
    return words.of_which(len(texts), sum(text.source in taken for text in texts))


def overview_rows(offered: tuple[CopiedText, ...], taken: frozenset[str]) -> list[Row]:
    """Return a few to begin with, then rows that lead to the others."""
    return [
        words_row("choose", words.CHOOSE_TITLE),
        heading("begin", words.BEGIN_WITH),
        *_ticks(to_begin_with(offered), taken),
        heading("situations", words.BY_SITUATION),
        *_leading(situations(offered), taken),
        heading("topics", words.BY_TOPIC),
        *_leading(topics(offered), taken),
        blank("all"),
        add_row("find:", words.FIND),
        add_row(f"show:{ALL}", f"{words.ALL} {_count(offered, taken)}"),
    ]


def offered_question_rows(offered: tuple[CopiedText, ...], taken: frozenset[str]) -> list[Row]:
    """Return every question under its heading; those of the illness come early."""
    rows: list[Row] = []
    group = ""
    for text in _own_first(offered):
        if text.group != group:
            group = text.group
            rows.append(heading(text.source, group))
        rows += _ticks((text,), taken)
    return rows


def chosen_rows(where: str, offered: tuple[CopiedText, ...], taken: frozenset[str]) -> list[Row]:
    """Return the rows of a page."""
    if where == ALL:
        return offered_question_rows(offered, taken)
    if where.startswith(FIND):
        wanted = where.removeprefix(FIND)
        found = with_words(offered, wanted)
        return [
            words_row("found", words.found(len(found), wanted)),
            *offered_question_rows(found, taken),
        ]
    for each in (*situations(offered), *topics(offered)):
        if each.key == where:
            return [heading("topic", each.title), *_ticks(each.texts, taken)]
    return overview_rows(offered, taken)


def one_back(where: str) -> str:
    """Return the page to which Escape leads; empty for the question list."""
    return CHOOSE if kind_of(where)[1] else ""

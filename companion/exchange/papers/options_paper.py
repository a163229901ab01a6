"""The options side by side: a row for each topic, a column for each option, room to write."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from companion.domain.options_table import OptionsTable, holds_options
from companion.domain.veil import Veil
from companion.exchange.render.document import (
    Document,
    DocumentTable,
    PageLayout,
    Paragraph,
    section,
)
from companion.words import papers as words
from companion.words.letters import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.domain.option import CareOption, Criterion
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

UPRIGHT = 3
"""Options that stand side by side on an upright page."""
ON_ITS_SIDE, ON_ITS_SIDE_LARGE = 5, 3
"""Options that stand side by side on a page on its side, and in large print."""


def _cell(
    context: PaperContext, table: OptionsTable, option: CareOption, criterion: Criterion
) -> str:
    """Return what is said, then the stars, a line each; a line to fill in where there is none."""
    given = (
        words.stars_of(each.stars, context.name(each.by_id))
        for each in table.given(option, criterion)
        if each.stars
    )
    return "\n".join((table.said(option, criterion).text or BLANK, *given))


def _tables(context: PaperContext, most: int) -> Iterator[DocumentTable | Paragraph]:
    """Return tables of about as many options each, as many as fit beside each other."""
    table = OptionsTable(context.case, Veil())
    number = ceil(len(table.options) / most)
    each = ceil(len(table.options) / number)
    for first in range(0, len(table.options), each):
        shown: Sequence[CareOption] = table.options[first : first + each]
        rows = tuple(
            (criterion.text, *(_cell(context, table, option, criterion) for option in shown))
            for criterion in table.criteria
        )
        if first:
            yield Paragraph(words.MORE_OPTIONS)
        yield DocumentTable(("", *(option.text for option in shown)), rows)


def options(context: PaperContext, most: int = UPRIGHT) -> list[Block]:
    """Return the options under their heading; nothing where none was written down."""
    if not holds_options(context.file):
        return []
    return section(words.OPTIONS, *_tables(context, most))


def options_paper(context: PaperContext, title: str, *, large: bool = False) -> Document:
    """Return the options side by side; to be filled in by hand where nothing is written yet."""
    number = len(OptionsTable(context.case, Veil()).options)
    wide = number > UPRIGHT
    most = (ON_ITS_SIDE_LARGE if large else ON_ITS_SIDE) if wide else UPRIGHT
    blocks = [
        *section(words.OPTIONS, *_tables(context, most)),
        Paragraph(words.STARS_OF_OPTIONS),
        Paragraph(words.NOT_ADVICE),
    ]
    return Document(title, tuple(blocks), layout=PageLayout.WIDE if wide else PageLayout.PAGES)

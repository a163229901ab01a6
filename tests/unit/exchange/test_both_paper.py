"""The same questions for both fit one page; how many do not is said, and they can be had."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.case import CopiedText
from companion.domain.value import replace
from companion.exchange.papers.catalogue import ASK_BOTH, ExportRequest, write_paper
from companion.exchange.papers.page_fit import USUAL, height_of
from companion.exchange.redaction import Audience, for_audience
from companion.exchange.render.document import Items, PageLayout
from companion.services.transfer.exports import export
from companion.words import letters
from tests.support.example_case import example_case
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.exchange.render.document import Document

WORDS = ("Why?", "What led you to this plan, and what would change it? " * 3, "x" * 400)


def with_questions(count: int, words: str) -> Case:
    case = example_case()
    texts = tuple(
        CopiedText(
            id=f"copied{number:03}",
            source=f"general/both-{number}",
            kind="ask-both",
            text=f"{number} {words}",
        )
        for number in range(count)
    )
    return replace(case, file=replace(case.file, texts=texts))


def wanted(form: str = "html", *, large: bool = False, every: bool = False) -> ExportRequest:
    return ExportRequest(
        format=form,
        paper=ASK_BOTH,
        now=datetime(2026, 12, 4, tzinfo=UTC),
        letters=letters_at_hand(),
        large=large,
        every=every,
    )


def sheet(case: Case, *, every: bool = False) -> Document:
    return write_paper(for_audience(case, Audience.ME), wanted(every=every))


def questions_of(document: Document) -> Items:
    return next(block for block in document.blocks if isinstance(block, Items))


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("count", [1, 6, 22, 60])
def test_it_fits_one_page_with_room_to_write(count: int, words: str) -> None:
    document = sheet(with_questions(count, words))
    assert document.layout is PageLayout.ONE_PAGE
    assert height_of(document, USUAL) <= USUAL.room
    listed = questions_of(document)
    assert listed.items
    assert listed.room >= 2


def test_how_many_do_not_fit_is_said_and_all_can_be_had() -> None:
    case = with_questions(40, "What led you to this plan?")
    every = sheet(case, every=True)
    short = sheet(case)
    shown, whole = (len(questions_of(each).items) for each in (short, every))
    assert whole >= 40
    assert letters.not_on_the_sheet(whole - shown) in short.remarks
    assert every.layout is PageLayout.PAGES
    assert not [each for each in every.remarks if "fit" in each]


def test_few_questions_have_more_room_than_many() -> None:
    few, many = (sheet(with_questions(count, "Why?")) for count in (1, 30))
    assert questions_of(few).room > questions_of(many).room


def test_a_page_has_lines_to_write_on_and_pasted_text_has_none() -> None:
    case = with_questions(3, "Why?")
    page = export(case, wanted()).data.decode()
    number = len(questions_of(sheet(case)).items)
    assert page.count('<i class="line">') == number * questions_of(sheet(case)).room
    assert "___" not in export(case, wanted("text")).data.decode()

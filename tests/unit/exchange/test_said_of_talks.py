"""Real talks on the one page: nothing invented, everything put right, nothing kept from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.answer_places import ALWAYS_THERE, SaidPart
from companion.domain.correction import told
from companion.domain.folded_text import folded
from companion.domain.said import parts_told
from companion.domain.text import one_line
from companion.exchange.papers.catalogue import SAID, ExportRequest
from companion.exchange.papers.page_fit import LARGE_TWO, USUAL
from companion.exchange.papers.paper_context import PaperContext
from companion.exchange.papers.said_paper import height_of_page, said_material, said_paper
from companion.exchange.redaction import Audience, for_audience
from companion.exchange.render.document import Document, Items, Paragraph
from companion.services.transfer.exports import export
from companion.words import said as words
from tests.support.corpora import Consultation, each_of
from tests.support.said_talks import ACI, NOW, PRIMOCK, case_of, named

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.domain.said import ToldPart

TALKS = each_of("primock57 and aci-bench", [*PRIMOCK, *ACI])
FEW_LETTERS = 12
"""Words of fewer letters may be in any other note as well."""


def parts_of(case: Case, audience: Audience = Audience.ME) -> tuple[ToldPart, ...]:
    shared = for_audience(case, audience)
    return parts_told(said_material(shared, shared.case.visits[0], NOW))


def shown_on(page: Document) -> int:
    """How many sentences stand on a page: in lists, and behind the names of parts."""
    lists = sum(len(block.items) for block in page.blocks if isinstance(block, Items))
    names = set(words.PARTS.values())
    alone = (block for block in page.blocks if isinstance(block, Paragraph))
    return lists + sum(
        each.label in names and each.text not in ("", words.BLANK_LINE) for each in alone
    )


def page_of(case: Case, audience: Audience) -> str:
    request = ExportRequest(format="text", paper=SAID, audience=audience, now=NOW)
    return export(case, request).data.decode()


@pytest.mark.parametrize("talk", TALKS, ids=named)
def test_no_sentence_stands_without_a_note_an_answer_or_a_question_behind_it(
    talk: Consultation,
) -> None:
    case = case_of(talk)
    notes = {note.id: note for note in case.visits[0].live_notes}
    asked = {each.id for each in case.file.questions}
    said = [each for part in parts_of(case) for each in part.sentences]
    assert said
    for sentence in said:
        assert sentence.note_ids or sentence.door or sentence.question_id in asked
        for note_id in sentence.note_ids:
            valid = one_line(told(notes[note_id]).text)
            assert valid in sentence.text or notes[note_id].number is not None


@pytest.mark.parametrize("talk", TALKS, ids=named)
def test_what_was_put_right_stands_as_it_was_put_right_and_nothing_hidden_stands_at_all(
    talk: Consultation,
) -> None:
    case = case_of(talk)
    page = folded("\n".join(page_of(case, audience) for audience in Audience))
    said = [each.text for part in parts_of(case) for each in part.sentences]
    whole = folded("\n".join(said))
    others = folded(
        "\n".join(
            told(note).text
            for note in case.visits[0].live_notes
            if not (note.covered or note.mine_only)
        )
    )
    for note in case.visits[0].notes:
        right, before, _ = told(note)
        gone = before or (right if _is_hidden(note) else "")
        if len(gone) >= FEW_LETTERS and folded(gone) not in others:
            assert folded(gone) not in page
            assert folded(gone) not in whole
        if before and _is_hidden(note):
            assert folded(right) not in page


def _is_hidden(note: object) -> bool:
    return any(getattr(note, name) for name in ("covered", "mine_only", "deleted"))


@pytest.mark.parametrize("talk", TALKS, ids=named)
def test_the_page_fits_and_counts_what_has_no_room(talk: Consultation) -> None:
    case = case_of(talk)
    shared = for_audience(case)
    whole = sum(len(part.sentences) for part in parts_of(case))
    for large in (False, True):
        page = said_paper(PaperContext(shared), shared.case.visits[0], NOW, large=large)
        sheet = LARGE_TWO if large else USUAL
        assert height_of_page(page, sheet) <= sheet.room
        shown = shown_on(page)
        told_of = [block.text for block in page.blocks if isinstance(block, Paragraph)]
        if shown < whole:
            assert any(f"{whole - shown} line" in text for text in told_of)


@pytest.mark.parametrize("talk", TALKS[:3], ids=named)
def test_a_visit_without_a_mark_is_a_page_of_empty_lines_that_counts_its_notes(
    talk: Consultation,
) -> None:
    case = case_of(talk, marked=False, door=False)
    parts = parts_of(case)
    assert [part.part for part in parts] == list(ALWAYS_THERE)
    told_parts = [part.part for part in parts if part.sentences]
    assert told_parts == [SaidPart.OPEN]
    page = page_of(case, Audience.ME)
    assert page.count(words.BLANK_LINE) == len(ALWAYS_THERE) - 1
    seen = [
        note
        for note in case.visits[0].live_notes
        if note.text.strip() and not (note.covered or note.mine_only)
    ]
    assert words.only_in_notes(len(seen)) in page

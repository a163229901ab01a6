"""The papers that can be written, as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.asking import musts_that_fit
from companion.domain.choosing import next_planned
from companion.domain.question import Priority
from companion.exchange import paper_about as about
from companion.exchange import paper_comparison as compared
from companion.exchange.document import Document, Item, Items, Paragraph, part, said
from companion.exchange.paper_visit import asides, questions, visit_part
from companion.exchange.telling import Telling
from companion.words import exchange as sentences
from companion.words import papers as words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.asking import NumberedQuestion
    from companion.exchange.document import Block
    from companion.exchange.extract import Extract

PAGE_QUESTIONS = 10
"""Questions on the page for the doctor, unless there are more must-asks."""


def _title(telling: Telling) -> str:
    return telling.file.head.title or sentences.UNTITLED


def _unlisted(telling: Telling) -> list[Block]:
    """Questions that never stood on a list, and have no notes that would show them."""
    extract = telling.extract
    rows = (*extract.plan, *(row for table in extract.rows.values() for row in table))
    shown = {row.listed.question_id for row in rows}
    shown |= {note.question_id or "" for note in telling.notes.values()}
    shown |= extract.let_go
    left = (each for each in telling.questions.values() if each.id not in shown)
    return part(words.UNLISTED, Items(tuple(Item(each.text, "", asides(each)) for each in left)))


def case_paper(extract: Extract) -> Document:
    """The whole case."""
    telling = Telling(extract)
    blocks: list[Block] = [
        *about.about(telling),
        *about.reasons(telling),
        *about.preparation(telling),
        *about.priorities(telling),
        *about.records(telling),
        *part(words.MORE_QUESTIONS, questions(telling, extract.plan)),
    ]
    blocks += _unlisted(telling)
    for visit in telling.case.visits:
        blocks += visit_part(telling, visit)
    blocks += [
        *compared.opinions(telling),
        *compared.side_by_side(telling),
        *compared.ways_on(telling),
        *about.decision(telling),
        *about.steps(telling),
        *about.sources(telling),
        Paragraph(words.NOT_ADVICE),
    ]
    return Document(_title(telling), tuple(blocks))


def comparison_paper(extract: Extract) -> Document:
    """The opinions side by side and what follows."""
    telling = Telling(extract)
    blocks = [
        *compared.side_by_side(telling),
        *compared.opinions(telling),
        *compared.ways_on(telling),
        *about.decision(telling),
        Paragraph(words.NOT_ADVICE),
    ]
    return Document(_title(telling), tuple(blocks))


def _on_the_page(rows: tuple[NumberedQuestion, ...], minutes: int | None) -> list[NumberedQuestion]:
    """Must-asks first, then as many of the others as a page takes."""
    musts = [row for row in rows if row.must]
    shoulds = [row for row in rows if row.listed.priority is Priority.SHOULD]
    room = max(musts_that_fit(minutes), PAGE_QUESTIONS) - len(musts)
    return [*musts, *shoulds[: max(0, room)]]


def _lists(telling: Telling) -> list[Block]:
    """Medicines and allergies."""
    blocks: list[Block] = []
    for field in ("medicines", "allergies"):
        given = getattr(telling.file.prepare, field)
        blocks += part(words.PREPARE_LISTS[field], Items(tuple(Item(each) for each in given)))
    return blocks


def doctor_paper(extract: Extract, now: datetime) -> Document:
    """One page for the doctor of the next visit: reason, goal, questions, medicines."""
    telling = Telling(extract)
    visit = next_planned(telling.case.visits, now)
    rows = extract.rows[visit.id] if visit else extract.plan
    chosen = _on_the_page(rows, visit.head.minutes if visit else None)
    prepared = telling.file.prepare
    listed = Items(tuple(Item(row.text, f"{row.number}") for row in chosen if row.text))
    more = words.more(len(rows) - len(chosen))
    goal = said(words.GOAL, visit.head.goal) if visit else None
    blocks = [
        *part(words.page(telling.when(visit) if visit else ""), goal),
        *part(words.PREPARE["opening"], said("", prepared.opening)),
        *about.reasons(telling),
        *part(words.QUESTIONS, listed, said("", more)),
        *_lists(telling),
    ]
    doctor = telling.name(visit.head.clinician_id) if visit else ""
    return Document(words.for_doctor(doctor), tuple(blocks))

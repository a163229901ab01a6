"""The papers that can be written, as documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_opinions
from companion.domain.doctors import present_doctor_id, visit_elsewhere
from companion.domain.question_rows import fragments
from companion.domain.shared_questions import questions_for_both
from companion.domain.text import one_line
from companion.domain.visit_times import day_of_visit
from companion.exchange.papers import opinions as compared
from companion.exchange.papers import sections as about
from companion.exchange.papers.doctor_paper import doctor_paper
from companion.exchange.papers.letter import Letter, addressed, letter_document
from companion.exchange.papers.merge_fields import MergeFields, asks_about, message_questions
from companion.exchange.papers.paper_context import PaperContext
from companion.exchange.papers.summary_paper import summary_paper, summary_visit
from companion.exchange.papers.timeline_paper import timeline_paper
from companion.exchange.papers.visit_paper import asides, questions, visit_part
from companion.exchange.render.document import Document, Item, Items, PageLayout, Paragraph, part
from companion.words import exchange as sentences
from companion.words import letters
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from companion.domain.pack import PackItem
    from companion.exchange.redaction import SharedCase
    from companion.exchange.render.document import Block

CASE, DOCTOR, ASK_BOTH, MESSAGE = "case", "doctor", "ask-both", "message"
STILL_OPEN = "still-open"
"""What one doctor has not answered, put to that doctor."""
CALENDAR = "calendar"
"""What the calendar file holds, to be read before it is made; no paper of its own."""
SUMMARY, COMPARISON, TIMELINE = "summary", "comparison", "timeline"
PAPERS = tuple(letters.TITLES)
"""Papers that every case has, in the order in which they are needed."""
WITHOUT_LETTER = frozenset({CASE, SUMMARY, COMPARISON, TIMELINE, CALENDAR})
"""Papers that are no letters."""
AFTER = frozenset({MESSAGE, STILL_OPEN, ASK_BOTH, "both", "change"})
"""Letters that are written after the visit with the other doctor."""
SAYS_WHOSE = frozenset({TIMELINE, CALENDAR})
"""Papers that name the patient in their title, or go to no doctor."""
MANY = 3
"""From so many opinions on the comparison lies on its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWanted:
    """Which paper, and what it needs beside the case."""

    paper: str = CASE
    """Its name."""
    now: datetime
    """The time: the date of letters, and which visit is the next one."""
    letters: Mapping[str, PackItem]
    """The letters of the guidance by the paper they are."""
    visit_id: str | None = None
    """The visit a summary tells of; the latest when nobody names one."""
    large: bool = False
    """In large letters."""


def write_paper(extract: SharedCase, wanted: PaperWanted) -> Document | None:
    """A paper as a document; None when there is none of that name."""
    telling = PaperContext(extract)
    made: dict[str, Callable[[], Document]] = {
        CASE: lambda: case_paper(telling),
        COMPARISON: lambda: comparison_paper(telling),
        CALENDAR: lambda: calendar_paper(telling),
        TIMELINE: lambda: timeline_paper(telling, wanted.now),
        SUMMARY: lambda: summary_paper(
            telling, summary_visit(telling, wanted.visit_id), wanted.now
        ),
    }
    if wanted.paper in made:
        return _named(telling, wanted.paper, made[wanted.paper]())
    letter = wanted.letters.get(wanted.paper)
    if letter is None:
        return None
    if wanted.paper == DOCTOR:
        return doctor_paper(telling, letter.body, wanted.now, large=wanted.large)
    return _letter(telling, letter, wanted)


def _named(telling: PaperContext, paper: str, document: Document) -> Document:
    """A paper with the patient's name: under its title where no other line says it, and below."""
    whose = telling.patient()
    if not whose:
        return document
    said = () if paper in SAYS_WHOSE else (Paragraph(whose, words.PATIENT),)
    return replace(document, blocks=(*said, *document.blocks), whose=whose)


def _letter(telling: PaperContext, letter: PackItem, wanted: PaperWanted) -> Document:
    asked, remarks = _questions(telling, wanted)
    after = wanted.paper in AFTER
    places = MergeFields(telling, wanted.now, after=after, questions=asked)
    known = places.all()
    filled = Letter(addressed(letter.body, known), known, answers=wanted.paper == ASK_BOTH)
    document = letter_document(letter.text, filled)
    remarks = (*remarks, *document.remarks)
    return replace(document, remarks=remarks, whose=telling.patient())


def _questions(
    telling: PaperContext, wanted: PaperWanted
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The questions of a letter, and what is to be said of those that are not in it."""
    if wanted.paper == ASK_BOTH:
        return tuple(each.text for each in questions_for_both(telling.case)), ()
    if wanted.paper == STILL_OPEN:
        visit = visit_elsewhere(telling.case)
        doctor = visit.head.clinician_id if visit is not None else None
        return message_questions(telling, of=doctor), ()
    asked = message_questions(telling)
    present_id = present_doctor_id(telling.case)
    elsewhere = frozenset(map(one_line, fragments(telling.case, present_id)))
    known = tuple(text for text in asked if text not in elsewhere)
    remarks = (letters.stays_there(len(asked) - len(known)),) if known != asked else ()
    if wanted.paper != MESSAGE:
        return known, remarks
    present = telling.name(present_id)
    kept = tuple(text for text in known if not asks_about(present, text))
    left = len(known) - len(kept)
    return kept, (*remarks, *((letters.for_another(present, left),) if left else ()))


def calendar_paper(telling: PaperContext) -> Document:
    """What stands in the calendar file."""
    visits = tuple(
        Item(telling.name(visit.head.clinician_id) or words.VISIT, telling.when(visit))
        for visit in telling.case.visits
        if day_of_visit(visit.head) is not None
    )
    steps = tuple(about.step_item(telling, step) for step in telling.extract.steps if step.due)
    blocks = [*part(letters.VISITS, Items(visits)), *part(words.STEPS, Items(steps))]
    return Document(_title(telling), tuple(blocks or [Paragraph(letters.NOTHING_YET)]))


def _title(telling: PaperContext) -> str:
    return telling.file.head.title or sentences.UNTITLED


def _unlisted(telling: PaperContext) -> list[Block]:
    """Questions that never stood on a list, and have no notes that would show them."""
    extract = telling.extract
    rows = (*extract.plan, *(row for table in extract.rows.values() for row in table))
    shown = {row.listed.question_id for row in rows}
    shown |= {note.question_id or "" for note in telling.notes.values()}
    shown |= extract.let_go
    left = (each for each in telling.questions.values() if each.id not in shown)
    return part(words.UNLISTED, Items(tuple(Item(each.text, "", asides(each)) for each in left)))


def case_paper(telling: PaperContext) -> Document:
    """The whole case."""
    blocks: list[Block] = [
        *about.about(telling),
        *about.reasons(telling),
        *about.preparation(telling),
        *about.priorities(telling),
        *about.records(telling),
        *part(words.MORE_QUESTIONS, questions(telling, telling.extract.plan)),
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


def comparison_paper(telling: PaperContext) -> Document:
    """The opinions side by side and what follows."""
    blocks = [
        *compared.side_by_side(telling),
        *compared.fairness(telling),
        *compared.opinions(telling),
        *compared.ways_on(telling),
        *about.decision(telling),
        Paragraph(words.NOT_ADVICE),
    ]
    many = len(all_opinions(telling.case)) >= MANY
    return Document(
        _title(telling), tuple(blocks), layout=PageLayout.WIDE if many else PageLayout.PAGES
    )

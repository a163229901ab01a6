"""The papers that can be written, and the request for one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_opinions
from companion.domain.comparison_table import present_doctor_id, visit_elsewhere
from companion.domain.correction import spellings_to_check
from companion.domain.question_rows import fragments
from companion.domain.shared_questions import questions_for_both
from companion.domain.text import one_line
from companion.domain.value import Value, field, replace
from companion.domain.visit_selection import next_planned, under_way
from companion.domain.visit_times import day_of_visit
from companion.exchange.errors import ExportRefusedError
from companion.exchange.papers import opinions as compared
from companion.exchange.papers import sections as about
from companion.exchange.papers.doctor_paper import doctor_paper
from companion.exchange.papers.letter import Letter, addressed, letter_document
from companion.exchange.papers.merge_fields import MergeFields, asks_about, message_questions
from companion.exchange.papers.options_paper import options, options_paper
from companion.exchange.papers.paper_context import PaperContext
from companion.exchange.papers.question_sheets import booklet_paper, both_paper
from companion.exchange.papers.said_paper import said_paper
from companion.exchange.papers.summary_paper import summary_paper, summary_visit
from companion.exchange.papers.timeline_paper import timeline_paper
from companion.exchange.papers.visit_paper import asides, questions, visit_part
from companion.exchange.redaction import Audience
from companion.exchange.render.document import (
    Document,
    Item,
    Items,
    PageLayout,
    Paragraph,
    labelled,
    section,
)
from companion.words import exchange as sentences
from companion.words import letters
from companion.words import papers as words
from companion.words.home import NO_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.domain.pack import PackItem
    from companion.domain.visit import VisitFile
    from companion.exchange.redaction import SharedCase
    from companion.exchange.render.document import Block

CASE, DOCTOR, ASK_BOTH, MESSAGE = "case", "doctor", "ask-both", "message"
STILL_OPEN = "still-open"
"""Questions that one doctor has not answered, put to that doctor."""
CALENDAR = "calendar"
"""Content of the calendar file, to be read before it is made; not in `PAPERS`."""
SUMMARY, COMPARISON, OPTIONS, TIMELINE = "summary", "comparison", "options", "timeline"
BOOKLET = "booklet"
"""The questions with room to write, for a visit without the laptop."""
SAID = "said"
"""The one page: what was said in a visit."""
PAPERS = tuple(letters.TITLES)
"""Papers that every case has, in the order in which they are needed."""
WITHOUT_LETTER = frozenset({CASE, SAID, SUMMARY, COMPARISON, OPTIONS, TIMELINE, CALENDAR, BOOKLET})
"""Papers that are not letters."""
AFTER = frozenset({MESSAGE, STILL_OPEN, ASK_BOTH, "both", "change"})
"""Letters for after the visit with the other doctor."""
WITHOUT_PATIENT_LINE = frozenset({TIMELINE, CALENDAR})
"""Papers that name the patient in their title, or go to no doctor."""
MANY = 3
"""From so many opinions on, the comparison is printed in landscape."""


PAGE, LINES, MARKDOWN = "html", "text", "markdown"
"""Formats to print, to paste, to edit."""
FORMS = (MARKDOWN, LINES, PAGE)
"""Formats of a paper."""
TABLE = "csv"
"""Format for a spreadsheet: the whole case, the opinions or the options side by side."""
FORMATS = (*FORMS, "json", TABLE, "ics")
"""All formats; the last three hold the whole case."""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Seen from this time, the first visit that has not begun is the next one."""


class ExportRequest(Value, kw_only=True):
    """Which paper of a case to write, in which format, for whom."""

    format: str
    """One of `FORMATS`."""
    paper: str = CASE
    """One of `PAPERS`, or a paper of `letters`."""
    audience: str = Audience.ME
    """me, doctor or family."""
    raw: bool = False
    """CSV: leave cells that look like formulas as they are."""
    now: datetime = LONG_AGO
    """The time; it dates letters, and decides which visit is the next one."""
    letters: Mapping[str, PackItem] = field(default_factory=dict)
    """The letters of the guidance by paper."""
    visit_id: str | None = None
    """The visit of a summary; None takes the latest."""
    large: bool = False
    every: bool = False
    """All questions for both doctors, on as many pages as they take."""
    on_screen: bool = False
    """To be read at once, not kept: without what a screen does not show yet."""

    def check(self) -> None:
        """Refuse a paper that is not there, or not in that format.

        Raises:
            ExportRefusedError: It is refused.
        """
        known = dict.fromkeys((*PAPERS, *self.letters))
        if self.paper not in known:
            raise ExportRefusedError(sentences.no_paper(self.paper, tuple(known)))
        as_table = self.format == TABLE and self.paper in {COMPARISON, OPTIONS}
        if self.format not in FORMS and self.paper != CASE and not as_table:
            raise ExportRefusedError(sentences.no_such_form(self.paper, self.format))


def needs_letter(paper: str) -> bool:
    """Whether a paper is made from a letter of the guidance."""
    return paper not in WITHOUT_LETTER


def write_paper(shared: SharedCase, request: ExportRequest) -> Document:
    """Return a paper as a document.

    Raises:
        ExportRefusedError: No guidance has that letter.
    """
    context = PaperContext(shared)
    made: dict[str, Callable[[], Document]] = {
        CASE: lambda: case_paper(context),
        COMPARISON: lambda: comparison_paper(context),
        CALENDAR: lambda: calendar_paper(context),
        OPTIONS: lambda: options_paper(context, _title(context), large=request.large),
        TIMELINE: lambda: timeline_paper(context, request.now),
        BOOKLET: lambda: booklet_paper(context, _visit_ahead(context, request)),
        SAID: lambda: said_paper(
            context,
            summary_visit(context, request.visit_id),
            request.now,
            large=request.large,
        ),
        SUMMARY: lambda: summary_paper(
            context, summary_visit(context, request.visit_id), request.now
        ),
    }
    if request.paper in made:
        return _named(context, request, made[request.paper]())
    letter = request.letters.get(request.paper)
    if letter is None:
        raise ExportRefusedError(sentences.no_letter(request.paper))
    if request.paper == DOCTOR:
        return doctor_paper(context, letter.body, request.now, large=request.large)
    return _letter(context, letter, request)


def _visit_ahead(context: PaperContext, request: ExportRequest) -> VisitFile | None:
    """Return the visit that was named, else the one under way, else the next one planned."""
    visits = context.case.visits
    if request.visit_id is not None:
        return next((visit for visit in visits if visit.id == request.visit_id), None)
    return under_way(visits) or next_planned(visits, request.now)


def _named(context: PaperContext, request: ExportRequest, document: Document) -> Document:
    """Return a paper with the patient's name and the day below its title, the name at its foot."""
    whose = context.patient()
    if request.paper in WITHOUT_PATIENT_LINE:
        return replace(document, whose=whose)
    day = "" if request.now == LONG_AGO else context.dated(request.now)
    said = labelled(words.PATIENT if whose else letters.MADE_ON, words.whose_and_when(whose, day))
    blocks = document.blocks if said is None else (said, *document.blocks)
    return replace(document, blocks=blocks, whose=whose)


def _letter(context: PaperContext, letter: PackItem, request: ExportRequest) -> Document:
    asked, remarks = _questions(context, request)
    after = request.paper in AFTER
    places = MergeFields(context, request.now, after=after, questions=asked)
    known = places.all()
    body = addressed(letter.body, known)
    if request.paper == ASK_BOTH:
        document = both_paper(letter.text, body, known, large=request.large, every=request.every)
    else:
        document = letter_document(letter.text, Letter(body, known))
    remarks = (*remarks, *document.remarks)
    return replace(document, remarks=remarks, whose=context.patient())


def _questions(
    context: PaperContext, request: ExportRequest
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the questions of a letter, and remarks on those that are not in it."""
    if request.paper == ASK_BOTH:
        return tuple(each.text for each in questions_for_both(context.case)), ()
    if request.paper == STILL_OPEN:
        visit = visit_elsewhere(context.case)
        doctor = visit.head.clinician_id if visit is not None else None
        return message_questions(context, of=doctor), ()
    asked = message_questions(context)
    present_id = present_doctor_id(context.case)
    elsewhere = frozenset(map(one_line, fragments(context.case, present_id)))
    known = tuple(text for text in asked if text not in elsewhere)
    remarks = (letters.stays_there(len(asked) - len(known)),) if known != asked else ()
    if request.paper != MESSAGE:
        return known, remarks
    present = context.name(present_id)
    kept = tuple(text for text in known if not asks_about(present, text))
    left = len(known) - len(kept)
    spelled = spellings_to_check(context.case.visits)
    kept = (*kept, *((letters.check_spelling(spelled),) if spelled else ()))
    return kept, (*remarks, *((letters.for_another(present, left),) if left else ()))


def calendar_paper(context: PaperContext) -> Document:
    """Return the content of the calendar file."""
    visits = tuple(
        Item(context.name(visit.head.clinician_id) or words.VISIT, context.when(visit))
        for visit in context.case.visits
        if day_of_visit(visit.head) is not None
    )
    steps = tuple(about.step_item(context, step) for step in context.shared.steps if step.due)
    expected = tuple(each for each in context.file.results if each.expected_by)
    blocks = [
        *section(letters.VISITS, Items(visits)),
        *section(words.STEPS, Items(steps)),
        *section(words.RESULTS, Items(tuple(map(about.result_item, expected)))),
    ]
    return Document(_title(context), tuple(blocks or [Paragraph(letters.NOTHING_YET)]))


def _title(context: PaperContext) -> str:
    return context.file.head.title or NO_TITLE


def _unlisted(context: PaperContext) -> list[Block]:
    """Return the questions that never stood on a list, and have no notes that would show them."""
    shared = context.shared
    rows = (*shared.plan, *(row for table in shared.rows.values() for row in table))
    shown = {row.listed.question_id for row in rows}
    shown |= {note.question_id or "" for note in context.notes.values()}
    shown |= shared.let_go
    left = (each for each in context.questions.values() if each.id not in shown)
    return section(words.UNLISTED, Items(tuple(Item(each.text, "", asides(each)) for each in left)))


def case_paper(context: PaperContext) -> Document:
    """Return the whole case."""
    blocks: list[Block] = [
        *about.checked(context),
        *about.about(context),
        *about.reasons(context),
        *about.preparation(context),
        *about.priorities(context),
        *about.records(context),
        *about.results(context),
        *section(words.MORE_QUESTIONS, questions(context, context.shared.plan)),
    ]
    blocks += _unlisted(context)
    for visit in context.case.visits:
        blocks += visit_part(context, visit)
    blocks += [
        *compared.opinions(context),
        *compared.side_by_side(context),
        *options(context),
        *compared.paths(context),
        *about.decision(context),
        *about.steps(context),
        *about.sources(context),
        Paragraph(words.NOT_ADVICE),
    ]
    return Document(_title(context), tuple(blocks))


def comparison_paper(context: PaperContext) -> Document:
    """Return the opinions side by side, and what follows from them."""
    blocks = [
        *about.checked(context),
        *compared.fairness(context),
        *compared.side_by_side(context),
        *compared.opinions(context),
        *compared.paths(context),
        *about.decision(context),
        Paragraph(words.NOT_ADVICE),
    ]
    many = len(all_opinions(context.case)) >= MANY
    return Document(
        _title(context), tuple(blocks), layout=PageLayout.WIDE if many else PageLayout.PAGES
    )

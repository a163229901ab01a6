"""The page for the doctor: one page, the most important questions first."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from companion.domain.question import Priority
from companion.domain.question_rows import musts_that_fit
from companion.domain.text import one_line
from companion.domain.value import Value, replace
from companion.domain.visit_selection import next_planned, under_way
from companion.exchange.papers.letter import Letter, joined, places_in
from companion.exchange.papers.merge_fields import MergeFields
from companion.exchange.papers.page_fit import (
    INDENT,
    LARGE,
    LARGE_TWO,
    USUAL,
    cut_to,
    height_of,
    whole_ones,
)
from companion.exchange.render.document import Document, Items, PageLayout, Paragraph
from companion.words import letters
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from companion.domain.question_rows import NumberedQuestion
    from companion.exchange.papers.page_fit import Sheet
    from companion.exchange.papers.paper_context import PaperContext

PAGE_QUESTIONS = 10
"""Questions on the page, unless there are more must-asks."""
_NAMES = frozenset({"patient", "companion", "clinician", "other_clinician"})
"""Merge fields that share a line with other words."""
_TAKEN = frozenset({"medicines", "allergies"})
"""Merge fields whose texts stand whole or not at all: half a dose is worse than none."""
_TAKEN_LEAST = 3
"""Lines that these have even where nothing else has one."""
_TAKEN_MORE = 3
"""Further lines that they have for each line of another field: other words are cut first."""
_HOW_TO_TELL = "numbers"
"""The field that says what the patient does not want to hear unasked; it is never cut."""
_LESS = frozenset({"priorities", "records_there", "results", "companion"})
"""Fields that are left out before a question is."""
_LEAST = _LESS | {"other_clinician", "opening"}
_QUESTION_LINES = 2
_LONG = 6
"""From so many lines a field on, a name is not cut to half a line."""
_WHOLE = 60
"""A number of lines to which nothing is ever cut."""
_TRIES = (
    (_WHOLE, frozenset[str](), _WHOLE),
    *((lines, frozenset[str](), 4) for lines in (12, 8, 6)),
    *((lines, frozenset[str](), _QUESTION_LINES) for lines in (4, 3, 2)),
    *((lines, _LESS, _QUESTION_LINES) for lines in (2, 1)),
    (1, _LEAST, _QUESTION_LINES),
    (0, _LEAST, 1),
)
"""Lines of one field (0: half a line), fields left out, lines of a question; tried in this order
until the most important questions have room.
"""
_LEAST_QUESTIONS = (6, 3)
"""How many questions have to fit before texts elsewhere are shortened, tried in this order."""


def top_questions(
    rows: Iterable[NumberedQuestion], minutes: int | None
) -> tuple[NumberedQuestion, ...]:
    """Return must-asks first, then those to ask if there is time, as many as fit one look."""
    asked = [row for row in rows if row.text]
    musts = [row for row in asked if row.must]
    shoulds = [row for row in asked if row.listed.priority is Priority.SHOULD]
    room = max(musts_that_fit(minutes)[1], PAGE_QUESTIONS) - len(musts)
    return (*musts, *shoulds[: max(0, room)])


class _DoctorPage(Value):
    """Content of the page, whole."""

    body: str
    """The letter of the guidance."""
    title: str
    """The title, which names the doctor."""
    places: Mapping[str, tuple[str, ...]]
    """Texts of the merge fields."""
    questions: tuple[NumberedQuestion, ...]
    """The questions that may stand on it, the most important first."""
    all_questions: int
    sheet: Sheet

    def shortened(self, lines: int, without: frozenset[str]) -> dict[str, tuple[str, ...]]:
        """Return the texts of the fields that stay, each in so many lines."""
        whole, half = self.sheet.width, self.sheet.width / 2

        def short(name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
            if name == _HOW_TO_TELL:
                return tuple(
                    cut_to(text, whole, max(lines, 2)) for text in (joined(texts),) if text
                )
            if name in _TAKEN:
                return whole_ones(
                    texts,
                    whole - INDENT * 2,
                    _TAKEN_LEAST + _TAKEN_MORE * lines,
                    letters.more_in_history,
                )
            if name in _NAMES and lines >= _LONG:
                return tuple(cut_to(text, whole, 2) for text in _fewer(texts, 1))
            if name in _NAMES or not lines:
                return tuple(cut_to(text, half, 1) for text in _fewer(texts, 1))
            return tuple(cut_to(text, whole, lines) for text in _fewer(texts, lines))

        places = self.places.items()
        return {name: short(name, texts) for name, texts in places if name not in without}

    def document(self, places: Mapping[str, tuple[str, ...]], asked: tuple[str, ...]) -> Document:
        """Return the page with these texts and questions."""
        numbers = tuple(f"{row.number}" for row in self.questions[: len(asked)])
        letter = Letter(self.body, {**places, "questions": asked}, terse=True, numbers=numbers)
        rest = self.all_questions - len(asked)
        more = (Paragraph(words.more(rest)),) if rest else ()
        blocks = tuple(letter.blocks())
        lists = (at for at, block in enumerate(blocks, 1) if isinstance(block, Items))
        at = next(lists, len(blocks))
        title = cut_to(self.title, self.sheet.width / 2, 1)
        whole = (*blocks[:at], *more, *blocks[at:])
        elsewhere = (Paragraph(letters.ELSEWHERE),) if self._says_less(places, asked) else ()
        return Document(title, (*whole, *elsewhere), layout=PageLayout.ONE_PAGE)

    def _says_less(self, places: Mapping[str, tuple[str, ...]], asked: tuple[str, ...]) -> bool:
        """Whether anything is shorter than it is in the case, or missing."""
        stand = set(places_in(self.body))
        there = {name: texts for name, texts in self.places.items() if texts and name in stand}
        questions = tuple(one_line(row.text) for row in self.questions)
        return asked != questions or any(
            joined(places.get(name, ())) != joined(texts) for name, texts in there.items()
        )


def _fewer(texts: tuple[str, ...], lines: int) -> tuple[str, ...]:
    """Return as many texts as there are lines, and how many more there are."""
    if len(texts) <= lines:
        return texts
    return (*texts[:lines], letters.and_more(len(texts) - lines))


def _fitted(page: _DoctorPage) -> tuple[Document, frozenset[str]]:
    """Return the page with as much as fits, the questions first, and the fields left out."""
    most, width = len(page.questions), page.sheet.width - INDENT
    document, without = page.document({}, ()), _LEAST
    for least, (lines, without, of_question) in product(_LEAST_QUESTIONS, _TRIES):
        places = page.shortened(lines, without)
        asked = tuple(cut_to(row.text, width, of_question) for row in page.questions)
        for number in range(most, min(least, most) - 1, -1):
            document = page.document(places, asked[:number])
            if height_of(document, page.sheet) <= page.sheet.room:
                return document, without
    return document, without


def _is_whole(document: Document) -> bool:
    return not any(block == Paragraph(letters.ELSEWHERE) for block in document.blocks)


def _remarks(page: _DoctorPage, document: Document, without: frozenset[str]) -> Iterator[str]:
    """Return remarks on what is shorter on the page, or not on it."""
    if not _is_whole(document):
        yield letters.SHORTENED
    if page.sheet.pages > 1:
        yield letters.TWO_PAGES
    gone = [name for key, name in letters.LEFT_OFF.items() if key in without and page.places[key]]
    if gone:
        yield letters.left_off(gone)


def doctor_paper(
    context: PaperContext, body: str, now: datetime, *, large: bool = False
) -> Document:
    """Return one page for the doctor of the next visit.

    Args:
        context: The case.
        body: The letter of the guidance.
        now: The time, for which visit is the next one.
        large: In large letters, on two pages where one has no room for all of it.
    """
    case, extract = context.case, context.shared
    visit = next_planned(case.visits, now)
    visit_id = visit.id if visit is not None else None
    every = extract.rows_to_send(visit_id)
    rows = [row for row in every if row.question is None or not row.question.alone]
    doctor = context.name(visit.head.clinician_id) if visit is not None else ""
    about = visit or under_way(case.visits)
    places = MergeFields(context, now, visit=about, with_year=True).all()
    if about is None:
        # The day of a visit that is over is not the day on which the page is handed over.
        places["visit_date"] = ()
    page = _DoctorPage(
        body,
        words.for_doctor(doctor),
        places,
        top_questions(rows, visit.head.minutes if visit is not None else None),
        sum(1 for row in rows if row.text),
        LARGE if large else USUAL,
    )
    document, without = _fitted(page)
    if large and not _is_whole(document):
        page = replace(page, sheet=LARGE_TWO)
        document, without = _fitted(page)
    remarks = (*context.kept_back(every, visit_id), *_remarks(page, document, without))
    return replace(document, remarks=remarks, whose=context.patient())

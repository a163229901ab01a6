"""The page for the doctor: one page, the most important questions first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from companion.domain.asking import musts_that_fit
from companion.domain.choosing import next_planned
from companion.domain.doctors import present_doctor_id
from companion.domain.question import Priority
from companion.exchange.document import Document, Items, Layout, Paragraph
from companion.exchange.letter import Letter
from companion.exchange.one_page import LARGE, USUAL, cut_to, height_of
from companion.exchange.places import LetterPlaces, dated
from companion.words import letters
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from companion.domain.asking import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.one_page import Sheet
    from companion.exchange.telling import Telling

PAGE_QUESTIONS = 10
"""Questions on the page, unless there are more must-asks; a page has no room for all."""
_LESS = frozenset({"priorities", "numbers", "records_there", "companion"})
"""Places that go before a question does."""
_LEAST = _LESS | {"other_clinician", "opening"}
_TRIES = (
    *((lines, frozenset[str]()) for lines in (4, 3, 2)),
    *((lines, _LESS) for lines in (2, 1)),
    (1, _LEAST),
)
"""Lines that what stands in one place may take, and places left out: the first that leaves room
for the most important questions."""
_QUESTION_LINES = 2
_LEAST_QUESTIONS = (6, 3)
"""So many questions come before long words elsewhere; the fewer where even one line is too much."""


def top_questions(
    rows: Iterable[NumberedQuestion], minutes: int | None
) -> tuple[NumberedQuestion, ...]:
    """Must-asks first, then those to ask if there is time, as many as one can look at."""
    asked = [row for row in rows if row.text]
    musts = [row for row in asked if row.must]
    shoulds = [row for row in asked if row.listed.priority is Priority.SHOULD]
    room = max(musts_that_fit(minutes), PAGE_QUESTIONS) - len(musts)
    return (*musts, *shoulds[: max(0, room)])


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page is made of."""

    body: str
    """The letter of the guidance."""
    title: str
    """Whom it is for."""
    places: Mapping[str, tuple[str, ...]]
    """What stands in it, whole."""
    questions: tuple[NumberedQuestion, ...]
    """The questions that may stand on it, the most important first."""
    all_questions: int
    """How many there are."""
    sheet: Sheet
    """The page."""

    def document(self, lines: int, without: frozenset[str], number: int) -> Document:
        """The page with so many lines a place, without some places, and so many questions."""
        width = self.sheet.width
        short = {
            name: tuple(cut_to(text, width, lines) for text in _fewer(texts, lines))
            for name, texts in self.places.items()
            if name not in without
        }
        chosen = self.questions[:number]
        asked = tuple(cut_to(row.text, width - 3, _QUESTION_LINES) for row in chosen)
        letter = Letter(self.body, {**short, "questions": asked}, terse=True)
        letter.numbers = tuple(f"{row.number}" for row in chosen)
        rest = self.all_questions - number
        more = (Paragraph(words.more(rest)),) if rest else ()
        blocks = tuple(letter.blocks())
        lists = (at for at, block in enumerate(blocks, 1) if isinstance(block, Items))
        at = next(lists, len(blocks))
        title = cut_to(self.title, width / 2, 1)
        return Document(title, (*blocks[:at], *more, *blocks[at:]), layout=Layout.ONE_PAGE)


def _fewer(texts: tuple[str, ...], lines: int) -> tuple[str, ...]:
    """As many of several texts as there are lines for, and how many more there are."""
    if len(texts) <= lines:
        return texts
    return (*texts[:lines], letters.and_more(len(texts) - lines))


def _fitted(page: _Page) -> Document:
    """The page with as many words and questions as fit, the questions first."""
    most = len(page.questions)
    for least in (min(each, most) for each in _LEAST_QUESTIONS):
        for (lines, without), number in product(_TRIES, range(most, least - 1, -1)):
            document = page.document(lines, without, number)
            if height_of(document, page.sheet) <= page.sheet.lines:
                return document
    return page.document(*_TRIES[-1], min(_LEAST_QUESTIONS[-1], most))


def doctor_paper(telling: Telling, body: str, now: datetime, *, large: bool = False) -> Document:
    """One page for the doctor of the next visit.

    Args:
        telling: The case.
        body: The letter of the guidance.
        now: The time, for which visit is the next one.
        large: In large letters, with fewer words.
    """
    case, extract = telling.case, telling.extract
    visit = next_planned(case.visits, now)
    rows = extract.rows[visit.id] if visit is not None else extract.plan
    doctor = telling.name(visit.head.clinician_id) if visit is not None else ""
    page = _Page(
        body,
        words.for_doctor(doctor),
        {**LetterPlaces(telling, now).all(), **_of_the_visit(telling, visit)},
        top_questions(rows, visit.head.minutes if visit is not None else None),
        sum(1 for row in rows if row.text),
        LARGE if large else USUAL,
    )
    document = _fitted(page)
    remarks = (
        (letters.SHORTENED,) if any(letters.CUT in f"{each}" for each in document.blocks) else ()
    )
    return replace(document, remarks=remarks)


def _of_the_visit(telling: Telling, visit: VisitFile | None) -> dict[str, tuple[str, ...]]:
    """The places that are about the visit the page is handed over in."""
    if visit is None:
        return {}
    present = present_doctor_id(telling.case)
    other = telling.name(present) if present != visit.head.clinician_id else ""
    day = dated(telling, visit)
    return {
        "visit_date": (day,) if day else (),
        "goal": (visit.head.goal,) if visit.head.goal else (),
        "other_clinician": (other,) if other else (),
    }

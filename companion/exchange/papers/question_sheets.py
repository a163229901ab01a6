"""Sheets of questions with room to write below each: the booklet, and one page for both doctors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import QuestionState
from companion.domain.question_rows import ANYTHING_ELSE, beyond_the_minutes
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.exchange.papers.letter import Letter, letter_document
from companion.exchange.papers.page_fit import INDENT, LARGE_TWO, USUAL, cut_to, height_of
from companion.exchange.render.document import (
    Document,
    Item,
    Items,
    PageLayout,
    Paragraph,
    filled,
    labelled,
    section,
)
from companion.words import letters
from companion.words import papers as words
from companion.words import visit_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

_SETTLED = frozenset({QuestionState.ANSWERED, QuestionState.DROPPED})
_BOOKLET_ROOM, _BOOKLET_LATER, _BOOKLET_OTHER, _BOOKLET_LEAVING = 3, 1, 4, 2
"""Lines to write on: below a question, one that a talk has no minutes for, below *other notes*,
below what is asked before leaving.
"""


def booklet_paper(context: PaperContext, visit: VisitFile | None) -> Document:
    """Return the questions of a visit with marks, boxes and lines to write on.

    Args:
        context: The case.
        visit: The visit; None takes the questions prepared before there is one.
    """
    visit_id = visit.id if visit is not None else None
    extract = context.shared
    every = [row for row in extract.rows_to_send(visit_id) if row.state not in _SETTLED]
    rows = [row for row in every if row.text and not (row.question and row.question.alone)]
    other = Item(words.ANYTHING_ELSE, f"{ANYTHING_ELSE}")
    waits = beyond_the_minutes(tuple(every), visit.head) if visit is not None else frozenset()
    asked, later = (
        tuple(
            Item(_asked(row), f"{row.number}")
            for row in rows
            if (row.listed.question_id in waits) is waiting
        )
        for waiting in (False, True)
    )
    leaving = tuple(Item(text) for text in card_words.BEFORE_YOU_LEAVE_LINES.values())
    blocks: list[Block | None] = [
        labelled("", context.when(visit) if visit is not None else ""),
        labelled(words.GOAL, visit.head.goal if visit is not None else ""),
        Paragraph(letters.BOOKLET_LATER, letters.BOOKLET_HOW),
        Paragraph(letters.BOOKLET_MARKS, letters.BOOKLET_IN_FRONT),
        *section(
            words.QUESTIONS,
            Paragraph(letters.BOOKLET_MUST) if any(row.must for row in rows) else None,
            Items((other,), room=_BOOKLET_OTHER, by_hand=True),
            Items(asked, room=_BOOKLET_ROOM, boxes=letters.BOOKLET_BOXES, by_hand=True)
            if asked
            else None,
        ),
        *section(
            letters.BOOKLET_LESS_URGENT,
            Items(later, room=_BOOKLET_LATER, boxes=letters.BOOKLET_BOXES, by_hand=True)
            if later
            else None,
        ),
        *section(words.BEFORE_YOU_LEAVE, Items(leaving, room=_BOOKLET_LEAVING, by_hand=True)),
    ]
    doctor = context.name(visit.head.clinician_id) if visit is not None else ""
    return Document(
        letters.booklet_for(doctor),
        filled(*blocks),
        remarks=tuple(context.kept_back(every, visit_id)),
    )


def _asked(row: NumberedQuestion) -> str:
    text = one_line(row.text)
    return f"{letters.BOOKLET_STAR} {text}" if row.must else text


_QUESTIONS = "questions"
_ROOM = (2, 3, 4, 5, 6)
"""Lines to write on below a question: the first decides how many questions there are, then each has
as many as fit.
"""
_QUESTION_LINES = 3


def both_paper(
    title: str,
    body: str,
    known: Mapping[str, tuple[str, ...]],
    *,
    large: bool = False,
    every: bool = False,
) -> Document:
    """Return the sheet, with as many questions as fit, the first ones, and how many do not.

    Args:
        title: Its title.
        body: The letter of the guidance.
        known: Texts of the merge fields; the questions among them, what differs first.
        large: In large letters, on both sides of a sheet.
        every: With all questions, on as many pages as they take.
    """
    asked = known.get(_QUESTIONS, ())

    def sheet(texts: tuple[str, ...], room: int) -> Document:
        letter = Letter(body, {**known, _QUESTIONS: texts}, room=room)
        return letter_document(title, letter)

    if every:
        return sheet(asked, _ROOM[1])
    size = LARGE_TWO if large else USUAL
    short = tuple(cut_to(text, size.width - INDENT, _QUESTION_LINES) for text in asked)

    def fits(number: int, room: int) -> bool:
        return height_of(sheet(short[:number], room), size) <= size.room

    most = next((n for n in range(len(short), 0, -1) if fits(n, _ROOM[0])), min(1, len(short)))
    room = max((each for each in _ROOM if fits(most, each)), default=_ROOM[0])
    made = sheet(short[:most], room)
    left = (letters.not_on_the_sheet(len(asked) - most),) if most < len(asked) else ()
    cut = (letters.SHORTENED,) if short[:most] != asked[:most] else ()
    return replace(made, layout=PageLayout.ONE_PAGE, remarks=(*left, *cut, *made.remarks))

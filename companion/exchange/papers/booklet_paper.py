"""The questions with room to write, for those who leave the laptop at home.

Everything stands under the number it has in the visit, so that it can be typed in afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import QuestionState
from companion.domain.question_rows import ANYTHING_ELSE
from companion.domain.talk import beyond_the_minutes
from companion.domain.text import one_line
from companion.exchange.render.document import (
    Document,
    Item,
    Items,
    Paragraph,
    filled,
    labelled,
    section,
)
from companion.words import letters
from companion.words import papers as words
from companion.words import visit_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

_SETTLED = frozenset({QuestionState.ANSWERED, QuestionState.DROPPED})
_ROOM, _ROOM_LATER, _ROOM_OTHER, _ROOM_LEAVING = 3, 1, 4, 2
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
            Items((other,), room=_ROOM_OTHER, by_hand=True),
            Items(asked, room=_ROOM, boxes=letters.BOOKLET_BOXES, by_hand=True) if asked else None,
        ),
        *section(
            letters.BOOKLET_LESS_URGENT,
            Items(later, room=_ROOM_LATER, boxes=letters.BOOKLET_BOXES, by_hand=True)
            if later
            else None,
        ),
        *section(words.BEFORE_YOU_LEAVE, Items(leaving, room=_ROOM_LEAVING, by_hand=True)),
    ]
    doctor = context.name(visit.head.clinician_id) if visit is not None else ""
    return Document(
        letters.booklet_for(doctor),
        filled(*blocks),
        remarks=tuple(_remarks(context, visit_id, every)),
    )


def _asked(row: NumberedQuestion) -> str:
    text = one_line(row.text)
    return f"{letters.BOOKLET_STAR} {text}" if row.must else text


def _remarks(
    context: PaperContext, visit_id: str | None, every: list[NumberedQuestion]
) -> Iterator[str]:
    """Return remarks on the questions that are not in it."""
    hidden = context.shared.hidden_rows(visit_id)
    asked = [row.question for row in (*every, *hidden) if row.question is not None]
    alone = sum(question.alone for question in asked)
    if alone:
        yield letters.alone(alone)
    covered = sum(context.shared.veil.hides(each) and not each.alone for each in asked)
    if covered:
        yield letters.covered(covered)

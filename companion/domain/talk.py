"""A talk: a call, or a visit too short for a whole list; what fits its minutes stands in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import Priority, QuestionState
from companion.domain.question_rows import SHORT_VISIT, musts_that_fit, visible_questions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitAbout

_WEIGHTS = tuple(Priority)
_FEWEST_WAITING = 2
"""A single question takes no more room than the line that would stand for it."""


def is_talk(about: VisitAbout) -> bool:
    """Return whether a visit is a talk: less than a short visit, or a call of no more."""
    minutes = about.minutes or SHORT_VISIT
    return minutes < SHORT_VISIT or (about.phone and minutes == SHORT_VISIT)


def by_weight(rows: Iterable[NumberedQuestion]) -> list[NumberedQuestion]:
    """Return questions with the must-asks first; those of one priority keep their order."""
    return sorted(rows, key=lambda row: _WEIGHTS.index(row.listed.priority))


def beyond_the_minutes(
    rows: tuple[NumberedQuestion, ...], about: VisitAbout
) -> frozenset[str | None]:
    """Return the ids of the questions of a talk that wait until there is time for more.

    As many as must-asks fit the minutes stay in view, and every must-ask; so does whatever has been
    asked, has notes, or came up in the talk.
    """
    if not is_talk(about):
        return frozenset()
    prepared = by_weight(visible_questions(rows, news=False))
    beyond = prepared[musts_that_fit(about.minutes)[1] :]
    left = [row for row in beyond if _can_wait(row, about.started_at)]
    few = len(left) < _FEWEST_WAITING
    return frozenset(() if few else (row.listed.question_id for row in left))


def _can_wait(row: NumberedQuestion, started_at: datetime | None) -> bool:
    """Return whether a question was prepared, and nothing has been done about it yet."""
    made = row.question.created_at if row.question is not None else None
    came_up = started_at is not None and made is not None and made >= started_at
    return not (row.must or row.notes or came_up) and row.state is QuestionState.OPEN

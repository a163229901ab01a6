"""The question list of a visit: numbers, states, what must still be asked, what fits the minutes.

A talk is a call, or a visit too short for a whole list: what fits its minutes stands in view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.marks import NoteKind
from companion.domain.question import ListedQuestion, Priority, Question, QuestionState
from companion.domain.value import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.changes import StoreFile
    from companion.domain.note import Note
    from companion.domain.visit import VisitAbout, VisitFile

ANYTHING_ELSE = 0
"""The number under which notes belong to no question."""

DONE = frozenset(
    {QuestionState.ANSWERED, QuestionState.CARRIED, QuestionState.DROPPED, QuestionState.PARTLY}
)
"""States in which a question need not be asked any more today."""

SHORT_VISIT = 20
"""Minutes of a visit that three to five must-asks fit; the default where none are planned."""
LONG_VISIT = 60
"""Minutes of a visit that about eight fit; more cannot be taken in, however long it is."""
FEWEST, MOST, FULL = 3, 5, 8
"""Must-asks: three to five in a short visit, eight in a long one; practice, not a study."""
MINUTES_PER_MUST = 4
"""How long one takes at least, in a visit that is shorter still."""


class NumberedQuestion(Value):
    """One row of a visit's question list."""

    number: int
    """The number in the room, from 1."""
    listed: ListedQuestion
    """Its place in the list."""
    question: Question | None
    """Its words; None when they are missing."""
    state: QuestionState
    """Chosen, or `asked` when open with a live note under it."""
    notes: int
    """Live notes under it."""
    unclear: int
    """Live unclear notes under it."""
    covered: bool = False
    """Whether its words are hidden on screens."""

    @property
    def must(self) -> bool:
        """Whether it is a must-ask."""
        return self.listed.priority is Priority.MUST

    @property
    def text(self) -> str:
        """Its words, or an empty string when they are missing."""
        return self.question.text if self.question else ""

    @property
    def still_to_ask(self) -> bool:
        """Whether it is a must-ask that has not been asked yet."""
        return self.must and self.state is QuestionState.OPEN


def in_order(listed: tuple[ListedQuestion, ...]) -> tuple[ListedQuestion, ...]:
    """Return the live entries by position; equal positions keep the order they came in."""
    return tuple(sorted(not_deleted(listed), key=lambda entry: entry.position))


def numbered_questions(
    listed: tuple[ListedQuestion, ...],
    notes: tuple[Note, ...],
    questions: dict[str, Question],
) -> tuple[NumberedQuestion, ...]:
    """Return the rows of a question list with their numbers 1..n.

    Args:
        listed: The list's entries, in any order.
        notes: The visit's notes.
        questions: Every question of the case by id.
    """
    rows = tuple(
        NumberedQuestion(number, entry, questions.get(entry.question_id), entry.state, 0, 0)
        for number, entry in enumerate(in_order(listed), 1)
    )
    return with_more_notes(rows, notes)


def with_more_notes(
    rows: tuple[NumberedQuestion, ...], notes: tuple[Note, ...]
) -> tuple[NumberedQuestion, ...]:
    """The rows after notes were added; one that none of them stands under is the same object."""
    under: dict[str | None, list[Note]] = {}
    for note in not_deleted(notes):
        under.setdefault(note.question_id, []).append(note)
    return tuple(
        _with_more(row, under[row.listed.question_id]) if row.listed.question_id in under else row
        for row in rows
    )


def _with_more(row: NumberedQuestion, notes: list[Note]) -> NumberedQuestion:
    return replace(
        row,
        state=QuestionState.ASKED if row.state is QuestionState.OPEN else row.state,
        notes=row.notes + len(notes),
        unclear=row.unclear + sum(note.kind is NoteKind.UNCLEAR for note in notes),
    )


def all_questions(case: Case) -> dict[str, Question]:
    """Return every question of a case by id, those that first came up in a visit included."""
    every = (*case.file.questions, *(each for visit in case.visits for each in visit.questions))
    return {question.id: question for question in every}


def next_position(listed: tuple[ListedQuestion, ...]) -> float:
    """Return a position after every other."""
    return max((entry.position for entry in listed), default=0.0) + 1.0


def moved(listed: tuple[ListedQuestion, ...], entry_id: str, by: int) -> float | None:
    """Return the position that moves an entry up (-1) or down (+1) by one; None at the end."""
    order = in_order(listed)
    at = next((index for index, entry in enumerate(order) if entry.id == entry_id), None)
    if at is None or not 0 <= at + by < len(order):
        return None
    beyond = at + 2 * by
    near = order[at + by].position
    far = order[beyond].position if 0 <= beyond < len(order) else near + 2.0 * by
    return (near + far) / 2.0


def waiting(visit: VisitFile) -> frozenset[str]:
    """Entries of the questions for unexpected news that are out of view and were never used."""
    if visit.head.news_at is not None:
        return frozenset()
    news = {each.id for each in visit.questions if each.group == NEWS_GROUP}
    used = {note.question_id for note in not_deleted(visit.notes)}
    return frozenset(
        entry.id
        for entry in not_deleted(visit.listed)
        if entry.question_id in news - used and entry.state is QuestionState.OPEN
    )


def shown_end(visit: VisitFile) -> float:
    """Return a position after every question in view, before those that wait out of it."""
    out = waiting(visit)
    ends = [each.position for each in visit.listed if each.id not in out]
    end = max(ends, default=0.0)
    beyond = [each.position for each in visit.listed if each.id in out and each.position > end]
    return (end + min(beyond)) / 2 if beyond else next_position(visit.listed)


def numbers_kept(before: VisitFile, after: VisitFile) -> VisitFile:
    """Return the file after a change, with every question under the number it had.

    Numbers stay from the first note on, whatever was done and whoever did it: a question that is
    taken out is dropped instead, one that comes or comes back takes the next number, and nothing
    moves. Only the last of the list can go without a trace.
    """
    if after.listed is before.listed or not before.live_notes:
        return after
    free = waiting(before)
    order = [entry.id for entry in in_order(before.listed) if entry.id not in free]
    end = max(
        (each.position for each in not_deleted(before.listed) if each.id in order), default=0.0
    )
    now = {entry.id: entry for entry in after.listed}
    staying = [name for name in order if name in now and not now[name].deleted]
    last = order.index(staying[-1]) if staying else -1
    had = {entry.id: entry for entry in before.listed}
    kept, new, at = [], [], next_position(before.listed)
    for entry in after.listed:
        known = had.get(entry.id)
        if known is None or known.deleted:
            new.append(entry)
        elif entry.id not in order:
            kept.append(entry)
        elif entry.deleted and order.index(entry.id) < last:
            kept.append(replace(known, state=QuestionState.DROPPED))
        elif entry.position != known.position:
            kept.append(replace(entry, position=known.position))
        else:
            kept.append(entry)
    places = {entry.id: at + place for place, entry in enumerate(in_order(tuple(new)))}
    late = {
        entry.id: replace(entry, position=places[entry.id])
        for entry in new
        if entry.id in places and entry.position <= end
    }
    by_id = {entry.id: entry for entry in (*kept, *new)} | late
    return replace(after, listed=tuple(by_id[entry.id] for entry in after.listed))


def visit_list(visit: VisitFile, questions: dict[str, Question]) -> tuple[NumberedQuestion, ...]:
    """Return the question list of a visit."""
    return numbered_questions(visit.listed, visit.notes, questions)


def musts_that_fit(minutes: int | None) -> tuple[int, int]:
    """Return how many must-asks fit the planned minutes: from, and up to."""
    planned = min(minutes or SHORT_VISIT, LONG_VISIT)
    if planned < SHORT_VISIT:
        most = max(2, round(planned / MINUTES_PER_MUST))
        return min(FEWEST, most - 1), most
    way = (planned - SHORT_VISIT) / (LONG_VISIT - SHORT_VISIT)
    return round(FEWEST + way * (FULL - FEWEST)), round(MOST + way * (FULL - MOST))


def listed_question(file: StoreFile, question_id: str | None) -> ListedQuestion | None:
    """Return the live entry of a question in the list that stands in a file."""
    return next(
        (entry for entry in not_deleted(file.listed) if entry.question_id == question_id), None
    )


NEWS_GROUP = "news"
"""Group of the questions that stand in when there is unexpected news."""


def is_for_news(row: NumberedQuestion) -> bool:
    """Return whether a question belongs to those that always fit."""
    return row.question is not None and row.question.group == NEWS_GROUP


def visible_questions(
    rows: tuple[NumberedQuestion, ...], *, news: bool
) -> tuple[NumberedQuestion, ...]:
    """Return the questions on the screen: the prepared ones, or those that always fit.

    A question that always fits stays in view once something is written under it.
    """
    if news:
        return tuple(row for row in rows if is_for_news(row))
    return tuple(
        row
        for row in rows
        if not is_for_news(row) or row.notes or row.state is not QuestionState.OPEN
    )


_FEWEST_WORDS = 4
"""A question of fewer words, without a question mark, is a fragment."""


def fragments(case: Case, but_of: str | None = None) -> frozenset[str]:
    """Questions of a word or two that came up in a visit: no other doctor would know what is meant.

    Args:
        case: The case.
        but_of: The doctor in whose visits they may have come up; None for no doctor in particular.
    """
    return frozenset(
        question.text
        for visit in case.visits
        if but_of is None or visit.head.clinician_id != but_of
        for question in not_deleted(visit.questions)
        if _came_up(question, visit)
        and "?" not in question.text
        and len(question.text.split()) < _FEWEST_WORDS
    )


def _came_up(question: Question, visit: VisitFile) -> bool:
    """Return whether a question was typed in the visit, not before it."""
    if question.source or question.origin is not None or visit.head.started_at is None:
        return False
    return question.created_at is None or question.created_at >= visit.head.started_at


def can_fold(row: NumberedQuestion, current: str | None) -> bool:
    """Return whether a question may wait under one line when there is no room for all."""
    here = row.listed.question_id == current
    return not (row.must or here or row.unclear or row.state is QuestionState.PARTLY)


# Talks

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

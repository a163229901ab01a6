"""The after-visit summary: plan, who does what, when, whom to call.

Doctors and patients want such a summary short, with tasks, contacts and the next visit with its
weekday on top (PMC7651937).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.clock import minutes_spent
from companion.domain.comparison_table import visits_that_were
from companion.domain.correction import is_to_check
from companion.domain.marks import NoteKind
from companion.domain.number import number_of, still_to_ask
from companion.domain.question import CarryTo, QuestionState
from companion.domain.question_rows import DONE
from companion.domain.visit_selection import next_planned
from companion.exchange.papers.sections import results, step_item
from companion.exchange.papers.visit_paper import note_item, notes_told, numbers
from companion.exchange.redaction import Audience
from companion.exchange.render.document import Document, Item, Items, labelled, section
from companion.words import letters
from companion.words import papers as words
from companion.words import visit as room_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from companion.domain.comparison import Step
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

_SETTLED = frozenset({QuestionState.ANSWERED, QuestionState.DROPPED})


def summary_visit(context: PaperContext, visit_id: str | None = None) -> VisitFile | None:
    """Return the visit of the summary: the one named, else the latest that took place."""
    been = visits_that_were(context.case)
    if visit_id is not None:
        return next((visit for visit in context.case.visits if visit.id == visit_id), None)
    return next(reversed(been), None)


def summary_paper(context: PaperContext, visit: VisitFile | None, now: datetime) -> Document:
    """Return the summary of a visit; without a visit a page that says so.

    Args:
        context: The case.
        visit: The visit.
        now: The time, for which visit is the next one.
    """
    if visit is None:
        none = section(words.VISIT, labelled("", letters.NO_VISIT_YET))
        return Document(letters.summary_of(""), tuple(none))
    blocks: list[Block] = [
        *section(
            letters.THE_VISIT,
            labelled("", context.when(visit)),
            labelled(words.GOAL, visit.head.goal),
        ),
        *_plan(context, visit),
        *_next_visit(context, now),
        *_answers(context, visit),
        *numbers(visit),
        *_open(context, visit),
        *_time(context, visit),
    ]
    doctor = context.name(visit.head.clinician_id)
    return Document(letters.summary_of(doctor), tuple(blocks))


def _plan(context: PaperContext, visit: VisitFile) -> list[Block]:
    """Return the plan, who does what, when results come, whom to call."""
    cards = visit.before_you_leave
    card = cards[0] if cards else None
    steps = Items(tuple(step_item(context, step) for step in _steps(context, visit)))

    def answer(name: str) -> str:
        return str(getattr(card, name)) if card is not None else ""

    return [
        *section(letters.PLAN_NOW, labelled("", answer("plan") or words.STILL_TO_ASK)),
        *section(letters.WHO_DOES_WHAT, labelled("", answer("who")), steps),
        *section(letters.RESULTS, labelled("", answer("results"))),
        *results(context, waited_for=True),
        *section(letters.WHOM_TO_CALL, labelled("", answer("call") or words.STILL_TO_ASK)),
        *section(letters.REPORT, labelled("", answer("report"))),
    ]


def _steps(context: PaperContext, visit: VisitFile) -> Iterator[Step]:
    """Return the steps from a visit's to-do notes; other answers have headings of their own."""
    mine = {note.id for note in visit.notes if note.kind is NoteKind.TODO}
    return (step for step in context.shared.steps if not mine.isdisjoint(step.note_ids))


def _next_visit(context: PaperContext, now: datetime) -> list[Block]:
    ahead = next_planned(context.case.visits, now)
    if ahead is None:
        return []
    doctor = context.name(ahead.head.clinician_id)
    return section(letters.NEXT_VISIT, labelled(doctor, context.when(ahead) or letters.NO_DAY_YET))


def _answers(context: PaperContext, visit: VisitFile) -> list[Block]:
    """Return what was said to each question that was put."""
    items = tuple(
        Item(
            row.text or words.MISSING_QUESTION,
            f"{row.number}",
            notes_told(
                context,
                visit,
                (note for note in visit.notes if note.question_id == row.listed.question_id),
            ),
        )
        for row in context.shared.told(visit.id)
        if row.notes or row.state in DONE - {QuestionState.CARRIED, QuestionState.DROPPED}
    )
    return section(letters.WHAT_WAS_SAID, Items(items))


def _time(context: PaperContext, visit: VisitFile) -> list[Block]:
    """Return how long each question took, in one's own copy: others may not have every note."""
    if context.shared.audience is not Audience.ME:
        return []
    spent = minutes_spent(visit)
    rows = [
        *((row.listed.question_id, row.text) for row in context.shared.told(visit.id)),
        (None, words.ANYTHING_ELSE),
    ]
    items = tuple(
        Item(text, letters.minutes(spent[name])) for name, text in rows if spent.get(name)
    )
    return section(letters.WHERE_TIME_WENT, Items(items))


def _open(context: PaperContext, visit: VisitFile) -> list[Block]:
    """Return questions not answered, notes that were not clear, open figures of number cards."""
    rows = context.shared.told(visit.id)
    questions = tuple(_open_question(row) for row in rows if row.state not in _SETTLED and row.text)
    notes = tuple(_open_note(note) for note in visit.notes if _is_open(note))
    return section(letters.OPEN_POINTS, Items((*questions, *notes)))


def _open_question(row: NumberedQuestion) -> Item:
    goes = letters.CARRIED.get(str(row.listed.carried_to), "")
    return Item(row.text, goes or room_words.STATES[row.state])


def _is_open(note: Note) -> bool:
    card = number_of(note)
    blank = card is not None and bool(still_to_ask(card))
    unclear = note.kind is NoteKind.UNCLEAR or blank
    return is_to_check(note) or (unclear and note.carried_to != CarryTo.DROP)


def _open_note(note: Note) -> Item:
    goes = letters.CARRIED.get(str(note.carried_to), "")
    return note_item(note, ", ".join(filter(None, (words.KINDS[note.kind], goes))))

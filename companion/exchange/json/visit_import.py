"""Visits and opinions from their shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.answer_places import said_id
from companion.domain.note import ComposerLine, Note, NumberCard, TeachBack
from companion.domain.opinion import Addition, Cell, Opinion, Rating
from companion.domain.question import ListedQuestion, QuestionState
from companion.domain.visit import BeforeYouLeave, Debrief, SaidText, VisitAbout, VisitFile
from companion.exchange.json.from_json import made, named, time_of, with_ids
from companion.exchange.json.joined_cells import joined_cells
from companion.exchange.json.model import BeforeYouLeaveShape, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def opinion_parts(scope: str, shapes: Sequence[Shape]) -> dict[str, Any]:
    """Return the opinions of one file with all that belongs to them, by table.

    Args:
        scope: The case, and the visit if they stand in one.
        shapes: The opinions that live there.
    """
    ratings = (
        made(Rating, rating, id="", opinion_id=each.id)
        for each in shapes
        for rating in each.ratings
    )
    return {
        "opinions": tuple(made(Opinion, each) for each in shapes),
        "cells": with_ids(scope, (cell for each in shapes for cell in _cells(each))),
        "ratings": with_ids(scope, ratings),
        "additions": tuple(
            made(Addition, addition, opinion_id=each.id)
            for each in shapes
            for addition in each.additions
        ),
    }


def _cells(opinion: Shape) -> Iterator[Cell]:
    """Return a cell for each row of the table."""
    for row_id, text, note_ids in joined_cells(opinion.cells, "aspect_id"):
        yield Cell(id="", opinion_id=opinion.id, aspect_id=row_id, text=text, note_ids=note_ids)


def listed_questions(scope: str, shapes: Iterable[Shape]) -> tuple[ListedQuestion, ...]:
    """Return a question list; `asked` is worked out from the notes, so it is kept as open."""
    entries = (
        made(
            ListedQuestion,
            shape,
            id="",
            question_id=shape.question_id or "",
            position=float(place),
            state=QuestionState.OPEN if shape.state is QuestionState.ASKED else shape.state,
        )
        for place, shape in enumerate(shapes, 1)
    )
    return with_ids(scope, entries)


def _note(shape: Shape) -> Note:
    at = time_of(shape.at) if shape.at else None
    said = shape.teach_back
    return made(
        Note,
        shape,
        created_at=at,
        covered=bool(shape.covered),
        number=made(NumberCard, shape.number) if shape.number else None,
        teach_back=made(TeachBack, said) if said and said.at else None,
    )


def _rewritten(visit: Shape) -> Iterator[SaidText]:
    """Yield the rewritten parts of what was said; a second one of a part has an id of its own."""
    met: dict[str, int] = {}
    for each in visit.said:
        number = met[each.part] = met.get(each.part, 0) + 1
        part = each.part if number == 1 else f"{each.part}/{number}"
        yield made(SaidText, each, id=said_id(visit.id, part))


def visit_file(case_id: str, shape: Shape, opinions: Sequence[Shape]) -> VisitFile:
    """Return all that one visit's file holds, with the opinions given in it."""
    scope = f"{case_id}/{shape.id}"
    door, line = shape.before_you_leave, shape.composer
    return VisitFile(
        id=shape.id,
        about=(made(VisitAbout, shape, at=shape.at or ""),),
        listed=listed_questions(scope, shape.questions),
        notes=tuple(_note(note) for note in shape.notes),
        before_you_leave=(
            (made(BeforeYouLeave, door, id=shape.id),) if door != BeforeYouLeaveShape() else ()
        ),
        debrief=with_ids(scope, (made(Debrief, each, id="") for each in shape.debrief)),
        said=tuple(_rewritten(shape)),
        composer=(made(ComposerLine, line, id=shape.id, asides=named(line.asides)),)
        if line
        else (),
        **opinion_parts(scope, opinions),
    )

"""Reads a case from JSON: its head, then everything as values of the domain."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from companion.domain.answer_places import said_id
from companion.domain.case import Case, CaseAbout, CaseFile, CopiedText
from companion.domain.comparison import (
    Addition,
    Aspect,
    Cell,
    ChosenPath,
    ComparisonRow,
    Confidence,
    Decision,
    Leaning,
    Opinion,
    Rating,
    Step,
)
from companion.domain.cover_choice import covering_of
from companion.domain.entity import is_id
from companion.domain.field_types import (
    ASPECTS,
    CRITERIA,
    NOTES,
    PEOPLE,
    QUESTIONS,
    RECORDS,
    VISITS,
)
from companion.domain.note import ComposerLine, Note, NumberCard, TeachBack
from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.options_table import GIVEN_CRITERIA, WAIT_ID
from companion.domain.people import Person
from companion.domain.preparation import AwaitedResult, Matter, Preparation, Reason, Record
from companion.domain.question import ListedQuestion, Origin, Question, QuestionState
from companion.domain.question_rows import all_questions
from companion.domain.steps import all_steps
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, Debrief, SaidText, VisitAbout, VisitFile
from companion.exchange.errors import ImportRefusedError
from companion.exchange.json.from_json import dated, made, named, time_of, with_ids
from companion.exchange.json.model import (
    FORMAT,
    VERSION,
    BeforeYouLeaveShape,
    CaseShape,
    PrepareShape,
    Shape,
)
from companion.exchange.json.readers import (
    ImportContext,
    derived_id,
    read_text,
    refuse,
    shape_reader,
)
from companion.exchange.json.strict_json import parse_json
from companion.exchange.redaction import without_dangling
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.exchange.json.model import Shape
    from companion.exchange.redaction import Known

CONFIDENCE_ANSWERS = 4
"""How many yes/no questions there are."""
REFERRED = (PEOPLE, QUESTIONS, NOTES, ASPECTS, RECORDS, VISITS, CRITERIA)


@dataclass(frozen=True, slots=True)
class Imported:
    """A case as a file gives it."""

    file: CaseFile
    visits: tuple[VisitFile, ...]
    unknown: int
    """Fields that this version does not know; they were passed over."""
    unreadable: int
    """Visits that could not be read when the file was made."""


# The head


def _head(raw: dict[str, Any]) -> str:
    """Check what every file must have; the title.

    Raises:
        ImportRefusedError: Something is missing, or the version is a later one.
    """
    if raw.get("format") != FORMAT:
        raise ImportRefusedError(words.NOT_A_CASE)
    version = raw.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        refuse((None, "version"), words.wrong_type("the number 1"))
    if version > VERSION:
        raise ImportRefusedError(words.newer_version(version))
    title = read_text(raw.get("title"), (None, "title"), ImportContext(""))
    if not title:
        refuse((None, "title"), words.NO_TITLE)
    return title


def _case_id(raw: dict[str, Any], data: bytes) -> str:
    given = raw.get("id")
    if given is None or given == "":
        # The file's own bytes: two cases with one title stay two, the same file stays one.
        return derived_id("case", hashlib.sha256(data).hexdigest())
    old = read_text(given, (None, "id"), ImportContext(""))
    return old if is_id(old) else derived_id("case", old)


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A file that says it is a case, before its content is read."""

    raw: dict[str, Any]
    """Its plain JSON values."""
    title: str
    case_id: str


def first_look(data: bytes) -> FirstLook:
    """Read the head of a JSON file: its title and id.

    Raises:
        ImportRefusedError: It is no case of this version.
    """
    raw = parse_json(data)
    title = _head(raw)
    return FirstLook(raw, title, _case_id(raw, data))


# The case


def read_case(
    look: FirstLook,
    into: str | None = None,
    known: Known | None = None,
    here: Case | None = None,
) -> Imported:
    """Return the case that a JSON file holds.

    Args:
        look: The file.
        into: The case here that it goes into; None when it brings its own.
        known: Ids that a case here already has, by list; references to them lead somewhere.
        here: The case that it goes into; what its patient chose covers what comes in.

    Raises:
        ImportRefusedError: One sentence, with the path of what is wrong.
    """
    reading = ImportContext(into or look.case_id)
    raw = {**look.raw, "id": reading.case_id, "title": look.title}
    shape: Shape = shape_reader(CaseShape)(raw, None, reading)
    reading.own.setdefault(CRITERIA, set()).update(each.id for each in GIVEN_CRITERIA)
    reading.check_references(known or {})
    for place, each in enumerate(shape.comparison.confidence):
        if len(each.answers) != CONFIDENCE_ANSWERS:
            path = ((((None, "comparison"), "confidence"), place), "answers")
            refuse(path, words.wrong_type("4 answers"))
    return _imported(shape, reading, here)


def _imported(shape: Shape, reading: ImportContext, here: Case | None) -> Imported:
    homes: dict[str | None, list[Shape]] = {}
    own = {visit.id for visit in shape.visits}
    for opinion in shape.opinions:
        homes.setdefault(opinion.visit_id if opinion.visit_id in own else None, []).append(opinion)
    visits = tuple(visit_file(shape.id, visit, homes.get(visit.id, ())) for visit in shape.visits)
    file = _case_file(shape, homes.get(None, ()))
    visits = _covered(shape, Case(file=file, visits=visits), here)
    steps = _steps(shape, Case(file=file, visits=visits), reading)
    file = replace(file, steps=steps)
    made_at = file.head.created_at
    return Imported(
        dated(file, made_at),
        tuple(dated(visit, made_at) for visit in visits),
        reading.unknown,
        len(shape.unreadable),
    )


def _covered(shape: Shape, case: Case, here: Case | None) -> tuple[VisitFile, ...]:
    """Return the visits, with the notes covered of which the file does not say whether they are."""
    cases = (case,) if here is None else (case, here)
    choices = tuple(covering_of(each.file) for each in cases)
    asked = {key: each for of in cases for key, each in all_questions(of).items()}
    unsaid = {note.id for visit in shape.visits for note in visit.notes if note.covered is None}

    def covered(note: Note) -> Note:
        question = asked.get(note.question_id or "")
        takes = any(choice.takes_note(note, question) for choice in choices)
        return replace(note, covered=True) if takes and note.id in unsaid else note

    return tuple(replace(each, notes=tuple(map(covered, each.notes))) for each in case.visits)


def _question(shape: Shape) -> Question:
    origin = made(Origin, shape.origin) if shape.origin else None
    return made(Question, shape, origin=origin)


def _all(kind: type[Any], shapes: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(made(kind, shape) for shape in shapes)


def _nameless(case_id: str, kind: type[Any], shapes: Iterable[Any], **own: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return with_ids(case_id, (made(kind, shape, id="", **own) for shape in shapes))


def _case_file(shape: Shape, opinions: Sequence[Shape]) -> CaseFile:
    compared, name = shape.comparison, shape.id
    prepared = shape.prepare != PrepareShape()
    rows = (made(ComparisonRow, row, id="", aspect_id=row.aspect_id or "") for row in compared.rows)
    return CaseFile(
        id=name,
        about=(made(CaseAbout, shape),),
        people=_all(Person, shape.people),
        reasons=_all(Reason, shape.reasons),
        priorities=_all(Matter, shape.priorities),
        aspects=_all(Aspect, shape.aspects),
        records=_all(Record, shape.records),
        results=_all(AwaitedResult, shape.results),
        preparation=(made(Preparation, shape.prepare, id=name),) if prepared else (),
        questions=tuple(_question(each) for each in shape.questions),
        listed=listed_questions(name, shape.plan_questions),
        **opinion_parts(name, opinions),
        rows=with_ids(name, rows),
        paths=_nameless(name, ChosenPath, compared.paths),
        confidence=_nameless(name, Confidence, compared.confidence),
        leaning=_nameless(name, Leaning, compared.leaning),
        decision=_nameless(name, Decision, (shape.decision,) if shape.decision else ()),
        texts=tuple(made(CopiedText, each, fields=named(each.fields)) for each in shape.texts),
        **option_parts(name, shape.options, shape.criteria),
    )


def _steps(shape: Shape, case: Case, reading: ImportContext) -> tuple[Step, ...]:
    """Return the steps to keep: those that the visits do not make, and those put away."""
    known = {kind: reading.own.get(kind, set()) for kind in REFERRED}
    derived = {step.id: without_dangling(step, known) for step in all_steps(case)}
    dropped = tuple(
        Step(id=reading.our_id(old), deleted=True)
        for old in shape.steps_dropped
        if reading.our_id(old) not in reading.own.get("StepShape", ())
    )
    own = (made(Step, each) for each in shape.steps if _own_words(each, derived))
    return (*own, *dropped)


def _own_words(shape: Shape, derived: dict[str, Step]) -> bool:
    """Return whether a step says more than the note or answer it comes from."""
    step = derived.get(shape.id)
    if step is None:
        return True
    said = (shape.text, shape.owner_id, shape.due, shape.done_at, shape.note_ids)
    return said != (step.text, None, None, None, step.note_ids)


# Opinions


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
        "cells": with_ids(scope, (cell for each in shapes for cell in _opinion_cells(each))),
        "ratings": with_ids(scope, ratings),
        "additions": tuple(
            made(Addition, addition, opinion_id=each.id)
            for each in shapes
            for addition in each.additions
        ),
    }


def _opinion_cells(opinion: Shape) -> Iterator[Cell]:
    """Return a cell for each row of the table."""
    for row_id, text, note_ids in joined_cells(opinion.cells, "aspect_id"):
        yield Cell(id="", opinion_id=opinion.id, aspect_id=row_id, text=text, note_ids=note_ids)


# Visits


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


# Options

PlacedT = TypeVar("PlacedT", CareOption, Criterion)


def option_parts(
    scope: str, options: Sequence[Shape], criteria: Sequence[Shape]
) -> dict[str, tuple[Any, ...]]:
    """Return the options of one case, and all that is said of them, by table."""
    stars = (
        made(OptionStars, star, id="", option_id=each.id, criterion_id=star.criterion_id or "")
        for each in options
        for star in each.stars
    )
    return {
        "criteria": _in_order(tuple(made(Criterion, each) for each in criteria)),
        "options": _in_order(tuple(map(_option, options))),
        "option_cells": with_ids(scope, (cell for each in options for cell in _option_cells(each))),
        "option_stars": with_ids(scope, stars),
    }


def _option(shape: Shape) -> CareOption:
    """Return an option; the one that is always there is to stay as it is, whatever a file says."""
    return made(CareOption, shape, wait=shape.wait or shape.id == WAIT_ID)


def _in_order(things: tuple[PlacedT, ...]) -> tuple[PlacedT, ...]:
    """Return things that say nothing of their order in the order of the file."""
    placed = [each for each in things if each.id != WAIT_ID]
    if any(each.position for each in placed):
        return things
    places = {each.id: float(place) for place, each in enumerate(placed, 1)}
    return tuple(replace(each, position=places.get(each.id, 0.0)) for each in things)


def _option_cells(option: Shape) -> Iterator[OptionCell]:
    """Return a cell for each row of the table."""
    for row_id, text, note_ids in joined_cells(option.cells, "criterion_id"):
        yield OptionCell(
            id="", option_id=option.id, criterion_id=row_id, text=text, note_ids=note_ids
        )


# Cells of opinions and options


class JoinedCell(NamedTuple):
    """What is said on one row."""

    row_id: str
    text: str
    note_ids: tuple[str, ...]


def joined_cells(cells: Any, row_name: str) -> Iterator[JoinedCell]:  # noqa: ANN401
    """Yield a cell for each row, in the order of the file; cells of no row stay apart.

    Args:
        cells: The shapes of the cells, as the file has them.
        row_name: The name of the field that says which row a cell stands on.
    """
    together: dict[str, list[Any]] = {}
    for place, cell in enumerate(cells):
        together.setdefault(getattr(cell, row_name) or f"none {place}", []).append(cell)
    for same in together.values():
        texts = dict.fromkeys(cell.text for cell in same if cell.text)
        notes = dict.fromkeys(note for cell in same for note in cell.note_ids)
        yield JoinedCell(getattr(same[0], row_name) or "", "\n".join(texts), tuple(notes))

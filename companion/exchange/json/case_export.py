"""Writes a case as JSON."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from companion.domain.case_queries import (
    all_additions,
    all_cells,
    all_opinions,
    all_people,
    all_ratings,
)
from companion.domain.note import FIND_LINE
from companion.domain.options_table import criteria_in_order, holds_options, options_in_order
from companion.domain.text import speaker
from companion.exchange.json import model
from companion.words.home import NO_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.case import Case, CaseFile
    from companion.domain.comparison import Addition, Cell, Opinion, Rating
    from companion.domain.note import ComposerLine, Note
    from companion.domain.option import CareOption, OptionCell, OptionStars
    from companion.domain.question import Question
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.json.model import Shape, ShapeType
    from companion.exchange.redaction import SharedCase

GivenT = TypeVar("GivenT", bound="Cell | Rating | Addition")


def moment(at: datetime) -> str:
    """Return a time as ISO 8601 with offset, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def _plain(value: object) -> object:
    return moment(value) if isinstance(value, datetime) else value


def _shaped(kind: ShapeType, value: object, **own: object) -> Shape:
    """Return a shape with the fields of the same name, but for those given."""
    return kind(
        **{
            name: own[name] if name in own else _plain(getattr(value, name))
            for name in kind.__struct_fields__
        }
    )


def _all(kind: ShapeType, values: Iterable[object]) -> tuple[Shape, ...]:
    return tuple(_shaped(kind, value) for value in values)


def _named(pairs: Iterable[tuple[str, str]]) -> tuple[Shape, ...]:
    return tuple(model.FieldShape(name=name, value=value) for name, value in pairs)


def _listed(table: Sequence[NumberedQuestion]) -> tuple[Shape, ...]:
    return tuple(
        _shaped(
            model.ListedShape,
            row.listed,
            number=row.number,
            state=row.state,
            question_id=row.listed.question_id or None,
        )
        for row in table
    )


def _note(note: Note) -> Shape:
    return _shaped(
        model.NoteShape,
        note,
        speaker=speaker(note.text) or None,
        number=_shaped(model.NumberShape, note.number) if note.number else None,
        teach_back=_shaped(model.TeachBackShape, note.teach_back) if note.teach_back else None,
    )


def _typed(line: ComposerLine) -> tuple[tuple[str, str], ...]:
    """Return the texts of card lines; search words are left out, for they are no notes."""
    return tuple(aside for aside in line.asides if aside[0] != FIND_LINE)


def _visit(visit: VisitFile, table: Sequence[NumberedQuestion]) -> Shape:
    doors = visit.before_you_leave
    return _shaped(
        model.VisitShape,
        visit.head,
        id=visit.id,
        at=visit.head.at or None,
        questions=_listed(table),
        notes=tuple(_note(note) for note in visit.notes),
        before_you_leave=_shaped(model.BeforeYouLeaveShape, doors[0])
        if doors
        else model.BeforeYouLeaveShape(),
        debrief=_all(model.DebriefShape, visit.debrief),
        said=_all(model.SaidShape, visit.said),
        composer=(
            _shaped(model.LineShape, visit.line, asides=_named(_typed(visit.line)))
            if visit.line
            else None
        ),
    )


def _question(question: Question) -> Shape:
    origin = _shaped(model.OriginShape, question.origin) if question.origin else None
    return _shaped(model.QuestionShape, question, origin=origin)


def _grouped(values: Iterable[GivenT]) -> defaultdict[str, list[GivenT]]:
    """The cells of each opinion."""
    groups: defaultdict[str, list[GivenT]] = defaultdict(list)
    for value in values:
        groups[value.opinion_id].append(value)
    return groups


def _opinions(case: Case) -> tuple[Shape, ...]:
    cells, ratings = _grouped(all_cells(case)), _grouped(all_ratings(case))
    additions = _grouped(all_additions(case))
    places = {visit.id: place for place, visit in enumerate(case.visits)}
    aspects = {each.id: place for place, each in enumerate(_aspects(case))}

    def shaped(opinion: Opinion) -> Shape:
        mine = sorted(cells[opinion.id], key=lambda cell: aspects.get(cell.aspect_id, len(aspects)))
        return _shaped(
            model.OpinionShape,
            opinion,
            cells=tuple(
                _shaped(model.CellShape, cell, aspect_id=cell.aspect_id or None) for cell in mine
            ),
            ratings=_all(model.RatingShape, ratings[opinion.id]),
            additions=_all(model.AdditionShape, additions[opinion.id]),
        )

    every = sorted(all_opinions(case), key=lambda each: places.get(each.visit_id or "", -1))
    return tuple(shaped(opinion) for opinion in every)


def _aspects(case: Case) -> list[Any]:
    return sorted(case.file.aspects, key=lambda aspect: aspect.position)


def _comparison(case: Case) -> Shape:
    file = case.file
    places = {each.id: place for place, each in enumerate(_aspects(case))}
    ordered = sorted(file.rows, key=lambda row: places.get(row.aspect_id, len(places)))
    return model.ComparisonShape(
        rows=tuple(
            _shaped(model.RowShape, row, aspect_id=row.aspect_id or None) for row in ordered
        ),
        paths=_all(model.PathShape, file.paths),
        confidence=_all(model.ConfidenceShape, file.confidence),
        leaning=_all(model.LeaningShape, file.leaning),
    )


def _options(file: CaseFile) -> dict[str, tuple[Shape, ...]]:
    """Return the rows and the options; both empty where nothing was written down of them."""
    if not holds_options(file):
        return {"criteria": (), "options": ()}
    criteria = criteria_in_order(file)
    places = {each.id: place for place, each in enumerate(criteria)}

    def shaped(option: CareOption) -> Shape:
        cells = [each for each in file.option_cells if each.option_id == option.id]
        stars = [each for each in file.option_stars if each.option_id == option.id]
        cells.sort(key=lambda cell: places.get(cell.criterion_id, len(places)))
        return _shaped(
            model.OptionShape,
            option,
            cells=tuple(_on_row(model.OptionCellShape, cell) for cell in cells),
            stars=tuple(_on_row(model.OptionStarsShape, each) for each in stars),
        )

    options = tuple(shaped(option) for option in options_in_order(file))
    return {"criteria": _all(model.CriterionShape, criteria), "options": options}


def _on_row(kind: ShapeType, value: OptionCell | OptionStars) -> Shape:
    return _shaped(kind, value, criterion_id=value.criterion_id or None)


def _texts(case: Case) -> tuple[Shape, ...]:
    return tuple(
        _shaped(model.TextShape, text, fields=_named(text.fields)) for text in case.file.texts
    )


def shaped_case(extract: SharedCase) -> Shape:
    """Return the case in the shape of the JSON export."""
    case, file = extract.case, extract.case.file
    questions = (*file.questions, *(each for visit in case.visits for each in visit.questions))
    decision = file.decision[0] if file.decision else None
    return _shaped(
        model.CaseShape,
        file.head,
        format=model.FORMAT,
        version=model.VERSION,
        id=file.id,
        title=file.head.title or NO_TITLE,
        unreadable=case.unreadable,
        people=_all(model.PersonShape, all_people(case)),
        reasons=_all(model.ReasonShape, file.reasons),
        priorities=_all(model.PriorityShape, file.priorities),
        aspects=_all(model.AspectShape, _aspects(case)),
        records=_all(model.RecordShape, file.records),
        prepare=_shaped(model.PrepareShape, file.prepare),
        questions=tuple(_question(each) for each in questions),
        plan_questions=_listed(extract.plan),
        visits=tuple(_visit(visit, extract.rows[visit.id]) for visit in case.visits),
        opinions=_opinions(case),
        comparison=_comparison(case),
        decision=_shaped(model.DecisionShape, decision) if decision else None,
        steps=_all(model.StepShape, extract.steps),
        steps_dropped=extract.steps_dropped,
        texts=_texts(case),
        **_options(file),
        results=_all(model.ResultShape, file.results),
    )


def write_json(extract: SharedCase) -> bytes:
    """Return the JSON export of what was extracted: UTF-8, LF at the end."""
    return msgspec.json.format(msgspec.json.encode(shaped_case(extract)), indent=2) + b"\n"

"""For spreadsheets: a case with a row for each thing; and its opinions side by side."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_cells, all_opinions, all_people, all_ratings
from companion.domain.correction import told
from companion.domain.number import number_of
from companion.exchange.json.case_export import moment
from companion.exchange.papers.opinions import compared
from companion.exchange.papers.paper_context import PaperContext
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.note import Note
    from companion.domain.visit import VisitFile
    from companion.exchange.redaction import SharedCase


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """One row; the fields are the columns, in order."""

    part: str
    """Which part of the case."""
    visit: str = ""
    """When the visit was planned."""
    doctor: str = ""
    """Its clinician."""
    time: str = ""
    """ISO 8601."""
    number: str = ""
    """A question's number."""
    priority: str = ""
    """must, should, could; for a priority its stars."""
    state: str = ""
    """How far it has come."""
    kind: str = ""
    """A note's mark."""
    who: str = ""
    """Who wrote, asks or does it."""
    text: str = ""
    """The words."""
    more: str = ""
    """What belongs to it."""


def _outside(telling: PaperContext) -> Iterator[CsvRow]:
    file = telling.file
    yield CsvRow(part="case", text=file.head.title, time=file.head.decide_by or "")
    for person in all_people(telling.case):
        yield CsvRow(part="person", kind=person.role, text=person.name, more=person.place)
    for reason in file.reasons:
        yield CsvRow(part="reason", text=reason.text)
    for each in file.priorities:
        yield CsvRow(part="priority", priority=f"{each.stars or ''}", text=each.text)
    for record in file.records:
        yield CsvRow(
            part="record",
            state=record.status,
            who=record.holder,
            text=record.text,
            more=record.why,
        )
    for name in (*words.PREPARE, *words.PREPARE_LISTS):
        value = getattr(file.prepare, name)
        for text in value if isinstance(value, tuple) else filter(None, (value,)):
            yield CsvRow(part="prepare", kind=name, text=text)
    for row in telling.extract.plan:
        yield CsvRow(
            part="question",
            number=f"{row.number}",
            priority=row.listed.priority,
            state=row.state,
            text=row.text,
        )


def _more(note: Note) -> str:
    """What was written before it was put right, and the number card."""
    card, (_, before, label) = number_of(note), told(note)
    lines = [f"{label}: {before}"] if before else []
    if card is not None:
        given = ((words.CARD[name], getattr(card, name)) for name in words.CARD)
        lines += [f"{name}: {value}" for name, value in given if value]
    return "\n".join(filter(None, lines))


def _asked(telling: PaperContext, visit: VisitFile) -> Iterator[CsvRow]:
    at, doctor = visit.head.at, telling.name(visit.head.clinician_id)
    rows = telling.extract.told(visit.id)
    numbers = {row.listed.question_id: f"{row.number}" for row in rows}
    for row in rows:
        yield CsvRow(
            part="question",
            visit=at,
            doctor=doctor,
            number=f"{row.number}",
            priority=row.listed.priority,
            state=row.state,
            who=telling.name(row.listed.asker_id),
            text=row.text,
        )
    for note in visit.notes:
        yield CsvRow(
            part="note",
            visit=at,
            doctor=doctor,
            time=moment(note.at) if note.at else "",
            number=numbers.get(note.question_id or "", "0" if note.question_id is None else ""),
            kind=note.kind,
            who=telling.name(note.author_id),
            text=told(note).text,
            more=_more(note),
        )


def _visit(telling: PaperContext, visit: VisitFile) -> Iterator[CsvRow]:
    head = visit.head
    at, doctor = head.at, telling.name(head.clinician_id)
    yield CsvRow(part="visit", visit=at, doctor=doctor, text=head.goal, more=head.place)
    yield from _asked(telling, visit)
    for card in visit.before_you_leave:
        for name in words.DOOR:
            if text := getattr(card, name):
                yield CsvRow(part="before you leave", visit=at, doctor=doctor, kind=name, text=text)
    for each in visit.debrief:
        yield CsvRow(
            part="debrief",
            visit=at,
            doctor=doctor,
            who=telling.name(each.by_id),
            text=each.text,
            more=each.prompt,
        )
    if visit.line and visit.line.text:
        yield CsvRow(part="unfinished line", visit=at, doctor=doctor, text=visit.line.text)


def _after(telling: PaperContext) -> Iterator[CsvRow]:
    aspects = {aspect.id: aspect.text for aspect in telling.file.aspects}
    opinions = {opinion.id: telling.opinion(opinion) for opinion in all_opinions(telling.case)}
    for cell in all_cells(telling.case):
        yield CsvRow(
            part="opinion",
            doctor=opinions.get(cell.opinion_id, ""),
            kind=aspects.get(cell.aspect_id, ""),
            text=telling.cell(cell),
        )
    for rating in all_ratings(telling.case):
        yield CsvRow(
            part="rating",
            doctor=opinions.get(rating.opinion_id, ""),
            priority=f"{rating.stars or ''}",
            kind=rating.what,
            who=telling.name(rating.by_id),
            text=rating.words,
        )
    for row in telling.file.rows:
        yield CsvRow(
            part="comparison",
            state=row.verdict or "",
            kind=aspects.get(row.aspect_id, ""),
            more=", ".join(row.why),
        )
    for path in telling.file.paths:
        yield CsvRow(part="path", kind=path.path, text=path.why)
    for leaning in telling.file.leaning:
        yield CsvRow(part="leaning", who=telling.name(leaning.by_id), text=leaning.text)
    for decision in telling.file.decision:
        yield CsvRow(part="decision", who=telling.name(decision.by_id), text=decision.text)
    for step in telling.extract.steps:
        yield CsvRow(
            part="step",
            time=step.due or "",
            state=words.DONE if step.done_at else "",
            who=telling.name(step.owner_id),
            text=telling.step.alone(step),
        )


def case_table(extract: SharedCase) -> list[tuple[str, ...]]:
    """The header and a row for each thing of a case."""
    telling = PaperContext(extract)
    rows = [*_outside(telling)]
    for visit in telling.case.visits:
        rows += _visit(telling, visit)
    rows += _after(telling)
    return [words.COLUMNS, *(tuple(f"{cell}" for cell in astuple(row)) for row in rows)]


def comparison_table(extract: SharedCase) -> list[tuple[str, ...]]:
    """The opinions side by side, a row an aspect, a column an opinion."""
    table = compared(PaperContext(extract))
    return [table.header, *table.rows]

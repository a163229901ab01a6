"""Tables for spreadsheets: a case with a row for each thing, and its opinions side by side.

Spreadsheets open them without asking, and without running anything.
"""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass
from functools import partial
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_cells, all_opinions, all_people, all_ratings
from companion.domain.correction import told
from companion.domain.number import number_of
from companion.domain.options_table import OptionsTable, holds_options
from companion.domain.veil import Veil
from companion.exchange.json.case_export import moment
from companion.exchange.papers.opinions import opinions_table
from companion.exchange.papers.paper_context import PaperContext
from companion.words import papers as words
from companion.words import visit_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.domain.case import CaseFile
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile
    from companion.exchange.redaction import SharedCase


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row; its fields are the columns, in order."""

    part: str
    visit: str = ""
    """When the visit was planned."""
    doctor: str = ""
    time: str = ""
    """ISO 8601."""
    number: str = ""
    """A question's number."""
    priority: str = ""
    """must, should, could; for a priority its stars."""
    state: str = ""
    """State of a question or a record."""
    kind: str = ""
    """A note's mark."""
    who: str = ""
    """The person who wrote it, asks it or does it."""
    text: str = ""
    more: str = ""
    """Whatever belongs to it."""


def _results(file: CaseFile) -> Iterator[CsvRow]:
    for result in file.results:
        yield CsvRow(
            part="result",
            time=result.arrived_on or result.expected_by or "",
            state="arrived" if result.arrived_on else "waiting",
            who=result.who_tells,
            text=result.text,
            more=result.why,
        )


def _outside(context: PaperContext) -> Iterator[CsvRow]:
    file = context.file
    yield CsvRow(part="case", text=file.head.title, time=file.head.decide_by or "")
    for person in all_people(context.case):
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
    yield from _results(file)
    for name in (*words.PREPARE, *words.PREPARE_LISTS):
        value = getattr(file.prepare, name)
        for text in value if isinstance(value, tuple) else filter(None, (value,)):
            yield CsvRow(part="prepare", kind=name, text=text)
    for row in context.shared.plan:
        yield CsvRow(
            part="question",
            number=f"{row.number}",
            priority=row.listed.priority,
            state=row.state,
            text=row.text,
        )


def _more(note: Note) -> str:
    """Return the text before its correction, and the number card."""
    card, (_, before, label) = number_of(note), told(note)
    lines = [f"{label}: {before}"] if before else []
    if card is not None:
        given = ((words.CARD[name], getattr(card, name)) for name in words.CARD)
        lines += [f"{name}: {value}" for name, value in given if value]
    return "\n".join(filter(None, lines))


def _in_visit(context: PaperContext, visit: VisitFile) -> Callable[..., CsvRow]:
    doctor = context.name(visit.head.clinician_id)
    return partial(CsvRow, visit=visit.head.at, doctor=doctor)


def _asked(context: PaperContext, visit: VisitFile) -> Iterator[CsvRow]:
    in_visit = _in_visit(context, visit)
    rows = context.shared.told(visit.id)
    numbers = {row.listed.question_id: f"{row.number}" for row in rows}
    for row in rows:
        yield in_visit(
            "question",
            number=f"{row.number}",
            priority=row.listed.priority,
            state=row.state,
            who=context.name(row.listed.asker_id),
            text=row.text,
        )
    for note in visit.notes:
        yield in_visit(
            "note",
            time=moment(note.at) if note.at else "",
            number=numbers.get(note.question_id or "", "0" if note.question_id is None else ""),
            kind=note.kind,
            who=context.name(note.author_id),
            text=told(note).text,
            more=_more(note),
        )


def _visit(context: PaperContext, visit: VisitFile) -> Iterator[CsvRow]:
    in_visit = _in_visit(context, visit)
    yield in_visit("visit", text=visit.head.goal, more=visit.head.place)
    yield from _asked(context, visit)
    for card in visit.before_you_leave:
        for name in card_words.BEFORE_YOU_LEAVE_LINES:
            if text := getattr(card, name):
                yield in_visit("before you leave", kind=name, text=text)
    for each in filter(lambda answer: answer.text, visit.debrief):
        yield in_visit(
            "debrief",
            who=context.name(each.by_id),
            text=each.text,
            more=each.prompt,
        )
    for rewritten in visit.said:
        yield in_visit(
            "what was said",
            who=context.name(rewritten.by_id),
            kind=rewritten.part,
            text=context.told(rewritten),
        )
    if visit.line and visit.line.text:
        yield in_visit("unfinished line", text=visit.line.text)


def _after(context: PaperContext) -> Iterator[CsvRow]:
    aspects = {aspect.id: aspect.text for aspect in context.file.aspects}
    opinions = {opinion.id: context.opinion(opinion) for opinion in all_opinions(context.case)}
    for cell in all_cells(context.case):
        yield CsvRow(
            part="opinion",
            doctor=opinions.get(cell.opinion_id, ""),
            kind=aspects.get(cell.aspect_id, ""),
            text=context.told(cell),
        )
    for rating in all_ratings(context.case):
        yield CsvRow(
            part="rating",
            doctor=opinions.get(rating.opinion_id, ""),
            priority=f"{rating.stars or ''}",
            kind=rating.what,
            who=context.name(rating.by_id),
            text=rating.words,
        )
    for row in context.file.rows:
        yield CsvRow(
            part="comparison",
            state=row.verdict or "",
            kind=aspects.get(row.aspect_id, ""),
            more=", ".join(row.why),
        )
    yield from _options(context)
    for path in context.file.paths:
        yield CsvRow(part="path", kind=path.path, text=path.why)
    for leaning in context.file.leaning:
        yield CsvRow(part="leaning", who=context.name(leaning.by_id), text=leaning.text)
    for decision in context.file.decision:
        yield CsvRow(part="decision", who=context.name(decision.by_id), text=decision.text)
    for step in context.shared.steps:
        yield CsvRow(
            part="step",
            time=step.due or "",
            state=words.DONE if step.done_at else "",
            who=context.name(step.owner_id),
            text=context.step.alone(step),
        )


def _options(context: PaperContext) -> Iterator[CsvRow]:
    if not holds_options(context.file):
        return
    table = OptionsTable(context.case, Veil())
    for number, option in enumerate(table.options, 1):
        yield CsvRow(part="option", number=f"{number}", text=option.text)
        for criterion in table.criteria:
            if text := table.said(option, criterion).text:
                yield CsvRow(
                    part="option topic",
                    number=f"{number}",
                    kind=criterion.text,
                    text=text,
                    more=option.text,
                )
            for given in table.given(option, criterion):
                yield CsvRow(
                    part="option stars",
                    number=f"{number}",
                    priority=f"{given.stars}",
                    kind=criterion.text,
                    who=context.name(given.by_id),
                    more=option.text,
                )


def case_table(shared: SharedCase) -> list[tuple[str, ...]]:
    """Return the header and a row for each thing of a case."""
    context = PaperContext(shared)
    rows = [*_outside(context)]
    for visit in context.case.visits:
        rows += _visit(context, visit)
    rows += _after(context)
    return [words.COLUMNS, *(tuple(f"{cell}" for cell in astuple(row)) for row in rows)]


def comparison_table(shared: SharedCase) -> list[tuple[str, ...]]:
    """Return the opinions side by side: a row for each aspect, a column for each opinion."""
    table = opinions_table(PaperContext(shared))
    return [table.header, *table.rows]


def decision_table(shared: SharedCase) -> list[tuple[str, ...]]:
    """Return the options side by side: a row for each topic, a column for each option.

    Stars stand in rows of their own below their topic, one for each person who gave some.
    """
    context = PaperContext(shared)
    table = OptionsTable(context.case, Veil())
    rows: list[tuple[str, ...]] = [("", *(option.text for option in table.options))]
    for criterion in table.criteria:
        said = (table.said(option, criterion).text for option in table.options)
        rows.append((criterion.text, *said))
        given = [table.given(option, criterion) for option in table.options]
        for by_id in dict.fromkeys(star.by_id for each in given for star in each):
            mine = (
                next((f"{star.stars}" for star in each if star.by_id == by_id), "")
                for each in given
            )
            rows.append((words.matters_to(criterion.text, context.name(by_id)), *mine))
    return rows


FORMULA = ("=", "+", "-", "@", "\t")
"""Beginnings of a cell that may be taken for a formula."""
_BOM = "\ufeff"


def write_csv(rows: Iterable[tuple[str, ...]], *, raw: bool = False) -> tuple[bytes, int]:
    """Return the table as CSV: UTF-8 with BOM, CRLF, every cell quoted.

    Args:
        rows: The header and the rows.
        raw: Leave the apostrophe off.

    Returns:
        The bytes, and how many cells got an apostrophe in front.
    """
    guarded = 0
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        cells = []
        for cell in row:
            guard = not raw and cell.startswith(FORMULA)
            guarded += guard
            cells.append(f"'{cell}" if guard else cell)
        writer.writerow(cells)
    return (_BOM + out.getvalue()).encode(), guarded

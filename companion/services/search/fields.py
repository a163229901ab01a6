"""The places that a search looks through: every note, answer, question and step is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.domain.changes import not_deleted
from companion.domain.correction import told_from, told_in_one
from companion.domain.folded_text import folded, places_of
from companion.domain.preparation import ANSWER_LISTS, ANSWERS
from companion.domain.steps import DOOR_ANSWERS
from companion.domain.text import one_line
from companion.domain.visit import VisitFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from companion.domain.case import CaseFile
    from companion.domain.changes import EntityT, StoreFile
    from companion.domain.note import Note
    from companion.domain.veil import Veil

_IN_COMPARE = frozenset({"step", "leaning", "decision", "opinion", "option"})


class Place(NamedTuple):
    """One place in a store that a search may find."""

    kind: str
    """note, door, debrief, question, step, reason, priority, goal, record, result, answer …"""
    id: str
    """The note, question or step; of an opinion the row of the comparison, or the addition; of what
    is said of an option the option."""
    text: str
    """Its text, on one line."""
    at: datetime | None = None
    """When it was written."""
    beside: str = ""
    """Of an opinion its column of the comparison, of an option the topic; of a line of medicines
    and the like its place."""


class Hit(NamedTuple):
    """One place that holds the words."""

    case_id: str
    title: str
    """The title of the case."""
    kind: str
    """As in `Place`."""
    text: str
    """Its text, on one line."""
    room: str
    id: str = ""
    """As in `Place`."""
    beside: str = ""
    """As in `Place`."""
    visit_id: str | None = None
    """The visit it belongs to."""
    doctor: str = ""
    """That visit's clinician."""
    at: datetime | None = None
    """When it was written, else when the visit began."""

    @property
    def thing(self) -> str:
        """Return what a room is asked to show: `kind/id`, and `/beside` where there is one."""
        return f"{self.kind}/{self.id}" + (f"/{self.beside}" if self.beside else "")


def room_of(kind: str, *, in_visit: bool) -> str:
    """Return the room that shows a place."""
    if kind in _IN_COMPARE:
        return "compare"
    return "visit" if in_visit else "prepare"


def excerpt(text: str, words: str, room: int) -> str:
    """Return a text on one line, or the part around the words, with cuts marked.

    Args:
        text: On one line.
        words: The words that were looked for.
        room: Characters that may be shown.
    """
    if len(text) <= room:
        return text
    at = next((begin for begin, _ in places_of(text, folded(words))), 0)
    begin = max(0, min(at - room // 3, len(text) - room))
    if begin:
        begin = text.find(" ", begin, at) + 1 or begin
    part = text[begin : begin + room].rstrip()
    return ("… " if begin else "") + part + (" …" if begin + room < len(text) else "")


def note_text(note: Note) -> str:
    """Return a note, its correction first, and its number card; nothing of a covered note."""
    if note.covered:
        return ""
    parts = [told_in_one(note)]
    if note.number is not None:
        parts += [note.number.what, note.number.for_whom, note.number.said_by]
    return " ".join(part for part in parts if part)


def _opinions(store: StoreFile, veil: Veil, visit_id: str = "") -> Iterator[Place]:
    notes = {note.id: note for note in store.live_notes} if isinstance(store, VisitFile) else {}
    for cell in _shown(store.cells, veil):
        beside = visit_id or cell.opinion_id
        text = told_from(cell, (notes[each] for each in cell.note_ids if each in notes))
        yield Place("opinion", cell.aspect_id, text, cell.created_at, beside)
    for addition in _shown(store.additions, veil):
        beside = visit_id or addition.opinion_id
        yield Place("opinion", addition.id, addition.text, addition.at, beside)


def _shown(entities: tuple[EntityT, ...], veil: Veil) -> Iterator[EntityT]:
    return (each for each in not_deleted(entities) if not veil.hides(each))


def _in_visit(visit: VisitFile, veil: Veil) -> Iterator[Place]:
    yield Place("goal", "", visit.head.goal)
    for note in visit.live_notes:
        yield Place("note", note.id, note_text(note), note.at)
    for card in not_deleted(visit.before_you_leave):
        yield from (Place("door", answer, getattr(card, answer)) for answer in DOOR_ANSWERS)
    yield from (
        Place("debrief", each.id, each.text, each.at)
        for each in not_deleted(visit.debrief)
        if each.text
    )
    yield from _rewritten(visit, veil)
    yield from (Place("question", each.id, each.text) for each in _shown(visit.questions, veil))
    yield from _opinions(visit, veil, visit.id)


def _rewritten(visit: VisitFile, veil: Veil) -> Iterator[Place]:
    """Yield the rewritten parts of what was said, but those a note behind which was deleted."""
    notes = {note.id: note for note in visit.notes}
    for each in _shown(visit.said, veil):
        behind = [notes[name] for name in each.note_ids if name in notes]
        if not any(note.deleted for note in behind):
            yield Place("said", each.part, told_from(each, behind), each.at)


def _in_case(file: CaseFile, veil: Veil) -> Iterator[Place]:
    yield Place("title", "", file.head.title)
    yield from (Place("question", each.id, each.text) for each in _shown(file.questions, veil))
    yield from (Place("reason", each.id, each.text) for each in not_deleted(file.reasons))
    yield from (Place("priority", each.id, each.text) for each in not_deleted(file.priorities))
    for record in not_deleted(file.records):
        yield Place("record", record.id, f"{record.text} {record.holder} {record.spoken_to}")
    for result in _shown(file.results, veil):
        yield Place("result", result.id, f"{result.text} {result.why} {result.who_tells}")
    for name in ANSWERS:
        yield Place("answer", name, getattr(file.prepare, name))
    for name in ANSWER_LISTS:
        for at, line in enumerate(getattr(file.prepare, name)):
            yield Place("answer", name, line, beside=str(at))
    yield from (Place("step", each.id, each.text) for each in _shown(file.steps, veil))
    yield from (Place("leaning", each.id, each.text, each.at) for each in not_deleted(file.leaning))
    yield from (
        Place("decision", each.id, each.text, each.at) for each in not_deleted(file.decision)
    )
    yield from _opinions(file, veil)
    yield from _options(file, veil.over_options(file))


def _options(file: CaseFile, veil: Veil) -> Iterator[Place]:
    """Return the names of the options and of own topics, and what is said of each option."""
    yield from (Place("option", each.id, each.text) for each in _shown(file.options, veil))
    for cell in _shown(file.option_cells, veil):
        yield Place("option", cell.option_id, cell.text, cell.created_at, cell.criterion_id)


def places_of_visit(visit: VisitFile, veil: Veil) -> tuple[Place, ...]:
    """Return the places of a visit; none of a deleted one."""
    return () if visit.head.deleted else _on_one_line(_in_visit(visit, veil))


def places_of_case(file: CaseFile, veil: Veil) -> tuple[Place, ...]:
    """Return the places of the case's own file."""
    return _on_one_line(_in_case(file, veil))


def _on_one_line(places: Iterator[Place]) -> tuple[Place, ...]:
    kept = (each._replace(text=_plain(one_line(each.text))) for each in places)
    return tuple(each for each in kept if each.text)


def _plain(text: str) -> str:
    """Return the text without surrogates; a store changed by hand may hold them."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()

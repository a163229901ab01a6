"""Search over every note, answer, question and step; by parts of words, in any case."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from companion.domain.gathering import all_additions, all_cells, name_of
from companion.domain.steps import DOOR_ANSWERS, all_steps, is_derived
from companion.domain.tables import live
from companion.domain.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile

_ANSWERS = (
    *("time_check", "opening", "telling", "referral", "insurance", "where_to_go"),
    *("numbers_wanted", "role_wanted", "expectation", "companion_job"),
)
_LISTS = ("medicines", "allergies", "timeline")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that holds the words."""

    case_id: str
    """The case."""
    title: str
    """Its title."""
    kind: str
    """note, door, debrief, question, step, reason, priority, goal, record, answer, opinion …"""
    text: str
    """What stands there, on one line."""
    room: str
    """The room it is read in."""
    id: str = ""
    """The note, question, step …"""
    visit_id: str | None = None
    """The visit it belongs to."""
    doctor: str = ""
    """That visit's clinician."""
    at: datetime | None = None
    """When it was written."""


def folded(text: str) -> str:
    """The text as it is compared: on one line, in one case."""
    return one_line(text).casefold()


def _holds(text: str, wanted: str) -> bool:
    return wanted in text.casefold()


def note_text(note: Note) -> str:
    """A note with what was put right and its number card; nothing of one that is covered."""
    if note.covered:
        return ""
    parts = [note.text]
    if note.teach_back is not None:
        parts.append(note.teach_back.text)
    if note.number is not None:
        parts += [note.number.what, note.number.for_whom, note.number.said_by]
    return " ".join(part for part in parts if part)


def _visit_hits(case: Case, visit: VisitFile) -> Iterator[Hit]:
    head = case.file.head
    doctor = name_of(case, visit.head.clinician_id)

    def hit(kind: str, text: str, thing: str = "", at: datetime | None = None) -> Hit:
        return Hit(
            case.file.id,
            head.title,
            kind,
            one_line(text),
            "visit",
            thing,
            visit.id,
            doctor,
            at or visit.head.started_at,
        )

    yield hit("goal", visit.head.goal)
    for note in visit.live_notes:
        yield hit("note", note_text(note), note.id, note.at)
    for card in live(visit.before_you_leave):
        yield from (hit("door", getattr(card, answer)) for answer in DOOR_ANSWERS)
    for answer in live(visit.debrief):
        yield hit("debrief", answer.text, answer.id, answer.at)
    for question in live(visit.questions):
        yield hit("question", question.text, question.id)


def _case_hits(case: Case) -> Iterator[Hit]:
    file = case.file

    def hit(kind: str, text: str, room: str = "prepare", thing: str = "") -> Hit:
        return Hit(file.id, file.head.title, kind, one_line(text), room, thing)

    yield hit("title", file.head.title)
    yield from (hit("question", each.text, thing=each.id) for each in live(file.questions))
    yield from (hit("reason", each.text, thing=each.id) for each in live(file.reasons))
    yield from (hit("priority", each.text, thing=each.id) for each in live(file.priorities))
    for record in live(file.records):
        yield hit("record", f"{record.text} {record.holder} {record.spoken_to}", thing=record.id)
    for name in _ANSWERS:
        yield hit("answer", getattr(file.prepare, name), thing=name)
    for name in _LISTS:
        yield from (hit("answer", line, thing=name) for line in getattr(file.prepare, name))
    kept = (step for step in all_steps(case) if not is_derived(case, step))
    yield from (hit("step", each.text, "compare", each.id) for each in kept)
    yield from (hit("leaning", each.text, "compare", each.id) for each in live(file.leaning))
    yield from (hit("decision", each.text, "compare", each.id) for each in live(file.decision))
    for cell in all_cells(case):
        yield hit("opinion", cell.text, "compare", cell.aspect_id)
    for addition in all_additions(case):
        yield hit("opinion", addition.text, "compare", addition.opinion_id)


def search(cases: Iterable[Case], words: str) -> tuple[Hit, ...]:
    """Every place that holds the words, one after the other; visits first, in order.

    Args:
        cases: Where to look.
        words: Parts of words, in any case; none of them finds nothing.
    """
    wanted = folded(words)
    if not wanted:
        return ()
    return tuple(
        hit
        for case in cases
        for hit in chain(
            *(_visit_hits(case, visit) for visit in case.visits),
            _case_hits(case),
        )
        if _holds(hit.text, wanted)
    )

"""Real talks as visits: each utterance a note, a few marked, put right, hidden or deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.marks import NoteKind
from companion.domain.note import Note, NumberCard, TeachBack, TeachBackResult
from companion.domain.people import Person, Role
from companion.domain.question import ListedQuestion, Priority, Question
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, VisitAbout, VisitFile
from tests.support.corpora import Consultation, consultations

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIMOCK = consultations("primock57", 15)
ACI = consultations("aci-bench", 20)
BEGAN = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
NOW = BEGAN + timedelta(days=1)
ASKED = ("diagnosis-right", "ways-open", "good-and-harm", "look-again", "watch-for", "work", "")
"""Questions of the guidance that the notes stand under in turn; the last is one of their own."""
FORMED = (
    *(NoteKind.QUOTE, NoteKind.UNDERSTOOD, NoteKind.NUMBER),
    *(NoteKind.UNCLEAR, NoteKind.TODO, NoteKind.SPELLING),
)
EVERY = 6
"""Every so many utterances one is marked."""


def named(talk: Consultation) -> str:
    """The name of a talk as that of a test."""
    return talk.name.replace("/", "-")


def questions() -> tuple[Question, ...]:
    """The questions of the visit."""
    return tuple(
        Question(
            id=f"question{place}",
            text=f"Question number {place}?",
            source=f"general/{item}" if item else None,
        )
        for place, item in enumerate(ASKED, 1)
    )


def notes_of(talk: Consultation) -> Iterator[Note]:
    """Every utterance as a note; every sixth one marked, and some of these read back or hidden."""
    kinds, under = cycle(FORMED), cycle(questions())
    for place, (second, text) in enumerate(talk.utterances):
        at = BEGAN + timedelta(seconds=second)
        note = Note(id=f"note{place:06}", created_at=at, at=at, text=text)
        if place % EVERY == 0:
            note = _marked(note, next(kinds), next(under).id, place // EVERY)
        yield note


def _marked(note: Note, kind: NoteKind, question_id: str, number: int) -> Note:
    """A note as it was marked: each third one put right, each seventh kept from others."""
    note = replace(note, kind=kind, question_id=question_id)
    if kind is NoteKind.NUMBER:
        note = replace(note, number=NumberCard(what="harm", count="2", out_of="100"))
    if number % 3 == 1:
        right = TeachBack(note.at or BEGAN, TeachBackResult.CORRECTED, f"Put right {note.id}")
        note = replace(note, teach_back=right)
    hidden = {7: {"covered": True}, 14: {"mine_only": True}, 21: {"deleted": True}}.get(
        number % 22, {}
    )
    return replace(note, **hidden)  # type: ignore[arg-type]


def case_of(talk: Consultation, *, marked: bool = True, door: bool = True) -> Case:
    """A case with one visit, in which a talk was typed."""
    asked = questions()
    listed = tuple(
        ListedQuestion(
            id=f"listed{place:03}",
            question_id=each.id,
            position=float(place),
            priority=Priority.MUST if place < 4 else Priority.COULD,
        )
        for place, each in enumerate(asked, 1)
    )
    notes = tuple(notes_of(talk))
    if not marked:
        plain = {"kind": NoteKind.PLAIN, "question_id": None, "number": None, "teach_back": None}
        notes = tuple(replace(each, **plain) for each in notes)  # type: ignore[arg-type]
    doctor = Person(id="doctor01", name="Dr Okafor", role=Role.CLINICIAN)
    card = BeforeYouLeave(id="visit001", call="The nurse line", plan="Rest, then look again")
    visit = VisitFile(
        id="visit001",
        about=(
            VisitAbout(
                id="visit001", clinician_id="doctor01", at=BEGAN.isoformat(), started_at=BEGAN
            ),
        ),
        listed=listed,
        notes=notes,
        before_you_leave=(card,) if door else (),
    )
    file = CaseFile(
        id="talkcase",
        about=(CaseAbout(id="talkcase", title="A talk"),),
        people=(Person(id="patient1", name="Alva", role=Role.PATIENT), doctor),
        questions=asked,
    )
    return Case(file=file, visits=(visit,))

"""A case whose visits hold number notes, for what is made of them."""

from __future__ import annotations

from datetime import UTC, datetime

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.visit import VisitAbout, VisitFile

NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)
"""When the visit is, on a Thursday."""


def number_note(text: str, place: int = 0, at: datetime = NOON, **more: object) -> Note:
    """Return a number note."""
    return Note(id=f"note{place:05}", at=at, text=text, **{"kind": NoteKind.NUMBER, **more})  # type: ignore[arg-type]


def noted(*notes: Note | str) -> Case:
    """Return a case of one visit with these notes."""
    every = tuple(
        number_note(each, place) if isinstance(each, str) else each
        for place, each in enumerate(notes)
    )
    about = VisitAbout(id="visit001", at="2026-12-03T12:00:00+00:00", started_at=NOON)
    visit = VisitFile(id="visit001", about=(about,), notes=every)
    return Case(file=CaseFile(id="case0001", about=(CaseAbout(id="case0001"),)), visits=(visit,))

"""Visits that a case mentions and whose files are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.case import CaseFile
    from companion.domain.visit import VisitFile


class MissingVisits(Value):
    """Visits that are mentioned and not there."""

    visits: tuple[str, ...]
    """Ids of visits."""
    things: bool
    """Whether notes or questions are, which only a visit's file can have held."""


def missed(file: CaseFile, visits: Iterable[VisitFile]) -> MissingVisits:
    """Return the missing visits of a case, given all it has, deleted ones included.

    Nothing that was ever kept leaves its file, so what is spoken of and lies in none stood in a
    file that is gone.
    """
    inside = tuple(visits)
    every: tuple[CaseFile | VisitFile, ...] = (file, *inside)
    known = {each.id for each in every}
    spoken_of = {
        opinion.visit_id
        for one in every
        for opinion in not_deleted(one.opinions)
        if opinion.visit_id
    }
    questions = {question.id for one in every for question in one.questions}
    notes = {note.id for one in inside for note in one.notes}
    asked = {entry.question_id for one in every for entry in not_deleted(one.listed)}
    behind = {note_id for one in every for note_id in _notes_behind(one)}
    behind |= {note_id for step in not_deleted(file.steps) for note_id in step.note_ids}
    gone = sorted(spoken_of - known)
    return MissingVisits(tuple(gone), not (asked <= questions and behind <= notes))


def _notes_behind(one: CaseFile | VisitFile) -> Iterator[str]:
    for cell in not_deleted(one.cells):
        yield from cell.note_ids
    yield from (rating.note_id for rating in not_deleted(one.ratings) if rating.note_id)

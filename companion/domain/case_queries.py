"""Queries over a case and all its visits: people, opinions, cells, ratings, notes, what is gone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id, not_deleted
from companion.domain.people import Person, Role, is_same_name
from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.case import Case, CaseFile
    from companion.domain.changes import EntityT
    from companion.domain.comparison import Addition, Cell, Opinion, Rating
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile


def all_people(case: Case) -> tuple[Person, ...]:
    """Everybody who takes part, the case's own first."""
    everybody = (*case.file.people, *(one for visit in case.visits for one in visit.people))
    return not_deleted(tuple({person.id: person for person in reversed(everybody)}.values()))[::-1]


def person(case: Case, person_id: str | None) -> Person | None:
    """Return one person of the case."""
    return find_by_id(all_people(case), person_id)


def name_of(case: Case, person_id: str | None) -> str:
    """Return a person's name, or an empty string."""
    one = person(case, person_id)
    return one.name if one else ""


def clinician_named(case: Case, name: str, but: str = "") -> Person | None:
    """Return the clinician of that name, however it is written; another one than that of an id."""
    known = (one for one in all_people(case) if one.role is Role.CLINICIAN and one.id != but)
    return next((one for one in known if is_same_name(one.name, name)), None)


def visit_of(case: Case, visit_id: str | None) -> VisitFile | None:
    """Return one visit of the case."""
    return next((visit for visit in case.visits if visit.id == visit_id), None)


def visit_with(case: Case, note_id: str) -> VisitFile | None:
    """Return the visit in which a live note stands."""
    every = (v for v in case.visits for note in v.live_notes if note.id == note_id)
    return next(every, None)


def _live(own: tuple[EntityT, ...], by_visit: Iterable[tuple[EntityT, ...]]) -> tuple[EntityT, ...]:
    return not_deleted((*own, *chain.from_iterable(by_visit)))


def all_opinions(case: Case) -> tuple[Opinion, ...]:
    """Return every live opinion: those from before the visits, then by visit."""
    return _live(case.file.opinions, (visit.opinions for visit in case.visits))


def all_cells(case: Case) -> tuple[Cell, ...]:
    """Return every live cell."""
    return _live(case.file.cells, (visit.cells for visit in case.visits))


def all_ratings(case: Case) -> tuple[Rating, ...]:
    """Return every live rating."""
    return _live(case.file.ratings, (visit.ratings for visit in case.visits))


def all_additions(case: Case) -> tuple[Addition, ...]:
    """Return every live addition to an opinion."""
    return _live(case.file.additions, (visit.additions for visit in case.visits))


def all_notes(case: Case) -> dict[str, Note]:
    """Return every live note by id."""
    return {note.id: note for visit in case.visits for note in visit.live_notes}


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

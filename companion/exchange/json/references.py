"""References between entities: which ids are known, and how dangling ones are emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.case_queries import all_people
from companion.domain.changes import not_deleted
from companion.domain.field_types import (
    ASPECTS,
    CRITERIA,
    NOTES,
    PEOPLE,
    QUESTIONS,
    RECORDS,
    VISITS,
    references,
)
from companion.domain.options_table import GIVEN_CRITERIA
from companion.domain.value import replace

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.domain.entity import Entity

EntityT = TypeVar("EntityT", bound="Entity")
Known = dict[str, set[str]]
"""Name of a list to the ids that stand in it."""


def known_ids(case: Case) -> Known:
    """Return the ids of everything live that can be referred to, by list."""
    file = case.file
    return {
        PEOPLE: {each.id for each in all_people(case)},
        QUESTIONS: {
            each.id
            for table in (file.questions, *(visit.questions for visit in case.visits))
            for each in not_deleted(table)
        },
        NOTES: {note.id for visit in case.visits for note in visit.live_notes},
        ASPECTS: {each.id for each in not_deleted(file.aspects)},
        RECORDS: {each.id for each in not_deleted(file.records)},
        VISITS: {visit.id for visit in case.visits},
        CRITERIA: {each.id for each in (*GIVEN_CRITERIA, *not_deleted(file.criteria))},
    }


def _empty(entity: Entity, name: str) -> object:
    blank = type(entity)(id="")
    return getattr(blank, name)


def without_dangling(entity: EntityT, known: Known) -> EntityT:
    """Return the entity with every reference that leads nowhere emptied."""
    changes: dict[str, Any] = {}
    for name, kind in references(type(entity)).items():
        value = getattr(entity, name)
        if isinstance(value, tuple):
            kept = tuple(each for each in value if each in known[kind])
            if kept != value:
                changes[name] = kept
        elif value and value not in known[kind]:
            changes[name] = _empty(entity, name)
    return replace(entity, **changes) if changes else entity

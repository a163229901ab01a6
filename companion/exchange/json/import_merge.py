"""Merges an imported case into one that is here: new entities are added, none is changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.domain.case import CaseAbout
from companion.domain.changes import field_names, rows, table_names, with_rows
from companion.domain.note import ComposerLine
from companion.domain.options_table import criteria_in_order, options_in_order
from companion.domain.preparation import Preparation
from companion.domain.question import ListedQuestion
from companion.domain.question_rows import next_position
from companion.domain.steps import all_steps
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, Debrief, VisitAbout, VisitFile
from companion.exchange.json.from_json import NATURAL, natural_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.case import Case, CaseFile
    from companion.domain.changes import FileT, StoreFile
    from companion.domain.entity import Entity
    from companion.exchange.json.case_import import Imported

SINGLE = (CaseAbout, ComposerLine, Preparation, BeforeYouLeave, VisitAbout)
"""At most one a file."""
BY_FILE = (ListedQuestion, Debrief)
"""The same only within one file."""
NOT_COMPARED = frozenset({"position", "deleted"})
"""Order and being put away are the own case's matter."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A case after an import was merged into it."""

    file: CaseFile
    """Its own file; the same object when nothing came to it."""
    changed: tuple[VisitFile, ...]
    """Visits here that something came to."""
    new: tuple[VisitFile, ...]
    added: int
    there: int
    """Things that were here and are equal."""
    differing: int
    """Things that were here and differ; they stay as they are."""


def _key(file: StoreFile, entity: Entity, met: Counter[Any]) -> tuple[Any, ...]:
    kind = type(entity)
    if isinstance(entity, SINGLE):
        return (kind, file.id)
    if kind not in NATURAL:
        return (kind, entity.id)
    key = (kind, file.id if isinstance(entity, BY_FILE) else "", natural_key(entity))
    met[key] += 1
    return (*key, met[key])


def _entities(file: StoreFile, met: Counter[Any]) -> Iterator[tuple[str, Any, Entity]]:
    for table in table_names(type(file)):
        for entity in rows(file, table):
            yield table, _key(file, entity, met), entity


def _equal(one: Entity, other: Entity) -> bool:
    return all(
        getattr(one, name) == getattr(other, name)
        for name in field_names(type(one))
        if name not in NOT_COMPARED
    )


@dataclass(slots=True)
class _Join:
    """State of one merge."""

    here: dict[Any, Entity]
    """Entities of the case, by their identity."""
    met: Counter[Any]
    """Equal keys met so far in the imported case."""
    count: Counter[str]
    """Added, there, differing."""

    def into(self, file: FileT, given: FileT) -> FileT:
        """Return the file with what is new in the given one."""
        new: dict[str, list[Entity]] = {}
        for table, key, entity in _entities(given, self.met):
            old = self.here.get(key)
            if old is None:
                new.setdefault(table, []).append(entity)
                self.count["added"] += 1
            elif not (isinstance(entity, CaseAbout) and entity.id != old.id):
                self.count["there" if _equal(old, entity) else "differing"] += 1
        if not new:
            return file
        if "listed" in new:
            new["listed"] = _at_the_end(file, new["listed"])
        tables = {name: (*rows(file, name), *found) for name, found in new.items()}
        return with_rows(file, tables)


def _at_the_end(file: StoreFile, entries: list[Entity]) -> list[Entity]:
    """List entries after those that are here: numbers never change."""
    first = next_position(file.listed)
    return [
        replace(entry, position=first + place)
        for place, entry in enumerate(entries)
        if isinstance(entry, ListedQuestion)
    ]


def _as_shown(file: CaseFile) -> CaseFile:
    """Return a case's file with all options and rows that it shows, held by it or not."""
    options = {each.id: each for each in options_in_order(file)}
    criteria = {each.id: each for each in criteria_in_order(file)}
    return replace(
        file,
        options=tuple(({each.id: each for each in file.options} | options).values()),
        criteria=tuple(({each.id: each for each in file.criteria} | criteria).values()),
    )


def joined(case: Case, imported: Imported) -> Joined:
    """Return the case here with what is new in an imported one."""
    met: Counter[Any] = Counter()
    shown = _as_shown(case.file) if case.file.about else case.file
    files: list[StoreFile] = [shown, *case.visits]
    here = {key: entity for file in files for _, key, entity in _entities(file, met)}
    join = _Join(here, Counter(), Counter())
    derived = {step.id for step in all_steps(case)}
    given = replace(
        imported.file,
        id=case.file.id,
        steps=tuple(
            step for step in imported.file.steps if not (step.deleted and step.id in derived)
        ),
    )
    file = join.into(case.file, given)
    if file.criteria is not case.file.criteria:
        # A row of its own would put those that every case begins with out of view.
        new_rows = file.criteria[len(case.file.criteria) :]
        file = replace(file, criteria=(*shown.criteria, *new_rows))
    visits = {visit.id: visit for visit in case.visits}
    changed: list[VisitFile] = []
    new: list[VisitFile] = []
    for visit in imported.visits:
        old = visits.get(visit.id)
        found = join.into(old or VisitFile(id=visit.id, about=()), visit)
        if old is None:
            new.append(found)
        elif found is not old:
            changed.append(found)
    count = join.count
    return Joined(
        file, tuple(changed), tuple(new), count["added"], count["there"], count["differing"]
    )

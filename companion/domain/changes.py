"""Changes between two values of a file, as tables of entities, stamped and ready to be kept."""

from __future__ import annotations

from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING, Any, TypeVar, cast

from companion.domain.case import CaseFile
from companion.domain.entity import (
    BOOKKEEPING,
    EVERY_FIELD,
    IMPORTED,
    Clock,
    Entity,
    Stamp,
    newest_of_each,
    order,
)
from companion.domain.text import is_blank
from companion.domain.value import Value, replace
from companion.domain.visit import VisitFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

StoreFile = CaseFile | VisitFile
"""The value of one store."""
FileT = TypeVar("FileT", bound=StoreFile)
EntityT = TypeVar("EntityT", bound=Entity)
Rows = tuple[Entity, ...]


class Inverse(Value):
    """The values that put one entity's fields back."""

    table: str
    id: str
    fields: Mapping[str, Any]
    """Field name to the value before the change."""


class Changed(Value):
    """One change, worked out from the value before and the value after."""

    entities: tuple[tuple[str, Entity], ...]
    """Table and entity as it now is, stamped."""
    inverses: tuple[Inverse, ...]
    """How to take it back."""


def table_names(kind: type[Any]) -> tuple[str, ...]:
    """Return the tables of a case file or visit file, in order."""
    return _names_of(kind, frozenset({"id"}))


def field_names(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields of an entity that a person can change."""
    return _names_of(kind, BOOKKEEPING)


_NAMES: dict[str, tuple[str, ...]] = {}


def _names_of(kind: type[Any], without: frozenset[str]) -> tuple[str, ...]:
    names = _NAMES.get(kind.__qualname__)
    if names is None:
        names = tuple(name for name in kind.__struct_fields__ if name not in without)
        _NAMES[kind.__qualname__] = names
    return names


def rows(file: StoreFile, table: str) -> Rows:
    """Return the entities of one table."""
    return cast("Rows", getattr(file, table))


def with_rows(file: FileT, tables: Mapping[str, Rows]) -> FileT:
    """Return the file with some tables in place of its own."""
    return replace(file, **cast("dict[str, Any]", dict(tables)))


def _pairs(old: Rows, new: Rows) -> Iterator[tuple[int, Entity | None, Entity]]:
    """Places in the new rows that hold another object, with the entity before and after.

    Two thousand notes above a new one are passed over without a step of Python for each.
    """
    elsewhere = compress(count(), map(is_not, new, old))
    places = (*elsewhere, *range(len(old), len(new)))
    ids = {new[place].id for place in places}
    before = {entity.id: entity for entity in old if entity.id in ids} if ids else {}
    for place in places:
        entity = new[place]
        earlier = before.get(entity.id)
        if earlier is not entity:
            yield place, earlier, entity


def stamp_of(entity: Entity, name: str) -> Stamp:
    """Return the stamp of a field's last change."""
    return entity.stamps.get(name) or entity.stamps.get(EVERY_FIELD) or (0, "", 0)


def _bases(entity: Entity, name: str) -> tuple[Stamp, ...]:
    """Return the texts that a new one replaces: the newest of each laptop."""
    merged = [version.stamp for version in entity.versions.get(name, ())]
    return newest_of_each((*entity.base.get(name, ()), *merged, stamp_of(entity, name)))


def _stamped(old: Entity | None, new: Entity, stamp: Stamp) -> tuple[Entity, dict[str, Any]]:
    """Return the new entity with stamps, and the old values of what changed."""
    if old is None:
        maker = new.created_by or stamp[1]
        given = new.stamps.get(EVERY_FIELD, stamp)
        # What was imported is as old as it says: it must not beat what was changed elsewhere since.
        first = min(given, stamp, key=order) if given[1] == IMPORTED else stamp
        return replace(new, created_by=maker, stamps={EVERY_FIELD: first}), {"deleted": True}
    names = [name for name in field_names(type(new)) if getattr(old, name) != getattr(new, name)]
    before = {name: getattr(old, name) for name in names}
    texts = [name for name in names if name in new.TEXT_FIELDS]
    base = {**old.base, **{name: _bases(old, name) for name in texts}}
    versions = {name: kept for name, kept in old.versions.items() if name not in names}
    stamps = {**old.stamps, **dict.fromkeys(names, stamp)}
    return replace(new, stamps=stamps, base=base, versions=versions), before


def stamped(old: FileT, new: FileT, clock: Clock, now: int) -> tuple[FileT, Changed, Clock]:
    """Return the new value with every changed field stamped, and what changed.

    Args:
        old: The value before.
        new: The value after; entities not changed must be the same objects.
        clock: The clock of this data folder.
        now: UTC milliseconds.
    """
    clock, stamp = clock.tick(now)
    entities: list[tuple[str, Entity]] = []
    inverses: list[Inverse] = []
    tables: dict[str, Rows] = {}
    for table in table_names(type(old)):
        before, after = rows(old, table), rows(new, table)
        if before is after:
            continue
        done = [*after]
        for place, earlier, entity in _pairs(before, after):
            kept, values = _stamped(earlier, entity, stamp)
            if values:
                done[place] = kept
                entities.append((table, kept))
                inverses.append(Inverse(table, kept.id, values))
        tables[table] = tuple(done)
    return with_rows(new, tables), Changed(tuple(entities), tuple(inverses)), clock


def with_reverted(file: FileT, inverses: tuple[Inverse, ...]) -> FileT:
    """Return the file with the named fields put back; an entity that is gone is passed over."""
    by_table: dict[str, dict[str, Mapping[str, Any]]] = {}
    for inverse in inverses:
        by_table.setdefault(inverse.table, {})[inverse.id] = inverse.fields
    tables = {
        table: tuple(
            replace(entity, **wanted[entity.id]) if entity.id in wanted else entity
            for entity in rows(file, table)
        )
        for table, wanted in by_table.items()
    }
    return with_rows(file, tables)


def with_added(file: FileT, table: str, *entities: Entity) -> FileT:
    """Return the file with entities at the end of a table."""
    return with_rows(file, {table: (*rows(file, table), *entities)})


def with_changed(file: FileT, table: str, entity_id: str, **values: Any) -> FileT:  # noqa: ANN401
    """Return the file with some fields of one entity changed; unchanged when it is not there."""
    before = rows(file, table)
    after = tuple(replace(each, **values) if each.id == entity_id else each for each in before)
    return with_rows(file, {table: after})


def with_head(file: FileT, **values: Any) -> FileT:  # noqa: ANN401 - fields of the head
    """Return the file with some fields of what it is about changed."""
    return with_rows(file, {"about": (replace(file.head, **values),)})


def with_text(file: FileT, table: str, entity: Entity, text: str) -> FileT:
    """Return the file with the `text` of an entity as it is typed so far.

    The entity is added with its first letter, and counts as deleted while its text is blank.
    """
    if find_by_id(rows(file, table), entity.id) is not None:
        return with_changed(file, table, entity.id, text=text, deleted=is_blank(text))
    with_words: dict[str, Any] = {"text": text}
    return file if is_blank(text) else with_added(file, table, replace(entity, **with_words))


def not_deleted(entities: tuple[EntityT, ...]) -> tuple[EntityT, ...]:
    """Return the entities that are not deleted."""
    return tuple(entity for entity in entities if not entity.deleted)


def find_by_id(entities: tuple[EntityT, ...], entity_id: str | None) -> EntityT | None:
    """Return the entity with that id, deleted ones included."""
    return next((entity for entity in entities if entity.id == entity_id), None)

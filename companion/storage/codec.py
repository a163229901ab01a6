"""Domain values to and from the plain documents that a store keeps."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import msgspec

from companion.domain.case import CaseAbout, CaseFile
from companion.domain.tables import StoreFile, rows, table_names
from companion.domain.visit import VisitAbout, VisitFile
from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.entity import Entity

SCHEMA = 1
"""Raised by any added stored field; a store with a greater one is opened read-only."""

DAYS = frozenset(
    {"at", "decide_by", "asked_at", "sent_at", "arrived_at", "chase_on", "due", "page_printed_at"}
)
"""Fields that hold a day or a time; those kept as text are tried when they are read."""

Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]


class UnreadableDocumentError(ValueError):
    """A document of a known schema that does not fit its table."""


def _kinds(file: type[StoreFile]) -> dict[str, type[Entity]]:
    hints = get_type_hints(file)
    return {name: get_args(hints[name])[0] for name in table_names(file)}


CASE_KINDS = _kinds(CaseFile)
VISIT_KINDS = _kinds(VisitFile)


_HINTS: dict[type[Entity], dict[str, Any]] = {}
"""Type hints are slow to read, and only needed of what stands in a history."""


def _hints(kind: type[Entity]) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def _default(field: Any) -> object:  # noqa: ANN401
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


_DEFAULTS = {
    kind: {field.name: _default(field) for field in fields(kind)}
    for kind in {*CASE_KINDS.values(), *VISIT_KINDS.values()}
}


def kinds_of(file: StoreFile) -> dict[str, type[Entity]]:
    """Table name to the type of its entities."""
    return CASE_KINDS if isinstance(file, CaseFile) else VISIT_KINDS


def to_document(entity: Entity) -> Document:
    """An entity as a plain document; fields that hold their default are left out."""
    return {
        name: msgspec.to_builtins(value)
        for name, default in _DEFAULTS[type(entity)].items()
        if (value := getattr(entity, name)) != default
    }


def from_document(kind: type[Entity], document: Document) -> Entity:
    """The entity a document holds.

    Raises:
        UnreadableDocumentError: It has an unknown field or a value of the wrong kind.
    """
    unknown = document.keys() - _DEFAULTS[kind].keys()
    if unknown:
        raise UnreadableDocumentError(words.unknown_field(min(unknown)))
    try:
        entity = msgspec.convert(document, kind)
        _read_days(document)
    except (msgspec.ValidationError, ValueError, OverflowError) as error:
        raise UnreadableDocumentError(words.not_as_stored(str(error))) from error
    return entity


def _read_days(document: Document) -> None:
    """Try every day and planned time that is kept as text.

    Raises:
        ValueError: One of them is no day and no time.
    """
    for name in DAYS & document.keys():
        if document[name]:
            datetime.fromisoformat(document[name])


def fields_to_builtins(values: Mapping[str, Any]) -> Document:
    """Field values as plain JSON values."""
    return {name: msgspec.to_builtins(value) for name, value in values.items()}


def fields_from_builtins(kind: type[Entity], values: Document) -> dict[str, Any]:
    """Plain JSON values as field values of an entity."""
    hints = _hints(kind)
    return {
        name: msgspec.convert(value, hints[name]) for name, value in values.items() if name in hints
    }


def _entities(
    kinds: dict[str, type[Entity]], tables: Tables
) -> tuple[dict[str, Any], dict[tuple[str, str], int]]:
    loaded: dict[str, Any] = {}
    places: dict[tuple[str, str], int] = {}
    for table, kind in kinds.items():
        documents = sorted(tables.get(table, {}).items())
        entities = tuple(from_document(kind, document) for _, document in documents)
        places |= {
            (table, entity.id): place
            for entity, (place, _) in zip(entities, documents, strict=True)
        }
        loaded[table] = entities
    return loaded, places


def read_case(case_id: str, tables: Tables) -> tuple[CaseFile, dict[tuple[str, str], int]]:
    """A case file's value, and the document number of each entity.

    Raises:
        UnreadableDocumentError: A document does not fit its table.
    """
    loaded, places = _entities(CASE_KINDS, tables)
    loaded["about"] = loaded["about"] or (CaseAbout(id=case_id),)
    return CaseFile(id=case_id, **loaded), places


def read_visit(visit_id: str, tables: Tables) -> tuple[VisitFile, dict[tuple[str, str], int]]:
    """A visit file's value, and the document number of each entity.

    Raises:
        UnreadableDocumentError: A document does not fit its table.
    """
    loaded, places = _entities(VISIT_KINDS, tables)
    loaded["about"] = loaded["about"] or (VisitAbout(id=visit_id),)
    return VisitFile(id=visit_id, **loaded), places


def to_tables(file: StoreFile) -> Tables:
    """A whole value as tables of documents numbered from 1."""
    return {
        table: {number: to_document(entity) for number, entity in enumerate(rows(file, table), 1)}
        for table in table_names(type(file))
    }

"""Domain values to and from the plain documents that a store keeps, and the history of changes."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import msgspec

from companion.domain.case import CaseAbout, CaseFile
from companion.domain.changes import Inverse, StoreFile, field_names, rows, table_names
from companion.domain.entity import ID_PATTERN
from companion.domain.moments import FIRST_YEAR, LAST_YEAR, told
from companion.domain.text import clean
from companion.domain.value import Value, replace
from companion.domain.visit import VisitAbout, VisitFile
from companion.storage.plain_json import FAR
from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from companion.domain.entity import Entity

SCHEMA = 3
"""Raised by any added stored field; a store with a greater one is opened read-only."""

Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]


_DAY_OR_TIME = re.compile(r"\d{4}-\d{2}-\d{2}(T.+)?\Z")
MOST_COUNTED = 100_000
"""The bound on numbers of stars and minutes."""
_HALF = "[\ud800-\udfff]"
_is_id = ID_PATTERN.match
_ENCODER = msgspec.json.Encoder()


class UnreadableDocumentError(ValueError):
    """A document of a known schema that does not fit its table."""

    notice = words.SHORT_FOREIGN
    """The sentence a room shows."""


def _kinds(file: type[StoreFile]) -> dict[str, type[Entity]]:
    hints = get_type_hints(file)
    return {name: get_args(hints[name])[0] for name in table_names(file)}


CASE_KINDS = _kinds(CaseFile)
VISIT_KINDS = _kinds(VisitFile)


class _Stored(msgspec.Struct, frozen=True):
    """What the stored fields of a kind of entity are, by the annotations of its class."""

    defaults: dict[str, Any]
    """Each field and its default, in the order they are written in."""
    times: tuple[str, ...]
    backs: tuple[str, ...]
    """Fields that hold a teach-back, which has a time of its own."""
    days: tuple[str, ...]
    """Fields that hold a day, or a day with a time, as text."""
    counts: tuple[str, ...]


@cache
def _stored(kind: type[Entity]) -> _Stored:
    blank = kind(id="")
    annotated = {
        name: annotation
        for each in reversed(kind.__mro__)
        for name, annotation in vars(each).get("__annotations__", {}).items()
    }

    def of(*annotations: str) -> tuple[str, ...]:
        return tuple(name for name, each in annotated.items() if each in annotations)

    return _Stored(
        # An id is always written: None is no one's.
        defaults={name: getattr(blank, name) for name in kind.__struct_fields__} | {"id": None},
        times=of("datetime | None"),
        backs=of("TeachBack | None"),
        days=of("Day | None", "When"),
        counts=of("Stars | None", "Minutes", "Minutes | None"),
    )


_hints = cache(get_type_hints)
"""Slow to read, and only needed of what stands in a history."""


def kinds_of(file: StoreFile) -> dict[str, type[Entity]]:
    """Table name to the type of its entities."""
    return CASE_KINDS if isinstance(file, CaseFile) else VISIT_KINDS


def to_document(entity: Entity) -> Document:
    """Return an entity as a plain document; fields that hold their default are left out."""
    return {
        name: msgspec.to_builtins(value)
        for name, default in _stored(type(entity)).defaults.items()
        if (value := getattr(entity, name)) != default
    }


def from_document(kind: type[Entity], document: Document) -> Entity:
    """Return the entity a document holds.

    Raises:
        UnreadableDocumentError: It has an unknown field or a value of the wrong kind.
    """
    stored = _stored(kind)
    unknown = document.keys() - stored.defaults.keys()
    if unknown:
        raise UnreadableDocumentError(words.unknown_field(min(unknown)))
    try:
        entity = msgspec.convert(document, kind)
        if not _is_id(entity.id):
            raise ValueError("id")  # noqa: TRY301 - as what msgspec raises
        _look_at(stored, document)
    except (ValueError, OverflowError, RecursionError) as error:
        raise UnreadableDocumentError(words.not_as_stored(_plain(error))) from error
    for name in stored.times:
        at = getattr(entity, name)
        if at is not None and not (at.tzinfo and FIRST_YEAR <= at.year <= LAST_YEAR):
            return _with_times(entity, stored)
    if any(getattr(entity, name) for name in stored.backs):
        return _with_times(entity, stored)
    return entity


def _plain(error: Exception) -> str:
    """Return the text of an error on one line; it may quote a damaged file."""
    return clean(str(error)).replace("\n", " ")


def _look_at(stored: _Stored, document: Document) -> None:
    """Try every day and time that is kept as text, and every number.

    Raises:
        ValueError: One of them is no day and no time, or cannot be a count.
    """
    for name in stored.days:
        if text := document.get(name):
            if not _DAY_OR_TIME.match(text):
                raise ValueError(name)
            datetime.fromisoformat(text)
    for name in stored.counts:
        number = document.get(name)
        if number is not None and abs(number) > MOST_COUNTED:
            raise ValueError(name)


def _with_times(entity: Entity, stored: _Stored) -> Entity:
    """Return the entity with times that can be told in every zone; nearly always it is the same."""
    strange: dict[str, Any] = {
        name: told_at
        for name in stored.times
        if (at := getattr(entity, name)) is not None and (told_at := told(at)) is not at
    }
    for name in stored.backs:
        back = getattr(entity, name)
        if back is not None and (told_at := told(back.at)) is not back.at:
            strange[name] = replace(back, at=told_at)
    return replace(entity, **strange) if strange else entity


def fields_to_builtins(values: Mapping[str, Any]) -> Document:
    """Field values as plain JSON values."""
    return {name: msgspec.to_builtins(value) for name, value in values.items()}


def fields_from_builtins(kind: type[Entity], values: Document) -> dict[str, Any]:
    """Plain JSON values as field values of an entity.

    Raises:
        UnreadableDocumentError: One of them is unknown, or of the wrong kind.
    """
    hints: dict[str, Any] = _hints(kind)
    names = field_names(kind)
    unknown = values.keys() - set(names)
    if unknown:
        raise UnreadableDocumentError(words.unknown_field(clean(min(unknown))))
    try:
        return {name: msgspec.convert(value, hints[name]) for name, value in values.items()}
    except (ValueError, OverflowError, RecursionError) as error:
        raise UnreadableDocumentError(words.not_as_stored(_plain(error))) from error


def sound(tables: Tables) -> Tables:
    """Return the documents without halves of characters, which no text has.

    Raises:
        UnreadableDocumentError: They go too deep to be read.
    """
    try:
        _ENCODER.encode(tables)
    except UnicodeEncodeError:
        whole: Tables = _whole_characters(tables)
        return whole
    except RecursionError as error:
        raise UnreadableDocumentError(words.not_as_stored(words.TOO_DEEP)) from error
    return tables


def _whole_characters(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return value if value.isascii() else re.sub(_HALF, "\ufffd", value)
    try:
        if isinstance(value, dict):
            return {_whole_characters(k): _whole_characters(v) for k, v in value.items()}
        return [_whole_characters(each) for each in value] if isinstance(value, list) else value
    except RecursionError as error:
        raise UnreadableDocumentError(words.not_as_stored(words.TOO_DEEP)) from error


def _entities(
    kinds: dict[str, type[Entity]], tables: Tables
) -> tuple[dict[str, Any], dict[tuple[str, str], int]]:
    tables = sound(tables)
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
    """Return a case file's value, and the document number of each entity.

    Raises:
        UnreadableDocumentError: A document does not fit its table.
    """
    loaded, places = _entities(CASE_KINDS, tables)
    loaded["about"] = loaded["about"] or (CaseAbout(id=case_id),)
    return CaseFile(id=case_id, **loaded), places


def read_visit(visit_id: str, tables: Tables) -> tuple[VisitFile, dict[tuple[str, str], int]]:
    """Return a visit file's value, and the document number of each entity.

    Raises:
        UnreadableDocumentError: A document does not fit its table.
    """
    loaded, places = _entities(VISIT_KINDS, tables)
    loaded["about"] = loaded["about"] or (VisitAbout(id=visit_id),)
    return VisitFile(id=visit_id, **loaded), places


def to_tables(file: StoreFile) -> Tables:
    """Return a whole value as tables of documents numbered from 1."""
    return {
        table: {number: to_document(entity) for number, entity in enumerate(rows(file, table), 1)}
        for table in table_names(type(file))
    }


# The history

HISTORY = "_history"
"""The table of changes that can be taken back.

No word is only here: an entry that cannot be understood is left where it is, and cannot be taken
back.
"""


class HistoryEntry(Value):
    """One change that can be undone, or redone."""

    id: str
    """Random id."""
    at: int
    """UTC milliseconds, never less than those of an earlier change."""
    n: int
    """Counter within that millisecond."""
    sentence: str
    """The sentence about the change, for the user."""
    inverses: tuple[Inverse, ...]
    """The values that undo it; once it is undone, those that redo it."""
    undone: bool
    place: int
    """Document number in the history table."""
    size: int
    """Approximate size in bytes."""

    @property
    def order(self) -> tuple[int, int]:
        """Sort key: greater for later changes."""
        return self.at, self.n


class _KeptInverse(msgspec.Struct, forbid_unknown_fields=True):
    """The change that restores one entity, as it is kept."""

    table: str
    id: str
    fields: dict[str, Any]
    """Field name to value, as plain JSON."""


class _KeptChange(msgspec.Struct, forbid_unknown_fields=True):
    """One entry of the history, as it is kept."""

    id: str
    at: int
    n: int
    sentence: str
    undone: bool
    edits: list[_KeptInverse]


def document_of(entry: HistoryEntry) -> Document:
    """Return the document that keeps an entry."""
    edits = [
        _KeptInverse(each.table, each.id, fields_to_builtins(each.fields))
        for each in entry.inverses
    ]
    kept = _KeptChange(entry.id, entry.at, entry.n, entry.sentence, entry.undone, edits)
    document: Document = msgspec.to_builtins(kept)
    return document


def size_of(document: Document) -> int:
    """Return the bytes that a document takes, about."""
    return len(json.dumps(document))


def entries_in(
    documents: Mapping[int, Document], kinds: Mapping[str, type[Entity]]
) -> list[HistoryEntry]:
    """Return the entries that are understood, oldest first; the others stay as they are.

    Args:
        documents: The table.
        kinds: Table name to the type of its entities.
    """
    return sorted(_entries(documents, kinds), key=lambda entry: entry.order)


def _entries(
    documents: Mapping[int, Document], kinds: Mapping[str, type[Entity]]
) -> Iterator[HistoryEntry]:
    for place, document in sound({HISTORY: dict(documents)})[HISTORY].items():
        try:
            kept = msgspec.convert(document, _KeptChange)
            inverses = tuple(
                Inverse(edit.table, edit.id, fields_from_builtins(kinds[edit.table], edit.fields))
                for edit in kept.edits
            )
        except (msgspec.ValidationError, UnreadableDocumentError, KeyError):
            continue
        if 0 <= kept.at < FAR and -1 <= kept.n < FAR:
            size = size_of(documents[place])
            yield HistoryEntry(
                kept.id, kept.at, kept.n, kept.sentence, inverses, kept.undone, place, size
            )

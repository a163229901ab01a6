"""The history table of a store: changes that can be taken back.

No word is only here: an entry that cannot be understood is left where it is, and cannot be taken
back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from companion.domain.changes import Inverse
from companion.domain.value import Value
from companion.storage.codec import (
    UnreadableDocumentError,
    fields_from_builtins,
    fields_to_builtins,
    sound,
)
from companion.storage.plain_json import FAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from companion.domain.entity import Entity
    from companion.storage.codec import Document

HISTORY = "_history"


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

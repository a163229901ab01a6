"""The history table of a store: changes that can be taken back.

No word is only here: an entry that cannot be understood is left where it is, and cannot be taken
back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from companion.domain.changes import Inverse
from companion.storage.codec import UnreadableDocumentError, fields_from_builtins, sound
from companion.storage.plain_json import FAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from companion.domain.entity import Entity
    from companion.storage.codec import Document

HISTORY = "_history"


class KeptInverse(msgspec.Struct, forbid_unknown_fields=True):
    """The change that restores one entity."""

    table: str
    id: str
    fields: dict[str, Any]
    """Field name to value, as plain JSON."""


class KeptChange(msgspec.Struct, forbid_unknown_fields=True):
    """One entry of the history."""

    id: str
    """Random."""
    at: int
    """UTC milliseconds."""
    n: int
    """Counter within that millisecond."""
    sentence: str
    """The change, in words for the user."""
    undone: bool
    """Whether it has been taken back."""
    edits: list[KeptInverse]
    """The changes that take it back."""


def kept_changes(
    documents: Mapping[int, Document], kinds: Mapping[str, type[Entity]]
) -> Iterator[tuple[int, KeptChange, tuple[Inverse, ...]]]:
    """Return the entries that are understood, each with its number and the changes that undo it.

    Args:
        documents: The table.
        kinds: Table name to the type of its entities.
    """
    for place, document in sound({HISTORY: dict(documents)})[HISTORY].items():
        try:
            kept = msgspec.convert(document, KeptChange)
            inverses = tuple(
                Inverse(edit.table, edit.id, fields_from_builtins(kinds[edit.table], edit.fields))
                for edit in kept.edits
            )
        except (msgspec.ValidationError, UnreadableDocumentError, KeyError):
            continue
        if 0 <= kept.at < FAR and -1 <= kept.n < FAR:
            yield place, kept, inverses

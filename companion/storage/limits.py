"""The sizes of one text and one store, so that everything written can be read back.

A store is one JSON text in which each character that is not ASCII takes six bytes, or twelve. Files
larger than `READ_LIMIT` are never read, so there must be room before a text is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.files import READ_LIMIT
from companion.storage.checkpoint import dump

if TYPE_CHECKING:
    from companion.storage.store import Store

MOST_IN_A_TEXT = 4 * 1024 * 1024
"""Bytes that one note or field may take."""
MOST_IN_A_STORE = READ_LIMIT - 4 * MOST_IN_A_TEXT
"""Bytes that notes, pastes and imports may fill; the rest is for what is typed by hand."""


def bytes_of(text: str) -> int:
    """Return the bytes that a text takes in a store."""
    return len(dump(text))


def fits_a_text(text: str) -> bool:
    """Return whether a text may be one note or field."""
    return len(text) * 12 <= MOST_IN_A_TEXT or bytes_of(text) <= MOST_IN_A_TEXT


def has_room(store: Store, text: str) -> bool:
    """Return whether a store has room for a text."""
    return store.size + bytes_of(text) <= MOST_IN_A_STORE

"""Moving a case to the trash, out of a room, and bringing it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.files import join
from companion.storage import cases, trash
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case
from companion.storage.database import read
from companion.storage.errors import StoreError

if TYPE_CHECKING:
    from datetime import datetime

    from companion.services.shelf import Shelf
    from companion.storage.trash import Discarded


@dataclass(frozen=True, slots=True)
class InTrash:
    """A case in the trash, as it is named to people."""

    case_id: str
    """The case."""
    title: str
    """Its title; empty when it has none or cannot be read."""
    deleted_at: datetime
    """When it was put there."""


def discard_case(shelf: Shelf, case_id: str) -> None:
    """Move a case to the trash, where it is kept for 30 days.

    Raises:
        Busy: Another window has it; nothing was changed.
        StoreError: The disk refuses; the case is where it was.
    """
    around = shelf.surroundings
    with shelf.held(case_id):
        trash.discard_case(around.files, around.home, case_id, around.now())


def _discarded(shelf: Shelf) -> list[Discarded]:
    around = shelf.surroundings
    whole = trash.discarded(around.files, around.home)
    return [item for item in reversed(whole) if item.visit_id is None]


def _title(shelf: Shelf, item: Discarded) -> str:
    path = join(item.folder, cases.CASE_FILE)
    try:
        tables, _ = read(path, shelf.surroundings.files, SCHEMA)
        return read_case(item.case_id, tables)[0].head.title
    except (StoreError, UnreadableDocumentError):
        return ""


def in_trash(shelf: Shelf) -> tuple[InTrash, ...]:
    """The cases in the trash, the newest first."""
    return tuple(
        InTrash(item.case_id, _title(shelf, item), item.deleted_at) for item in _discarded(shelf)
    )


def bring_back(shelf: Shelf, case_id: str) -> None:
    """Put a case back where it was; the state deleted last when it is there more than once.

    Raises:
        StoreError: The disk refuses, or a case of that id is there again.
    """
    around = shelf.surroundings
    item = next(item for item in _discarded(shelf) if item.case_id == case_id)
    trash.bring_back(around.files, around.home, item)


def tidy(shelf: Shelf) -> None:
    """Remove what has been in the trash for 30 days.

    Raises:
        StoreError: The disk refuses.
    """
    around = shelf.surroundings
    trash.purge(around.files, around.home, around.now())

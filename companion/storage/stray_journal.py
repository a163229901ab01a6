"""A journal by itself, as a sync program leaves a copy of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.storage.errors import Damaged, Unreadable
from companion.storage.journal import parse
from companion.storage.replay import Replay
from companion.storage.store import by_number

if TYPE_CHECKING:
    from companion.files import Files


def read_stray_journal(path: str, files: Files) -> dict[str, dict[int, dict[str, Any]]]:
    """Return the documents that are whole in a journal.

    Raises:
        StoreError: It cannot be read, or not all of it.
    """
    try:
        journal = parse(files.read(path))
    except OSError as error:
        raise Unreadable(path, error) from error
    replay = Replay.from_nothing(journal)
    if journal.base is None or replay.gaps or journal.torn:
        raise Damaged(path)
    return by_number(replay.tables)

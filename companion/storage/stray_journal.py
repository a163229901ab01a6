"""A journal that lies by itself, as a sync program leaves a copy of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.storage.database import numbered
from companion.storage.errors import Damaged, Unreadable
from companion.storage.journal import parse
from companion.storage.replay import Chain

if TYPE_CHECKING:
    from companion.files import Files


def read_stray_journal(path: str, files: Files) -> dict[str, dict[int, dict[str, Any]]]:
    """Return the documents that stand in a journal whole.

    Raises:
        StoreError: It cannot be read, or not all of it.
    """
    try:
        journal = parse(files.read(path))
    except OSError as error:
        raise Unreadable(path, error) from error
    chain = Chain.from_nothing(journal)
    if journal.base is None or chain.gaps or journal.torn:
        raise Damaged(path)
    return numbered(chain.tables)

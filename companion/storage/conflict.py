"""Conflicts: another program put a different file in place while ours was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.files import folder_of
from companion.storage import errors
from companion.storage.checkpoint import (
    NotOursError,
    NotReadableError,
    Tables,
    decode,
    encode,
    serialise,
    write_beside,
)
from companion.storage.layout import StoreFiles, free_name
from companion.storage.recovery import load

if TYPE_CHECKING:
    from collections.abc import Collection

    from companion.files import Files, Info
    from companion.storage.journal import JournalFile

_ENDING = ".json"


class InPlace(Value):
    """The file at the place where our checkpoint was put."""

    info: Info | None
    """Identifies it; None when there is none."""
    damaged: bool = False
    """Whether it can no longer be read; ours is still whole in memory."""
    copy: StoreFiles | None = None
    """Where ours goes on when the file holds another state."""


def compare_in_place(
    files: Files, layout: StoreFiles, known: Info | None, ours: Collection[tuple[int, str]]
) -> InPlace:
    """Compare the file in place with ours (`ours`: generations with checksums)."""
    try:
        info = files.info(layout.main)
    except FileNotFoundError:
        return InPlace(None)
    if info == known:
        return InPlace(info)
    try:
        theirs = decode(files.read(layout.main))
    except (NotReadableError, OSError):
        # Also what the disk does not give: a folder, a link, a file that nobody may read.
        return InPlace(info, damaged=True)
    except NotOursError:
        return InPlace(info, copy=free_copy(files, layout))
    if theirs.intact and (theirs.generation, theirs.crc32) in ours:
        return InPlace(info)
    return InPlace(info, copy=free_copy(files, layout))


def write_copy(files: Files, layout: StoreFiles, tables: Tables, schema: int) -> StoreFiles:
    """Write another state of a store beside it, down to the disk itself, and return its place.

    Raises:
        OSError: The disk refuses; part of a file may be there.
    """
    copy = free_copy(files, layout)
    raw, _ = encode(serialise(tables), schema, 1)
    write_beside(files, copy, raw)
    files.replace(copy.beside, copy.main)
    files.sync_folder(layout.folder)
    return copy


def write_alien_changes(files: Files, layout: StoreFiles, schema: int) -> StoreFiles | None:
    """Write what another program made of a store's journal; None where nothing can be read.

    The journal itself is set aside afterwards, so that nothing of it is lost.

    Raises:
        OSError: The disk refuses.
    """
    try:
        there = load(layout, files, schema)
    except errors.StoreError:
        return None
    return write_copy(files, layout, there.tables, schema) if there.records else None


def set_copy_aside(files: Files, path: str, known: Info) -> None:
    """Set a copy of a store aside, once everything it holds is in the store itself.

    Nothing is done where the copy changed since it was read, or the disk refuses: it is read again
    the next time.

    Args:
        files: The interface to files.
        path: The copy.
        known: Identifies the file that was read.
    """
    try:
        if files.info(path) != known:
            return
        for each in StoreFiles(path).all:
            if files.exists(each):
                files.replace(each, free_name(files, each, "kept"))
        files.sync_folder(folder_of(path))
    except OSError:
        return


def move_journal(files: Files, journal: JournalFile, ours: StoreFiles) -> None:
    """Take the journal of our state away from beside theirs; our copy holds everything in it.

    A journal that another program wrote to says something else and stays where it is.
    """
    journal.close()
    try:
        found = files.info(journal.path)
        if (found.inode, found.size) == (journal.inode, journal.size):
            files.replace(journal.path, ours.journal_previous)
    except OSError:
        # It does no harm there: it names another checksum, so it is never carried out.
        return


def free_copy(files: Files, layout: StoreFiles) -> StoreFiles:
    """Return the first free name for another state of a store."""
    stem = layout.main.removesuffix(_ENDING)
    number = 1
    while files.exists(f"{stem}.conflict-{number}{_ENDING}"):
        number += 1
    return StoreFiles(f"{stem}.conflict-{number}{_ENDING}")

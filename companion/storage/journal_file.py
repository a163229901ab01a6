"""The journal in use, and the steps by which a generation is put in place."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from msgspec import Struct

from companion.files import READ_LIMIT
from companion.storage.layout import free_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Files, Info
    from companion.storage.layout import StoreFiles

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""Errors of disks without hard links (FAT, some network disks)."""


class Taken(OSError):  # noqa: N818 - the state it is in
    """Another program writes to this journal: one of the two lost the case's lock."""


class JournalFile(Struct):
    """The journal in use; opened when first needed."""

    files: Files
    path: str
    """Where it was made or found."""
    generation: int
    """The generation it goes on from."""
    inode: int
    """Identifies the file, also when it is renamed."""
    size: int = 0
    """Bytes."""
    records: int = 0
    """Transactions in it."""
    handle: int | None = None
    """Open for appending; None while it is closed."""

    def append(self, data: bytes, records: int = 0) -> None:
        """Add lines in one write.

        Raises:
            OSError: Part of it may have been written; never append again. `ESTALE` when the file
                was replaced or changed, so that the lines would not be read; `EFBIG` where the
                journal would get too large to be read back; `Taken`.
        """
        _readable(self.size + len(data), self.path)
        handle = self.open_handle()
        self.check()
        self.files.write_all(handle, data)
        self.size += len(data)
        self.records += records

    def check(self) -> None:
        """Make sure that the name still leads to this file, and that no other program wrote to it.

        Raises:
            OSError: `ESTALE` when not.
        """
        if not self.files.is_same_file(self.path, self.inode, self.size):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), self.path)

    def datasync(self) -> None:
        """Return once all of it is on the disk itself."""
        self.files.datasync(self.open_handle())

    def sync(self) -> None:
        """As `datasync`, with the file's own entry, for a new file."""
        self.files.sync(self.open_handle())

    def close(self) -> None:
        """Close the handle; an error no longer matters."""
        if self.handle is None:
            return
        handle, self.handle = self.handle, None
        try:
            self.files.close(handle)
        except OSError:
            # All that counts was synced before, or is written again elsewhere.
            return

    def open_handle(self) -> int:
        """Return the handle, opened now if it was not.

        Raises:
            OSError: `ESTALE` when another file has its name; `Taken`.
        """
        if self.handle is None:
            self.check()
            handle = self.files.open_append(self.path)
            if not self.files.try_lock_open(handle):
                self.files.close(handle)
                raise Taken(errno.EBUSY, os.strerror(errno.EBUSY), self.path)
            self.handle = handle
        return self.handle


def _readable(size: int, path: str) -> None:
    """Refuse to write a file that would be too large to be read back."""
    if size > READ_LIMIT:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)


def _yes() -> bool:
    return True


def write_beside(
    files: Files, layout: StoreFiles, raw: bytes, may_come_back: Callable[[], bool] = _yes
) -> Info:
    """Write the next generation beside the present one, down to the disk itself.

    Args:
        files: The interface to files.
        layout: Where.
        raw: The generation.
        may_come_back: Asked before a folder that is gone is made again.

    Raises:
        OSError: The disk refuses, or the folder is gone for good; `EFBIG` where the file would be
            too large to be read back.
    """
    _readable(len(raw), layout.main)
    try:
        files.unlink_if_there(layout.beside)
        files.write_new(layout.beside, raw)
    except FileNotFoundError:
        if not may_come_back():
            raise
        files.make_folder(layout.folder)
        files.write_new(layout.beside, raw)
    return files.info(layout.beside)


def install(files: Files, layout: StoreFiles, *, bad: bool) -> None:
    """Put the new generation in place and keep the present one as the previous one.

    A damaged present one never takes the place of a good previous one; it is set aside.
    """
    if bad and files.exists(layout.main):
        files.replace(layout.main, free_name(files, layout.main, "damaged"))
    elif not bad:
        _keep_previous(files, layout)
    files.replace(layout.beside, layout.main)
    files.sync_folder(layout.folder)


def _keep_previous(files: Files, layout: StoreFiles) -> None:
    if not files.exists(layout.main):
        return
    files.unlink_if_there(layout.previous)
    try:
        files.link(layout.main, layout.previous)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        files.replace(layout.main, layout.previous)


def set_journal_aside(files: Files, layout: StoreFiles, journal: JournalFile, *, bad: bool) -> None:
    """Move the journal to the place of the previous one; a damaged or strange one is set aside.

    No edit may come in meanwhile: the journal is closed for the move, as Windows moves no open
    file, and the next edit opens it at its new place.
    """
    try:
        found = files.info(layout.journal)
    except FileNotFoundError:
        return
    journal.close()
    if bad or (found.inode, found.size) != (journal.inode, journal.size):
        files.replace(layout.journal, free_name(files, layout.journal, "damaged"))
    else:
        files.replace(layout.journal, layout.journal_previous)
        journal.path = layout.journal_previous


def make_journal(files: Files, layout: StoreFiles, generation: int, head: bytes) -> JournalFile:
    """Return a new journal with its first line; nothing is synced yet."""
    handle = files.create(layout.journal)
    journal = JournalFile(files, layout.journal, generation, 0, handle=handle)
    try:
        files.try_lock_open(handle)
        journal.inode = files.info(layout.journal).inode
        journal.append(head)
    except OSError:
        journal.close()
        raise
    return journal

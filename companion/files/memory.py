"""A disk in memory: for the made-up case, which leaves no trace, and for tests."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field

from companion.files.interface import READ_LIMIT, FileLock, Files, Info
from companion.files.paths import file_name, folder_of, inside


@dataclass(slots=True)
class Inode:
    """One file's content; several names may lead to it."""

    number: int
    """Identifies it; never used twice."""
    content: bytearray = field(default_factory=bytearray)
    mtime_ns: int = 0
    """A count of changes; no clock is asked."""


class _MemoryLock:
    """A path that is locked in a `MemoryFiles`."""

    def __init__(self, locked: set[str], path: str) -> None:
        self._locked, self._path = locked, path
        locked.add(path)

    def is_named(self) -> bool:
        """Return True: no other program gets here."""
        return True

    def release(self) -> None:
        """Unlock the path."""
        self._locked.discard(self._path)


class MemoryFiles(Files):
    """Files that are gone when the program ends."""

    def __init__(self) -> None:
        self.names: dict[str, Inode] = {}
        """The file behind each path."""
        self.folders: set[str] = {"/", "."}
        self._handles: dict[int, Inode] = {}
        self._last_number = 0
        self._locked: set[str] = set()

    def read(self, path: str, *, limit: int = READ_LIMIT) -> bytes:
        """Return the content of a file."""
        inode = self._inode(path)
        if len(inode.content) > limit:
            raise _error(errno.EFBIG, path)
        return bytes(inode.content)

    def create(self, path: str) -> int:
        """Open a new, empty file to append to; an existing name is an error."""
        self._free(path)
        inode = Inode(self._next_number())
        self.names[path] = inode
        return self._handle(inode)

    def open_append(self, path: str) -> int:
        """Open an existing file to append to."""
        return self._handle(self._inode(path))

    def try_lock(self, path: str) -> FileLock | None:
        """Lock a path; None while it is locked."""
        return None if path in self._locked else _MemoryLock(self._locked, path)

    def write(self, handle: int, data: bytes) -> int:
        """Append everything."""
        inode = self.inode_of(handle)
        inode.content += data
        inode.mtime_ns = self._next_number()
        return len(data)

    def sync(self, handle: int) -> None:
        """Do nothing; there is nothing to wait for."""
        self.inode_of(handle)

    def datasync(self, handle: int) -> None:
        """Do nothing; there is nothing to wait for."""
        self.inode_of(handle)

    def close(self, handle: int) -> None:
        """Close a handle."""
        self.inode_of(handle)
        del self._handles[handle]

    def replace(self, source: str, target: str) -> None:
        """Rename in one step; a file at `target` is replaced."""
        if source in self.folders:
            self._replace_folder(source, target)
            return
        if target in self.folders:
            raise _error(errno.EISDIR, target)
        inode = self._inode(source)
        self._folder_above(target)
        del self.names[source]
        self.names[target] = inode

    def link(self, source: str, target: str) -> None:
        """Give the same file a second name; an existing `target` is an error."""
        inode = self._inode(source)
        self._free(target)
        self.names[target] = inode

    def unlink(self, path: str) -> None:
        """Remove a file's name."""
        self._inode(path)
        del self.names[path]

    def sync_folder(self, path: str) -> None:
        """Do nothing; there is nothing to wait for."""
        if path not in self.folders:
            raise _error(errno.ENOENT, path)

    def make_folder(self, path: str) -> None:
        """Make a folder and those above it."""
        if path in self.names:
            raise _error(errno.EEXIST, path)
        while path and path not in self.folders:
            self.folders.add(path)
            path = folder_of(path)

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        if self.list_folder(path):
            raise _error(errno.ENOTEMPTY, path)
        self.folders.discard(path)

    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, sorted."""
        if path not in self.folders:
            raise _error(errno.ENOTDIR if path in self.names else errno.ENOENT, path)
        found = [p for p in (*self.names, *self.folders) if folder_of(p) == path]
        return sorted(file_name(p) for p in found if p != path)

    def info(self, path: str) -> Info:
        """Return what is at a path; `FileNotFoundError` when nothing is."""
        if path in self.folders:
            return Info(size=0, mtime_ns=0, inode=0, regular=False, folder=True)
        inode = self._inode(path)
        return Info(len(inode.content), inode.mtime_ns, inode.number, regular=True, folder=False)

    def inode_of(self, handle: int) -> Inode:
        """Return the file behind a handle; `EBADF` when the handle was closed."""
        try:
            return self._handles[handle]
        except KeyError:
            raise _error(errno.EBADF, str(handle)) from None

    def _replace_folder(self, source: str, target: str) -> None:
        if target in self.names or (target in self.folders and self.list_folder(target)):
            raise _error(errno.ENOTEMPTY, target)
        self._folder_above(target)
        for path in [p for p in self.names if inside(source, p)]:
            self.names[target + path[len(source) :]] = self.names.pop(path)
        for path in [p for p in self.folders if p == source or inside(source, p)]:
            self.folders.remove(path)
            self.folders.add(target + path[len(source) :])

    def _inode(self, path: str) -> Inode:
        if path in self.folders:
            raise _error(errno.EISDIR, path)
        try:
            return self.names[path]
        except KeyError:
            raise _error(errno.ENOENT, path) from None

    def _free(self, path: str) -> None:
        if path in self.names or path in self.folders:
            raise _error(errno.EEXIST, path)
        self._folder_above(path)

    def _folder_above(self, path: str) -> None:
        if folder_of(path) not in self.folders:
            raise _error(errno.ENOENT, path)

    def _handle(self, inode: Inode) -> int:
        handle = self._next_number()
        self._handles[handle] = inode
        return handle

    def _next_number(self) -> int:
        self._last_number += 1
        return self._last_number


def _error(number: int, path: str) -> OSError:
    # OSError itself chooses FileNotFoundError, FileExistsError … from the number.
    return OSError(number, os.strerror(number), path)

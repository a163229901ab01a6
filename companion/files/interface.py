"""The interface to files: every call on a path that the program makes, as one class.

An implementation raises `OSError` and nothing else. Handles are plain numbers, valid only for the
object that gave them.
"""

from __future__ import annotations

import io
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple, Protocol

from companion.files.paths import join

if TYPE_CHECKING:
    from typing import BinaryIO

READ_LIMIT = 64 * 1024 * 1024
"""Bytes; none of our files gets so large. A larger one is refused instead of filling memory."""


class Info(NamedTuple):
    """The disk's facts about a name; a symbolic link is not followed."""

    size: int
    """Bytes."""
    mtime_ns: int
    """Last change of the content, in nanoseconds since 1970."""
    inode: int
    """Identifies the file; another number means that the file was replaced."""
    regular: bool
    """An ordinary file: not a folder, link, pipe or device."""
    folder: bool
    link: bool = False
    open_to_others: bool = False
    """Whether other accounts may do something with it; False where that is unknown."""


class LocklessError(OSError):
    """The disk of a file knows no locks."""


class FileLock(Protocol):
    """A lock that was taken; it ends with the process, however that ends."""

    def is_named(self) -> bool:
        """Return whether others still find the file under its name, and so find it locked."""

    def release(self) -> None:
        """Unlock the file."""


class Files(ABC):
    """All that can be done with files and folders; new files are 0600, new folders 0700.

    A file that was there keeps its rights, unless it is appended to.
    """

    @abstractmethod
    def read(self, path: str, *, limit: int = READ_LIMIT) -> bytes:
        """Return the content of a regular file; never waits on a pipe, never follows a link.

        Raises:
            OSError: Missing, unreadable, not a regular file, or larger than `limit` (EFBIG).
        """

    @abstractmethod
    def create(self, path: str) -> int:
        """Open a new, empty file to append to; an existing name is an error."""

    @abstractmethod
    def open_append(self, path: str) -> int:
        """Open an existing regular file to append to."""

    @property
    def can_lock(self) -> bool:
        """Whether `try_lock` works on this system."""
        return True

    @abstractmethod
    def try_lock(self, path: str) -> FileLock | None:
        """Lock a file, made if need be; None while another program or window has it.

        Raises:
            LocklessError: Its disk knows no locks.
            OSError: It cannot be opened.
        """

    def try_lock_open(self, handle: int) -> bool:
        """Lock an open file until it is closed; False when another program has it.

        True as well where the system or the disk knows no such lock.
        """
        del handle
        return True

    @abstractmethod
    def write(self, handle: int, data: bytes) -> int:
        """Append, in one system call; the number of bytes taken may be short."""

    @abstractmethod
    def sync(self, handle: int) -> None:
        """Return once content and size are on the disk itself."""

    @abstractmethod
    def datasync(self, handle: int) -> None:
        """As `sync`, leaving out what reading the content does not need."""

    @abstractmethod
    def close(self, handle: int) -> None:
        """Close a handle."""

    @abstractmethod
    def replace(self, source: str, target: str) -> None:
        """Rename in one step; a file at `target` is replaced."""

    @abstractmethod
    def link(self, source: str, target: str) -> None:
        """Give the same file a second name; an existing `target` is an error."""

    @abstractmethod
    def unlink(self, path: str) -> None:
        """Remove a file's name."""

    def is_locked(self, path: str) -> bool:
        """Return whether the system was told to let no program remove what is at a path."""
        del path
        return False

    @abstractmethod
    def sync_folder(self, path: str) -> None:
        """Return once the names in a folder are on the disk itself."""

    @abstractmethod
    def make_folder(self, path: str) -> None:
        """Make a folder and those above it; one that is there stays as it is."""

    @abstractmethod
    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""

    @abstractmethod
    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, sorted."""

    @abstractmethod
    def info(self, path: str) -> Info:
        """Return what is at a path; `FileNotFoundError` when nothing is."""

    def reader(self, path: str) -> BinaryIO:
        """Open a regular file to read it in parts; never waits, never follows a link.

        Raises:
            OSError: Missing, unreadable, or not a regular file.
        """
        return io.BytesIO(self.read(path))

    def resolve(self, path: str) -> str:
        """Return where a path leads once every link in it is followed; nothing need be there."""
        return path

    def is_same(self, one: str, other: str) -> bool:
        """Return whether two paths lead to one thing; False where nothing is there."""
        return one == other

    def close_to_others(self, path: str) -> None:
        """Take a file or folder of ours away from other accounts; a link is left as it is."""
        del path

    def sizes(self, path: str, endings: tuple[str, ...]) -> dict[str, tuple[int, int]]:
        """Return size and `mtime_ns` of the files in a folder whose names end so.

        A name that is removed meanwhile is left out.
        """
        found = {}
        for name in self.list_folder(path):
            if name.endswith(endings):
                try:
                    info = self.info(join(path, name))
                except FileNotFoundError:
                    continue
                found[name] = (info.size, info.mtime_ns)
        return found

    def write_all(self, handle: int, data: bytes) -> None:
        """Append everything, however short the single writes are.

        Raises:
            OSError: Also when the disk takes nothing without saying why.
        """
        view = memoryview(data)
        while view:
            taken = self.write(handle, bytes(view))
            if taken <= 0:
                raise OSError(5, "the disk took nothing")
            view = view[taken:]

    def write_new(self, path: str, data: bytes) -> None:
        """Make a file with that content, down to the disk itself; an existing name is an error.

        Raises:
            OSError: Part of it may be there.
        """
        handle = self.create(path)
        try:
            self.write_all(handle, data)
            self.sync(handle)
        finally:
            self.close(handle)

    def is_same_file(self, path: str, inode: int, size: int) -> bool:
        """Return whether a name leads to that very file, of so many bytes; asked at every key."""
        try:
            found = self.info(path)
        except FileNotFoundError:
            return False
        return (found.inode, found.size) == (inode, size)

    def exists(self, path: str) -> bool:
        """Return whether anything is at the path."""
        try:
            self.info(path)
        except FileNotFoundError:
            return False
        return True

    def unlink_if_there(self, path: str) -> None:
        """Remove a file's name, if there is one."""
        try:
            self.unlink(path)
        except FileNotFoundError:
            return

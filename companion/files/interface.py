"""The seam: every call on a path that the product makes, as one class.

An implementation raises `OSError` and nothing else. Handles are plain numbers, good only
for the object that gave them.
"""

from __future__ import annotations

import io
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from companion.files.paths import join

if TYPE_CHECKING:
    from typing import BinaryIO

READ_LIMIT = 64 * 1024 * 1024
"""Bytes; what no file of ours reaches. A larger one is refused instead of filling memory."""


class Info(NamedTuple):
    """What the disk says about a name, without following a symbolic link."""

    size: int
    """Bytes."""
    mtime_ns: int
    """Last change of the content, in nanoseconds since 1970."""
    inode: int
    """Which file it is; another number means that the file was replaced."""
    regular: bool
    """An ordinary file: not a folder, link, pipe or device."""
    folder: bool
    """A folder."""
    link: bool = False
    """A symbolic link."""
    open_to_others: bool = False
    """Other accounts of this computer may do something with it; never said where nobody knows."""


class Files(ABC):
    """All that can be done to files and folders; made files are 0600, made folders 0700.

    What stood there before keeps its rights, but for a file that is appended to.
    """

    @abstractmethod
    def read(self, path: str, *, limit: int = READ_LIMIT) -> bytes:
        """The whole content of a regular file; never waits on a pipe, never follows a link.

        Raises:
            OSError: missing, unreadable, not a regular file, or larger than `limit` (EFBIG).
        """

    @abstractmethod
    def create(self, path: str) -> int:
        """A handle on a new, empty file to append to; an existing name is an error."""

    @abstractmethod
    def open_append(self, path: str) -> int:
        """A handle on an existing regular file, to append to."""

    def hold(self, handle: int) -> bool:
        """Keep a file for this handle alone, until it is closed; False when another has it.

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
        """Give the handle back."""

    @abstractmethod
    def replace(self, source: str, target: str) -> None:
        """Rename in one step; a file at `target` is replaced."""

    @abstractmethod
    def link(self, source: str, target: str) -> None:
        """A second name for the same file; an existing `target` is an error."""

    @abstractmethod
    def unlink(self, path: str) -> None:
        """Remove a file's name."""

    def is_locked(self, path: str) -> bool:
        """Return whether the system was told to let nobody remove what stands at a path."""
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
        """The names in a folder, sorted."""

    @abstractmethod
    def info(self, path: str) -> Info:
        """What stands at a path; `FileNotFoundError` when nothing does."""

    def reader(self, path: str) -> BinaryIO:
        """A regular file to read in parts, however large; never waits, never follows a link.

        Raises:
            OSError: missing, unreadable, or not a regular file.
        """
        return io.BytesIO(self.read(path))

    def resolved(self, path: str) -> str:
        """Where a path leads once every link in it is followed; nothing need stand there."""
        return path

    def same(self, one: str, other: str) -> bool:
        """Whether two paths lead to one thing, by whatever names; False where nothing stands."""
        return one == other

    def close_to_others(self, path: str) -> None:
        """Leave a file or folder of one's own to its owner alone; a link is left as it is."""
        del path

    def sizes(self, path: str, endings: tuple[str, ...]) -> dict[str, tuple[int, int]]:
        """What stands in a folder under names that end so: size and `mtime_ns` of each.

        A name that goes meanwhile is passed over.
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
            OSError: also when the disk takes nothing without saying why.
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
            OSError: part of it may stand there.
        """
        handle = self.create(path)
        try:
            self.write_all(handle, data)
            self.sync(handle)
        finally:
            self.close(handle)

    def is_still(self, path: str, inode: int, size: int) -> bool:
        """Return whether a name leads to that very file, of so many bytes; asked at every key."""
        try:
            found = self.info(path)
        except FileNotFoundError:
            return False
        return (found.inode, found.size) == (inode, size)

    def exists(self, path: str) -> bool:
        """Whether anything stands at the path."""
        try:
            self.info(path)
        except FileNotFoundError:
            return False
        return True

    def unlink_if_there(self, path: str) -> None:
        """Remove a file's name; fine when there is none."""
        try:
            self.unlink(path)
        except FileNotFoundError:
            return

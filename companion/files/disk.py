"""The real disk, on Linux, macOS and Windows."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from typing import TYPE_CHECKING

from companion.files import file_lock
from companion.files.interface import READ_LIMIT, FileLock, Files, Info
from companion.system import HAS_RIGHTS, IS_LINUX, IS_MAC, OPEN_FILES_STAY, call, fcntl, flag

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

_CLOSE_ON_EXEC = flag("O_CLOEXEC")
_NO_WAIT = flag("O_NONBLOCK")
_NO_FOLLOW = flag("O_NOFOLLOW")
_BASE = _NO_FOLLOW | _CLOSE_ON_EXEC | flag("O_BINARY") | flag("O_NOINHERIT")
_FOLDER = flag("O_DIRECTORY")
_F_FULLFSYNC = 51
"""macOS: the only call that empties the drive's own cache."""
_GET_FLAGS = 0x80086601
"""Linux: asks for the attributes of a file (FS_IOC_GETFLAGS)."""
_LOCKED = (
    0x10 | 0x20
    if IS_LINUX
    else stat.UF_IMMUTABLE | stat.UF_APPEND | stat.SF_IMMUTABLE | stat.SF_APPEND
)
"""Attributes of a file that may not be changed at all, or only be appended to."""
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_OTHERS = 0o077
_NO_MODES = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""Errors of disks without modes (FAT, some network disks)."""
_CHUNK = 1 << 20
_TRIES = 10
_PAUSE = 0.02
"""Seconds between two tries."""


class DiskFiles(Files):
    """Files on the disks of this computer."""

    _tries = _TRIES if OPEN_FILES_STAY else 0

    def __init__(self, *, open_files_stay: bool = OPEN_FILES_STAY) -> None:
        """Take the way of this system.

        Args:
            open_files_stay: Whether a file that another program reads can be neither removed nor
                replaced. Indexers and virus scanners read new files for a moment, so both are tried
                again.
        """
        self._tries = _TRIES if open_files_stay else 0

    def read(self, path: str, *, limit: int = READ_LIMIT) -> bytes:
        """Return the content of a regular file; never waits on a pipe, never follows a link."""
        handle, size = _open_regular(path, os.O_RDONLY)
        try:
            if size > limit:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
            parts = []
            left = limit + 1
            # One byte more than there is: a file that does not grow meanwhile comes in one piece.
            chunk = max(_CHUNK, size + 1)
            while left > 0 and (part := os.read(handle, min(left, chunk))):
                parts.append(part)
                left -= len(part)
        finally:
            os.close(handle)
        if left <= 0:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        return b"".join(parts)

    def create(self, path: str) -> int:
        """Open a new, empty file to append to; an existing name is an error."""
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND | _BASE
        handle = os.open(path, flags, _PRIVATE_FILE)
        return _close_to_others(handle)

    def open_append(self, path: str) -> int:
        """Open an existing regular file to append to."""
        return _close_to_others(_open_regular(path, os.O_WRONLY | os.O_APPEND)[0])

    @property
    def can_lock(self) -> bool:
        """Whether `try_lock` works on this system."""
        return file_lock.CAN_LOCK

    def try_lock(self, path: str) -> FileLock | None:
        """Lock a file, made if need be; None while another program has it."""
        return file_lock.try_lock(path)

    def try_lock_open(self, handle: int) -> bool:
        """Lock an open file until it is closed; False when another program has it."""
        return file_lock.try_lock_open(handle) if file_lock.CAN_LOCK else True

    def write(self, handle: int, data: bytes) -> int:
        """Append, in one system call; the number of bytes taken may be short."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return once content and size are on the disk itself."""
        if not _full_sync(handle):
            os.fsync(handle)

    def datasync(self, handle: int) -> None:
        """As `sync`, leaving out what reading the content does not need."""
        if not _full_sync(handle):
            (call("fdatasync") or os.fsync)(handle)

    def close(self, handle: int) -> None:
        """Close a handle."""
        os.close(handle)

    def replace(self, source: str, target: str) -> None:
        """Rename in one step; on Windows tried again while another program reads one of the two."""
        self._once_let(lambda: os.replace(source, target))

    def link(self, source: str, target: str) -> None:
        """Give the same file a second name; `ENOTSUP` where the system cannot."""
        make = call("link")
        if make is None:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), target)
        make(source, target)

    def unlink(self, path: str) -> None:
        """Remove a file's name; on Windows tried again while another program reads the file."""
        self._once_let(lambda: os.unlink(path))

    def _once_let(self, act: Callable[[], None]) -> None:
        """Call `act` again while another program has the file open."""
        for _ in range(self._tries):
            try:
                act()
            except PermissionError:
                time.sleep(_PAUSE)
            else:
                return
        act()

    def is_locked(self, path: str) -> bool:
        """Return whether a file or folder is marked as never to be changed (chattr +i, chflags)."""
        try:
            found = os.lstat(path)
            if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode):
                flags = getattr(found, "st_flags", None)
                return bool((_flags_on_linux(path) if flags is None else flags) & _LOCKED)
        except OSError:
            # What cannot be opened, or a disk without such marks, is tried as it is.
            return False
        return False

    def sync_folder(self, path: str) -> None:
        """Return once the names in a folder are on the disk itself; nothing on Windows."""
        if not _FOLDER:
            return
        handle = os.open(path, os.O_RDONLY | _FOLDER | _CLOSE_ON_EXEC)
        try:
            if not _full_sync(handle):
                os.fsync(handle)
        except OSError as error:
            # Some network and FUSE disks cannot sync a folder and say so with EINVAL.
            if error.errno != errno.EINVAL:
                raise
        finally:
            os.close(handle)

    def make_folder(self, path: str) -> None:
        """Make a folder and those above it; one that is there stays as it is."""
        above = os.path.dirname(path)
        if above and above != path and not os.path.isdir(above):
            self.make_folder(above)
        try:
            os.mkdir(path, _PRIVATE_FOLDER)
        except FileExistsError:
            if not os.path.isdir(path):
                raise

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder; on Windows tried again while another program has it open."""
        self._once_let(lambda: os.rmdir(path))

    def list_folder(self, path: str) -> list[str]:
        """Return the names in a folder, sorted."""
        return sorted(os.listdir(path))

    def reader(self, path: str) -> BinaryIO:
        """Open a regular file to read it in parts; never waits, never follows a link."""
        return os.fdopen(_open_regular(path, os.O_RDONLY)[0], "rb")

    def resolve(self, path: str) -> str:
        """Return where a path leads once every link in it is followed; nothing need be there.

        In a folder that was removed meanwhile the path stays as it is.
        """
        try:
            return os.path.realpath(path)
        except OSError:
            return path

    def is_same(self, one: str, other: str) -> bool:
        """Return whether two paths lead to one thing; False where nothing is there."""
        try:
            return os.path.samefile(one, other)
        except (OSError, ValueError):
            return False

    def close_to_others(self, path: str) -> None:
        """Take a file or folder of ours away from other accounts; a link is left as it is.

        A disk without modes is left as it is, and a folder that everybody shares (sticky) too.
        """
        if not HAS_RIGHTS:
            return
        handle = os.open(path, os.O_RDONLY | _NO_WAIT | _BASE)
        try:
            found = os.fstat(handle)
            ours = found.st_uid == os.geteuid() and not found.st_mode & stat.S_ISVTX
            if ours and found.st_mode & _OTHERS:
                folder = stat.S_ISDIR(found.st_mode)
                os.fchmod(handle, _PRIVATE_FOLDER if folder else _PRIVATE_FILE)
        except OSError as error:
            if error.errno not in _NO_MODES:
                raise
        finally:
            os.close(handle)

    def sizes(self, path: str, endings: tuple[str, ...]) -> dict[str, tuple[int, int]]:
        """Return size and `mtime_ns` of the files in a folder whose names end so, in one call."""
        found = {}
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.endswith(endings):
                    try:
                        # Asked of the file: what Windows keeps in the folder itself comes late.
                        at = os.lstat(entry.path)
                    except FileNotFoundError:
                        continue
                    found[entry.name] = (at.st_size, at.st_mtime_ns)
        return found

    def is_same_file(self, path: str, inode: int, size: int) -> bool:
        """Return whether a name leads to that very file, of so many bytes; asked at every key."""
        try:
            found = os.lstat(path)
        except FileNotFoundError:
            return False
        return found.st_ino == inode and found.st_size == size

    def info(self, path: str) -> Info:
        """Return what is at a path; `FileNotFoundError` when nothing is."""
        found = os.lstat(path)
        return Info(
            size=found.st_size,
            mtime_ns=found.st_mtime_ns,
            inode=found.st_ino,
            regular=stat.S_ISREG(found.st_mode),
            folder=stat.S_ISDIR(found.st_mode),
            link=stat.S_ISLNK(found.st_mode),
            open_to_others=_is_open(found.st_mode),
        )


def _flags_on_linux(path: str) -> int:
    """Return the attributes of a file on Linux; 0 elsewhere."""
    if not IS_LINUX:
        return 0
    handle = os.open(path, os.O_RDONLY | _NO_WAIT | _BASE)
    try:
        return int.from_bytes(fcntl.ioctl(handle, _GET_FLAGS, bytes(8)), sys.byteorder)
    finally:
        os.close(handle)


def _open(path: str, flags: int) -> int:
    """Open what is at a path; no link is followed, and a folder gives its own error."""
    if not _NO_FOLLOW and stat.S_ISLNK(os.lstat(path).st_mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
    try:
        return os.open(path, flags | _BASE)
    except PermissionError:
        if os.path.isdir(path):
            # All that Windows says of a folder is that it cannot be opened.
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path) from None
        raise


def _open_regular(path: str, flags: int) -> tuple[int, int]:
    """Open a regular file without waiting; return its handle, and its bytes."""
    handle = _open(path, flags | _NO_WAIT)
    try:
        found = os.fstat(handle)
    except OSError:
        os.close(handle)
        raise
    if stat.S_ISREG(found.st_mode):
        return handle, found.st_size
    os.close(handle)
    number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
    raise OSError(number, os.strerror(number), path)


def _close_to_others(handle: int) -> int:
    """Take away rights that a generous umask or a restored backup gave to others."""
    try:
        if HAS_RIGHTS and os.fstat(handle).st_mode & 0o777 != _PRIVATE_FILE:
            os.fchmod(handle, _PRIVATE_FILE)
    except OSError as error:
        if error.errno in _NO_MODES:
            return handle
        os.close(handle)
        raise
    return handle


def _is_open(mode: int) -> bool:
    """Return whether other accounts may do something; unknown on Windows; links have no rights."""
    return HAS_RIGHTS and not stat.S_ISLNK(mode) and bool(mode & _OTHERS)


def _full_sync(handle: int) -> bool:
    """Empty the drive's cache too, on macOS; False where that is unknown or not possible."""
    if not IS_MAC:
        return False
    try:
        fcntl.fcntl(handle, _F_FULLFSYNC)
    except OSError as error:
        if error.errno in {errno.ENOTSUP, errno.EINVAL, errno.ENOTTY}:
            return False
        raise
    return True

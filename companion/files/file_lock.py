"""Locks of files against other programs, by the system itself."""

from __future__ import annotations

import errno
import os

from companion.files.interface import LocklessError
from companion.system import fcntl, flag

_FLAGS = os.O_RDWR | os.O_CREAT | flag("O_CLOEXEC") | flag("O_NOFOLLOW")
_PRIVATE = 0o600

CAN_LOCK = fcntl is not None
"""Whether this system has a lock that ends with the process that took it, however it ends."""


_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""Errors of disks without locks."""


class SystemLock:
    """A file that this process has locked."""

    def __init__(self, path: str, handle: int) -> None:
        self._path = path
        self._handle = handle

    def is_named(self) -> bool:
        """Return whether the file still has its name, so that others find it locked."""
        try:
            return os.path.samestat(os.fstat(self._handle), os.lstat(self._path))
        except OSError:
            return False

    def release(self) -> None:
        """Unlock the file."""
        os.close(self._handle)


def try_lock(path: str) -> SystemLock | None:
    """Lock a file, made if need be; None while another program has it.

    Raises:
        LocklessError: Its disk knows no locks.
        OSError: It cannot be opened.
    """
    handle = os.open(path, _FLAGS, _PRIVATE)
    lock = SystemLock(path, handle)
    try:
        if not _took(handle):
            os.close(handle)
            return None
    except OSError:
        os.close(handle)
        raise
    if not lock.is_named():
        # Erased by another program, which had it locked while we opened it.
        lock.release()
        return None
    return lock


def try_lock_open(handle: int) -> bool:
    """Lock an open file; False while another program has it.

    True where its disk knows no locks: this is the second guard, the case's lock is the first.
    """
    try:
        return _took(handle)
    except LocklessError:
        return True


def _took(handle: int) -> bool:
    """Take the lock of an open file; False while another program has it.

    Raises:
        LocklessError: Its disk knows no locks.
        OSError: The disk refuses otherwise.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise LocklessError(*error.args) from error
        raise
    return True

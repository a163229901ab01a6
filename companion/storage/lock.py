"""One lock a case, so that two windows never write the same files."""

from __future__ import annotations

import errno
import time
from typing import TYPE_CHECKING, Protocol

from companion.files import file_lock, folder_of
from companion.storage.errors import Lockless, Unreadable

if TYPE_CHECKING:
    from filelock import BaseFileLock

COMMAND_WAIT = 2.0
"""Seconds that a writing command waits before it gives up."""
_PAUSE = 0.02
"""Seconds between two tries."""
_PRIVATE = 0o600


class _Held(Protocol):
    """A lock that was taken."""

    def is_named(self) -> bool:
        """Return whether others find it taken."""

    def release(self) -> None:
        """Give it back."""


class CaseLock:
    """The lock of one case; it ends with the process, however that ends."""

    def __init__(self, path: str) -> None:
        self.path = path
        """The file `case.lock`; its being there means nothing, its being held does."""
        self._held: _Held | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._held is not None

    def acquire(self, wait: float = 0.0) -> bool:
        """Take it, waiting at most so many seconds; False when another window has it.

        Raises:
            Lockless: the disk knows no locks.
            Unreadable: the lock file cannot be made or opened.
        """
        until = time.monotonic() + wait
        try:
            while self._held is None:
                self._held = _hold(self.path)
                if self._held is None:
                    if time.monotonic() >= until:
                        return False
                    time.sleep(_PAUSE)
        except file_lock.LocklessError as error:
            raise Lockless(folder_of(self.path), error) from error
        except OSError as error:
            raise Unreadable(self.path, error) from error
        return True

    def release(self) -> None:
        """Give it back; fine when it is not held."""
        if self._held is not None:
            self._held.release()
            self._held = None

    def renew(self) -> None:
        """Take the lock again where its file was removed or replaced by another program.

        Whoever took a new file of that name meanwhile keeps it; then the old one stays held, and
        what both write is kept apart by the journals (`Files.hold`).
        """
        if self._held is None or self._held.is_named():
            return
        try:
            again = _hold(self.path)
        except OSError:
            # The folder is gone too; the stores are written anew, and then this is asked again.
            return
        if again is not None:
            self._held.release()
            self._held = again


def _hold(path: str) -> _Held | None:
    return file_lock.try_lock(path) if file_lock.CAN_LOCK else _hold_on_windows(path)


class _HeldOnWindows:
    """A lock of filelock; the file cannot be removed or renamed while it is held."""

    def __init__(self, lock: BaseFileLock) -> None:
        self._lock = lock

    def is_named(self) -> bool:
        """Return whether others find it taken: always."""
        return True

    def release(self) -> None:
        """Give it back."""
        self._lock.release(force=True)


def _hold_on_windows(path: str) -> _Held | None:
    """Hold a file by the library that knows the locks of Windows; reading it takes a while."""
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(path, mode=_PRIVATE, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except NotImplementedError as error:
        raise file_lock.LocklessError(errno.ENOSYS, str(error)) from error
    return _HeldOnWindows(lock)

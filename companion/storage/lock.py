"""One lock a case, so that two windows never write the same files."""

from __future__ import annotations

import errno
import time
from typing import TYPE_CHECKING

from companion.files import folder_of
from companion.files.interface import LocklessError
from companion.storage.errors import Lockless, Unlockable

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from companion.files import Files
    from companion.files.interface import FileLock

COMMAND_WAIT = 2.0
"""Seconds that a writing command waits before it gives up."""
_PAUSE = 0.02
"""Seconds between two tries."""
_PRIVATE = 0o600


class CaseLock:
    """The lock of one case; it ends with the process, however that ends."""

    def __init__(self, path: str, files: Files) -> None:
        self.path = path
        """The file `case.lock`; only its being locked means something."""
        self._files = files
        self._held: FileLock | None = None

    @property
    def held(self) -> bool:
        """Return whether this object has it."""
        return self._held is not None

    def acquire(self, wait: float = 0.0) -> bool:
        """Take it, waiting at most so many seconds; False when another window has it.

        Raises:
            Lockless: The disk knows no locks.
            Unlockable: The lock file cannot be made or opened.
        """
        until = time.monotonic() + wait
        try:
            while self._held is None:
                self._held = self._try_lock()
                if self._held is None:
                    if time.monotonic() >= until:
                        return False
                    time.sleep(_PAUSE)
        except LocklessError as error:
            raise Lockless(folder_of(self.path), error) from error
        except OSError as error:
            raise Unlockable(folder_of(self.path), error) from error
        return True

    def release(self) -> None:
        """Release it, if this object has it."""
        if self._held is not None:
            self._held.release()
            self._held = None

    def renew(self) -> None:
        """Take the lock again where its file was removed or replaced by another program.

        A window that locked a new file of that name meanwhile keeps it; then the old one stays
        locked, and the journals keep apart what both write (`Files.try_lock_open`).
        """
        if self._held is None or self._held.is_named():
            return
        try:
            again = self._try_lock()
        except OSError:
            # The folder is gone too; the stores are written anew, and then this is asked again.
            return
        if again is not None:
            self._held.release()
            self._held = again

    def _try_lock(self) -> FileLock | None:
        files = self._files
        return files.try_lock(self.path) if files.can_lock else _lock_on_windows(self.path)


class _WindowsLock:
    """A lock of filelock; the file cannot be removed or renamed while it is held."""

    def __init__(self, lock: BaseFileLock) -> None:
        self._lock = lock

    def is_named(self) -> bool:
        """Return True: a locked file keeps its name."""
        return True

    def release(self) -> None:
        """Unlock the file."""
        self._lock.release(force=True)


def _lock_on_windows(path: str) -> FileLock | None:
    """Lock a file by the library that knows the locks of Windows; its import takes a while."""
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(path, mode=_PRIVATE, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except NotImplementedError as error:
        raise LocklessError(errno.ENOSYS, str(error)) from error
    return _WindowsLock(lock)

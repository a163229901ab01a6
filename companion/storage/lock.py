"""One lock a case, so that two windows never write the same files."""

from __future__ import annotations

from filelock import FileLock, Timeout

from companion.storage.errors import Unreadable

COMMAND_WAIT = 2.0
"""Seconds that a writing command waits before it gives up."""
_PRIVATE = 0o600


class CaseLock:
    """The lock of one case; it ends with the process, however that ends."""

    def __init__(self, path: str) -> None:
        self.path = path
        """The file `case.lock`; its being there means nothing, its being held does."""
        self._lock = FileLock(path, mode=_PRIVATE, thread_local=False)

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._lock.is_locked

    def acquire(self, wait: float = 0.0) -> bool:
        """Take it, waiting at most so many seconds; False when another window has it.

        Raises:
            Unreadable: the lock file cannot be made or opened.
        """
        try:
            self._lock.acquire(timeout=wait, poll_interval=0.02)
        except Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            cause = error if isinstance(error, OSError) else OSError(str(error))
            raise Unreadable(self.path, cause) from error
        return True

    def release(self) -> None:
        """Give it back; fine when it is not held."""
        self._lock.release(force=True)

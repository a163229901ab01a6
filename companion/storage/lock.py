"""One lock a case, so that two windows never write the same files."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from companion.files import holding
from companion.storage.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

COMMAND_WAIT = 2.0
"""Seconds that a writing command waits before it gives up."""
_PAUSE = 0.02
"""Seconds between two tries."""
_PRIVATE = 0o600


class CaseLock:
    """The lock of one case; it ends with the process, however that ends."""

    def __init__(self, path: str) -> None:
        self.path = path
        """The file `case.lock`; its being there means nothing, its being held does."""
        self._let_go: Callable[[], None] | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._let_go is not None

    def acquire(self, wait: float = 0.0) -> bool:
        """Take it, waiting at most so many seconds; False when another window has it.

        Raises:
            Unreadable: the lock file cannot be made or opened.
        """
        until = time.monotonic() + wait
        try:
            while self._let_go is None:
                self._let_go = holding.hold(self.path) if holding.CAN_HOLD else _hold(self.path)
                if self._let_go is None:
                    if time.monotonic() >= until:
                        return False
                    time.sleep(_PAUSE)
        except OSError as error:
            raise Unreadable(self.path, error) from error
        return True

    def release(self) -> None:
        """Give it back; fine when it is not held."""
        if self._let_go is not None:
            self._let_go()
            self._let_go = None


def _hold(path: str) -> Callable[[], None] | None:
    """The same on Windows, by the library that knows its locks; reading it takes a while."""
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(path, mode=_PRIVATE, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except NotImplementedError as error:
        raise OSError(str(error)) from error
    return lambda: lock.release(force=True)

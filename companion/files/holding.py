"""Holding a file against other programs, by the lock of the system itself."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_PRIVATE = 0o600

CAN_HOLD = fcntl is not None
"""Whether this system has a lock that ends with the process that took it, however it ends."""


def hold(path: str) -> Callable[[], None] | None:
    """Hold a file, made if need be; what lets it go, or None while another program holds it.

    Raises:
        OSError: It cannot be opened, or its disk knows no locks.
    """
    handle = os.open(path, _FLAGS, _PRIVATE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        gone = not os.path.exists(path) or not os.path.samestat(os.fstat(handle), os.stat(path))
    except BlockingIOError:
        gone = True
    except OSError:
        os.close(handle)
        raise
    if gone:
        # Held by another, or erased by another who held it while we opened it.
        os.close(handle)
        return None
    return lambda: os.close(handle)

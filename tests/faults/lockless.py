"""The program on a disk without locks: `python -m tests.faults.lockless ERROR WORDS…`."""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn

from companion.cli.entry import main
from companion.files import file_lock

WITHOUT_LOCKS = ("ENOLCK", "EOPNOTSUPP", "ENOTSUP", "ENOSYS", "EINVAL")
"""What disks answer that know none: of a network, in the memory of a phone, by FUSE."""


class Lockless:
    """Stands for `fcntl`."""

    LOCK_EX = LOCK_NB = 0

    def __init__(self, name: str) -> None:
        self._number = getattr(errno, name)

    def flock(self, handle: int, what: int) -> NoReturn:
        """Refuse, as that disk does."""
        del handle, what
        raise OSError(self._number, os.strerror(self._number))


if __name__ == "__main__":
    file_lock.fcntl = Lockless(sys.argv[1])  # type: ignore[assignment,attr-defined]
    main(sys.argv[2:])

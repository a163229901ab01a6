"""What the system knows of a process and its children: processor time, wake-ups, memory.

Read from `/proc`, so on Linux only; elsewhere `AVAILABLE` is false and every figure is 0.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

AVAILABLE = os.path.exists("/proc/self/schedstat")
_FIRST_FIELD = 3
"""Number of the first field after the name in `stat`."""
_USER_TIME, _CHILDREN_USER_TIME = 14 - _FIRST_FIELD, 16 - _FIRST_FIELD


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def tree(pid: int) -> list[int]:
    """The process and all its descendants that still live."""
    found, waiting = [], [pid]
    while waiting:
        each = waiting.pop()
        with suppress(OSError):
            for thread in os.listdir(f"/proc/{each}/task"):
                waiting += map(int, _read(f"/proc/{each}/task/{thread}/children").split())
            found.append(each)
    return found or [pid]


def _threads(pid: int) -> Iterator[str]:
    for each in tree(pid):
        with suppress(OSError):
            for thread in os.listdir(f"/proc/{each}/task"):
                yield f"/proc/{each}/task/{thread}"


def processor_ms(pid: int) -> float:
    """Processor time of the tree so far, in milliseconds; of threads that ended too."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0.0
    for each in tree(pid):
        with suppress(OSError):
            fields = _read(f"/proc/{each}/stat").rpartition(")")[2].split()
            coarse = sum(map(int, fields[_USER_TIME : _USER_TIME + 2])) * 1000 / ticks
            ended = sum(map(int, fields[_CHILDREN_USER_TIME : _CHILDREN_USER_TIME + 2]))
            fine = sum(
                int(_read(f"/proc/{each}/task/{thread}/schedstat").split()[0]) / 1e6
                for thread in os.listdir(f"/proc/{each}/task")
            )
            # Threads that have ended are in the coarse figure only.
            own = fine if abs(fine - coarse) < 50 else max(fine, coarse)
            total += own + ended * 1000 / ticks
    return total


def wakeups(pid: int) -> int:
    """How often any thread of the tree has gone to sleep so far, and so was woken."""
    total = 0
    for thread in _threads(pid):
        with suppress(OSError):
            for line in _read(f"{thread}/status").splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
    return total


def own_memory(pid: int) -> float:
    """Memory that only this tree uses (USS), in MiB."""
    total = 0
    for each in tree(pid):
        with suppress(OSError):
            for line in _read(f"/proc/{each}/smaps_rollup").splitlines():
                if line.startswith(("Private_Clean:", "Private_Dirty:")):
                    total += int(line.split()[1])
    return total / 1024

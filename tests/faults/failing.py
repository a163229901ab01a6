"""A disk whose calls fail: once, three times, or from then on for ever."""

from __future__ import annotations

import errno
import os
from collections import Counter
from typing import TYPE_CHECKING

from companion.files.memory import MemoryFiles
from companion.storage.errors import StoreError, Unreadable
from tests.faults.power import PATH, Disk, loaded
from tests.faults.typing_hour import State, after, edits_of, opened, shown

if TYPE_CHECKING:
    from companion.files import Info
    from companion.storage.store import Store

ERRNOS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES)
FOR_EVER = 10**9
HOW_LONG = (1, 3, FOR_EVER)


class FailingFiles(MemoryFiles):
    """Every call is counted; from call `first` on, `count` of them fail."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self.first = 0
        self.count = 0
        self.number = errno.EIO
        self.half_done = False
        """Whether a failing call has happened all the same, as a network disk may tell it."""
        self.short = False
        """Whether every write takes half of what it is given."""

    def fail_from(self, first: int, count: int, number: int) -> None:
        self.calls, self.first, self.count, self.number = 0, first, count, number

    def _call(self) -> bool:
        self.calls += 1
        return self.count > 0 and self.first <= self.calls < self.first + self.count

    def _check(self) -> None:
        if self._call():
            raise self._error()

    def _error(self) -> OSError:
        return OSError(self.number, os.strerror(self.number))

    def read(self, path: str, *, limit: int = 1 << 26) -> bytes:
        self._check()
        return super().read(path, limit=limit)

    def create(self, path: str) -> int:
        if self._call():
            if self.half_done:
                super().close(super().create(path))
            raise self._error()
        return super().create(path)

    def open_append(self, path: str) -> int:
        self._check()
        return super().open_append(path)

    def write(self, handle: int, data: bytes) -> int:
        if self._call():
            super().write(handle, data if self.half_done else data[: len(data) // 2])
            raise self._error()
        if self.short and len(data) > 1:
            return super().write(handle, data[: (len(data) + 1) // 2])
        return super().write(handle, data)

    def sync(self, handle: int) -> None:
        self._check()

    def datasync(self, handle: int) -> None:
        self._check()

    def close(self, handle: int) -> None:
        super().close(handle)
        self._check()

    def replace(self, source: str, target: str) -> None:
        if self._call():
            if self.half_done:
                super().replace(source, target)
            raise self._error()
        super().replace(source, target)

    def link(self, source: str, target: str) -> None:
        if self._call():
            if self.half_done:
                super().link(source, target)
            raise self._error()
        super().link(source, target)

    def unlink(self, path: str) -> None:
        if self._call():
            if self.half_done and path in self.names:
                super().unlink(path)
            raise self._error()
        super().unlink(path)

    def sync_folder(self, path: str) -> None:
        self._check()

    def make_folder(self, path: str) -> None:
        self._check()
        super().make_folder(path)

    def list_folder(self, path: str) -> list[str]:
        self._check()
        return super().list_folder(path)

    def info(self, path: str) -> Info:
        self._check()
        return super().info(path)


def calls_of_a_visit(edits: int) -> int:
    """How many calls the visit makes on a healthy disk."""
    files = FailingFiles()
    _verdict(files, edits, closing=True)
    return files.calls


def run_some(edits: int, count: int, *, half_done: bool, short: bool) -> Counter[str]:
    """Fail every call with every errno, for `count` calls, and count what became of the text."""
    result: Counter[str] = Counter()
    for first in range(1, calls_of_a_visit(edits) + 1):
        for number in ERRNOS:
            files = FailingFiles()
            files.half_done, files.short = half_done, short
            files.fail_from(first, count, number)
            result[_verdict(files, edits, closing=first % 2 == 0)] += 1
    return result


def run(edits: int) -> Counter[str]:
    """Every way of failing."""
    result: Counter[str] = Counter()
    for count in HOW_LONG:
        for half_done in (False, True):
            for short in (False, True):
                result += run_some(edits, count, half_done=half_done, short=short)
    return result


def _verdict(files: FailingFiles, edits: int, *, closing: bool) -> str:
    MemoryFiles.make_folder(files, "/d")
    try:
        store = opened(PATH, files, 700)
    except Unreadable:
        return "refused to open" if not files.names else "damaged by opening"
    visit = _Visit(store, files)
    for step in range(1, edits + 1):
        if verdict := visit.step(maintain=step % 3 == 0):
            return verdict
    if closing:
        store.close()
    gone = files.count < FOR_EVER and files.calls >= files.first + files.count
    if gone and not closing and (visit.step(maintain=False) or store.state != "saved"):
        return "not healed one edit after the cause ended"
    return visit.on_disk() or "whole"


def going_on(disk: Disk, first: int) -> str:
    """Go on with what lies on a disk, one call of which fails after the opening."""
    files = FailingFiles()
    MemoryFiles.make_folder(files, "/d")
    files.names.update(loaded(disk).names)
    store = opened(PATH, files, 700)
    visit = _Visit(store, files)
    files.fail_from(first, 1, errno.EIO)
    for step in range(6):
        if verdict := visit.step(maintain=step % 2 == 0):
            return verdict
    return "whole"


class _Visit:
    """Edits on a failing disk, and what of them was told as saved."""

    def __init__(self, store: Store, files: FailingFiles) -> None:
        self._store, self._files = store, files
        self._states: list[State] = [shown(store.tables())]
        self._stream = edits_of(3)
        self._told = 0

    def step(self, *, maintain: bool) -> str:
        """One edit; what is wrong after it, empty when all is well."""
        edits = next(self._stream)
        self._states.append(after(self._states[-1], edits))
        self._store.apply(edits)
        if maintain:
            self._store.writer.maintain()
        if self._store.state == "not_saved" and self._store.error is None:
            return "not saved, and nobody knows why"
        if shown(self._store.tables()) != shown(self._states[-1]):
            return "wrong in memory"
        return self.on_disk()

    def on_disk(self) -> str:
        """What a new start would find, the same disk being in good health."""
        if self._store.state == "saved":
            self._told = len(self._states) - 1
        files, count, calls = self._files, self._files.count, self._files.calls
        files.count = 0
        try:
            found = shown(opened(PATH, files).tables())
        except StoreError as error:
            return f"unreadable: {type(error).__name__}"
        finally:
            files.count, files.calls = count, calls
        return "" if found in [shown(state) for state in self._states[self._told :]] else "lost"


if __name__ == "__main__":
    import sys

    found = run(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    sys.stdout.write(f"{found.total()} failing disks: {dict(found)}\n")
    sys.exit(0 if set(found) <= {"whole", "refused to open"} else 1)

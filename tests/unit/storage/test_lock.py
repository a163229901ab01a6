"""One window a case; a killed one stands in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles, file_lock
from companion.storage.errors import Unlockable
from companion.storage.lock import CaseLock

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.starts_the_program

HOLD = """
import sys
from companion.files import DiskFiles
from companion.storage.lock import CaseLock
lock = CaseLock(sys.argv[1], DiskFiles())
assert lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def held_elsewhere(path: str) -> subprocess.Popen[str]:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def ended(other: subprocess.Popen[str]) -> None:
    other.kill()
    other.communicate()


def test_a_second_window_does_not_get_the_lock(tmp_path: Path) -> None:
    path = str(tmp_path / "case.lock")
    other = held_elsewhere(path)
    mine = CaseLock(path, DiskFiles())
    assert not mine.acquire()
    assert not mine.acquire(0.1)
    assert not mine.held
    ended(other)
    assert mine.acquire(5)
    mine.release()


def test_the_lock_of_a_killed_window_is_free(tmp_path: Path) -> None:
    path = str(tmp_path / "case.lock")
    ended(held_elsewhere(path))
    mine = CaseLock(path, DiskFiles())
    assert mine.acquire()
    assert mine.held
    mine.release()
    assert not mine.held


def test_the_lock_file_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        mine = CaseLock(str(tmp_path / "case.lock"), DiskFiles())
        assert mine.acquire()
        mine.release()
    finally:
        os.umask(before)
    assert (tmp_path / "case.lock").stat().st_mode & 0o777 == 0o600


def test_a_folder_in_place_of_the_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / "case.lock").mkdir()
    with pytest.raises(Unlockable):
        CaseLock(str(tmp_path / "case.lock"), DiskFiles()).acquire()


def test_where_the_system_has_no_such_lock_a_library_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "CAN_LOCK", False)
    path = str(tmp_path / "case.lock")
    mine, second = CaseLock(path, DiskFiles()), CaseLock(path, DiskFiles())
    assert mine.acquire()
    assert not second.acquire()
    mine.release()
    assert second.acquire()
    second.release()


def test_a_lock_that_was_erased_while_it_was_waited_for_is_none(tmp_path: Path) -> None:
    path = str(tmp_path / "case.lock")
    mine = CaseLock(path, DiskFiles())
    assert mine.acquire()
    os.unlink(path)
    later = CaseLock(path, DiskFiles())
    assert later.acquire()
    mine.release()
    assert later.held
    later.release()

"""A disk that is full, a folder that cannot be written to: said, and every word kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import F7, LONG, PROGRAM, Desk
from tests.terminal.product.test_full_disk import Ballast
from tests.terminal.visit.typed import is_saved, kill, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINUTE = 60.0 if LONG else 4.0
"""Seconds for which the disk is full."""
SMALL = 2 * 1024 * 1024
OBEYS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Before a command: somebody who may do everything has to ask the files' modes too."""


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose data folder lies on a small disk of its own."""
    desk = Desk(tmp_path)
    desk.data.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL},mode=700", "tmpfs", str(desk.data)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("only somebody who may mount a disk can fill one")
    yield desk
    subprocess.run(["umount", str(desk.data)], check=True)


@pytest.mark.timeout(300)
def test_a_disk_full_for_a_minute_is_said_all_the_time_and_costs_no_word(small: Desk) -> None:
    case, ballast, typed = small.case(), Ballast(small), ["before"]
    with small.visit(case) as terminal:
        terminal.send("before\r")
        terminal.wait_for(lambda: " > before" not in terminal.text)
        ballast.take()
        while "Not on disk yet" not in terminal.text:
            typed.append(f"it fills up, {len(typed)}")
            terminal.send(f"{typed[-1]}\r")
            terminal.settle(0.02)
        terminal.wait_for(lambda: terminal.lines[-1].endswith("not saved"))
        until = time.monotonic() + MINUTE
        while time.monotonic() < until:
            typed.append(f"it is full, {len(typed)}")
            for letter in typed[-1]:
                terminal.send(letter)
                terminal.pump(0.02)
                assert "Not on disk yet" in terminal.text
                assert terminal.lines[-1].endswith("not saved")
            terminal.send("\r")
        ballast.give_back()
        terminal.send("half a line")
        terminal.wait_for(lambda: is_saved(terminal))
        terminal.wait_for("> half a line")
        kill(terminal)
    assert small.notes(case) == typed
    assert small.lines(case) == ["half a line"]


class Folder:
    """A data folder that can be closed to writing, also for somebody who may do everything."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.program = (*OBEYS, *PROGRAM) if os.geteuid() == 0 else PROGRAM

    def close(self) -> None:
        """Nothing in it can be written, made or removed from now on."""
        self._change(writable=False)

    def open(self) -> None:
        """As it was."""
        self._change(writable=True)

    def _change(self, *, writable: bool) -> None:
        folders = sorted(path for path in self.desk.data.rglob("*") if path.is_dir())
        files = [path for path in self.desk.data.rglob("*") if path.is_file()]
        for folder in (self.desk.data, *folders):
            folder.chmod(0o700 if writable else 0o500)
        for file in files:
            file.chmod(0o600 if writable else 0o400)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """A data folder whose modes count."""
    if not hasattr(os, "geteuid") or (os.geteuid() == 0 and shutil.which(OBEYS[0]) is None):
        pytest.skip("modes of files count for nobody here, and nothing can make them count")
    folder = Folder(Desk(tmp_path))
    yield folder
    folder.open()


def test_a_data_folder_closed_to_writing_while_somebody_types_costs_no_word(
    folder: Folder,
) -> None:
    desk = folder.desk
    case, notes = desk.case(), sentences(12, 4)
    with desk.visit(case, program=folder.program) as terminal:
        terminal.send("before\r")
        terminal.wait_for(lambda: " > before" not in terminal.text)
        folder.close()
        # More than one journal holds: the next generation would be due.
        terminal.paste("x" * 300_000)
        for note in notes:
            terminal.send(f"{note}\r")
        terminal.send("half")
        terminal.wait_for(" > half")
        terminal.wait_for(lambda: is_saved(terminal) or "Not on disk yet" in terminal.text)
        if is_saved(terminal):
            assert desk.lines(case) == ["half"]
        folder.open()
        terminal.send(" a line")
        terminal.wait_for(lambda: is_saved(terminal))
        terminal.wait_for("> half a line")
        kill(terminal)
    assert desk.notes(case) == ["before", f"{'x' * 300_000}{notes[0]}", *notes[1:]]
    assert desk.lines(case) == ["half a line"]


def test_a_visit_in_a_closed_folder_can_be_read_and_what_is_typed_waits(folder: Folder) -> None:
    desk = folder.desk
    case = desk.case()
    desk.out("note", case, typed="before\n")
    folder.close()
    with desk.visit(case, program=folder.program) as terminal:
        terminal.wait_for("what you type here can't be saved")
        terminal.wait_for(lambda: terminal.lines[-1].endswith("read only"))
        terminal.wait_for("before")
        terminal.send("typed all the same\r")
        terminal.wait_for("> typed all the same")
        terminal.send(F7)
        terminal.settle()
        assert "what you type here can't be saved" in terminal.text
        folder.open()
        terminal.send(F7)
        terminal.wait_for("You can write in this window now.")
        terminal.send("\r")
        terminal.wait_for(lambda: "> typed all the same" not in terminal.text)
        kill(terminal)
    assert desk.notes(case) == ["before", "typed all the same"]

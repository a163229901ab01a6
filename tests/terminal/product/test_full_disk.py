"""A disk that is full for a while, in the middle of a visit."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import CTRL_Q, ROOMS, Desk
from tests.terminal.product.walks import enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAVED, NOT_SAVED = "F1 more   saved", "not saved"
SIZE = 2 * 1024 * 1024


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose data folder lies on a small disk of its own."""
    desk = Desk(tmp_path)
    desk.data.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(desk.data)]
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("only somebody who may mount a disk can fill one")
    yield desk
    subprocess.run(["umount", str(desk.data)], check=True)


class Ballast:
    """A file that takes all the room there is."""

    def __init__(self, desk: Desk) -> None:
        self._path = desk.data / "ballast"

    def take(self) -> None:
        """Fill the disk to the last byte."""
        with self._path.open("ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                while True:
                    try:
                        if not file.write(b"x" * size):
                            break
                    except OSError:
                        break

    def give_back(self) -> None:
        """Make room again."""
        self._path.unlink()


@pytest.mark.promise("keys.last-line")
def test_what_is_typed_while_the_disk_is_full_is_saved_once_there_is_room(desk: Desk) -> None:
    case, ballast = desk.case(), Ballast(desk)
    with desk.visit(case) as terminal:
        terminal.send("before\r")
        terminal.wait_for(lambda: "> before" not in terminal.text and "before" in terminal.text)
        ballast.take()
        typed = []
        for number in range(200):
            typed.append(f"while it is full {number}")
            terminal.send(f"{typed[-1]}\r")
            terminal.pump(0.01)
            if "Not on disk yet" in terminal.text:
                break
        terminal.wait_for("Not on disk yet: ")
        terminal.wait_for(lambda: terminal.lines[-1].endswith(NOT_SAVED))
        terminal.send("still full\rhalf a li")
        terminal.wait_for("> half a li")
        assert terminal.lines[-1].endswith(NOT_SAVED)
        ballast.give_back()
        terminal.send("ne")
        terminal.wait_for("> half a line")
        terminal.wait_for(lambda: terminal.lines[-1].endswith(SAVED))
        terminal.wait_for(lambda: "Not on disk yet" not in terminal.text)
        terminal.kill()
        terminal.wait_for_end()
    assert desk.notes(case) == ["before", *typed, "still full"]
    assert desk.lines(case) == ["half a line"]


def test_room_on_the_disk_is_noticed_without_a_key(desk: Desk) -> None:
    case, ballast = desk.case(), Ballast(desk)
    with desk.visit(case) as terminal:
        ballast.take()
        typed = "x" * 6000
        terminal.paste(typed)
        terminal.wait_for(lambda: terminal.lines[-1].endswith(NOT_SAVED))
        ballast.give_back()
        terminal.wait_for(lambda: terminal.lines[-1].endswith(SAVED))
        terminal.kill()
        terminal.wait_for_end()
    assert desk.lines(case) == [typed]


def test_closing_while_the_disk_is_full_asks_a_second_time(desk: Desk) -> None:
    case, ballast = desk.case(), Ballast(desk)
    with desk.visit(case) as terminal:
        ballast.take()
        terminal.paste("x" * 6000)
        terminal.wait_for(lambda: terminal.lines[-1].endswith(NOT_SAVED))
        terminal.send(CTRL_Q)
        terminal.wait_for("Ctrl+Q again to close")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 1
        assert "aren't saved" in terminal.after_the_end
        assert "All saved" not in terminal.after_the_end
        assert terminal.left_on == set()


@pytest.mark.parametrize("room", ["home", *ROOMS])
def test_every_room_opens_and_closes_on_a_full_disk(desk: Desk, room: str) -> None:
    case = desk.case()
    desk.out("note", case, typed="before\n")
    Ballast(desk).take()
    with enter(desk, case, room) as terminal:
        if room == "visit":
            terminal.wait_for("before")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert desk.notes(case) == ["before"]


def test_beginning_a_case_on_a_full_disk_says_so_and_goes_on(desk: Desk) -> None:
    desk.case()
    Ballast(desk).take()
    with desk.start() as terminal:
        terminal.wait_for("Ctrl+Q close")
        for key in ("n", "a title", "\x1b", "w", "\x1b"):
            terminal.send(key)
            terminal.settle()
        terminal.send(CTRL_Q)
        terminal.wait_for_end()
        assert "Something went wrong" not in terminal.after_the_end


@pytest.mark.promise("command.errors")
def test_a_command_on_a_full_disk_says_one_sentence(desk: Desk) -> None:
    case = desk.case()
    Ballast(desk).take()
    for words, typed in (
        (("note", case), "x" * 9000),
        (("new", "--title", "x"), ""),
        (("plan", case, "--at", "2026-12-01"), ""),
    ):
        done = desk.do(*words, typed=typed)
        assert done.returncode == 1, words
        assert done.stderr.rstrip("\n").split("\n")[-1].endswith("."), done.stderr
        assert "bug in Companion" not in done.stderr
        assert "Traceback" not in done.stderr

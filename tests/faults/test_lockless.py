"""A disk without locks: it is said, with what helps, and nothing typed is lost."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.contracts.source import ROOT
from tests.faults.lockless import WITHOUT_LOCKS
from tests.terminal.screen import Terminal, clean_environment
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path

SAID = "This folder can't lock files"
HELPS = "--home"


def lockless(home: Path, error: str, *words: str) -> list[str]:
    """The command line of the program on that disk."""
    return [sys.executable, "-m", "tests.faults.lockless", error, "--home", str(home), *words]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A folder with one case, made while it had locks."""
    program = Program(tmp_path / "home")
    program.case()
    return program


@pytest.mark.promise("files.no-locks")
@pytest.mark.parametrize("error", WITHOUT_LOCKS)
@pytest.mark.parametrize(
    "command",
    [
        ("new", "--title", "Knee"),
        ("note", "1", "-"),
        ("plan", "1", "--with", "Dr Lind", "--at", "2026-12-03T14:00"),
        ("undo", "1"),
        ("erase", "1", "--yes"),
    ],
    ids=lambda words: words[0],
)
def test_a_command_that_writes_says_so_in_one_sentence_and_changes_nothing(
    program: Program, command: tuple[str, ...], error: str
) -> None:
    before = program.run("export", "1", "--format", "json").out
    done = subprocess.run(
        lockless(program.home, error, *command),
        cwd=ROOT,
        env=clean_environment(),
        input="long wait\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert SAID in done.stderr
    assert HELPS in done.stderr
    assert program.run("export", "1", "--format", "json").out == before


@pytest.mark.promise("files.no-locks")
def test_what_only_reads_needs_no_lock(program: Program) -> None:
    for command in (("list",), ("show", "1"), ("search", "plan"), ("self-check",)):
        done = subprocess.run(
            lockless(program.home, "ENOLCK", *command),
            cwd=ROOT,
            env=clean_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.promise("files.no-locks")
@pytest.mark.parametrize("error", ["ENOLCK", "ENOSYS"])
def test_a_room_says_so_and_keeps_what_is_typed(program: Program, error: str) -> None:
    program.run("plan", "1", "--with", "Dr Lind", "--at", "2026-12-03T14:00")
    command = lockless(program.home, error, "open", "1", "--room", "visit", "--visit", "1")
    with Terminal(command) as terminal:
        terminal.wait_for("read only")
        terminal.send("half a line")
        terminal.wait_for("half a line")
        terminal.send("\x13")
        terminal.wait_for(SAID)
        terminal.wait_for(HELPS)
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0
    assert "half a line" in program.run("show", "1").out


@pytest.mark.parametrize("error", ["ENOLCK", "ENOSYS"])
def test_home_says_so_when_a_case_is_to_be_made(tmp_path: Path, error: str) -> None:
    with Terminal(lockless(tmp_path / "home", error), columns=120) as terminal:
        terminal.wait_for("What would you like to do?")
        terminal.send("2")
        terminal.wait_for(SAID.lower()[1:])
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0

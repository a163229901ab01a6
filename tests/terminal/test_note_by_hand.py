"""`companion note` keeps each line as it is entered, whatever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from tests.terminal.screen import Terminal
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX terminal")
ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
Piped = subprocess.Popen[bytes]
COMMAND = (sys.executable, "-m", "companion")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def typing(program: Program, case: str, *more: str) -> Terminal:
    """The command in a terminal, once it waits for the first line."""
    command = [*COMMAND, "--home", str(program.home), "note", case, *more]
    terminal = Terminal(command, env={"PYTHONDONTWRITEBYTECODE": "1"})
    terminal.wait_for("Ctrl+D")
    return terminal


def texts(program: Program, case: str) -> list[str]:
    return [note["text"] for visit in program.export(case)["visits"] for note in visit["notes"]]


def on_disk(program: Program, words: str) -> bool:
    """Whether these words stand in a file of the case already."""
    files = (path for path in (program.home / "cases").glob("*/*") if path.is_file())
    try:
        return any(words.encode() in path.read_bytes() for path in files)
    except FileNotFoundError:  # A file that stood there a moment for another one.
        return False


def test_each_line_is_kept_as_it_is_entered(program: Program) -> None:
    case = program.case()
    with typing(program, case) as terminal:
        terminal.send(f"first line{ENTER}")
        terminal.wait_for(lambda: on_disk(program, "first line"))
        terminal.send(f"! second line{ENTER}")
        terminal.wait_for(lambda: on_disk(program, "second line"))
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_end()
    assert texts(program, case) == ["first line", "second line"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_keeps_what_was_typed_the_half_line_too(
    program: Program, number: signal.Signals, code: int
) -> None:
    case = program.case()
    with typing(program, case) as terminal:
        terminal.send(f"entered before{ENTER}half a")
        terminal.wait_for("half a")
        terminal.wait_for(lambda: on_disk(program, "entered before"))
        terminal.kill(number)
        assert terminal.wait_for_end() == code
        assert "2 notes added." in terminal.after_the_end
        assert terminal.settings == terminal.settings_before
    assert texts(program, case) == ["entered before", "half a"]


def test_ctrl_c_keeps_what_was_typed_the_half_line_too(program: Program) -> None:
    case = program.case()
    with typing(program, case) as terminal:
        terminal.send(f"entered before{ENTER}half \xe9")
        terminal.wait_for("half \xe9")
        terminal.wait_for(lambda: on_disk(program, "entered before"))
        terminal.send(CTRL_C)
        assert terminal.wait_for_end() == 130
        assert "2 notes added." in terminal.after_the_end
        assert terminal.settings == terminal.settings_before
    assert texts(program, case) == ["entered before", "half \xe9"]


def test_a_line_without_its_end_is_a_note_at_the_end_of_the_input(program: Program) -> None:
    case = program.case()
    with typing(program, case) as terminal:
        terminal.send(f"whole{ENTER}half{CTRL_D}{CTRL_D}")
        assert terminal.wait_for_end() == 0
        assert "2 notes added." in terminal.after_the_end
    assert texts(program, case) == ["whole", "half"]


def test_a_terminal_that_is_closed_loses_no_line(program: Program) -> None:
    case = program.case()
    with typing(program, case) as terminal:
        terminal.send(f"entered before{ENTER}")
        terminal.wait_for(lambda: on_disk(program, "entered before"))
        terminal.close_window()
        assert terminal.wait_for_end() == 129
    assert texts(program, case) == ["entered before"]


def test_a_case_that_another_window_has_is_refused_before_the_first_line(program: Program) -> None:
    case = program.case()
    session = bootstrap.library(str(program.home)).open(case)
    command = [*COMMAND, "--home", str(program.home), "note", case]
    with Terminal(command) as terminal:
        assert terminal.wait_for_end() == 1
        told = " ".join(terminal.after_the_end.split())
    session.close()
    assert "Somebody has this case open in another window; nothing was changed." in told
    assert "Ctrl+D" not in told


@pytest.mark.parametrize("more", [("--question", "9"), ("--visit", "nosuchvisit")])
def test_what_cannot_be_noted_is_refused_at_once_and_leaves_no_visit(
    program: Program, more: tuple[str, ...]
) -> None:
    case = program.case()
    with Terminal([*COMMAND, "--home", str(program.home), "note", case, *more]) as terminal:
        assert terminal.wait_for_end() == 1
        assert "Ctrl+D" not in terminal.after_the_end
    assert program.export(case)["visits"] == []


def test_no_line_makes_no_visit(program: Program) -> None:
    case = program.case()
    with typing(program, case) as terminal:
        terminal.send(f"   {ENTER}{ENTER}{CTRL_D}")
        assert terminal.wait_for_end() == 0
    assert program.export(case)["visits"] == []
    assert program.run("note", case, typed="").code == 0
    assert program.export(case)["visits"] == []


@pytest.fixture
def piped(program: Program) -> Iterator[Callable[[str], Piped]]:
    """The command behind a pipe that stays open, once it reads."""
    running: list[Piped] = []

    def start(case: str) -> Piped:
        one = subprocess.Popen(
            [*COMMAND, "note", case],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "COMPANION_HOME": str(program.home)},
        )
        running.append(one)
        assert one.stderr is not None
        assert one.stderr.readline().startswith(b"Adding notes to: ")
        return one

    yield start
    for one in running:
        if one.poll() is None:
            one.kill()
        one.communicate()


def until_on_disk(program: Program, words: str, one: Piped) -> None:
    """Wait until words are in a file; the command must not end before."""
    while not on_disk(program, words):
        assert one.poll() is None


def test_a_line_from_a_pipe_that_stays_open_survives_a_kill(
    program: Program, piped: Callable[[str], Piped]
) -> None:
    case = program.case()
    one = piped(case)
    assert one.stdin is not None
    one.stdin.write(b"\xef\xbb\xbf? from a pipe\r\nhalf")
    one.stdin.flush()
    until_on_disk(program, "from a pipe", one)
    one.kill()
    one.wait()
    notes = program.export(case)["visits"][0]["notes"]
    assert [(note["kind"], note["text"]) for note in notes] == [("unclear", "from a pipe")]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_keeps_what_came_through_a_pipe(
    program: Program, piped: Callable[[str], Piped], number: signal.Signals, code: int
) -> None:
    case = program.case()
    one = piped(case)
    assert one.stdin is not None
    one.stdin.write(b"piped line\ntwo caf\xc3\xa9\nhalf \xe2\x82\xac")
    one.stdin.flush()
    until_on_disk(program, "piped line", one)
    one.send_signal(number)
    _, err = one.communicate(timeout=60)
    assert one.returncode == code
    assert b"3 notes added." in err
    assert b"Traceback" not in err
    assert texts(program, case) == ["piped line", "two caf\xe9", "half \u20ac"]


def test_thousands_of_lines_are_all_there_and_the_last_can_be_undone(program: Program) -> None:
    case = program.case()
    lines = [f"line {number}" for number in range(3000)]
    ended = program.run("note", case, typed="\n".join(lines))
    assert ended.err.endswith("3000 notes added.\n")
    assert texts(program, case) == lines
    for _ in range(2):
        assert program.run("undo", case).code == 0
    assert texts(program, case) == lines[:-2]

"""What is typed before the terminal is ours stands on no screen, and is in the room afterwards."""

from __future__ import annotations

import signal
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from companion.ui.terminal import tty_mode
from tests.terminal.screen import Terminal
from tests.terminal.surface.desk import COMMAND, TEXT

if TYPE_CHECKING:
    from pathlib import Path

LOCAL_FLAGS = 3


def is_quiet(terminal: Terminal) -> bool:
    return not terminal.settings[LOCAL_FLAGS] & termios.ECHO


def begun(folder: Path) -> Terminal:
    terminal = Terminal(COMMAND, rows=12, columns=60, env={TEXT: str(folder / "text")})
    terminal.wait_for(lambda: is_quiet(terminal))
    return terminal


def test_what_is_typed_early_is_in_the_room_and_nowhere_else(tmp_path: Path) -> None:
    with begun(tmp_path) as terminal:
        terminal.send("early\x7f")
        terminal.send("\x15Y")
        terminal.wait_for("earlY")
        before, entered, _ = bytes(terminal.raw).partition(b"\x1b[?1049h")
        assert entered
        assert b"ear" not in before
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_told_to_end_at_once_it_gives_the_terminal_back(tmp_path: Path, number: int) -> None:
    with begun(tmp_path) as terminal:
        terminal.kill(number)
        terminal.wait_for_end()
        assert terminal.left_on == set()


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["open"], True),
        (["--home", "open", "list"], False),
        (["--home", "folder", "open", "case", "--room", "visit"], True),
        (["--home=folder"], True),
        (["demo"], True),
        (["open", "--help"], False),
        (["--version"], False),
        (["note", "case"], False),
    ],
)
def test_only_a_command_that_opens_a_room_is_quiet(arguments: list[str], opens: bool) -> None:
    assert tty_mode.opens_a_room(arguments) is opens


def test_the_program_itself_is_quiet_before_it_is_read(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "companion", "--home", str(tmp_path / "home"))
    with Terminal(command, rows=24, columns=80) as terminal:
        terminal.wait_for(lambda: is_quiet(terminal))
        terminal.kill(signal.SIGTERM)
        terminal.wait_for_end()
        assert terminal.left_on == set()


def test_a_command_that_opens_no_room_after_all_gives_the_terminal_back(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "companion", "--home", str(tmp_path / "home"))
    with Terminal((*command, "open", "nothing"), rows=24, columns=80) as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.left_on == set()

from __future__ import annotations

import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.terminal.screen import ROOT, clean_environment
from tests.terminal.surface.desk import COMMAND, Desk

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "canary-4711"
FLOOD = "\x1bOP"
BLOCK = "\x1b[15~"
FAILURES = {
    "binding": "\x1bOQ",
    "timer": "\x1b[17~",
    "thread": "\x1b[18~",
    "worker": "\x1b[19~",
    "render": "\x1b[20~",
    "callback": "\x1b[21~",
}


@pytest.mark.promise("command.exit-codes")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_it_saved_with_the_terminal_sane(
    tmp_path: Path, number: int, code: int
) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.kill(number)
        assert desk.wait_for_end() == code
        assert desk.saved == CANARY
        assert desk.left_on == set()
        assert desk.after_the_end == ""


def test_ctrl_q_ends_it_saved_with_the_terminal_sane(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.send("\x11")
        assert desk.wait_for_end() == 0
        assert desk.saved == CANARY
        assert desk.left_on == set()


def test_a_closed_window_ends_it_saved(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.close_window()
        assert desk.wait_for_end() == 129
        assert desk.saved == CANARY


def test_a_closed_window_ends_it_also_when_hang_ups_are_ignored(tmp_path: Path) -> None:
    command = ("sh", "-c", f'trap "" HUP; exec {" ".join(COMMAND)}')
    with Desk(tmp_path, command=command) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.kill(signal.SIGHUP)
        desk.send("!")
        desk.wait_for(f"{CANARY}!")
        desk.close_window()
        assert desk.wait_for_end() == 129
        assert desk.saved == f"{CANARY}!"


def test_a_busy_program_ends_on_a_signal_with_the_terminal_sane(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.send(BLOCK)
        desk.settle()
        desk.kill(signal.SIGTERM)
        assert desk.wait_for_end() == 143
        assert desk.kept == CANARY
        assert desk.left_on == set()


def test_a_terminal_that_takes_no_bytes_does_not_hold_it(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.settle()
        desk.send(FLOOD)
        desk.wait_until_it_writes()
        desk.kill(signal.SIGTERM)
        assert desk.wait_without_reading() == 143
        assert desk.kept == CANARY


@pytest.mark.promise("command.errors")
@pytest.mark.parametrize("where", FAILURES)
def test_a_failure_says_one_sentence_and_none_of_the_words(tmp_path: Path, where: str) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for(CANARY)
        desk.send(FAILURES[where])
        assert desk.wait_for_end() == 1
        assert desk.left_on == set()
        assert "To go on: companion" in desk.after_the_end
        assert desk.after_the_end.count("\n") == 2
        assert CANARY not in desk.after_the_end
        assert "Traceback" not in desk.after_the_end
        assert desk.saved == CANARY
        report = desk.kept_in.with_name("text.crash")
        assert "ValueError" in report.read_text("utf-8")
        assert "harness.py" in report.read_text("utf-8")
        assert CANARY not in report.read_text("utf-8")
        assert report.stat().st_mode & 0o777 == 0o600


def test_without_a_terminal_it_says_one_sentence_and_ends_with_2() -> None:
    ended = subprocess.run(
        COMMAND,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=ROOT,
        env=clean_environment(),
        timeout=30,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == b""
    assert ended.stderr.count(b"\n") == 1
    assert b"\x1b" not in ended.stderr


def test_nothing_suspends_it(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send("ab\x1aCD")
        desk.wait_for("CD")
        assert not desk.has_ended


def test_stopped_and_continued_it_goes_on_where_it_was(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send("before ")
        desk.wait_for_text("before ")
        desk.kill(signal.SIGTSTP)
        desk.settle()
        desk.kill(signal.SIGCONT)
        desk.settle()
        desk.send("after")
        desk.wait_for_text("before after")
        desk.kill(signal.SIGTERM)
        assert desk.wait_for_end() == 143
        assert desk.left_on == set()


def test_stopped_without_being_asked_it_goes_on_with_the_terminal_its_own(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send("before ")
        desk.wait_for_text("before ")
        ours = desk.settings
        desk.kill(signal.SIGSTOP)
        desk.send("stopped ")
        desk.set_as_a_shell_does()
        desk.kill(signal.SIGCONT)
        desk.wait_for(lambda: desk.settings == ours)
        desk.send("after")
        desk.wait_for_text("before stopped after")
        desk.send("\x11")
        assert desk.wait_for_end() == 0
        assert desk.left_on == set()


def test_stopped_and_continued_at_once_it_goes_on(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        for number in range(20):
            desk.kill(signal.SIGTSTP)
            desk.kill(signal.SIGCONT)
            desk.send(f"{number} ")
        desk.wait_for_text("".join(f"{number} " for number in range(20)))
        desk.kill(signal.SIGTERM)
        assert desk.wait_for_end() == 143
        assert desk.left_on == set()

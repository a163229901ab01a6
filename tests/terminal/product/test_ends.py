"""Every way in which a visit's window can end: nothing typed is lost, the terminal is sane."""

from __future__ import annotations

import signal
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import CTRL_G, CTRL_Q, F8, Desk
from tests.terminal.product.walks import WALKS, enter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

NOTE, HALF = "she read the letter", "! half a line, canary-4711"
MISTAKEN = (sys.executable, "-m", "tests.terminal.product.mistaken")
SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}


def write(terminal: Terminal) -> None:
    """One note, and half of the next."""
    terminal.send(f"{NOTE}\r")
    terminal.wait_for(
        lambda: any(NOTE in line and not line.startswith(" > ") for line in terminal.lines)
    )
    terminal.send(HALF)
    terminal.wait_for(HALF)


def above_and_below(terminal: Terminal) -> list[tuple[str, str]]:
    """Each row, after the beginning of the one above it."""
    return [(above[:12], row) for above, row in pairwise(terminal.lines)]


@pytest.mark.promise("command.exit-codes")
@pytest.mark.parametrize(("number", "code"), SIGNALS.items())
def test_a_signal_ends_the_visit_room_with_every_word_kept(
    tmp_path: Path, number: int, code: int
) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        write(terminal)
        terminal.kill(number)
        assert terminal.wait_for_end() == code
        assert terminal.left_on == set()
        assert terminal.after_the_end == ""
    assert (desk.notes(case), desk.lines(case)) == ([NOTE], [HALF])


def test_a_closed_window_ends_the_visit_room_with_every_word_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        write(terminal)
        terminal.close_window()
        assert terminal.wait_for_end() == 129
    assert (desk.notes(case), desk.lines(case)) == ([NOTE], [HALF])


@pytest.mark.promise("command.typed-wrong")
@pytest.mark.promise("keys.unfinished-line")
def test_ctrl_q_says_how_to_go_on_and_keeps_every_word(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        write(terminal)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()
        assert terminal.after_the_end == f"{desk.closing}\r\n"
    assert (desk.notes(case), desk.lines(case)) == ([NOTE], [HALF])


def test_ctrl_c_ends_nothing_and_says_how_to_close(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        write(terminal)
        terminal.send("\x03\x03")
        terminal.wait_for("Ctrl+Q; all is saved")
        terminal.send(" goes on")
        terminal.wait_for(f"{HALF} goes on")


@pytest.mark.promise("keys.unfinished-line")
def test_after_a_kill_one_enter_leads_back_to_the_same_question_and_the_same_line(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        terminal.send(F8)
        terminal.wait_for("New question")
        terminal.send("Is there time to wait?\r")
        terminal.wait_for("Added as question 1")
        terminal.send("\t")
        terminal.wait_for("Which question?")
        terminal.send("1")
        terminal.wait_for("\n 1  Is there time to wait?")
        write(terminal)
        terminal.kill()
        assert terminal.wait_for_end() == -signal.SIGKILL
    with desk.start() as terminal:
        terminal.wait_for("is still open")
        terminal.send("\r")
        terminal.wait_for(lambda: (" 1  Is there", f" > {HALF}") in above_and_below(terminal))
        terminal.wait_for(NOTE)


@pytest.mark.promise("command.errors")
def test_a_crash_keeps_every_word_and_says_none_of_them(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.start("open", case, "--room", "visit", program=MISTAKEN) as terminal:
        terminal.wait_for("Enter save")
        write(terminal)
        terminal.send("\x13")
        assert terminal.wait_for_end() == 1
        assert terminal.left_on == set()
        assert "To go on: " in terminal.after_the_end
        assert "canary" not in terminal.after_the_end
        assert NOTE not in terminal.after_the_end
    assert (desk.notes(case), desk.lines(case)) == ([NOTE], [HALF])


@pytest.mark.parametrize("room", WALKS)
def test_any_key_after_ctrl_g_that_is_no_room_stays_where_it_is(tmp_path: Path, room: str) -> None:
    desk = Desk(tmp_path)
    with enter(desk, desk.case(), room) as terminal:
        for key in ("\x1b", "\r", "9", "x"):
            terminal.send(CTRL_G)
            terminal.wait_for("Go to:")
            terminal.send(key)
            terminal.wait_for(lambda: "Go to:" not in terminal.text)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0

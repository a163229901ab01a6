"""Two windows on one case: one writes, the other follows, and takes over when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import CTRL_Q, F7, Desk

if TYPE_CHECKING:
    from pathlib import Path

BANNER = "Open in another window. Close it, then F7."


@pytest.mark.promise("files.lock")
def test_a_second_window_reads_follows_and_takes_over_by_one_key(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as first:
        first.send("written in the first\r")
        first.wait_for("written in the first")
        with desk.visit(case) as second:
            second.wait_for(BANNER)
            second.wait_for(lambda: second.lines[-1].endswith("read only"))
            second.send("waits in the second")
            first.send("written later\r")
            second.wait_for("written later")
            second.wait_for(lambda: " > waits in the second" in second.lines)
            second.send("\r")
            second.wait_for(BANNER)
            second.send(F7)
            second.wait_for("Close it there first")
            first.send("half of the first")
            first.wait_for("half of the first")
            first.send(CTRL_Q)
            assert first.wait_for_end() == 0
            second.send(F7)
            second.wait_for("You can write in this window now.")
            second.wait_for(lambda: second.lines[-1].endswith(" saved"))
            second.send("!")
            second.wait_for("waits in the second!")
            second.send(CTRL_Q)
            assert second.wait_for_end() == 0
    assert desk.notes(case) == ["written in the first", "written later"]
    assert desk.lines(case) == ["half of the first\nwaits in the second!"]


def test_after_a_kill_the_other_window_takes_over(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as first, desk.visit(case) as second:
        second.wait_for(BANNER)
        first.send("a note\rhalf")
        first.wait_for("> half")
        first.kill()
        first.wait_for_end()
        second.wait_for("a note")
        second.send(F7)
        second.wait_for("You can write in this window now.")
        second.wait_for("> half")
        second.send(" more\r")
        second.wait_for("half more")
        second.send(CTRL_Q)
        assert second.wait_for_end() == 0
    assert desk.notes(case) == ["a note", "half more"]


def test_the_key_that_takes_over_harms_nothing_where_one_can_write(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.start() as home:
        home.wait_for("Ctrl+Q close")
        home.send(F7)
        home.wait_for("Open a case first")
        home.send(CTRL_Q)
        assert home.wait_for_end() == 0
    with desk.visit(case) as terminal:
        terminal.send("one\rhalf")
        terminal.wait_for("> half")
        terminal.send(F7)
        terminal.wait_for("You can write in this window now.")
        terminal.send(" more")
        terminal.wait_for("> half more")
        terminal.kill()
        terminal.wait_for_end()
    assert (desk.notes(case), desk.lines(case)) == (["one"], ["half more"])


def test_a_writing_command_is_refused_while_a_window_has_the_case(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case):
        done = desk.do("note", case, typed="from outside\n")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == ("Somebody has this case open in another window; nothing was changed.\n")

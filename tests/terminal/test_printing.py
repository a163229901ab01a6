"""In a real terminal: a paper is saved, opened and printed, each by its key, and nothing before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion.words import paper_files as words
from companion.words import phone
from tests.support.scanned import Cell, scanned
from tests.support.stand_ins import StandIns
from tests.terminal.screen import Terminal
from tests.terminal.visit.room import COMPANION, new_case

if TYPE_CHECKING:
    from pathlib import Path


def test_a_paper_is_opened_and_printed_by_their_keys(tmp_path: Path) -> None:
    programs = StandIns(tmp_path)
    browser = programs.add("surf")
    programs.add("lp")
    home, paper = tmp_path / "data", tmp_path / "page.html"
    case_id = new_case(home)
    around = {
        "BROWSER": browser,
        "PATH": f"{programs.folder}{os.pathsep}{os.environ['PATH']}",
    }
    command = [*COMPANION, "--home", str(home), "open", case_id, "--room", "prepare"]
    with Terminal(command, env=around) as terminal:
        terminal.wait_for("Getting ready")
        terminal.send("\x1b[20~")
        terminal.wait_for("Enter save")
        terminal.send("\r")
        terminal.wait_for("Save as")
        terminal.send("\x1b[1;2H\x7f")
        terminal.send(f"{paper}\r")
        terminal.wait_for("o open to print")
        assert not programs.given("surf") + programs.given("lp")
        terminal.send("o")
        terminal.wait_for(words.OPENED)
        terminal.send("p")
        terminal.wait_for(words.PRINTED)
        terminal.wait_for(lambda: programs.given("surf") == [str(paper)])
        terminal.wait_for(lambda: programs.given("lp") == ["-t", "Companion", "--", str(paper)])
        terminal.send("\x11")
        terminal.wait_for_end()
    assert paper.read_text("utf-8").startswith("<!DOCTYPE html>")


def cells(terminal: Terminal) -> list[list[Cell]]:
    """Every cell as the terminal shows it; where it got no color, light on dark."""

    def bright(color: str, usual: int) -> int:
        return usual if color == "default" else int(color[2:4], 16)

    shown = terminal.screen
    return [
        [
            (each.data, bright(each.fg, 255), bright(each.bg, 0))
            for each in (shown.buffer[y][x] for x in range(shown.columns))
        ]
        for y in range(shown.lines)
    ]


def test_a_code_is_dark_on_light_in_a_real_terminal_even_without_color(tmp_path: Path) -> None:
    home = tmp_path / "data"
    case_id = new_case(home)
    command = [*COMPANION, "--home", str(home), "open", case_id, "--room", "prepare"]
    with Terminal(command, env={"NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for("Getting ready")
        terminal.send("\x1b[20~")
        terminal.wait_for("Enter save")
        terminal.send("q")
        terminal.wait_for("Enter the shorter text")
        terminal.send("\r")
        terminal.wait_for(phone.SAYS)
        # The words come before the last line of the code does: read until a reader can.
        terminal.wait_for(lambda: scanned(cells(terminal)))
        (read,) = scanned(cells(terminal))
        assert read.decode()[:20] in terminal.text
        terminal.send("\x11")
        terminal.wait_for_end()

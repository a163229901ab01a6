"""On a Textual whose insides are others, notes are written all the same."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from tests.terminal.screen import ROOT, Terminal, clean_environment
from tests.terminal.surface.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

ON_STOCK: Final = (sys.executable, "-m", "tests.terminal.surface.stock")


def test_the_area_runs_on_the_stock_parts(tmp_path: Path) -> None:
    with Desk(tmp_path, command=(*ON_STOCK, "tests.terminal.surface.harness")) as desk:
        desk.send("one ")
        desk.wait_for_text("one ")
        desk.paste("two\nthree")
        desk.wait_for_text("one two\nthree")
        desk.send("\x7f")
        desk.wait_for_text("one two\nthre")
        desk.send("\x11")
        assert desk.wait_for_end() == 0
        assert desk.saved == "one two\nthre"
        assert desk.left_on == set()


def test_a_visit_is_written_on_the_stock_parts(tmp_path: Path) -> None:
    home = ("--home", str(tmp_path / "home"))
    run = (sys.executable, "-m", "companion", *home)

    def answer(*arguments: str) -> str:
        ended = subprocess.run(
            (*run, *arguments),
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env=clean_environment(),
            check=True,
        )
        return ended.stdout.strip()

    case = answer("new", "--title", "T")
    room = (*ON_STOCK, "companion", *home, "open", case, "--room", "visit")
    with Terminal(room, rows=24, columns=80) as terminal:
        terminal.wait_for("Enter save")
        terminal.send("a note on stock parts")
        terminal.wait_for("a note on stock parts")
        terminal.send("\r")
        terminal.send("half a line")
        terminal.wait_for("half a line")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()
    visit = json.loads(answer("export", case, "--format", "json"))["visits"][0]
    assert [note["text"] for note in visit["notes"]] == ["a note on stock parts"]
    assert visit["composer"]["text"] == "half a line"

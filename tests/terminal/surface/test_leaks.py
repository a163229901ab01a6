from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from tests.terminal.surface.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "canary-4711"
HARMFUL = {
    "nothing": {},
    "debug": {"TEXTUAL_DEBUG": "1", "TEXTUAL": "debug"},
    "log": {"TEXTUAL_LOG": "textual.log"},
    "devtools": {"TEXTUAL": "devtools,debug", "TEXTUAL_DEVTOOLS_PORT": "9"},
    "screenshot": {
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": ".",
        "TEXTUAL_SCREENSHOT_FILENAME": "shot.svg",
    },
    "press": {"TEXTUAL_PRESS": "x,y,z", "TEXTUAL_SHOW_RETURN": "1"},
    "faults": {"PYTHONFAULTHANDLER": "1", "PYTHONDEVMODE": "", "PYTHONASYNCIODEBUG": "1"},
}


@pytest.mark.parametrize("kind", HARMFUL)
@pytest.mark.parametrize("end", ["quit", "crash"])
def test_no_variable_makes_it_leave_words_behind(tmp_path: Path, kind: str, end: str) -> None:
    home, kept = tmp_path / "home", tmp_path / "kept"
    home.mkdir()
    kept.mkdir()
    env = {"HOME": str(home), "XDG_DOWNLOAD_DIR": str(home), "TMPDIR": str(home), **HARMFUL[kind]}
    before = os.umask(0)
    try:
        desk = Desk(kept, cwd=home, env=env)
    finally:
        os.umask(before)
    with desk:
        desk.send(CANARY)
        desk.wait_for_text(CANARY)
        desk.wait_for(CANARY)
        desk.send("\x11" if end == "quit" else "\x1bOQ")
        assert desk.wait_for_end() == (0 if end == "quit" else 1)
        assert CANARY not in desk.after_the_end
    assert [str(path) for path in home.rglob("*")] == []
    assert {path.stat().st_mode & 0o777 for path in kept.iterdir()} == {0o600}


def test_copying_stays_inside_the_program(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send(CANARY)
        desk.wait_for_text(CANARY)
        desk.send("\x1b[1;2H\x03\x1b[F\x16")
        desk.wait_for_text(CANARY * 2)
        desk.send("\x1b[1;2H\x18\x16")
        desk.settle()
        assert b"]52" not in desk.raw


@pytest.mark.promise("keys.no-network")
def test_no_title_and_no_address_is_sent_to_the_terminal(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send("http://example.org/")
        desk.wait_for("http://example.org/")
        assert re.search(rb"\x1b\][0-9]", desk.raw) is None

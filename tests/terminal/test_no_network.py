"""A journey in a network namespace that has nothing in it, not even itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.screen import Terminal

if TYPE_CHECKING:
    from pathlib import Path

CUT_OFF = ("unshare", "--net", "--map-root-user")


def _can_be_cut_off() -> bool:
    if shutil.which(CUT_OFF[0]) is None:
        return False
    return subprocess.run([*CUT_OFF, "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.promise("keys.no-network")
@pytest.mark.skipif(not _can_be_cut_off(), reason="this system does not let us leave the network")
def test_a_note_is_written_and_read_again_where_there_is_no_network(tmp_path: Path) -> None:
    program = (*CUT_OFF, sys.executable, "-m", "companion", "--home", str(tmp_path))

    def command(*words: str) -> str:
        done = subprocess.run(
            [*program, *words], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    case = command("new", "--title", "Left knee").strip()
    with Terminal([*program, "open", case, "--room", "visit"]) as terminal:
        terminal.wait_for("Enter save")
        terminal.send("no wire, no word leaves\r")
        terminal.wait_for("no wire, no word leaves")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0
    assert "no wire, no word leaves" in command("show", case)

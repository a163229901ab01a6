"""The Prepare room in a real terminal: what is typed there survives the worst end."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING, Any

from tests.terminal.screen import ROOT, Terminal
from tests.terminal.visit.room import COMPANION, companion, new_case

if TYPE_CHECKING:
    from pathlib import Path

TO_THE_FIELD = "\x1b[B" * 14 + "\r\r"
"""Down to *What I expect to hear*, into it, into its field; all at once, as no hand could."""


def open_prepare(home: Path, case_id: str) -> Terminal:
    """The Prepare room of a case."""
    command = [*COMPANION, "--home", str(home), "open", case_id, "--room", "prepare"]
    terminal = Terminal(command, cwd=ROOT)
    terminal.wait_for("Getting ready")
    return terminal


def prepare_of(home: Path, case_id: str) -> dict[str, Any]:
    """What was settled, as it is exported."""
    return dict(json.loads(companion(home, "export", case_id, "--format", "json"))["prepare"])


def test_a_half_written_answer_survives_the_end_of_the_process(tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    with open_prepare(tmp_path, case_id) as terminal:
        terminal.send(TO_THE_FIELD + "one infusion a week, and mor")
        terminal.wait_for("and mor")
        terminal.kill(signal.SIGKILL)
    assert prepare_of(tmp_path, case_id)["expectation"] == "one infusion a week, and mor"


def test_an_answer_is_taken_back_with_one_key_after_a_restart(tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    with open_prepare(tmp_path, case_id) as terminal:
        terminal.send(TO_THE_FIELD + "one infusion a week\r")
        terminal.wait_for("hear: one infusion")
        terminal.send("\x11")
        terminal.wait_for_end()
    with open_prepare(tmp_path, case_id) as terminal:
        terminal.send("\x1a")
        terminal.wait_for("Undone")
        terminal.send("\x11")
        terminal.wait_for_end()
    assert prepare_of(tmp_path, case_id)["expectation"] == ""

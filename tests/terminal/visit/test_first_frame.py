"""The first thing on the screen can be typed into, and says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.terminal.visit.room import new_case, open_visit, visit_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

_FRAME_ENDS = b"\x1b[?2026l"
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?\d+\$p")


def first_frame(terminal: Terminal, size: tuple[int, int]) -> list[str]:
    """The rows of the first frame that was painted whole."""
    terminal.wait_for(lambda: _FRAME_ENDS in bytes(terminal.raw))
    screen = pyte.Screen(*size)
    painted, _, _ = bytes(terminal.raw).partition(_FRAME_ENDS)
    pyte.ByteStream(screen).feed(_NOT_FOR_PYTE.sub(b"", painted))
    return [row.rstrip() for row in screen.display]


@pytest.mark.promise("keys.last-line")
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_the_first_frame_begins_its_last_line_with_enter_save(
    tmp_path: Path, size: tuple[int, int], env: dict[str, str]
) -> None:
    terminal = open_visit(tmp_path, new_case(tmp_path), size=size, env=env)
    try:
        rows = first_frame(terminal, size)
    finally:
        terminal.stop()
    assert rows[-1].strip().startswith("Enter save")
    assert rows[-1].endswith("saved")
    assert any(row.startswith(" > ") for row in rows)


def test_an_unfinished_line_is_in_the_first_frame(tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    terminal = open_visit(tmp_path, case_id)
    terminal.send("he would rather measure")
    terminal.wait_for(" > he would rather measure")
    terminal.kill()
    terminal.wait_for_end()
    assert visit_of(tmp_path, case_id)["composer"]["text"] == "he would rather measure"
    again = open_visit(tmp_path, case_id)
    try:
        assert " > he would rather measure" in first_frame(again, (80, 24))
    finally:
        again.stop()


def test_what_is_typed_before_the_first_frame_is_in_the_line(tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    terminal = open_visit(tmp_path, case_id, early="too early, and all of it")
    try:
        terminal.wait_for(" > too early, and all of it")
        terminal.send("\r")
        terminal.wait_for(lambda: "> too early" not in terminal.text)
    finally:
        terminal.stop()
    assert visit_of(tmp_path, case_id)["notes"][0]["text"] == "too early, and all of it"

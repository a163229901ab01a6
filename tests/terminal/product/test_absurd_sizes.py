"""Whatever size the environment names, a room opens in the size that the terminal has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.terminal.visit.room import companion, new_case, open_visit

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("value", ["99999999", "²", "-5", "", "0", "100000", "1", "wide"])
def test_a_room_opens_in_the_size_of_the_terminal(tmp_path: Path, value: str) -> None:
    case_id = new_case(tmp_path)
    terminal = open_visit(tmp_path, case_id, env={"COLUMNS": value, "LINES": value})
    try:
        rows = terminal.lines
        assert len(rows) == 24
        assert rows[-1].strip().startswith("Enter save")
        assert re.search(r"saved$", rows[-1].rstrip())
    finally:
        terminal.stop()
    assert case_id in companion(tmp_path, "list")

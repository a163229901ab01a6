"""In a world like that of Windows every room opens, and what is written there is kept."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.contracts.source import ROOT
from tests.systems.in_windows import WHAT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.promise("files.open-elsewhere")
@pytest.mark.parametrize("what", WHAT)
def test_it_is_done_in_a_world_like_that_of_windows(what: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.systems", what, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr

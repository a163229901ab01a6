"""A data folder with one new case: the program makes it once, every further test takes a copy."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path


@cache
def _made(title: str) -> tuple[Path, str]:
    """A folder in which a case of that title was made, and its id."""
    place = Path(tempfile.mkdtemp(prefix="companion-first-case-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    home = place / "home"
    done = subprocess.run(
        [sys.executable, "-m", "companion", "--home", str(home), "new", "--title", title],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return home, done.stdout.strip()


def first_case(home: Path, title: str) -> str | None:
    """Put a new case of that title into a data folder that is not there yet, or empty; its id.

    Returns:
        The id; None where something lies in the folder already.
    """
    if home.exists() and any(home.iterdir()):
        return None
    made, case = _made(title)
    shutil.copytree(made, home, dirs_exist_ok=True)
    return case

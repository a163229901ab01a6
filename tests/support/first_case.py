"""A data folder as commands leave it: they are run once, every further test takes a copy."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

Step = tuple[tuple[str, ...], str]
"""The words of a command, and what is typed into it."""


@cache
def _made(steps: tuple[Step, ...]) -> tuple[Path, tuple[str, ...]]:
    """A folder in which these commands were run, and what each of them printed."""
    place = Path(tempfile.mkdtemp(prefix="companion-first-case-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    home = place / "home"
    printed = tuple(
        subprocess.run(
            [sys.executable, "-m", "companion", "--home", str(home), *words],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout.strip()
        for words, typed in steps
    )
    return home, printed


def begun(home: Path, *steps: Step) -> tuple[str, ...]:
    """Have the commands done in a data folder that is not there yet; what each of them printed."""
    made, printed = _made(steps)
    shutil.copytree(made, home, dirs_exist_ok=True)
    return printed


def first_case(home: Path, title: str) -> str | None:
    """Put a new case of that title into a data folder that is not there yet, or empty; its id.

    Returns:
        The id; None where something lies in the folder already.
    """
    if home.exists() and any(home.iterdir()):
        return None
    return begun(home, (("new", "--title", title), ""))[0]

"""A data folder as commands leave it: they are run once, every further test takes a copy."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.support import commands

Step = tuple[tuple[str, ...], str]
"""The words of a command, and what is typed into it."""


@cache
def _made(steps: tuple[Step, ...]) -> tuple[Path, tuple[str, ...]]:
    """A folder in which these commands were run, and what each of them printed."""
    place = Path(tempfile.mkdtemp(prefix="companion-first-case-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    home = place / "home"
    return home, tuple(_printed(home, words, typed) for words, typed in steps)


def _printed(home: Path, words: tuple[str, ...], typed: str) -> str:
    done = commands.run("--home", str(home), *words, env=os.environ, typed=typed.encode())
    done.check_returncode()
    return done.stdout.decode().strip()


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

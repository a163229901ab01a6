"""The command line that opens the program again, as the user typed it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING

from companion import system

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PLAIN = "companion"
_BY_UV = "UV_RUN_RECURSION_DEPTH"
"""Set by `uv run`, which puts the program where the shell does not look for it."""


def reopen_command(
    home: str | None,
    words: Sequence[str] | None = None,
    environ: Mapping[str, str] | None = None,
) -> str:
    """Return the command line that opens Home with the same data folder.

    Args:
        home: The folder given with `--home`.
        words: The whole command line with which Python was started; None takes the process's.
        environ: The variables of the process; None takes them from the process.
    """
    started = list(sys.orig_argv if words is None else words)
    variables = os.environ if environ is None else environ
    named = ["--home", home] if home is not None else []
    return _quoted([*_program(started, variables), *named])


def _program(started: list[str], environ: Mapping[str, str]) -> list[str]:
    if "-m" in started[:-1] and started[started.index("-m") + 1] == PLAIN:
        return started[: started.index("-m") + 2]
    if environ.get(_BY_UV):
        return ["uv", "run", PLAIN]
    script = next((word for word in started[1:] if _is_script(word)), PLAIN)
    return [PLAIN] if which(PLAIN, path=environ.get("PATH")) == script else [script]


def _is_script(word: str) -> bool:
    return os.path.basename(word).lower().removesuffix(".exe") == PLAIN


def _quoted(words: list[str]) -> str:
    """Quote words for a shell of this system."""
    return shlex.join(words) if system.HAS_RIGHTS else subprocess.list2cmdline(words)

"""A command that is forked does what one does that is started."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support import commands

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (("new", "--help"), ""),
        (("plan", "1", "--with", "Dr Okafor"), ""),
        (("list", "--json"), ""),
        (("search", "-"), "knee\n"),
        (("where",), ""),
        (("nothing",), ""),
        ((), ""),
    ],
)
def test_it_ends_prints_and_remarks_alike(
    tmp_path: Path, words: tuple[str, ...], typed: str
) -> None:
    env = {**os.environ, "COMPANION_HOME": str(tmp_path / "home")}
    started = subprocess.run(
        [*commands.PROGRAM, *words],
        input=typed.encode(),
        capture_output=True,
        env=env,
        cwd=tmp_path,
        check=False,
    )
    forked = commands.run(*words, env=env, typed=typed.encode(), cwd=tmp_path)
    assert (forked.returncode, forked.stdout, forked.stderr) == (
        started.returncode,
        started.stdout,
        started.stderr,
    )

"""Runs the program as a user does, in a process of its own."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.support import commands
from tests.support.first_case import first_case

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the program ended."""

    code: int
    """The exit code."""
    out: str
    """What it printed as a result."""
    err: str
    """What it remarked."""

    @property
    def line(self) -> str:
        """The one line of its result."""
        assert self.code == 0, self.err
        assert self.out.endswith("\n")
        assert self.out.count("\n") == 1
        return self.out[:-1]

    @property
    def json(self) -> Any:  # noqa: ANN401
        """Its result, read as JSON."""
        assert self.code == 0, self.err
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Program:
    """`companion` with a data folder of its own."""

    home: Path
    """The data folder."""

    def run(
        self,
        *arguments: str,
        typed: str | bytes = b"",
        encoding: str = "utf-8",
        at: Path | None = None,
    ) -> Ended:
        """Run a command to its end, in the folder `at`."""
        raw = typed.encode() if isinstance(typed, str) else typed
        environment = {**os.environ, "COMPANION_HOME": str(self.home)}
        done = commands.run(*arguments, env=environment, typed=raw, cwd=at)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Ended(done.returncode, done.stdout.decode(encoding), done.stderr.decode())

    def case(self, title: str = "Prevention plan") -> str:
        """A new case's id."""
        return first_case(self.home, title) or self.run("new", "--title", title).line

    def export(self, case: str) -> Any:  # noqa: ANN401
        """A case as its JSON export."""
        return self.run("export", case, "--format", "json").json

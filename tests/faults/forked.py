"""Commands and rooms forked from a process that has read the program; they heed modes of files."""

from __future__ import annotations

import fcntl
import os
import tempfile
import termios
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.forked import SECONDS, Fork, become, heed_modes
from tests.terminal.screen import Terminal, clean_environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    """Its exit code, negative for a signal."""
    out: str
    """Standard output."""
    err: str
    """Standard error."""


def run(words: Sequence[str], typed: str = "") -> Done:
    """Run a command to its end."""
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(typed.encode())
        given.seek(0)
        handles = (given.fileno(), out.fileno(), err.fileno())

        def child() -> None:
            os.setsid()
            heed_modes()
            become(words, clean_environment(), handles)

        code = Fork(child).wait(SECONDS)
        for file in (out, err):
            file.seek(0)
        return Done(code, out.read().decode(), err.read().decode())


class ForkedTerminal(Terminal):
    """The program in a terminal; `command` holds the words after its name."""

    def _start(
        self,
        command: Sequence[str],
        slave: int,
        env: Mapping[str, str],
        cwd: str | Path | None,
    ) -> Fork:
        def child() -> None:
            os.close(self._master)
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            heed_modes()
            become(command, env, (slave, slave, slave))

        return Fork(child)

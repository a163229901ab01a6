"""Commands of the program, each in a process of its own, forked from one that has read them all.

What a real start of the program does before its first statement, the tests of streams, signals and
rooms show; reading the same modules for each of a thousand commands shows nothing more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

from tests.support import forked
from tests.support.environment import STATED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM: Final = (sys.executable, "-m", "companion")
_OF_NO_ACCOUNT: Final = {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
"""What the interpreter looks at when it starts, and would change nothing here."""
_STREAMS: Final = ("in", "out", "err")


def run(
    *words: str,
    env: Mapping[str, str],
    typed: bytes = b"",
    cwd: str | Path | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end, whatever end that is.

    Args:
        words: What stands after the name of the program.
        env: All of its variables.
        typed: What it reads.
        cwd: Where it runs; where the test does by default.
    """
    if not hasattr(os, "pidfd_open") or _told_to_the_interpreter(env) != {"LANG": STATED["LANG"]}:
        return subprocess.run(
            [*PROGRAM, *words],
            input=typed,
            capture_output=True,
            env=env,
            cwd=cwd,
            timeout=forked.SECONDS,
            check=False,
        )
    return _server().run(words, env, typed, cwd or os.getcwd())


def close() -> None:
    """End the process that is forked."""
    if _server.cache_info().currsize:
        _server().close()
        _server.cache_clear()


def _told_to_the_interpreter(env: Mapping[str, str]) -> dict[str, str]:
    """The variables that it reads before the program can."""
    return {
        name: value
        for name, value in env.items()
        if name.startswith(("PYTHON", "LC_", "LANG")) and name not in _OF_NO_ACCOUNT
    }


class _Server:
    """The process that has read the program, and where it passes on what is read and printed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="companion-commands-")
        self._streams = [Path(self._folder.name) / name for name in _STREAMS]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.commands", *map(str, self._streams)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=forked.ROOT,
            env={"PATH": os.environ["PATH"], **STATED},
        )

    def run(
        self, words: Sequence[str], env: Mapping[str, str], typed: bytes, cwd: str | Path
    ) -> subprocess.CompletedProcess[bytes]:
        given, out, err = self._streams
        given.write_bytes(typed)
        umask = os.umask(0o077)
        os.umask(umask)
        asked = json.dumps([list(words), dict(env), str(cwd), umask])
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{asked}\n")
        self._process.stdin.flush()
        code = json.loads(self._process.stdout.readline())
        if code is None:
            raise subprocess.TimeoutExpired(list(words), forked.SECONDS)
        return subprocess.CompletedProcess(list(words), code, out.read_bytes(), err.read_bytes())

    def close(self) -> None:
        self._process.communicate()
        self._folder.cleanup()


_server = cache(_Server)


def _serve(streams: Sequence[str]) -> None:
    """Run what is asked for, line by line, until nothing is asked any more."""
    package = import_module("companion")
    for each in walk_packages(package.__path__, "companion."):
        if each.name != "companion.__main__":
            import_module(each.name)
    forked.read_first()
    for line in sys.stdin:
        words, env, cwd, umask = json.loads(line)
        code = _ended(words, env, (cwd, umask), streams)
        sys.stdout.write(f"{json.dumps(code)}\n")
        sys.stdout.flush()


def _ended(
    words: Sequence[str], env: Mapping[str, str], stands: tuple[str, int], streams: Sequence[str]
) -> int | None:
    """The exit code of a command; None where it did not end in time."""

    def child() -> None:
        given, out, err = streams
        written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        handles = (os.open(given, os.O_RDONLY), os.open(out, written), os.open(err, written))
        cwd, umask = stands
        os.umask(umask)
        forked.become(words, env, handles, cwd)

    process = forked.Fork(child)
    try:
        return process.wait(forked.SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None


if __name__ == "__main__":
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
    _serve(sys.argv[1:])

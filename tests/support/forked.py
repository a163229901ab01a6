"""The program in a process of its own without the wait for reading it: a fork of one that has.

The child goes through the same statements as `python -m companion`, with an environment, standard
streams and a terminal of its own; only the modules were read before.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import io
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = str(Path(__file__).parents[2])

_READ_FIRST = (
    "companion.cli.entry",
    "companion.cli.program",
    *(f"companion.cli.commands.{name}" for name in ("note", "export", "import_", "backup")),
    *(f"companion.cli.commands.{name}" for name in ("restore", "erase", "list", "show", "search")),
    "companion.services.transfer.exports",
    "companion.services.transfer.backup",
    "companion.services.search.case_index",
    "companion.files.folder_watch",
    "companion.ui.app",
    "companion.ui.visit.screen",
    "companion.ui.home.screen",
)
_LEFT_ALONE = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: without them a file's mode holds for root too."""
_CAPABILITIES = 0x20080522
_MOST_HANDLES = 4096
SECONDS = 60.0
"""Seconds a command may take."""


def read_first() -> None:
    """Read the modules of the program, so that what is forked from here on need not."""
    from importlib import import_module  # noqa: PLC0415

    for name in _READ_FIRST:
        import_module(name)
    gc.collect()
    gc.freeze()


class Fork:
    """A process made by a fork, asked like one of `subprocess`."""

    def __init__(self, child: Callable[[], None]) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _as_child(child)
        self._end = os.pidfd_open(self.pid)
        self._code: int | None = None

    @property
    def returncode(self) -> int:
        """How it ended, negative for a signal."""
        return self.wait()

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        if self._code is None:
            found, status = os.waitpid(self.pid, os.WNOHANG)
            if found:
                self._ended(status)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if self._code is None:
            if not select.select([self._end], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            self._ended(os.waitpid(self.pid, 0)[1])
        return self._code or 0

    def _ended(self, status: int) -> None:
        self._code = os.waitstatus_to_exitcode(status)
        os.close(self._end)

    def send_signal(self, sig: int) -> None:
        """Send a signal to it."""
        if self.poll() is None:
            os.kill(self.pid, sig)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


def _as_child(child: Callable[[], None]) -> NoReturn:
    code = 1
    try:
        try:
            child()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        except BaseException:  # noqa: BLE001 - what the interpreter does with its last error
            traceback.print_exc()
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def heed_modes() -> None:
    """Have the modes of files hold for root as well."""
    if os.geteuid() != 0:
        return
    library = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    sets = (ctypes.c_uint32 * 6)()
    if library.capget(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    for bit in _LEFT_ALONE:
        sets[0] &= ~(1 << bit)
        sets[1] &= ~(1 << bit)
        sets[2] &= ~(1 << bit)
    if library.capset(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def _stream(number: int) -> io.TextIOWrapper:
    if number == 0:
        return io.TextIOWrapper(io.BufferedReader(io.FileIO(0, "r", closefd=False)))
    raw = io.BufferedWriter(io.FileIO(number, "w", closefd=False))
    return io.TextIOWrapper(raw, line_buffering=number != 1)


def become(
    words: Sequence[str],
    env: Mapping[str, str],
    handles: tuple[int, int, int],
    cwd: str | Path = ROOT,
) -> None:
    """Be the program from here on.

    Args:
        words: What stands after its name.
        env: Its variables.
        handles: Its standard streams.
        cwd: Where it runs.
    """
    atexit._clear()
    for number, handle in enumerate(handles):
        os.dup2(handle, number)
    # The other rooms' terminals too: whose window is closed has to be told.
    os.closerange(3, _MOST_HANDLES)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    tempfile.tempdir = None
    os.chdir(cwd)
    sys.argv = ["companion", *words]
    sys.orig_argv = [sys.executable, "-m", *sys.argv]
    sys.stdin = sys.__stdin__ = _stream(0)  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = _stream(1)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _stream(2)  # type: ignore[misc]
    gc.disable()
    from companion.cli.entry import main  # noqa: PLC0415
    from companion.ui.terminal import tty_mode  # noqa: PLC0415

    tty_mode.disable_echo(sys.argv[1:])
    main()

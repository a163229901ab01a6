"""A real terminal for tests: a command in a pty, its screen, its bytes, and its end.

Nothing here sleeps for a guess: every wait ends with the event it waits for, or fails loudly at
its deadline with the screen as it was. As in the terminals of people the screen shows whole frames:
what a program paints between the two marks of a frame is there at once, or not yet.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

ROOT: Final = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DEADLINE: Final = 20.0
"""Seconds a wait may take; generous, because the machine may be busy. No test asserts it."""

_TAKE_TERMINAL: Final = (
    "import fcntl,os,sys,termios;"
    "fcntl.ioctl(0,termios.TIOCSCTTY,0);"
    "os.execvpe(sys.argv[1],sys.argv[1:],os.environ)"
)
_MODE: Final = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_QUERY_OF_MODE: Final = re.compile(rb"\x1b\[\?(\d+)\$p")
_NOT_FOR_PYTE: Final = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?\d+\$p")
_UNFINISHED: Final = re.compile(rb"\x1b(?:\[[<>=?]?[0-9;]*\$?)?\Z")
_FRAME_BEGINS: Final = b"\x1b[?2026h"
_FRAME_ENDS: Final = b"\x1b[?2026l"
_LONGEST_MODE: Final = 32
_HIDDEN_CURSOR: Final = "25"
_ON_FROM_THE_START: Final = frozenset({"7", _HIDDEN_CURSOR})


class Running(Protocol):
    """A process that was started, as far as it is asked here."""

    @property
    def pid(self) -> int:
        """The process."""

    @property
    def returncode(self) -> int:
        """How it ended, negative for a signal."""

    def poll(self) -> int | None:
        """How it ended; None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""

    def send_signal(self, sig: int) -> None:
        """Send a signal to it."""

    def kill(self) -> None:
        """End it at once."""


class Terminal:
    """A command running in a terminal of so many rows and columns."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        rows: int = 24,
        columns: int = 80,
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
        answers: bool = True,
    ) -> None:
        """Start it.

        Args:
            command: Program and arguments.
            rows: Height.
            columns: Width.
            env: Variables set on top of a small, clean environment; an empty string sets it empty.
            cwd: Where it runs; the repository by default.
            answers: Whether the terminal answers when it is asked for its modes.
        """
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._answers = answers
        self._undecided = b""
        self.raw = bytearray()
        self._modes_read = 0
        self.modes = set(_ON_FROM_THE_START)
        self._master, slave = pty.openpty()
        self._set_size(rows, columns)
        self.settings_before = termios.tcgetattr(slave)
        self._slave_name = os.ttyname(slave)
        self._process = self._start(command, slave, clean_environment() | dict(env or {}), cwd)
        os.close(slave)

    def _start(
        self,
        command: Sequence[str],
        slave: int,
        env: Mapping[str, str],
        cwd: str | Path | None,
    ) -> Running:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _TAKE_TERMINAL, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd or ROOT,
            env=env,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # Keys.

    def send(self, keys: str | bytes) -> None:
        """Send keys as the terminal would; text is UTF-8."""
        data = keys.encode() if isinstance(keys, str) else keys
        end = time.monotonic() + DEADLINE
        while data:
            readable, writable, _ = select.select([self._master], [self._master], [], 1)
            if readable:
                self._read()
            if writable:
                data = data[os.write(self._master, data[:1024]) :]
            if time.monotonic() > end:
                raise AssertionError(self._picture("the program does not read its keys"))

    def paste(self, text: str) -> None:
        """Send text between the marks of a bracketed paste."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size, as a person dragging its corner does."""
        self.screen.resize(rows, columns)
        self._set_size(rows, columns)

    def _set_size(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # What is on the screen.

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without blanks at their ends."""
        # Not `screen.display`: it fails on half of a wide character that was painted over. The
        # second cell of a wide character holds an empty string.
        buffer, columns = self.screen.buffer, range(self.screen.columns)
        rows = (buffer[y] for y in range(self.screen.lines))
        return ["".join([row[x].data for x in columns]).rstrip() for row in rows]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def wait_for(self, what: str | Callable[[], Any], *, deadline: float = DEADLINE) -> None:
        """Read until the screen shows a text, or a condition holds."""
        if not self.sees(what, within=deadline):
            happened = "ended before" if self.has_ended else f"in {deadline} s there was no"
            raise AssertionError(self._picture(f"{happened} {what!r}"))

    def sees(self, what: str | Callable[[], Any], *, within: float) -> bool:
        """Read until the screen shows a text or a condition holds; say whether it did in time."""
        seen = what if callable(what) else lambda: what in self.text
        end = time.monotonic() + within
        while not seen():
            if not self.pump(max(0.0, min(0.05, end - time.monotonic()))) and self.has_ended:
                return bool(seen())
            if time.monotonic() > end:
                return False
        return True

    def pump(self, wait: float = 0.0) -> bool:
        """Take in what the program writes within `wait` seconds; whether there was anything."""
        if self._master < 0:
            return False
        readable, _, _ = select.select([self._master], [], [], wait)
        return bool(readable) and self._read()

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing has been written for so many seconds."""
        while self.pump(quiet):
            pass

    def _read(self) -> bool:
        try:
            data = os.read(self._master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            data = b""
        self.raw += data
        self._note_modes()
        self._show(data)
        if self._answers:
            self._answer(data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        waiting, has_ended = self._undecided + data, not data
        cut = len(waiting) if has_ended else _whole(waiting)
        self._undecided = waiting[cut:]
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", waiting[:cut]))

    def _answer(self, data: bytes) -> None:
        for query in _QUERY_OF_MODE.finditer(data):
            known = b"2" if query.group(1) == b"2026" else b"0"
            os.write(self._master, b"\x1b[?" + query.group(1) + b";" + known + b"$y")

    def _note_modes(self) -> None:
        for found in _MODE.finditer(self.raw, self._modes_read):
            for mode in found.group(1).decode().split(";"):
                (self.modes.add if found.group(2) == b"h" else self.modes.discard)(mode)
            self._modes_read = found.end()
        self._modes_read = max(self._modes_read, len(self.raw) - _LONGEST_MODE)

    # How it ends.

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended."""
        return self._process.poll() is not None

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def close_window(self) -> None:
        """Close the window: the terminal is gone, as when somebody clicks it away."""
        os.close(self._master)
        self._master = -1

    def wait_for_end(self, *, deadline: float = DEADLINE) -> int:
        """Read until the program has ended; its exit code, negative for a signal."""
        end = time.monotonic() + deadline
        while not self.has_ended:
            if not self.pump(0.02) and self._master < 0:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.02)
            if time.monotonic() > end:
                raise AssertionError(self._picture(f"did not end within {deadline} s"))
        while self.pump(0.05):
            pass
        return self._process.returncode

    def wait_until_it_writes(self, *, deadline: float = DEADLINE) -> None:
        """Wait until there is something to read, and leave it there."""
        if not select.select([self._master], [], [], deadline)[0]:
            raise AssertionError(self._picture("nothing was written"))

    def wait_without_reading(self, *, deadline: float = DEADLINE) -> int:
        """Wait for the end as a terminal that takes no more bytes does; the exit code."""
        return self._process.wait(deadline)

    @property
    def left_on(self) -> set[str]:
        """What a program that has ended left different from how it found it; empty is sane.

        DEC modes by number, `kitty` for the keyboard, `settings` for the line discipline.
        """
        left = self.modes ^ _ON_FROM_THE_START
        pushed = len(re.findall(rb"\x1b\[>\d+u", self.raw))
        popped = len(re.findall(rb"\x1b\[<\d*u", self.raw))
        if popped < pushed:
            left = left | {"kitty"}
        if self.settings != self.settings_before:
            left = left | {"settings"}
        return left

    @property
    def settings(self) -> list[Any]:
        """How the terminal is set now (echo, line mode …)."""
        slave = os.open(self._slave_name, os.O_RDWR | os.O_NOCTTY)
        try:
            return termios.tcgetattr(slave)
        finally:
            os.close(slave)

    @property
    def after_the_end(self) -> str:
        """What stands on the ordinary screen after the program left its own."""
        _, _, after = bytes(self.raw).rpartition(b"\x1b[?1049l")
        return re.sub(r"\x1b\[[<>=?]?[0-9;]*[a-zA-Z]", "", after.decode("utf-8", "replace"))

    def stop(self) -> None:
        """End it, whatever it does, and give everything back."""
        if not self.has_ended:
            self._process.kill()
        self._process.wait(DEADLINE)
        if self._master >= 0:
            self.close_window()

    def _picture(self, why: str) -> str:
        return f"{why}; the screen:\n{self.text}\nlast bytes: {bytes(self.raw[-400:])!r}"


def _whole(data: bytes) -> int:
    """How much of it a terminal shows: it waits for the end of a frame, and of a sequence."""
    begins = data.rfind(_FRAME_BEGINS)
    if begins > data.rfind(_FRAME_ENDS):
        return begins
    unfinished = _UNFINISHED.search(data)
    return unfinished.start() if unfinished else len(data)


def clean_environment() -> dict[str, str]:
    """Variables of somebody who has set none: UTF-8, no colours asked for, not over a network."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONPATH": ROOT,
        "PYTHONDONTWRITEBYTECODE": "1",
    }

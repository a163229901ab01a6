"""One run of one program in a pseudo-terminal.

A thread blocks in `read` on the terminal's side, takes the time right after each read and keeps the
bytes; it also answers what the program asks. The emulation that finds *which* read put a letter on
the screen runs afterwards, so it is in no figure.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import shutil
import signal
import struct
import termios
import threading
import time
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Self

from tests.bench.instrument import keyboard, readings
from tests.bench.instrument.answers import Answers
from tests.bench.instrument.emulator import Emulator

if TYPE_CHECKING:
    from tests.bench.programs import Program

ROWS, COLUMNS = 36, 120
PATIENCE = 40.0
"""Seconds a wait may take before the run counts as failed."""
_INHERITED = ("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR")
_CANNOT_START = 127
_PIECE = 1024
"""Bytes written at once, below what any system's terminal takes."""


class Read(NamedTuple):
    """What one `read` brought."""

    at: float
    data: bytes


class MeasuringError(Exception):
    """A program did not do what the measurement waits for."""


class Session:
    """A program that runs; `with Session(program) as session`."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.reads: list[Read] = []
        self.written = 0
        """Bytes the program has written."""
        self.emulator = Emulator(ROWS, COLUMNS)
        self.seen = 0
        """Reads the emulator has taken in."""
        self.ended = False
        self.news = threading.Condition()
        self._answers = Answers(self.emulator, modern=program.modern)
        self._gone: float | None = None
        self._master = -1

    def __enter__(self) -> Self:
        environment = {each: os.environ[each] for each in _INHERITED if each in os.environ}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **self.program.environment}
        name = self.program.command[0]
        path = shutil.which(name, path=environment.get("PATH")) or name
        told, tell = os.pipe()
        self.pid, self._master = os.forkpty()
        if self.pid == 0:
            self._become(path, environment, tell)
        os.close(tell)
        self._reader = threading.Thread(target=self._drain, daemon=True)
        self._reader.start()
        self.started = struct.unpack("d", os.read(told, 8))[0]
        os.close(told)
        return self

    def _become(self, path: str, environment: dict[str, str], tell: int) -> None:
        try:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.write(tell, struct.pack("d", monotonic()))
            os.execve(path, list(self.program.command), environment)  # noqa: S606
        finally:
            os._exit(_CANNOT_START)

    def __exit__(self, *_: object) -> None:
        if self._gone is None:
            for each in reversed(readings.tree(self.pid)):
                with contextlib.suppress(OSError):
                    os.kill(each, signal.SIGKILL)
            self.wait_for_end()
        self._reader.join(2)
        os.close(self._master)

    def _drain(self) -> None:
        while True:
            try:
                data = os.read(self._master, 1 << 16)
            except OSError:
                data = b""
            read = Read(monotonic(), data)
            for reply in self._answers.to(data):
                with contextlib.suppress(OSError):
                    os.write(self._master, reply)
            with self.news:
                self.ended = not data
                if data:
                    self.reads.append(read)
                    self.written += len(data)
                self.news.notify_all()
            if not data:
                return

    # What it shows.

    def next_read(self) -> Read | None:
        """Let the emulator take in one more read, if there is one."""
        if self.seen >= len(self.reads):
            return None
        read = self.reads[self.seen]
        self.emulator.feed(read.data)
        self.seen += 1
        return read

    @property
    def screen(self) -> str:
        """The screen after all that was read so far."""
        while self.next_read():
            pass
        return self.emulator.grid.text

    def wait_for(self, pattern: str, *, gone: bool = False, patience: float = PATIENCE) -> float:
        """When a whole frame first showed (or no longer showed) what the pattern matches.

        Raises:
            MeasuringError: It did not come in time, or the program ended.
        """
        wanted = re.compile(pattern)

        def is_so() -> bool:
            found = wanted.search(self.emulator.grid.text) is not None
            return self.emulator.is_between_frames and found is not gone

        until = monotonic() + patience
        if self.reads and self.seen == len(self.reads) and is_so():
            return self.reads[-1].at
        while True:
            while read := self.next_read():
                if is_so():
                    return read.at
            if not self.wait_for_news(until):
                message = f"{self.program.name}: {pattern!r} {'stayed' if gone else 'never came'}"
                raise MeasuringError(f"{message}\n{self.screen}")

    def wait_for_news(self, until: float) -> bool:
        """Sleep until there is something not seen yet; False when there will not be."""
        with self.news:
            return self.news.wait_for(
                lambda: self.seen < len(self.reads) or self.ended, max(0.0, until - monotonic())
            ) and self.seen < len(self.reads)

    def settle(self, quiet: float = 0.3, patience: float = 5.0) -> float:
        """Wait until nothing was written for so many seconds; when the last came."""
        called = monotonic()
        while not self.ended and monotonic() < called + patience:
            last = self.reads[-1].at if self.reads else called
            rest = max(last, called) + quiet - monotonic()
            if rest <= 0:
                break
            with self.news:
                self.news.wait(rest)
        _ = self.screen
        return self.reads[-1].at if self.reads else self.started

    # What is typed.

    def press(self, key: str) -> float:
        """Press a key; the time just before."""
        flags = self.emulator.kitty[-1] if self.emulator.kitty and self.program.modern else 0
        data = keyboard.encoded(key, flags)
        at = monotonic()
        self.write(data)
        return at

    def write(self, data: bytes) -> None:
        """Write bytes as the terminal does; never for ever to a program that does not read."""
        until = monotonic() + PATIENCE
        while data:
            if not select.select([], [self._master], [], max(0.0, until - monotonic()))[1]:
                raise MeasuringError(f"{self.program.name} does not read its keys")
            data = data[os.write(self._master, data[:_PIECE]) :]

    # How it goes.

    def wait_for_end(self, patience: float = 10.0) -> float:
        """When the process was gone."""
        until = monotonic() + patience
        while self._gone is None:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                self._gone = monotonic()
            elif monotonic() > until:
                raise MeasuringError(f"{self.program.name} did not end\n{self.screen}")
            else:
                time.sleep(0.0005)
        return self._gone

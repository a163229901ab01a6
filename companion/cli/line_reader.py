"""Reader of standard input, line by line as it comes; however it ends, nothing read is lost."""

from __future__ import annotations

import os
import select
import signal
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

from companion import system
from companion.domain.text import LineSplitter

# Windows has another terminal; there is nothing to do.
from companion.system import termios

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

AT_ONCE: Final = 1024 * 1024
"""Bytes read before their lines are given; a pipe holds no more."""
_CHUNK: Final = 64 * 1024
_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_LOCAL_FLAGS: Final = 3
"""Index of the flags for lines in what `tcgetattr` returns."""
_CONTROL: Final = 6
"""Index of the control characters in it."""


class LineReader:
    """Iterator over the lines of standard input, as many at a time as have come.

    A signal ends it as the end of the input does: the lines that came until then, and the
    unfinished one after them, are given, and `ended_by` holds the signal.
    """

    def __init__(self) -> None:
        self.ended_by: int | None = None
        """The number of the signal that ended it."""
        self._from = sys.stdin.fileno() if sys.stdin is not None else None
        self._lines = LineSplitter()
        self._at_end = self._from is None
        self._handlers: dict[int, Any] = {}
        self._wakeup: tuple[int, int] | None = None
        self._terminal: list[Any] | None = None

    @property
    def at_terminal(self) -> bool:
        """Whether standard input is a terminal."""
        return self._from is not None and os.isatty(self._from)

    def __enter__(self) -> Self:
        if not system.WAITS_FOR_DESCRIPTORS:
            return self
        read_end, write_end = os.pipe()
        for end in (read_end, write_end):
            os.set_blocking(end, False)
        self._wakeup = (read_end, write_end)
        signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        for number in system.signals_heard(*_SIGNALS):
            self._handlers[number] = signal.signal(number, self._on_signal)
        if self.at_terminal:
            self._keep_half_lines()
        return self

    def __exit__(self, *_: object) -> None:
        """Set signals and terminal back as they were found."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if self._wakeup is not None:
            signal.set_wakeup_fd(-1)
            for end in self._wakeup:
                os.close(end)
        if self._terminal is not None:
            self._set_terminal(self._terminal)

    def __iter__(self) -> Iterator[list[str]]:
        while data := self._more():
            if lines := self._lines.take(data):
                yield lines
        lines = self._lines.take(self._left_over()) + self._lines.end()
        if lines:
            yield lines

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self.ended_by is None:
            self.ended_by = number

    # Reading

    def _more(self) -> bytes:
        """Wait for input and return it; nothing at the end or after a signal."""
        parts: list[bytes] = []
        size = 0
        while size < AT_ONCE and self._is_readable(wait=not parts):
            data = self._read()
            self._at_end = self._at_end or not data
            parts.append(data)
            size += len(data)
        return b"".join(parts)

    def _is_readable(self, *, wait: bool) -> bool:
        """Whether something can be read; wait for it, or for a signal, if asked to."""
        if self._at_end or self._from is None or self.ended_by is not None:
            return False
        if self._wakeup is None:
            return wait
        ends = [self._from, self._wakeup[0]]
        try:
            ready, _, _ = select.select(ends, [], [], None if wait else 0)
        except (OSError, ValueError):
            # It cannot be waited for, or is closed: reading will tell which.
            return wait
        return self._from in ready and self.ended_by is None

    def _read(self) -> bytes:
        """Return the next bytes; none at the end, and none from a terminal that has gone."""
        try:
            return os.read(self._from, _CHUNK) if self._from is not None else b""
        except KeyboardInterrupt:
            self.ended_by = signal.SIGINT
            return b""
        except OSError:
            return b""

    def _left_over(self) -> bytes:
        """Return, after a signal, what waits in a pipe or in a terminal's unfinished line."""
        if self.ended_by is None or self._from is None or self._wakeup is None:
            return b""
        if self._terminal is not None:
            flags = list(self._terminal)
            flags[_LOCAL_FLAGS] &= ~(termios.ICANON | termios.ECHO)
            flags[_CONTROL] = [*flags[_CONTROL]]
            flags[_CONTROL][termios.VMIN] = flags[_CONTROL][termios.VTIME] = 0
            if not self._set_terminal(flags):
                return b""
        elif not self._is_pipe():
            return b""
        parts: list[bytes] = []
        while sum(map(len, parts)) < AT_ONCE and select.select([self._from], [], [], 0)[0]:
            data = self._read()
            if not data:
                break
            parts.append(data)
        return b"".join(parts)

    def _is_pipe(self) -> bool:
        mode = os.fstat(self._from).st_mode if self._from is not None else 0
        return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)

    # The terminal

    def _keep_half_lines(self) -> None:
        """Make Ctrl+C leave the line that is being typed where it can be read."""
        with suppress(termios.error):
            self._terminal = termios.tcgetattr(self._from or 0)
        if self._terminal is not None:
            flags = list(self._terminal)
            flags[_LOCAL_FLAGS] |= termios.NOFLSH
            self._set_terminal(flags)

    def _set_terminal(self, flags: list[Any]) -> bool:
        try:
            termios.tcsetattr(self._from or 0, termios.TCSANOW, flags)
        except termios.error:
            # The terminal has gone.
            return False
        return True

"""Writing painted bytes to a terminal that may have gone."""

from __future__ import annotations

import os
import select
import threading
from contextlib import suppress
from typing import Final

from companion import system

SANE: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""Everything that was switched on, switched off: paste marks, mouse, keyboard, other screen."""


class TerminalWriter:
    """A file-like end for the writer thread that a lost terminal cannot break.

    Textual's writer thread dies of the first error, and from then on every write waits for ever.
    Bytes are UTF-8 whatever the locale says.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: list[str] = []
        self.lost = False
        """True once the terminal has gone; later writes are dropped."""

    def write(self, text: str) -> int:
        """Take text for the next `flush`."""
        self._waiting.append(text)
        return len(text)

    def flush(self) -> None:
        """Write everything taken so far, however long the terminal needs."""
        rest = memoryview("".join(self._waiting).encode("utf-8", "replace"))
        self._waiting.clear()
        while rest and not self.lost:
            try:
                rest = rest[os.write(self._descriptor, rest) :]
            except BlockingIOError:
                select.select([], [self._descriptor], [])
            except OSError:
                self.lost = True

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._descriptor

    def isatty(self) -> bool:
        """True: it is only made for a terminal."""
        return True


_MOST_WAITED: Final = 0.2
"""Seconds for a terminal that cannot be asked whether it takes bytes."""


def reset_terminal(descriptor: int) -> None:
    """Leave a usable terminal behind, if it takes bytes at all; never waits long."""
    if not system.WAITS_FOR_DESCRIPTORS:
        _write_beside(descriptor, SANE)
        return
    try:
        _, writable, _ = select.select([], [descriptor], [], 0)
        if writable:
            _write_at_once(descriptor, SANE)
    except (OSError, ValueError):
        return


def _write_at_once(descriptor: int, data: bytes) -> None:
    """Write or give up: a writer that waits for the terminal keeps every other one waiting too.

    Raises:
        OSError: The terminal does not take it now.
    """
    os.set_blocking(descriptor, False)
    try:
        os.write(descriptor, data)
    finally:
        # The shell shares this setting.
        os.set_blocking(descriptor, True)


def _write_beside(descriptor: int, data: bytes) -> None:
    """Write in a daemon thread: the console of Windows blocks while the user selects text."""

    def write() -> None:
        with suppress(OSError):
            os.write(descriptor, data)

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    writer.join(_MOST_WAITED)

"""Being told to end: save, give the terminal back, and be gone within a second."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from companion import system
from companion.ui.terminal import terminal_writer, tty_mode

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = 0.7
"""Seconds the ordinary way of ending may take before the process ends without it."""
_NAMES: Final = ("SIGHUP", "SIGTERM", "SIGINT", "SIGBREAK")
"""Windows calls a closed window, and Ctrl+Break, SIGBREAK."""


def exit_code(number: int) -> int:
    """Return the exit code of a process that a signal ends."""
    return 128 + number


HUNG_UP: Final = exit_code(system.signal_number("SIGHUP") or 1)
"""The exit code when the terminal has gone, with or without a signal that says so."""


class Shutdown:
    """Ends the program on a signal, at the latest after `PATIENCE` seconds."""

    def __init__(
        self, leave: Callable[[int], None], display: int | None, last_sentence: Callable[[], str]
    ) -> None:
        self._leave = leave
        self._last_sentence = last_sentence
        self._shows_on = display
        self._code: int | None = None
        self._before = tty_mode.initial_mode()
        self._bell: tuple[int, int] | None = None

    def install(self) -> None:
        """Listen to the signals; one that was ignored when we started stays ignored."""
        for number in system.signals_heard(*_NAMES):
            signal.signal(number, self._on_signal)
        if self._bell is None and system.WAITS_FOR_DESCRIPTORS:
            self._bell = _wake_loop_on_signals()

    def _on_signal(self, number: int, frame: object) -> None:
        del frame
        self.begin(exit_code(number))

    def begin(self, code: int) -> None:
        """Leave with this code; only the first call counts."""
        if self._code is not None:
            return
        self._code = code
        watch = threading.Timer(PATIENCE, self._end_now)
        watch.daemon = True
        watch.start()
        self._leave(code)

    def _end_now(self) -> None:
        """Exit after the ordinary end took too long; say first if anything is not saved."""
        if self._shows_on is not None:
            terminal_writer.reset_terminal(self._shows_on)
        tty_mode.restore(self._before)
        sentence = self._last_sentence()
        if sentence and self._shows_on is not None:
            with suppress(OSError):
                os.write(self._shows_on, f"{sentence}\n".encode())
        os._exit(self._code or 0)


def _wake_loop_on_signals() -> tuple[int, int] | None:
    """Have every signal wake the event loop, whichever thread the system gives it to.

    Handlers run in the main thread alone; asleep there, it would not hear of a signal that
    another thread took. None with a loop that waits for no pipe: that of Windows is such a one, and
    wakes by itself.
    """
    hears, rings = os.pipe()
    for end in (hears, rings):
        os.set_blocking(end, False)
    try:
        asyncio.get_running_loop().add_reader(hears, os.read, hears, 4096)
    except NotImplementedError:
        os.close(hears)
        os.close(rings)
        return None
    signal.set_wakeup_fd(rings, warn_on_full_buffer=False)
    return hears, rings

"""Being told to end: save, give the terminal back, and be gone within a second."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING, Final

from companion.ui.terminal import outlet

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = 0.7
"""Seconds the ordinary way of ending may take before the process ends without it."""
_NAMES: Final = ("SIGHUP", "SIGTERM", "SIGINT")


def exit_code(number: int) -> int:
    """What a process that ends because of a signal tells its parent."""
    return 128 + number


HUNG_UP: Final = exit_code(getattr(signal, "SIGHUP", 1))
"""The exit code when the terminal has gone, with or without a signal that says so."""


class Ending:
    """Ends the program on a signal, at the latest after `PATIENCE` seconds."""

    def __init__(self, leave: Callable[[int], None], display: int | None) -> None:
        self._leave = leave
        self._display = display
        self._code: int | None = None
        self._before = _terminal_settings()

    def install(self) -> None:
        """Listen to the signals; one that was ignored when we started stays ignored."""
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)

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
        """The ordinary way did not end: what was on the screen is saved already, so go."""
        if self._display is not None:
            outlet.make_sane(self._display)
        _restore_settings(self._before)
        os._exit(self._code or 0)


def _terminal_settings() -> list[object] | None:
    try:
        import termios  # noqa: PLC0415 - not on Windows

        return list(termios.tcgetattr(0))
    except (ImportError, OSError):
        return None
    except termios.error:
        return None


def _restore_settings(settings: list[object] | None) -> None:
    if settings is None:
        return
    import termios  # noqa: PLC0415

    try:
        termios.tcsetattr(0, termios.TCSANOW, settings)  # type: ignore[arg-type]
    except termios.error:
        return

"""The mode of the terminal: no echo from the first moment, restored at the end.

Imports the standard library only, so that it can act before everything else is imported.
"""

from __future__ import annotations

import atexit
import os
import signal
from typing import TYPE_CHECKING, Any, Final

# Windows has another terminal; there is nothing to do.
from companion.system import termios

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_LOCAL_FLAGS: Final = 3
"""Where `tcgetattr` gives the flags for echo and lines."""
_ROOMS: Final = ("open", "demo")
"""The commands that open a room; no command at all opens Home."""
_WITH_A_VALUE: Final = "--home"
_ANSWERED_AT_ONCE: Final = ("--help", "-h", "--version")
_KEYBOARD: Final = 0

_before: list[Any] | None = None


def disable_echo(arguments: Sequence[str]) -> None:
    """Turn echo off until the room shows what is typed, if these arguments open a room.

    What is typed ahead is kept and comes into the room; the terminal would write it over whatever
    stands on the ordinary screen, for others to see. Restored by `give_back`: at every end,
    also when the program is told to end before it listens to signals itself.
    """
    global _before  # noqa: PLW0603 - a process has one keyboard
    if _before is not None or not opens_a_room(arguments) or not _is_at_a_terminal():
        return
    _before = current_mode()
    if _before is None:
        return
    atexit.register(give_back)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _give_back_and_end)
    quiet = list(_before)
    quiet[_LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON)
    restore(quiet)


def opens_a_room(arguments: Sequence[str]) -> bool:
    """Return whether the command line given by these arguments opens a room."""
    words = list(arguments)
    if any(word in _ANSWERED_AT_ONCE for word in words):
        return False
    while words and words[0].startswith("-"):
        del words[: 2 if words[0] == _WITH_A_VALUE else 1]
    return not words or words[0] in _ROOMS


def _is_at_a_terminal() -> bool:
    if termios is None:
        return False
    try:
        shows = os.isatty(1) or os.isatty(2)
        return shows and os.isatty(_KEYBOARD) and os.tcgetpgrp(_KEYBOARD) == os.getpgrp()
    except OSError:
        return False


def initial_mode() -> list[Any] | None:
    """Return the first mode of the keyboard's terminal; None without one."""
    return current_mode() if _before is None else list(_before)


def current_mode() -> list[Any] | None:
    """Return the present mode of the keyboard's terminal; None without one."""
    if termios is None:
        return None
    try:
        return list(termios.tcgetattr(_KEYBOARD))
    except (OSError, termios.error):
        return None


def restore(to_be: list[Any] | None) -> None:
    """Set the mode of the keyboard's terminal, if there is one."""
    if to_be is None or termios is None:
        return
    try:
        termios.tcsetattr(_KEYBOARD, termios.TCSANOW, to_be)
    except (OSError, termios.error):
        return


def give_back() -> None:
    """Restore the terminal's first mode."""
    restore(_before)


def _give_back_and_end(number: int, frame: FrameType | None) -> None:
    del frame
    give_back()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)

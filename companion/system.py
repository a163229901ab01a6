"""What the system this runs on can do; no other module asks which one it is.

Names of the standard library tell little: Windows has `os.set_blocking`, and a `select` that knows
no terminal. So the system is told by `sys.platform`, here, and the others ask what it can do.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Any, Final

try:
    import fcntl
    import resource
    import termios
except ImportError:
    # Windows has none of them.
    fcntl = resource = termios = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "HAS_RIGHTS",
    "HAS_UNIX_TERMINAL",
    "IS_LINUX",
    "IS_MAC",
    "OPEN_FILES_STAY",
    "WAITS_FOR_DESCRIPTORS",
    "call",
    "fcntl",
    "flag",
    "heard",
    "locale_name",
    "resource",
    "signal_number",
    "termios",
]

_IS_WINDOWS: Final = sys.platform == "win32"
IS_LINUX: Final = sys.platform == "linux"
"""It tells of changes in a folder, and of the marks of a file, in a way of its own."""
IS_MAC: Final = sys.platform == "darwin"
"""It empties the cache of a drive only when asked in a way of its own."""
HAS_RIGHTS: Final = not _IS_WINDOWS
"""Whether 0600 keeps other accounts out; else that is the account's own folder's to see to."""
HAS_UNIX_TERMINAL: Final[bool] = termios is not None
"""Whether keys and settings of a terminal come as on Unix."""
OPEN_FILES_STAY: Final = _IS_WINDOWS
"""Whether a file that somebody has open can be neither removed nor renamed, nor its folder."""
WAITS_FOR_DESCRIPTORS: Final = not _IS_WINDOWS
"""Whether one can wait for a pipe or a terminal, and not only for a connection."""

_LONGEST_LOCALE: Final = 85
"""Characters, as Windows promises."""


def flag(name: str) -> int:
    """A flag for opening files; nothing where there is none of that name."""
    found = getattr(os, name, 0)
    return found if isinstance(found, int) else 0


def call(name: str) -> Callable[..., Any] | None:
    """A call of the system; None where it has none of that name."""
    found = getattr(os, name, None)
    return found if callable(found) else None


def signal_number(name: str) -> int | None:
    """The number of a signal; None where there is none of that name."""
    return getattr(signal, name, None)


def heard(*names: str) -> tuple[int, ...]:
    """The numbers of those signals that this system has, and that nobody ignores on our behalf.

    Who starts a program so that it outlives the terminal (`nohup`, a script's background) has it
    ignore a signal; that one stays ignored.
    """
    numbers = (signal_number(name) for name in names)
    return tuple(
        number
        for number in numbers
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN
    )


def locale_name() -> str:
    """The name of the locale that the system has chosen, such as `en-US`; empty if it has none.

    Only Windows has one beside the environment.
    """
    if not _IS_WINDOWS:
        return ""
    import ctypes  # noqa: PLC0415 - only there

    kernel = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    if kernel is None:
        return ""
    name = ctypes.create_unicode_buffer(_LONGEST_LOCALE)
    kernel.GetUserDefaultLocaleName(name, _LONGEST_LOCALE)
    return name.value

"""Features of the system at hand; no other module asks which system it is.

Names of the standard library tell little: Windows has `os.set_blocking`, and a `select` that knows
no terminal. So `sys.platform` is read here, and other modules ask what the system can do.
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
    "locale_name",
    "resource",
    "signal_number",
    "signals_heard",
    "termios",
]

_IS_WINDOWS: Final = sys.platform == "win32"
IS_LINUX: Final = sys.platform == "linux"
"""Whether changes in a folder and attributes of a file are asked for as Linux wants it."""
IS_MAC: Final = sys.platform == "darwin"
"""Whether a drive's cache is emptied only by a call of macOS."""
HAS_RIGHTS: Final = not _IS_WINDOWS
"""Whether 0600 keeps other accounts out; elsewhere the account's own folder does."""
HAS_UNIX_TERMINAL: Final[bool] = termios is not None
"""Whether keys and terminal settings come as on Unix."""
OPEN_FILES_STAY: Final = _IS_WINDOWS
"""Whether a file that a program has open can be neither removed nor renamed, nor its folder."""
WAITS_FOR_DESCRIPTORS: Final = not _IS_WINDOWS
"""Whether `select` waits for pipes and terminals, and not only for connections."""

_LONGEST_LOCALE: Final = 85
"""Characters, as Windows promises."""


def flag(name: str) -> int:
    """Return a flag for opening files; 0 where the system has none of that name."""
    found = getattr(os, name, 0)
    return found if isinstance(found, int) else 0


def call(name: str) -> Callable[..., Any] | None:
    """Return a call of the system; None where it has none of that name."""
    found = getattr(os, name, None)
    return found if callable(found) else None


def signal_number(name: str) -> int | None:
    """Return the number of a signal; None where there is none of that name."""
    return getattr(signal, name, None)


def signals_heard(*names: str) -> tuple[int, ...]:
    """Return the numbers of those signals that this system has and that are not ignored for us.

    A caller that starts a program so that it outlives the terminal (`nohup`, a script's background)
    has it ignore a signal; that one stays ignored.
    """
    numbers = (signal_number(name) for name in names)
    return tuple(
        number
        for number in numbers
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN
    )


def locale_name() -> str:
    """Return the name of the locale that the system has chosen, such as `en-US`; empty if none.

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

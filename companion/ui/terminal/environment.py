"""Preparing the process before Textual is imported, and reading its environment."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from companion import system

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

ESCAPE_WAIT_LOCAL: Final = 0.005
"""Seconds a lone ESC byte waits for the rest of a sequence on a local terminal.

The key has to act within 15 ms, so more than half of that is left for what it does: laying a room
out again, where it closes a list. A sequence torn for longer is joined again all the same.
"""
ESCAPE_WAIT_FAR: Final = 0.100
"""The same where a network or a multiplexer may tear a sequence apart."""
_FAR_SIGNS: Final = ("SSH_CONNECTION", "TMUX", "STY")


def prepare(environ: MutableMapping[str, str] | None = None) -> None:
    """Close every way in which the process could leave words behind; call before importing Textual.

    Textual reads its `TEXTUAL…` variables when it is imported; some of them write every key
    press, a log or a picture of the screen to a file that others can read.
    """
    surroundings = os.environ if environ is None else environ
    for name in [name for name in surroundings if name.startswith("TEXTUAL")]:
        del surroundings[name]
    if not surroundings.get("NO_COLOR", "x"):
        # https://no-color.org: an empty value asks for nothing, Textual would take it as set.
        del surroundings["NO_COLOR"]
    for name in ("COLUMNS", "LINES"):
        # The terminal is asked itself; Textual would make a screen of any size it is told here.
        surroundings.pop(name, None)
    os.umask(0o077)
    _leave_no_core_file()


def _leave_no_core_file() -> None:
    limits = system.resource
    if limits is not None:
        _, hard = limits.getrlimit(limits.RLIMIT_CORE)
        limits.setrlimit(limits.RLIMIT_CORE, (0, hard))


_DRAWING: Final = ("xterm", "screen", "tmux", "rxvt", "linux", "vt100", "vt220", "alacritty")
"""Names of terminals that need no look into the system's list of them."""
_NOT_DRAWING: Final = frozenset({"", "dumb", "unknown", "emacs"})
"""Names that say nothing of a screen, also before a dash: Emacs calls its shell dumb-emacs-ansi."""


def can_draw(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether the terminal that TERM names can place its cursor; Windows names none."""
    name = (os.environ if environ is None else environ).get("TERM", "")
    if not system.HAS_UNIX_TERMINAL or name.startswith(_DRAWING):
        return True
    return name.partition("-")[0] not in _NOT_DRAWING and _moves_its_cursor(name)


def _moves_its_cursor(name: str) -> bool:
    """Return what terminfo says; a terminal that is not in it is newer than the list."""
    try:
        import curses  # noqa: PLC0415 - for seldom terminals only
    except ImportError:
        return True
    try:
        curses.setupterm(name, 2)
    except curses.error:
        return True
    return curses.tigetstr("cup") is not None


def no_colour(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether NO_COLOR is set and not empty."""
    surroundings = os.environ if environ is None else environ
    return bool(surroundings.get("NO_COLOR"))


def escape_wait(environ: Mapping[str, str] | None = None) -> float:
    """Return the seconds to wait after a lone ESC byte before it acts as the Escape key."""
    surroundings = os.environ if environ is None else environ
    far = any(surroundings.get(sign) for sign in _FAR_SIGNS)
    return ESCAPE_WAIT_FAR if far else ESCAPE_WAIT_LOCAL


def display_descriptor() -> int | None:
    """Return the file descriptor of the terminal to paint on; None without one.

    Standard error comes first: the user may redirect standard output without meaning the screen.
    """
    for stream in (sys.__stderr__, sys.__stdout__):
        try:
            if stream is not None and stream.isatty():
                return stream.fileno()
        except (OSError, ValueError):
            continue
    return None


def has_terminal() -> bool:
    """Return whether there is a terminal to read keys from and to paint on."""
    try:
        reads = sys.__stdin__ is not None and sys.__stdin__.isatty()
    except (OSError, ValueError):
        return False
    return reads and display_descriptor() is not None

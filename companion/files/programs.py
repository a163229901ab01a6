"""Hands a file to another program of the laptop: to the browser, or to the printer.

Only where a key asked for it. The program gets one path, or words to read, and never a line for a
shell; it hears no key of ours, and can write nothing over the screen.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from companion import system

if TYPE_CHECKING:
    from collections.abc import Iterator

BROWSER = "BROWSER"
"""The environment variable with the browsers to use, as Python's `webbrowser` reads it."""
_IN_A_TERMINAL = frozenset({"browsh", "elinks", "links", "links2", "lynx", "w3m", "www-browser"})
"""Browsers that need the terminal which the rooms are in."""
_ON_A_DESKTOP = ("xdg-open", "x-www-browser", "firefox", "chromium", "google-chrome")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_PLACE = "%s"
"""Stands in a command for the address."""
_BESIDE = "&"
"""Stands behind a command that is to run beside the terminal, as ours always do."""
_PRINTER = "lp"
_JOB = "Companion"
"""The name in the list of jobs, which other accounts can read; it tells no file name."""
STARTED: list[subprocess.Popen[bytes]] = []
"""Programs that have not ended, each kept until it has."""


class Started:
    """A program that was started; it goes on when ours is closed.

    Args:
        process: The program; None where the system started it, and says no more of it.
    """

    def __init__(self, process: subprocess.Popen[bytes] | None = None) -> None:
        self._process = process
        STARTED[:] = [each for each in STARTED if each.poll() is None]
        if process is not None:
            STARTED.append(process)

    def ended(self) -> int | None:
        """Return how it ended, 0 for well; None while it is at work."""
        return self._process.poll() if self._process is not None else 0


def can_open() -> bool:
    """Return whether a file can be opened in a browser."""
    return system.call("startfile") is not None or next(_browsers(), None) is not None


def can_print() -> bool:
    """Return whether a file can be sent to the printer."""
    return system.call("startfile") is not None or shutil.which(_PRINTER) is not None


def takes_words() -> bool:
    """Return whether the printer takes words as well as files."""
    return shutil.which(_PRINTER) is not None


def open_file(path: str) -> Started | None:
    """Open a file in a browser; None where none can be started."""
    done = _by_verb(path, "open")
    if done is not None:
        return done
    for command in _browsers():
        words = [part.replace(_PLACE, Path(path).as_uri()) for part in command]
        started = _start(words if words != list(command) else [*words, path])
        if started is not None:
            return started
    return None


def print_file(path: str) -> Started | None:
    """Send a file to the printer; None where that cannot be done."""
    done = _by_verb(path, "print")
    return done if done is not None else _start([_PRINTER, "-t", _JOB, "--", path])


def print_words(words: bytes) -> Started | None:
    """Send plain text to the printer; None where that cannot be done."""
    try:
        with tempfile.TemporaryFile() as page:
            page.write(words)
            page.seek(0)
            return _start([_PRINTER, "-t", _JOB], page.fileno())
    except OSError:
        # No room for the words, or no folder for what is there for a moment only.
        return None


def _by_verb(path: str, verb: str) -> Started | None:
    """Have the system do it, where it has verbs for files; None where it has none, or refuses."""
    do = system.call("startfile")
    if do is None:
        return None
    try:
        do(path, verb)
    except OSError:
        return None
    return Started()


def _browsers() -> Iterator[tuple[str, ...]]:
    """Return the commands that may open a page, the one that was chosen first."""
    for line in os.environ.get(BROWSER, "").split(os.pathsep):
        command = _words(line)
        if command and _is_there(command[0]):
            yield command
    if system.IS_MAC:
        yield ("open",)
    elif any(os.environ.get(name) for name in _DISPLAYS):
        yield from ((name,) for name in _ON_A_DESKTOP if _is_there(name))


def _words(line: str) -> tuple[str, ...]:
    """Return the words of a command; a line that names a program as it is, is one word."""
    if shutil.which(line):
        return (line,)
    try:
        command = tuple(shlex.split(line))
    except ValueError:
        # A quotation mark without its other half.
        return ()
    return command[:-1] if command[-1:] == (_BESIDE,) else command


def _is_there(program: str) -> bool:
    return Path(program).name not in _IN_A_TERMINAL and shutil.which(program) is not None


def _start(words: list[str], reads: int = subprocess.DEVNULL) -> Started | None:
    """Start a program beside ours; None where there is none of that name."""
    program = shutil.which(words[0])
    if program is None:
        return None
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and the words are ours or the user's
            [program, *words[1:]],
            stdin=reads,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
    return Started(process)

"""The program's entry point: prepares the process, runs a command, returns an exit code."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING, NoReturn

from companion import system
from companion.cli.errors import RefusedError
from companion.cli.io import say
from companion.cli.room_arguments import read_room_arguments
from companion.domain.text import one_line
from companion.services.case.session import ReadOnlyError
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError
from companion.words import commands as words
from companion.words import storage as storage_words

if TYPE_CHECKING:
    from types import FrameType

    from companion.cli.room_arguments import RoomArguments

_ANSWERS = (RefusedError, StoreError, UnreadableDocumentError, ReadOnlyError)
"""Errors whose text is a sentence for people."""
_INTERRUPTED = 130
_SIGNALLED = 128


def _end(number: int, frame: FrameType | None) -> NoReturn:
    """Exit as a shell expects: with 128 and the signal's number."""
    del frame
    raise SystemExit(_SIGNALLED + number)


def _hold_descriptors() -> None:
    """Open the null device in place of a closed stream, so that no file of ours gets its number.

    Python and its libraries write complaints to descriptor 2, whatever is open there.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _prepare() -> None:
    """Set UTF-8 with LF on every system, no logging by Textual, an exit code for signals."""
    _hold_descriptors()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.umask(0o077)
    for number in system.signals_heard("SIGTERM", "SIGHUP"):
        signal.signal(number, _end)


def _refusal(error: Exception) -> tuple[str, int]:
    """Return the sentence and the exit code of an error that answers the user."""
    if isinstance(error, ReadOnlyError):
        return storage_words.READ_ONLY_COMMAND, 1
    return str(error), error.exit_code if isinstance(error, RefusedError) else 1


def _run(arguments: list[str] | None) -> int:
    try:
        wanted = read_room_arguments(sys.argv[1:] if arguments is None else arguments)
        if wanted is not None:
            return _open_room(wanted)
        from companion.cli.group import run_command

        return run_command(arguments)
    except _ANSWERS as error:
        sentence, code = _refusal(error)
        say(one_line(sentence))
        return code


def _open_room(wanted: RoomArguments) -> int:
    from companion.cli.context import CommandContext
    from companion.cli.program import open_case, open_home

    context = CommandContext(wanted.home)
    if wanted.in_case:
        return open_case(context, wanted.case, wanted.room)
    return open_home(context)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command and exit.

    Args:
        arguments: The words after the program's name; None takes them from the process.
    """
    _prepare()
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last words: no traceback, no local variable
        last = traceback.extract_tb(error.__traceback__)[-1]
        say(words.unexpected(type(error).__name__, f"{PurePath(last.filename).name}:{last.lineno}"))
        code = 1
    sys.exit(code)

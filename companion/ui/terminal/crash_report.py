"""The report of a crash: one plain sentence on the screen, a file without the user's words.

Textual would print every local variable, notes among them, into the scrollback of the terminal.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PACKAGES: Final = ("companion", "textual", "rich", "asyncio")
_MOST_CAUSES: Final = 10


def report(error: BaseException) -> str:
    """Return the kinds of the errors and the lines they passed; no message, no value.

    A message may quote the user's words, so it is left out too.
    """
    lines: list[str] = []
    cause: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if cause is None:
            break
        lines.append(type(cause).__name__)
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(cause.__traceback__)]
        cause = _cause(cause)
    return "\n".join(lines) + "\n"


def _cause(error: BaseException) -> BaseException | None:
    # Textual hands on what failed in a worker as an attribute of its own error.
    inner = getattr(error, "error", None)
    if isinstance(inner, BaseException):
        return inner
    return error.__cause__ or error.__context__


def _place(frame: traceback.FrameSummary) -> str:
    parts = frame.filename.replace("\\", "/").split("/")
    known = [index for index, part in enumerate(parts) if part in _PACKAGES]
    short = "/".join(parts[known[-1] :]) if known else parts[-1]
    return f"{short}:{frame.lineno} {frame.name}"


@contextmanager
def hooks(take: Callable[[BaseException], None]) -> Iterator[None]:
    """Hand every error of any thread to `take` instead of printing it, while this lasts."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def of_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            take(arguments.exc_value)

    def unraisable(arguments: sys.UnraisableHookArgs) -> None:
        """Nothing: it could not be raised, so nothing has stopped, and its text is not ours."""
        del arguments

    sys.excepthook = lambda _kind, error, _trace: take(error)
    threading.excepthook = of_thread
    sys.unraisablehook = unraisable
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def watch_loop(take: Callable[[BaseException], None]) -> None:
    """Hand errors of the running event loop to `take` instead of printing them."""

    def of_loop(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        error = context.get("exception")
        if isinstance(error, BaseException):
            take(error)

    asyncio.get_running_loop().set_exception_handler(of_loop)

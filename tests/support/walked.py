"""The files of the program that a stretch of its run passes through.

`python -m tests.support.walked FILE [--on] ARGUMENT...` runs `companion ARGUMENT...`. SIGUSR1
begins a stretch (`--on`: from the start), SIGUSR2 or the end of the program ends it and writes the
files in which a function was called, one a line, to FILE.
"""

from __future__ import annotations

import atexit
import inspect
import runpy
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType

PACKAGE: Final = str(Path(__file__).parents[2] / "companion")


class Walk:
    """Notes the files of the program whose functions are called."""

    def __init__(self, *, on: bool = False) -> None:
        self._on = on
        self._codes: set[CodeType] = set()

    def note(self, frame: FrameType, event: str, argument: Any) -> None:  # noqa: ANN401
        """Note one call; Python calls this for each."""
        del argument
        if self._on and event == "call":
            self._codes.add(frame.f_code)

    def begin(self, *_: object) -> None:
        """Begin a stretch."""
        self._codes.clear()
        self._on = True

    def files(self) -> set[str]:
        """End it; return the files that it passed."""
        self._on = False
        return {
            code.co_filename.removeprefix(PACKAGE)
            for code in list(self._codes)
            if code.co_filename.startswith(PACKAGE) and code.co_flags & inspect.CO_OPTIMIZED
        }


def files_passed(act: Callable[[], object]) -> list[str]:
    """Return the files that an act passes in this thread, in order of their names."""
    walk = Walk(on=True)
    sys.setprofile(walk.note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return sorted(walk.files())


def main() -> None:
    """Run the program."""
    out, *arguments = sys.argv[1:]
    on = arguments[:1] == ["--on"]
    walk, place = Walk(on=on), Path(out)

    def write(*_: object) -> None:
        """Write the files that the last stretch passed."""
        if files := walk.files():
            beside = place.with_suffix(".new")
            beside.write_text("".join(f"{name}\n" for name in sorted(files)), "utf-8")
            beside.rename(place)

    signal.signal(signal.SIGUSR1, walk.begin)
    signal.signal(signal.SIGUSR2, write)
    atexit.register(write)
    sys.argv = ["companion", *arguments[on:]]
    threading.setprofile(walk.note)
    sys.setprofile(walk.note)
    runpy.run_module("companion", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

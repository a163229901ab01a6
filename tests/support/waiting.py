"""Waiting until a room has done what it was given, and not until it seems to rest.

Textual's own tests look at the processor: twenty milliseconds without work count as rest, twice for
each key. That is slow where nothing is to be waited for, and too short on a machine that does
something else. Here the event loop is asked: nothing is left to be run, nothing is due soon (the
screen is painted by a timer), and no thread of its own is at work.
"""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final

import textual.app
import textual.pilot

SOON: Final = 0.05
"""Seconds within which what is due is waited for; the screen is painted within a third of that."""
_ROUNDS: Final = 5
"""As often nothing must be there to be run: one thing done may bring the next."""
_LONGEST: Final = 60.0
"""Seconds after which a room that is never quiet is left to the test, on however busy a machine."""
_FOR_THREADS: Final = 0.5
"""Seconds for a thread that may be waiting for the test itself."""
_LOOK_AGAIN: Final = 0.0025
"""Seconds after which it is asked again whether a thread is done."""


async def until_quiet(min_sleep: float = 0.0, max_sleep: float = _LONGEST) -> None:
    """Wait until the event loop has nothing to do.

    Args:
        min_sleep: Seconds to wait at least.
        max_sleep: Of no account: the end is an event, and comes as late as the machine is slow.
    """
    del max_sleep
    loop: Any = asyncio.get_running_loop()
    least = time.monotonic() + min_sleep
    end, of_threads = time.monotonic() + _LONGEST, time.monotonic() + _FOR_THREADS
    quiet = 0
    while quiet < _ROUNDS and time.monotonic() < end:
        await asyncio.sleep(0)
        wait = _due_in(loop)
        if loop._ready:
            quiet = 0
        elif _threads_work(loop) and time.monotonic() < of_threads:
            quiet = 0
            await asyncio.sleep(_LOOK_AGAIN)
        elif wait < SOON:
            quiet = 0
            await asyncio.sleep(max(wait, 0.0))
        else:
            quiet += 1
    if (left := least - time.monotonic()) > 0:
        await asyncio.sleep(left)


def _due_in(loop: Any) -> float:  # noqa: ANN401 - its lists are its own
    """Seconds until the loop has something to run."""
    times = [each._when for each in loop._scheduled if not each._cancelled]
    return float(min(times, default=float("inf")) - loop.time())


def _threads_work(loop: Any) -> bool:  # noqa: ANN401
    """Whether a thread that the loop has started is not done."""
    pool = loop._default_executor
    return pool is not None and bool(pool._idle_semaphore._value < len(pool._threads))


def wait_for_events() -> None:
    """Have Textual's pilot wait so."""
    textual.app.wait_for_idle = until_quiet  # type: ignore[attr-defined]
    textual.pilot.wait_for_idle = until_quiet  # type: ignore[attr-defined]

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

SOON: Final = 0.02
"""Seconds within which what is due is waited for; the screen is painted within half of that."""
_ROUNDS: Final = 3
"""As often nothing must be there to be run: one thing done may bring the next."""
_LONGEST: Final = 1.0


async def until_quiet(min_sleep: float = 0.0, max_sleep: float = _LONGEST) -> None:
    """Wait until the event loop has nothing to do, at most so many seconds."""
    loop: Any = asyncio.get_running_loop()
    end = time.monotonic() + max_sleep
    least = time.monotonic() + min_sleep
    quiet = 0
    while quiet < _ROUNDS and time.monotonic() < end:
        await asyncio.sleep(0)
        wait = _due_in(loop)
        if loop._ready:
            quiet = 0
        elif _threads_work(loop):
            quiet = 0
            await asyncio.sleep(SOON / 10)
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

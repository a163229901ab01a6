"""What every test stands in, wherever the suite runs: one zone, one language, one terminal.

Whoever starts the suite may have signals ignored on its behalf (`nohup`, the background of a
script) and may have set what the program listens to. Programs that tests start inherit both.
"""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from types import FrameType

STATED: Final = {"TZ": "UTC", "LANG": "C.UTF-8", "TERM": "xterm-256color"}
"""What is set; a test that needs another sets it for itself."""
NOT_SET: Final = (
    *("LC_ALL", "LC_CTYPE", "LC_TIME", "LANGUAGE", "NO_COLOR", "COLORTERM", "COLUMNS", "LINES"),
    *("SSH_CONNECTION", "TMUX", "STY", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONCOERCECLOCALE"),
)
"""What is not."""
_ENDING: Final = ("SIGINT", "SIGHUP", "SIGTERM", "SIGQUIT")


def put_in_order() -> None:
    """State them for this process and those it starts."""
    for name in NOT_SET:
        os.environ.pop(name, None)
    os.environ.update(STATED)
    if hasattr(time, "tzset"):
        time.tzset()
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            # What is heard, and not ignored, is at its default again in a program that is started.
            signal.signal(number, _go_on)
    # A busy machine is no fault, and a checkout that is only read keeps no examples.
    settings.register_profile(
        "companion", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("companion")


def _go_on(number: int, frame: FrameType | None) -> None:
    """Survive it, as whoever had it ignored wanted."""
    del number, frame

"""What a program does while nobody does anything, and what it holds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.bench.instrument import readings

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session


def idle(session: Session, seconds: float) -> dict[str, float]:
    """Leave it alone for so long: wake-ups, bytes written, processor ms; all as totals."""
    session.settle(0.5)
    time.sleep(0.5)
    pid, written = session.pid, session.written
    processor, wakeups = readings.processor_ms(pid), readings.wakeups(pid)
    time.sleep(seconds)
    return {
        "wakeups": readings.wakeups(pid) - wakeups,
        "bytes": session.written - written,
        "processor": readings.processor_ms(pid) - processor,
    }


def memory(session: Session) -> dict[str, float]:
    """Memory of its own, in MiB."""
    session.settle()
    return {"memory": readings.own_memory(session.pid)}

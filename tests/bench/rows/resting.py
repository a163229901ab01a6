"""Goal 13: nothing happens while nothing changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.bench import programs
from tests.bench.finding import NOT_MEASURED, Finding
from tests.bench.instrument import readings
from tests.bench.measures.resting import idle
from tests.bench.rounds import Entrant, Figures, interleave

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session
    from tests.bench.setting import Setting

WINDOW = 10.0
"""Seconds without a key."""
LONG_WINDOW = 125.0
"""Seconds in which a clock that shows minutes moves at least twice and at most three times."""
TICKS = 3
WAKES_EACH = 4
"""Threads that a moving clock may wake: the loop, and the one that writes to the terminal."""
BYTES_EACH = 400
PROCESSOR_EACH = 5.0


def rest(setting: Setting) -> list[Finding]:
    """Row 13: before the first note, and with the clock running."""

    def untouched(session: Session, _: int) -> Figures:
        session.wait_for(session.program.ready)
        return idle(session, WINDOW)

    def running(session: Session, _: int) -> Figures:
        session.wait_for(session.program.ready)
        session.write(b"a note")
        session.wait_for("> a note")
        session.press("enter")
        session.settle(1.0)
        return idle(session, LONG_WINDOW)

    def room(minutes: int | None = None) -> programs.Program:
        return programs.companion(setting.python, setting.fresh(minutes=minutes))

    goal = "10 s without a key: wake-ups, bytes, processor time"
    if not readings.AVAILABLE:
        return [Finding(13, goal, "0, 0 B, 0.00 ms", NOT_MEASURED, None)]
    still, moving = (
        Entrant("still", room, untouched),
        Entrant("running", partial(room, 45), running),
    )
    results = interleave([still], max(2, setting.rounds // 2), setting.say)
    clock = interleave([moving], 1, setting.say)
    findings = []
    if results.has("still"):
        worst = {each: results.of("still", each).high for each in ("wakeups", "bytes", "processor")}
        said = "{wakeups:.0f}, {bytes:.0f} B, {processor:.2f} ms".format(**worst)
        findings.append(Finding(13, goal, "0, 0 B, 0.00 ms", said, not any(worst.values())))
    if clock.has("running"):
        (figures,) = clock.figures["running"].values()
        said = "{wakeups:.0f}, {bytes:.0f} B, {processor:.2f} ms".format(**figures)
        most = (TICKS * WAKES_EACH, TICKS * BYTES_EACH, TICKS * PROCESSOR_EACH)
        bound = "≤ {}, {} B, {:.0f} ms".format(*most)
        goal = f"{LONG_WINDOW:.0f} s in a visit under way, its clock moving once a minute"
        values = (figures["wakeups"], figures["bytes"], figures["processor"])
        met = all(value <= limit for value, limit in zip(values, most, strict=True))
        findings.append(Finding(13, goal, bound, said, met))
    return findings

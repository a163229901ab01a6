"""Goals 5 to 12 and 16: keys, bursts, pastes, long visits, and what that takes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.bench import programs
from tests.bench.finding import Finding, at_most, ratio
from tests.bench.measures import flow, keystrokes, leaving, resting
from tests.bench.rounds import Entrant, Figures, always, interleave

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session
    from tests.bench.setting import Setting

KEYS = 300
FEW_NOTES, MANY_NOTES = 10, 2000
LONG_PASTE_LINES = 10_000
BURST = 10_000
PASTE = 100_000


def _ready(session: Session) -> None:
    session.wait_for(session.program.ready)
    session.settle()


def _keys(session: Session, number: int, count: int = KEYS) -> Figures:
    _ready(session)
    return keystrokes.type_keys(session, count, number)


def keys(setting: Setting) -> list[Finding]:
    """Rows 5, 6, 8, 9 and 10; every key is saved to the disk while it is measured."""
    python = setting.python
    entrants = [
        Entrant("textarea", always(programs.textarea(python)), _keys),
        Entrant("companion", lambda: programs.companion(python, setting.fresh()), _keys),
    ]
    entrants += [
        Entrant(each.name, always(each), _keys) for each in programs.editors(setting.scratch)
    ]
    results = interleave(entrants, setting.rounds, setting.say)
    compared = partial(ratio, results)
    pair, goal = ("companion", "textarea"), "key to screen, {}, to a bare text area's"
    findings = [
        compared(5, goal.format("p50"), pair, ("p50", 0.5)),
        compared(5, goal.format("p95"), pair, ("p95", 0.5)),
        compared(6, goal.format("p99"), pair, ("p99", 0.4)),
        compared(8, "key to screen, p50, to nano's", ("companion", "nano"), ("p50", 16)),
        compared(8, "key to screen, p50, to micro's", ("companion", "micro"), ("p50", 5)),
        compared(10, "processor time a key, to a bare text area's", pair, ("processor", 0.5)),
    ]
    if results.has("companion"):
        late, written = results.of("companion", "p95"), results.of("companion", "bytes")
        findings += [
            at_most(8, "key to screen, p95, a quarter of a frame", late, 4, "ms"),
            at_most(9, "bytes written to the terminal a key", written, 400, "B"),
        ]
    return findings


def _after_long_paste(session: Session, number: int) -> Figures:
    _ready(session)
    lines = "\r".join(f"line {each}" for each in range(LONG_PASTE_LINES))
    session.write(b"\x1b[200~" + lines.encode() + b"\x1b[201~")
    session.wait_for(f"line {LONG_PASTE_LINES - 1}")
    session.settle(1.0)
    # Up to the end of a line and no further: Enter would make a note of all that.
    return keystrokes.type_keys(session, keystrokes.LINE - keystrokes.WARMING_UP - 1, number)


def long_visits(setting: Setting) -> list[Finding]:
    """Row 7."""
    python = setting.python

    def entrant(name: str, notes: int) -> Entrant:
        def program() -> programs.Program:
            return programs.companion(python, setting.fresh(notes=notes))

        short = partial(_keys, count=keystrokes.LINE - keystrokes.WARMING_UP - 1)
        measure = _after_long_paste if name == "pasted" else _keys if notes else short
        return Entrant(name, program, measure)

    entrants = [entrant("few", FEW_NOTES), entrant("many", MANY_NOTES)]
    entrants += [entrant("empty", 0), entrant("pasted", 0)]
    results = interleave(entrants, setting.rounds, setting.say)
    compared = partial(ratio, results)
    return [
        compared(7, "key to screen, p50, with 2,000 notes to ten", ("many", "few"), ("p50", 1.15)),
        compared(7, "the same, p95", ("many", "few"), ("p95", 1.15)),
        compared(7, "key to screen, p50, with 10,000 lines in the line one types in, to none",
                 ("pasted", "empty"), ("p50", 1.15)),
    ]  # fmt: skip


def _flood(session: Session, number: int) -> Figures:
    _ready(session)
    figures = flow.burst(session, BURST, number) | resting.memory(session)
    leaving.leave(session)
    return figures


def bursts(setting: Setting) -> list[Finding]:
    """Rows 11 and 16: an hour's letters in a minute, and the memory after them."""
    python = setting.python
    entrants = [
        Entrant("textarea", always(programs.textarea(python)), _flood),
        Entrant("companion", lambda: programs.companion(python, setting.fresh()), _flood),
    ]
    results = interleave(entrants, max(1, setting.rounds // 2), setting.say)
    pair, compared = ("companion", "textarea"), partial(ratio, results)
    findings = [
        compared(11, "10,000 letters at 200 a second: processor time, to a bare text area's",
                 pair, ("processor", 0.35)),
        compared(16, "memory of its own after an hour's letters, to a bare text area's",
                 pair, ("memory", 1.25)),
    ]  # fmt: skip
    if results.has("companion"):
        shown = results.of("companion", "end_shown")
        goal = "10,000 letters at 200 a second: last key until the end is on the screen"
        findings.append(at_most(11, goal, shown, 25, "ms"))
    return findings


def memory(setting: Setting) -> list[Finding]:
    """Row 16 with many visits stored."""

    def measure(session: Session, number: int) -> Figures:
        _ready(session)
        flow.burst(session, 300, number, rate=60.0)
        figures = resting.memory(session)
        leaving.leave(session)
        return figures

    entrants = [
        Entrant(
            f"{count}", partial(programs.companion, setting.python, setting.home(count)), measure
        )
        for count in (1, 10_000)
    ]
    results = interleave(entrants, max(2, setting.rounds // 2), setting.say)
    goal = "memory of its own, 10,000 visits to one"
    return [ratio(results, 16, goal, ("10000", "1"), ("memory", 1.05))]


def pastes(setting: Setting) -> list[Finding]:
    """Row 12."""

    def measure(session: Session, number: int) -> Figures:
        _ready(session)
        return flow.paste(session, PASTE, number)

    python = setting.python
    entrants = [
        Entrant("textarea", always(programs.textarea(python)), measure),
        Entrant("companion", lambda: programs.companion(python, setting.fresh()), measure),
    ]
    results = interleave(entrants, setting.rounds, setting.say)
    goal = "100 kB pasted until the end of it is on the screen, to a bare text area's"
    return [ratio(results, 12, goal, ("companion", "textarea"), ("end_shown", 1.0))]

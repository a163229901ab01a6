"""How long until the first letter somebody types is to be seen."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tests.bench.instrument import readings
from tests.bench.instrument.emulator import Emulator
from tests.bench.instrument.session import COLUMNS, PATIENCE, ROWS, MeasuringError

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session

PROBE = "ø"
"""A letter that stands on no screen before it is typed."""


def start(session: Session, *, typed: bool = True) -> dict[str, float]:
    """Milliseconds since `exec`: the first paint, ready, and the first letter echoed.

    The letter is sent the instant the program says that it is ready.
    """
    ready = session.wait_for(session.program.ready)
    figures = {"ready": ready, "processor": readings.processor_ms(session.pid)}
    if typed:
        figures["first_key"] = _echo(session)
        figures["processor"] = readings.processor_ms(session.pid)
    session.settle()
    figures["first_paint"] = _first_paint(session)
    since = session.started
    return {
        name: value if name == "processor" else (value - since) * 1000
        for name, value in figures.items()
    }


def _echo(session: Session) -> float:
    grid = session.emulator.grid
    grid.changes = []
    session.press(PROBE)
    until = monotonic() + PATIENCE
    try:
        while session.wait_for_news(until):
            read = session.next_read()
            shown = any(each.letter == PROBE for each in grid.changes)
            if read and shown and session.emulator.is_between_frames:
                return read.at
    finally:
        grid.changes = None
    raise MeasuringError(f"{session.program.name}: the first letter was lost\n{session.screen}")


def _first_paint(session: Session) -> float:
    emulator = Emulator(ROWS, COLUMNS)
    for read in session.reads:
        emulator.feed(read.data)
        if emulator.is_between_frames and not emulator.grid.is_blank:
            return read.at
    raise MeasuringError(f"{session.program.name} painted nothing")


def typed_early(session: Session, text: str, after: float | None) -> bool:
    """Whether all letters typed so many seconds after `exec` (or at first paint) are shown.

    Args:
        session: A program just started.
        text: What is typed at once.
        after: Seconds since `exec`; None for the instant something is painted.
    """
    if after is None:
        session.wait_for(r"\S")
    else:
        with session.news:
            due = session.started + after
            session.news.wait_for(lambda: session.ended, max(0.0, due - monotonic()))
    for letter in text:
        session.press(letter)
    try:
        session.wait_for(text, patience=10.0)
    except MeasuringError:
        return False
    return True

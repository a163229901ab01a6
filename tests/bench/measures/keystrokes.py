"""From a key to its letter on the screen, at the pace of a person."""

from __future__ import annotations

import itertools
import random
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.instrument import readings
from tests.bench.instrument.emulator import Emulator
from tests.bench.instrument.session import COLUMNS, ROWS, MeasuringError

if TYPE_CHECKING:
    from tests.bench.instrument.grid import Cell
    from tests.bench.instrument.session import Session

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PACE = (0.04, 0.08)
"""Seconds between two keys."""
LINE = 60
WARMING_UP = 10
"""Keys before those that count."""
LOST_AFTER = 3.0
"""Seconds without an echo."""
LOST_AT_MOST = 0.01
"""Part of the keys; more means that the measurement is wrong or keys are lost."""


@dataclass
class Key:
    """One letter that was typed."""

    letter: str
    at: float
    column: int
    """Letters before it in its line."""
    written: int
    """Bytes the program had written before."""
    echoed: float | None = None
    """When it was to be seen."""


class Frame(NamedTuple):
    """What one read changed on the screen, once its frame was whole."""

    at: float
    changes: list[Cell]


def quantile(values: list[float], part: float) -> float:
    """The value that so large a part stays below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def type_keys(session: Session, count: int, seed: int) -> dict[str, float]:
    """Type letters, and Enter after each line.

    Returns:
        p50, p95, p99 and worst in ms; bytes written (median) and processor ms for one key; keys
        that never came.
    """
    session.settle()
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    before, first = readings.processor_ms(session.pid), len(session.reads)
    keys: list[Key] = []
    for number in range(count + WARMING_UP):
        keys.append(_press(session, chance, number % LINE, keys[-1].letter if keys else ""))
        time.sleep(chance.uniform(*PACE))
        if number % LINE == LINE - 1:
            session.press("enter")
            time.sleep(PACE[1])
    session.settle()
    spent = readings.processor_ms(session.pid) - before
    find_echoes(keys, _frames(session, first))
    return _figures(keys) | {"processor": spent / len(keys)}


def _press(session: Session, chance: random.Random, column: int, before: str) -> Key:
    letter = chance.choice([each for each in LETTERS if each != before])
    written = session.written
    return Key(letter, session.press(letter), column, written)


def _frames(session: Session, first: int) -> list[Frame]:
    """Replay what was written; the emulator was not at work while keys were typed."""
    emulator = Emulator(ROWS, COLUMNS)
    for read in session.reads[:first]:
        emulator.feed(read.data)
    emulator.grid.changes = []
    frames = []
    for read in session.reads[first:]:
        emulator.feed(read.data)
        if emulator.is_between_frames and emulator.grid.changes:
            frames.append(Frame(read.at, emulator.grid.changes))
            emulator.grid.changes = []
    return frames


def find_echoes(keys: list[Key], frames: list[Frame]) -> None:
    """An echo stands right of the one before; where a line begins, anywhere."""
    place: tuple[int, int] | None = None
    begin = 0
    for key in keys:
        while begin < len(frames) and frames[begin].at < key.at:
            begin += 1
        due = [each for each in frames[begin : begin + 100] if each.at < key.at + LOST_AFTER]
        beside = place if key.column else None
        found = _found(due, key.letter, beside) or _found(due, key.letter, None)
        place = None
        if found is not None:
            key.echoed = found[0]
            place = (found[1].row, found[1].column + 1)


def _found(
    frames: list[Frame], letter: str, place: tuple[int, int] | None
) -> tuple[float, Cell] | None:
    for at, changes in frames:
        for cell in changes:
            if cell.letter == letter and place in (None, (cell.row, cell.column)):
                return at, cell
    return None


def _figures(keys: list[Key]) -> dict[str, float]:
    counted = keys[WARMING_UP:]
    times = [(each.echoed - each.at) * 1000 for each in counted if each.echoed is not None]
    lost = len(counted) - len(times)
    if lost > len(counted) * LOST_AT_MOST:
        raise MeasuringError(f"{lost} of {len(counted)} keys were never seen")
    pairs = itertools.pairwise(counted)
    written = [after.written - key.written for key, after in pairs if after.column]
    return {
        "p50": quantile(times, 0.5),
        "p95": quantile(times, 0.95),
        "p99": quantile(times, 0.99),
        "worst": max(times),
        "bytes": statistics.median(written),
        "lost": lost,
    }

"""Goals 17 to 19: what a save costs, in the file of a visit alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from companion.files import DiskFiles
from companion.storage import cases
from companion.storage.store import Edit
from tests.bench import storage_saving
from tests.bench.finding import Finding, at_most
from tests.bench.measures.keystrokes import quantile
from tests.bench.rounds import Spread, spread

if TYPE_CHECKING:
    from companion.storage.store import Store
    from tests.bench.setting import Setting

NOTES = 400
"""Notes saved one by one, each down to the disk itself."""
MANY = 10_000
BOUNDS = {20_000: (0.3, 0.5), 200_000: (0.3, 1.0)}
"""Milliseconds that half and 99 of 100 saves may block, by the bytes of the visit."""
STOCK = "tests.bench.stock_tinydb"
"""The module that saves a note the stock way, run in a process of its own for its memory."""


def blocking(setting: Setting) -> list[Finding]:
    """Row 19: the part of a save that whoever types waits for."""
    findings = []
    for size, (middle, late) in BOUNDS.items():
        halves, ends = [], []
        for _ in range(max(2, setting.rounds // 2)):
            times = storage_saving.typed(_folder(setting), size, 3000)
            halves.append(quantile(times, 0.5))
            ends.append(quantile(times, 0.99))
            setting.say(f"{size} bytes: p50 {halves[-1]:.3f} p99 {ends[-1]:.3f} ms")
        goal = f"a save blocks the interface, visit of {size // 1000} kB"
        findings.append(at_most(19, f"{goal}, p50", spread(halves), middle, "ms"))
        findings.append(at_most(19, f"{goal}, p99", spread(ends), late, "ms"))
    return findings


def among_many(setting: Setting) -> list[Finding]:
    """Row 17: with 10,000 visits stored, against one."""
    one, many = storage_saving.beside_many(_folder(setting))
    parts = range(0, len(one), len(one) // 5)
    ratios = [
        quantile(many[each : each + len(one) // 5], 0.5)
        / quantile(one[each : each + len(one) // 5], 0.5)
        for each in parts
    ]
    goal = "a save with 10,000 visits stored, to one with one"
    lines, size, line = _growth(setting)
    written = f"{lines:.0f} line, {size:.0f} B for a note of {line} B"
    return [
        at_most(17, goal, spread(ratios), 1.2),
        Finding(17, "what a saved note adds to the file", "≤ 2 lines", written, lines <= 2),
    ]


def against_the_floor(setting: Setting) -> list[Finding]:
    """Row 18: a note down to the disk itself, to an append of as many bytes."""
    durations, floors = [], []
    store = _visit(setting)
    _, size, _ = _growth(setting)
    path = os.path.join(setting.scratch, "floor")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        for number in range(NOTES):
            durations.append(_saved(store, number))
            floors.append(_appended(handle, b"x" * round(size)))
    finally:
        os.close(handle)
        store.close()
    fifths = [slice(begin, begin + NOTES // 5) for begin in range(0, NOTES, NOTES // 5)]
    ratios = [quantile(durations[each], 0.5) / quantile(floors[each], 0.5) for each in fifths]
    goal = "a note down to the disk itself, to an append and sync of as many bytes"
    return [at_most(18, goal, spread(ratios), 3), _against_stock(setting, durations)]


def _against_stock(setting: Setting, durations: list[float]) -> Finding:
    command = [sys.executable, "-m", STOCK, _folder(setting), str(MANY)]
    run = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    stock = float(run.stdout)
    setting.say(f"stock TinyDB, one note among {MANY} visits: {stock:.0f} ms")
    part = stock / quantile(durations, 0.5)
    goal = "stock TinyDB's save of a note among 10,000 visits, to ours"
    value = Spread(part, stock / max(durations), stock / min(durations))
    return Finding(18, goal, "≥ × 1000", f"{value:.0f}", part >= 1000)


def _folder(setting: Setting) -> str:
    path = os.path.join(setting.scratch, f"saving-{time.monotonic_ns()}")
    os.mkdir(path)
    return path


def _visit(setting: Setting) -> Store:
    home, case_id = _folder(setting), cases.new_id()
    cases.make_case(DiskFiles(), home, case_id)
    return storage_saving.visit(home, case_id, 20_000)


def _note(number: int) -> Edit:
    text = storage_saving.NOTE
    return Edit("notes", 1000 + number, {"id": cases.new_id(), "text": text})


def _saved(store: Store, number: int) -> float:
    note, started = _note(number), time.perf_counter()
    store.apply([note])
    store.writer.sync()
    return (time.perf_counter() - started) * 1000


def _appended(handle: int, data: bytes) -> float:
    started = time.perf_counter()
    os.write(handle, data)
    # Not on macOS, where `fsync` is the nearest.
    getattr(os, "fdatasync", os.fsync)(handle)
    return (time.perf_counter() - started) * 1000


def _growth(setting: Setting) -> tuple[float, float, int]:
    """Lines and bytes that one note adds, and the bytes of its text."""
    store, journal = _visit(setting), ""
    try:
        store.apply([_note(0)])
        journal = f"{store.path}.journal"
        before = _content(journal)
        store.apply([_note(1)])
        added = _content(journal)[len(before) :]
    finally:
        store.close()
    return added.count(b"\n"), len(added), len(storage_saving.NOTE)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()

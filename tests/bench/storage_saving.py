"""What a save costs: `python -m tests.bench.storage_saving`.

The side of one keystroke's save that the interface waits for, with the syncing thread at work,
in a visit of 20 kB and of 200 kB; and the same with 10,000 visits stored against one, interleaved.
"""

from __future__ import annotations

import gc
import random
import shutil
import statistics
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from companion.files import DiskFiles
from companion.storage import cases
from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store
from companion.storage.sync_thread import Syncer

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = "She said the dose stays as it is for two weeks, then a blood test, then we talk again. "
VISITS = 10_000
WORKED: list[float] = []
"""Processor time of the saves; steadier than the clock while other programs run."""


def keys(seed: int) -> Iterator[str]:
    """The composer after each key of an hour, emptied by Enter."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    text = ""
    while True:
        text = "" if len(text) > 200 else text + chance.choice("abcdefghij klmnop")
        yield text


def visit(home: str, case_id: str, size: int) -> Store:
    """A visit whose documents take so many bytes."""
    files = DiskFiles()
    path = cases.visit_path(home, case_id, cases.new_id())
    store = Store(path, files, OpenOptions(create=True))
    notes = [
        Edit("notes", number, {"id": cases.new_id(), "text": NOTE * 2, "stamps": {"text": [1]}})
        for number in range(1, max(2, size // 260))
    ]
    store.apply(notes)
    store.writer.checkpoint()
    return store


def save(store: Store, syncer: Syncer, text: str) -> float:
    """Milliseconds of one keystroke's save, and in `WORKED` those the processor spent on it."""
    document = {"id": "composer", "text": text, "question_id": None, "changed_at": 1.5}
    worked, started = time.thread_time(), time.perf_counter()
    store.apply([Edit("composer", 1, document)])
    syncer.touch(store)
    ended = time.perf_counter()
    WORKED.append((time.thread_time() - worked) * 1000)
    return (ended - started) * 1000


def oldest_unsynced(home: str, seconds: float = 8.0) -> float:
    """Typing at ten keys a second: the greatest age, in ms, of what a power cut would take."""
    case_id = cases.new_id()
    cases.make_case(DiskFiles(), home, case_id)
    store, syncer, stream = visit(home, case_id, 200_000), Syncer(), keys(3)
    worst, until = 0.0, time.monotonic() + seconds
    while time.monotonic() < until:
        save(store, syncer, next(stream))
        for _ in range(20):
            time.sleep(0.005)
            since = store.writer.unsynced_since
            worst = max(worst, 0.0 if since is None else time.monotonic() - since)
    syncer.stop()
    store.close()
    return worst * 1000


def percentile(times: list[float], part: float) -> float:
    """The time that so large a part of the saves stays below."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def typed(home: str, size: int, count: int = 6000, *, pasted: str = "") -> list[float]:
    """An hour's keys, faster than anybody types, after what was pasted into the composer."""
    case_id = cases.new_id()
    cases.make_case(DiskFiles(), home, case_id)
    store, syncer, stream = visit(home, case_id, size), Syncer(), keys(size)
    gc.collect()
    gc.freeze()
    times = []
    for _ in range(count):
        times.append(save(store, syncer, pasted + next(stream)))
        time.sleep(0.0005)
    syncer.stop()
    store.close()
    return times


def beside_many(home: str, count: int = 3000) -> tuple[list[float], list[float]]:
    """Saves into the only visit of a home, and into one of 10,000, one after the other."""
    files = DiskFiles()
    small, large = f"{home}/small", f"{home}/large"
    case_id = cases.new_id()
    for each in (small, large):
        cases.make_case(files, each, case_id)
    alone = visit(small, case_id, 20_000)
    raw = files.read(alone.path)
    for _ in range(VISITS):
        handle = files.create(cases.visit_path(large, case_id, cases.new_id()))
        files.write_all(handle, raw)
        files.close(handle)
    among, syncer, stream = visit(large, case_id, 20_000), Syncer(), keys(7)
    one: list[float] = []
    many: list[float] = []
    for number in range(count):
        text = next(stream)
        # Whoever comes second finds the syncing thread awake, so they take turns.
        pairs = [(one, alone), (many, among)]
        for times, store in pairs if number % 2 else reversed(pairs):
            times.append(save(store, syncer, text))
        time.sleep(0.0005)
    syncer.stop()
    return one, many


def main() -> None:
    """Print the figures."""
    home = tempfile.mkdtemp(prefix="saving-")
    out = sys.stdout.write
    try:
        for size in (20_000, 200_000):
            WORKED.clear()
            times = typed(home, size)
            middle, late, last = (percentile(times, part) for part in (0.5, 0.99, 0.999))
            busy = percentile(WORKED, 0.99)
            out(f"{size // 1000:4} kB: p50 {middle:.3f} p99 {late:.3f} p99.9 {last:.3f} ms, ")
            out(f"of it processor p99 {busy:.3f} ms\n")
        times = typed(home, 20_000, 2000, pasted=NOTE * (1_000_000 // len(NOTE)))
        middle, late = percentile(times, 0.5), percentile(times, 0.99)
        out(f"1 MB in the composer, each key after it: p50 {middle:.3f} p99 {late:.3f} ms\n")
        out(f"oldest text not yet synced while typing: {oldest_unsynced(home):.0f} ms\n")
        one, many = beside_many(home)
        ratio = statistics.median(many) / statistics.median(one)
        means = statistics.fmean(many) / statistics.fmean(one)
        out(f"{VISITS} visits against one: median x{ratio:.3f}, mean x{means:.3f}\n")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()

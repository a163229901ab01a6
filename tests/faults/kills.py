"""Killing a writing program at random moments: `python -m tests.faults.kills 10000`.

A child types into a store with the real disk and the real thread that syncs, and tells every
change that was answered with *saved* through a pipe. It is killed; what was told must be there.
Every third child goes on with the store that the one before left behind.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from itertools import islice

from tinydb import TinyDB

from companion.files import DiskFiles, join
from companion.storage.errors import StoreError
from companion.storage.findings import FindingKind
from companion.storage.lock import CaseLock
from companion.storage.sync_thread import Syncer
from tests.faults.typing_hour import State, after, edits_of, opened, shown

LONGEST = 0.030
"""Seconds after which the last child is dead."""
_WIDTH = 4
WHOLE = {"whole", "whole, half a line after it"}
"""All that may be said."""


def child(folder: str, seed: int, skip: int, pipe: int) -> None:
    """Type until killed."""
    files = DiskFiles()
    lock = CaseLock(join(folder, "case.lock"), DiskFiles())
    if not lock.acquire():
        os._exit(3)
    store = opened(join(folder, "visit-abcdefgh.json"), files, limit=2000 + seed % 5 * 3000)
    syncer = Syncer()
    os.write(pipe, (skip).to_bytes(_WIDTH, "little"))
    for number, edits in enumerate(islice(edits_of(seed), skip, None), skip + 1):
        store.apply(edits)
        syncer.touch(store)
        if seed % 4 == 0 and number % 40 == 0:
            syncer.flush()
        if store.state == "saved":
            os.write(pipe, number.to_bytes(_WIDTH, "little"))


def killed_after(folder: str, seed: int, skip: int, seconds: float) -> int:
    """The last change that the killed child had told."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            child(folder, seed, skip, writing)
        finally:
            os._exit(1)
    os.close(writing)
    told = os.read(reading, _WIDTH)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    while part := os.read(reading, 1 << 16):
        told += part
    os.close(reading)
    whole = len(told) - len(told) % _WIDTH
    return int.from_bytes(told[whole - _WIDTH : whole], "little") if whole else -1


def states(seed: int, number: int) -> list[State]:
    """The states after `number` changes and after one more."""
    state: State = {}
    for edits in islice(edits_of(seed), number):
        state = after(state, edits)
    return [shown(state), shown(after(state, next(islice(edits_of(seed), number, None))))]


def verdict(folder: str, seed: int, told: int) -> tuple[str, int]:
    """What became of it, and how many changes are there."""
    files, path = DiskFiles(), join(folder, "visit-abcdefgh.json")
    try:
        store = opened(path, files)
    except StoreError as error:
        return f"unreadable: {type(error).__name__}", told
    found = shown(store.tables())
    known = states(seed, told)
    if found not in known:
        return "lost", told
    kinds = {finding.kind for finding in store.findings}
    if kinds - {FindingKind.TORN}:
        return f"found {min(kinds)}", told
    number = told + known.index(found)
    if number % 2:
        store.close()
        with TinyDB(path) as stock:
            plain = {
                table: {row.doc_id: dict(row) for row in stock.table(table)}
                for table in stock.tables() - {"_meta"}
            }
        if shown(plain) != found:
            return "not what stock TinyDB reads", told
    # The kernel ends a write between two pages when its program is killed: nobody was told yet.
    return ("whole, half a line after it" if kinds else "whole"), number


def run(kills: int, seed: int = 99) -> tuple[Counter[str], int]:
    """Kill so many times; the verdicts, and how many changes had been told in all."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    result: Counter[str] = Counter()
    answered = 0
    base = tempfile.mkdtemp(prefix="kills-")
    folder, number, stream = "", 0, 0
    for kill in range(kills):
        if kill % 3 == 0:
            shutil.rmtree(folder, ignore_errors=True)
            folder, number, stream = join(base, str(kill)), 0, kill
            DiskFiles().make_folder(folder)
        told = killed_after(folder, stream, number, chance.random() * LONGEST)
        if told < 0:
            result["the child did not start"] += 1
            continue
        answered += told - number
        said, number = verdict(folder, stream, told)
        result[said] += 1
        if said not in WHOLE:
            sys.stderr.write(f"{said}: stream {stream}, change {told}, {folder}\n")
            folder, number, stream = join(base, f"{kill}-again"), 0, kill + kills
            DiskFiles().make_folder(folder)
    if set(result) <= WHOLE:
        shutil.rmtree(base)
    return result, answered


if __name__ == "__main__":
    found, told = run(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    sys.stdout.write(f"{found.total()} kills: {dict(found)}, {told} changes told as saved\n")
    sys.exit(0 if set(found) <= WHOLE else 1)

"""Every byte flipped, cut off, zeroed; every file gone: `python -m tests.faults.damage`."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from companion.storage.errors import StoreError
from companion.storage.findings import FindingKind
from tests.faults.power import PATH, Disk, TracedFiles, loaded
from tests.faults.typing_hour import State, after, edits_of, opened, shown

if TYPE_CHECKING:
    from companion.files.memory import MemoryFiles
    from companion.storage.store import Store

NOT_SILENT = {FindingKind.GAPS, FindingKind.TORN, FindingKind.OLDER, FindingKind.EDITED}


def a_store(edits: int = 60, limit: int = 1500) -> tuple[Disk, list[State]]:
    """The files of a store in the middle of a visit, and every state it had."""
    files = TracedFiles()
    files.make_folder("/d")
    store = opened(PATH, files, limit)
    states: list[State] = [{}]
    for number, edit in enumerate(edits_of(3)):
        states.append(after(states[-1], edit))
        store.apply(edit)
        if number % 4 == 3:
            store.writer.sync()
        if number >= edits and len(files.read(PATH + ".journal")) > limit // 2:
            break
    store.writer.sync()
    return {path: files.read(path) for path in files.names}, states


def damaged(disk: Disk, every: int = 1) -> list[tuple[str, str, Disk]]:
    """File, kind of damage, and the disk with it."""
    found: list[tuple[str, str, Disk]] = []
    for path, content in disk.items():
        ending = path.removeprefix(PATH) or "checkpoint"
        gone = {name: raw for name, raw in disk.items() if name != path}
        found.append((ending, "gone", gone))
        for at in range(0, len(content), every):
            flipped = bytearray(content)
            flipped[at] ^= 1 << (at % 8)
            other = bytearray(content)
            other[at] ^= 0xFF
            zeroed = content[:at] + bytes(len(content) - at)
            one = content[:at] + b"\0" + content[at + 1 :]
            for kind, raw in (
                ("bit flipped", bytes(flipped)),
                ("byte flipped", bytes(other)),
                ("cut off", content[:at]),
                ("zeroed from here", zeroed),
                ("one byte zeroed", one),
            ):
                found.append((ending, kind, {**disk, path: raw}))
    return found


def verdict(disk: Disk, states: list[State]) -> str:
    """What opening it gives."""
    files = loaded(disk)
    before = {path: files.read(path) for path in disk}
    try:
        store = opened(PATH, files)
    except StoreError:
        return "refused"
    if {path: files.read(path) for path in files.names} != before:
        return "CHANGED BY OPENING"
    state, kinds = shown(store.tables()), {finding.kind for finding in store.findings}
    last = shown(states[-1])
    if state != last and not kinds & NOT_SILENT:
        return "older, silently" if state in map(shown, states) else "WRONG, SILENTLY"
    said = "exact" if state == last else "told"
    if store.state == "read_only":
        return f"{said}, read-only" if files.names.keys() == disk.keys() else "NOT KEPT"
    return _going_on(files, store, before) or said


def _going_on(files: MemoryFiles, store: Store, before: Disk) -> str:
    """What is wrong after one more edit; empty when all is well."""
    state, kinds = shown(store.tables()), {finding.kind for finding in store.findings}
    store.apply(next(edits_of(1)))
    store.close()
    if shown(opened(PATH, files).tables()) != shown(after(state, next(edits_of(1)))):
        return "LOST ON GOING ON"
    return "NOT KEPT" if FindingKind.PREVIOUS in kinds and not _kept(before, files) else ""


def _kept(before: Disk, files: MemoryFiles) -> bool:
    """The damaged checkpoint is still there under some name."""
    return before.get(PATH, b"") in [files.read(path) for path in files.names] or PATH not in before


def run(every: int = 1) -> dict[tuple[str, str], Counter[str]]:
    """Counts by file and kind."""
    disk, states = a_store()
    result: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for ending, kind, each in damaged(disk, every):
        result[ending, kind][verdict(each, states)] += 1
    return result


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    for (ending, kind), counts in found.items():
        sys.stdout.write(f"{ending:14} {kind:18} {dict(counts)}\n")
    total = sum(counts.total() for counts in found.values())
    bad = [said for counts in found.values() for said in counts if said[:2].isupper()]
    sys.stdout.write(f"{total} damaged disks, bad: {bad}\n")
    sys.exit(1 if bad else 0)

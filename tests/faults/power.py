"""Every disk that a power cut may leave: `python -m tests.faults.power 50000`.

Content: what was written to a file since its last sync may be there to any byte, not at all, as
zeros, or as any of its 4 KiB pages. Names: what was done in a folder since its last sync may be
there up to any step (`ordered`, as ext4, APFS and NTFS promise) or in any selection (`weak`).
What comes back must be a state that was once there, not older than what was last synced.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from companion.files.memory import Inode, MemoryFiles
from companion.storage.errors import StoreError
from companion.storage.findings import FindingKind
from tests.faults.typing_hour import State, after, edits_of, opened, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.storage.store import Edit, Store

PATH = "/d/visit-abcdefgh.json"
PAGE = 4096
Step = tuple[str, Any, Any]
"""What was done, to what, with what."""
Disk = dict[str, bytes]


class TracedFiles(MemoryFiles):
    """Remembers every step that changes the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.trace: list[Step] = []
        self.before: Callable[[], None] = lambda: None

    def _step(
        self, what: str, one: str | int, two: int | bytes | tuple[str, int] | None = None
    ) -> None:
        self.trace.append((what, one, two))

    def create(self, path: str) -> int:
        self.before()
        handle = super().create(path)
        self._step("name", path, self.names[path].number)
        return handle

    def write(self, handle: int, data: bytes) -> int:
        self.before()
        self._step("write", self.inode_of(handle).number, data)
        return super().write(handle, data)

    def sync(self, handle: int) -> None:
        self.before()
        self._step("sync", self.inode_of(handle).number)

    def datasync(self, handle: int) -> None:
        self.sync(handle)

    def replace(self, source: str, target: str) -> None:
        self.before()
        inode = self.names[source].number
        super().replace(source, target)
        self._step("rename", source, (target, inode))

    def link(self, source: str, target: str) -> None:
        self.before()
        super().link(source, target)
        self._step("name", target, self.names[target].number)

    def unlink(self, path: str) -> None:
        self.before()
        super().unlink(path)
        self._step("unlink", path)

    def sync_folder(self, path: str) -> None:
        self.before()
        self._step("folder", path)


@dataclass
class Surface:
    """What is surely on the disk, and what may be, at one moment."""

    names: dict[str, int] = field(default_factory=dict)
    content: dict[int, bytes] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    writes: dict[int, list[bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, disk: Disk) -> Surface:
        """What lay there before the first step is there for sure."""
        numbers = {path: -1 - number for number, path in enumerate(sorted(disk))}
        return cls(dict(numbers), {number: disk[path] for path, number in numbers.items()})

    def take(self, step: Step) -> None:
        what, one, two = step
        if what == "write":
            self.writes.setdefault(one, []).append(two)
        elif what == "sync":
            written = b"".join(self.writes.pop(one, []))
            self.content[one] = self.content.get(one, b"") + written
        elif what == "folder":
            for each in self.steps:
                name(self.names, each)
            self.steps = []
        else:
            self.steps.append(step)

    def disks(self, mode: str, chance: random.Random, most: int) -> Iterator[Disk]:
        """The disks possible now; a sample where there are more than `most` for one folder."""
        for chosen in self._selections(mode, chance):
            names = dict(self.names)
            for step in chosen:
                name(names, step)
            inodes = sorted(set(names.values()))
            variants = [list(self._contents(inode, chance)) for inode in inodes]
            every: Iterator[tuple[bytes, ...]] = itertools.product(*variants)
            total = 1
            for variant in variants:
                total *= len(variant)
            if total > most:
                every = (tuple(map(chance.choice, variants)) for _ in range(most))
            for contents in every:
                found = dict(zip(inodes, contents, strict=True))
                yield {path: found[inode] for path, inode in names.items()}

    def _selections(self, mode: str, chance: random.Random) -> Iterator[list[Step]]:
        steps = self.steps
        if mode == "ordered" or len(steps) > 7:
            for count in range(len(steps) + 1):
                yield steps[:count]
        if mode == "weak" and len(steps) <= 7:
            for count in range(len(steps) + 1):
                yield from map(list, itertools.combinations(steps, count))
        elif mode == "weak":
            for _ in range(64):
                yield [step for step in steps if chance.random() < 0.5]

    def _contents(self, inode: int, chance: random.Random) -> Iterator[bytes]:
        sure = self.content.get(inode, b"")
        yield sure
        writes = self.writes.get(inode, [])
        if not writes:
            return
        more = b"".join(writes)
        for count in range(1, len(writes) + 1):
            yield sure + b"".join(writes[:count])
        for _ in range(4):
            yield sure + more[: chance.randrange(len(more))]
        yield sure + bytes(len(more))
        for _ in range(4):
            yield self._pages(sure, more, chance)

    def _pages(self, sure: bytes, more: bytes, chance: random.Random) -> bytes:
        """Some pages of what was written, zeros for the others; the size is there already."""
        whole = bytearray(sure + more)
        for start in range(0, len(whole), PAGE):
            if chance.random() < 0.5:
                first, last = max(start, len(sure)), min(start + PAGE, len(whole))
                whole[first:last] = bytes(max(0, last - first))
        return bytes(whole)


def name(names: dict[str, int], step: Step) -> None:
    """Carry out one step on the names; a rename is the new name's entry and the old one's end."""
    what, path, more = step
    if what == "name":
        names[path] = more
        return
    names.pop(path, None)
    if what == "rename":
        target, inode = more
        names[target] = inode


def loaded(disk: Disk) -> MemoryFiles:
    """A disk that holds these files."""
    files = MemoryFiles()
    files.make_folder("/d")
    for number, (path, content) in enumerate(sorted(disk.items())):
        files.names[path] = Inode(-1 - number, bytearray(content))
    return files


@dataclass
class Visit:
    """A visit typed on a traced disk: its states and how far each was synced."""

    files: TracedFiles = field(default_factory=TracedFiles)
    states: list[State] = field(default_factory=lambda: [{}])
    marks: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    """Length of the trace, and which state was surely on the disk then."""
    answers: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    """Length of the trace, and which state had been told to be saved then."""
    start: Disk = field(default_factory=dict)
    """What lay on the disk before."""

    def type(self, seed: int, edits: int, limit: int, large: int = 0) -> Visit:
        """Edits, some of them in the middle of another thread's sync or new generation."""
        chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
        self.files.make_folder("/d")
        stream = edits_of(seed, large)
        store = opened(PATH, self.files, limit)
        self._edit(store, stream)
        store.writer.background = True
        lock: Any = store.writer.lock

        def meanwhile() -> None:
            # Another thread's edit gets in wherever the lock is free.
            if not lock._is_owned() and chance.random() < 0.25:
                self._edit(store, stream)

        for _ in range(edits):
            self._edit(store, stream)
            if chance.random() < 0.3:
                self.files.before = meanwhile
                store.writer.maintain()
                self.files.before = lambda: None
                self._mark(store)
        store.writer.sync()
        self._mark(store)
        store.close()
        self._mark(store)
        return self

    def _edit(self, store: Store, stream: Iterator[list[Edit]]) -> None:
        edits = next(stream)
        self.states.append(after(self.states[-1], edits))
        store.apply(edits)
        if store.state == "saved":
            self.answers.append((len(self.files.trace), len(self.states) - 1))

    def _mark(self, store: Store) -> None:
        if store.writer.unsynced_since is None:
            self.marks.append((len(self.files.trace), len(self.states) - 1))


def go_on(disk: Disk, seed: int, edits: int, limit: int) -> Visit:
    """A visit that goes on with what a power cut left."""
    visit = Visit(start=disk)
    names = loaded(disk).names
    visit.files.names.update(names)
    visit.files.make_folder("/d")
    visit.states[0] = shown(opened(PATH, loaded(disk)).tables())
    return visit.type(seed, edits, limit)


def judge_twice(visit: Visit, mode: str, cuts: int, seed: int) -> Counter[str]:
    """Cut the power, go on, and cut it again."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    disks: list[Disk] = []
    surface = Surface()
    for step in visit.files.trace:
        disks += surface.disks(mode, chance, 1)
        surface.take(step)
    result: Counter[str] = Counter()
    for disk in chance.sample(disks, cuts):
        result += judge(go_on(disk, seed, 6, 500), mode, 2, seed)
    return result


def judge(visit: Visit, mode: str, most: int, seed: int = 5) -> Counter[str]:
    """Open every disk that a cut at any step may leave, and count what comes back."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    result: Counter[str] = Counter()
    surface = Surface.of(visit.start)
    known = [shown(state) for state in visit.states]
    for position in range(len(visit.files.trace) + 1):
        sure = max(state for length, state in visit.marks if length <= position)
        for disk in surface.disks(mode, chance, most):
            result[_verdict(disk, known, sure)] += 1
        result[_after_kill(surface, visit, known, position)] += 1
        if position < len(visit.files.trace):
            surface.take(visit.files.trace[position])
    return result


def _after_kill(surface: Surface, visit: Visit, known: list[State], position: int) -> str:
    """What a kill leaves is all that was written: every change told to be saved is there."""
    names = dict(surface.names)
    for step in surface.steps:
        name(names, step)
    content = {
        inode: surface.content.get(inode, b"") + b"".join(surface.writes.get(inode, []))
        for inode in names.values()
    }
    told = max(state for length, state in visit.answers if length <= position)
    verdict = _verdict({path: content[inode] for path, inode in names.items()}, known, told)
    return verdict if verdict == "whole" else f"{verdict} by a kill"


def _verdict(disk: Disk, known: list[State], sure: int) -> str:
    files = loaded(disk)
    try:
        store = opened(PATH, files)
    except StoreError:
        return "unreadable"
    state = shown(store.tables())
    if any(finding.kind is FindingKind.GAPS for finding in store.findings):
        return "said to be damaged"
    if state not in known[sure:]:
        return "lost" if state in known else "torn"
    if len(disk) % 2:
        # Going on writes over what the cut left; nothing may change by that.
        store.apply(next(edits_of(1)))
        store.close()
        again = shown(opened(PATH, files).tables())
        if again != shown(after(state, next(edits_of(1)))):
            return "lost on going on"
    return "whole"


SHAPES = ((40, 400, 0), (40, 2000, 0), (60, 900, 0), (30, 6000, 6000), (40, 30000, 3000))
"""Edits, bytes of journal, characters that already stand in the composer."""


def run(wanted: int, most: int) -> Counter[str]:
    """At least so many disks, over both models of folders and several visits."""
    total: Counter[str] = Counter()
    for seed in itertools.count(1):
        for mode, shape in itertools.product(("ordered", "weak"), SHAPES):
            visit = Visit().type(seed, *shape)
            total += judge(visit, mode, most, seed)
        if total.total() >= wanted:
            return total
    return total


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000, 40)
    sys.stdout.write(f"{found.total()} disks after a power cut: {dict(found)}\n")
    sys.exit(0 if set(found) == {"whole"} else 1)

"""Other hands at the files: `python -m tests.faults.hands 200 --seed 1`.

Sync programs, backups, editors, cleaners and other versions do to a data folder what they do, under
an open room, between two commands and between two laptops, at random and repeatable by seed. Every
acknowledged word must be readable by a command afterwards, and nothing false may be said.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.faults.hands_acts import HANDS, Scene, copy_home, lock_removed
from tests.faults.hands_laptop import FalseError, Laptop
from tests.support.forked import read_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.hands_laptop import Room

WAYS: Final = ("kill", "kill", "term", "hang up", "quit", "quit", "home")
"""How a room ends."""
JOBS: Final = 2
EVERY: Final = 5
"""Every so many schedules a backup is made and restored elsewhere."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Words:
    """Words that nobody has used before."""

    chance: random.Random
    """Where their letters come from."""
    number: int = 0
    """How many there were."""

    def new(self) -> str:
        """One more."""
        self.number += 1
        return f"kw{self.number:05d}" + "".join(self.chance.choices(_LETTERS, k=3))


@dataclass(frozen=True)
class Verdict:
    """What became of one schedule."""

    seed: int
    """Repeats it."""
    steps: tuple[str, ...]
    """What was done, in words."""
    wrong: str
    """What was lost or false; empty where nothing was."""
    words: int
    """How many words had to be readable at the end."""
    aside: int
    """How many of them only what was set aside holds."""
    seconds: float
    """How long it took."""


@dataclass
class Schedule:
    """One story, as it goes."""

    scene: Scene
    """The laptops."""
    words: Words
    """The words typed."""
    steps: list[str] = field(default_factory=list)
    """What was done so far."""
    known: set[str] = field(default_factory=set)
    """Every word that was ever acknowledged."""
    aside: set[str] = field(default_factory=set)
    """Words that only what was set aside holds."""

    @property
    def chance(self) -> random.Random:
        """Where every choice comes from."""
        return self.scene.chance

    def run(self) -> None:
        """Do something, let others do something, and look."""
        chance = self.chance
        hands = [self._hand] * chance.randint(1, 4)
        own: list[Callable[[], None]] = [self._note, self._type, self._type, self._plan]
        mine = chance.choices(own, k=chance.randint(1, 5))
        todo = [*hands, *mine]
        chance.shuffle(todo)
        if chance.random() < 0.7:
            self._open(self.scene.here)
        for each in todo:
            each()
        self._end_all()
        if chance.random() < 0.5:
            self._modes_back()
            room = self._open(self.scene.here)
            if room is not None:
                self._type()
            self._end_all()
        self._modes_back()
        for laptop in (self.scene.here, self.scene.there):
            self.aside |= laptop.check()

    # What the person does

    def _laptop(self) -> Laptop:
        return self.scene.here if self.chance.random() < 0.8 else self.scene.there

    def _note(self, laptop: Laptop | None = None, *, even_open: bool = False) -> None:
        laptop = laptop or self._laptop()
        if any(room.writes for room in laptop.rooms) and not even_open:
            self._type()
            return
        texts = [self.words.new() for _ in range(self.chance.randint(1, 3))]
        visit = self.chance.choice(laptop.visits)
        typed = "".join(f"{text} by hand\n" for text in texts)
        self.steps.append(f"{laptop.name}: note {visit}: {' '.join(texts)}")
        done = laptop.do("note", laptop.case, "--visit", visit, typed=typed)
        self.steps[-1] += f" -> {done.code} {done.err.strip()[-80:]!r}"
        if done.code == 0:
            laptop.needed |= set(texts)
            self.known |= set(texts)

    def _plan(self) -> None:
        laptop = self._laptop()
        if any(room.writes for room in laptop.rooms):
            self._type()
            return
        word = self.words.new()
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        done = laptop.do("plan", laptop.case, "--at", now, "--with", f"Dr {word}")
        self.steps.append(f"{laptop.name}: plan {word} -> {done.code} {done.err.strip()[-80:]!r}")
        if done.code == 0:
            laptop.visits.append(done.out.strip())
            laptop.needed.add(word)
            self.known.add(word)

    def _open(self, laptop: Laptop) -> Room | None:
        visit = self.chance.choice(laptop.visits)
        room = laptop.open(visit)
        state = "not opened" if room is None else "opened" if room.writes else "opened to read"
        self.steps.append(f"{laptop.name}: room on {visit} {state}")
        return room

    def _type(self) -> None:
        laptop = self._laptop()
        if not laptop.rooms or (len(laptop.rooms) < 2 and self.chance.random() < 0.2):
            self._open(laptop)
        if not laptop.rooms:
            return
        room = self.chance.choice(laptop.rooms)
        kind = self.chance.choice(("note", "note", "half", "change"))
        word = self.words.new()
        self.steps.append(f"{laptop.name}: {kind} {word} typed")
        if kind == "change":
            if not laptop.change_last(room, word):
                self.steps[-1] += ": nothing to change"
                return
        else:
            laptop.type(room, f"{word} typed ", enter=kind == "note")
        self.steps[-1] += f" ({room.last_line[-10:].strip()})"
        self.known.add(word)
        if self.chance.random() < 0.3:
            self._check(laptop)

    def _check(self, laptop: Laptop, said: str = "") -> None:
        for room in laptop.rooms:
            self._rest(laptop, room)
        if not self.scene.undo:
            laptop.check(said)

    def _rest(self, laptop: Laptop, room: Room) -> None:
        laptop.come_to_rest(room, by_command=not self.scene.undo)
        self.steps.append(f"{laptop.name}: at rest ({room.last_line[-10:].strip()})")

    def _end_all(self) -> None:
        for laptop in (self.scene.here, self.scene.there):
            while laptop.rooms:
                self._end(laptop, self.chance.choice(laptop.rooms))

    def _end(self, laptop: Laptop, room: Room) -> None:
        way = self.chance.choice(WAYS)
        if self.chance.random() < 0.6:
            self._rest(laptop, room)
        self.steps.append(f"{laptop.name}: {way}")
        said = laptop.end(room, way)
        self.steps[-1] += f" -> {said.strip()!r}" if said.strip() else ""
        self._check(laptop, said)

    # What others do

    def _hand(self) -> None:
        scene, hand = self.scene, self.chance.choice(HANDS)
        if self.chance.random() < 0.2:
            scene = Scene(
                scene.chance, scene.there, scene.here, scene.place, scene.copies, scene.undo
            )
        said = hand(scene)
        if said is None:
            return
        self.steps.append(f"** {scene.here.name}: {said}")
        for laptop in (scene.here, scene.there):
            laptop.after_a_hand()
            laptop.brought(self.known)
        if hand is lock_removed:
            self._note(scene.here, even_open=True)

    def _modes_back(self) -> None:
        while self.scene.undo:
            self.scene.undo.pop()()

    def restored(self) -> None:
        """A backup brings every word back in an empty data folder."""
        laptop, file = self.scene.here, self.scene.place / "backup.zip"
        done = laptop.do("backup", str(file))
        self.steps.append(f"backup -> {done.code} {done.err.strip()!r}")
        home = self.scene.place / "restored"
        back = laptop.do("restore", str(file), home=home)
        self.steps.append(f"restore -> {back.code} {back.err.strip()!r}")
        laptop.check(home=home)


# The beginning of every story


def make_template(place: Path, variant: int) -> None:
    """Two laptops that went on by themselves from one data folder, and a copy of before."""
    words = Words(random.Random(variant))  # noqa: S311 - to be repeated
    here = Laptop("here", place / "here", "", [])
    here.case = here.do("new", "--title", "Left knee").out.strip()
    for _ in range(1 + variant % 2):
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        here.visits.append(here.do("plan", here.case, "--at", now).out.strip())
    _said(here, words, 3)
    _typed(here, words, ("half",), "hang up")
    copy_home(here.home, place / "copy-0")
    _said(here, words, 1)
    copy_home(here.home, place / "there")
    there = Laptop("there", place / "there", here.case, list(here.visits), set(here.needed))
    if variant % 2:
        (there.home / "device").unlink(missing_ok=True)
    _said(there, words, 2)
    _typed(there, words, ("note", "change", "half"), "kill" if variant % 3 == 0 else "quit")
    _typed(here, words, ("change", "note", "half"), "kill" if variant % 3 == 1 else "quit")
    here.check()
    there.check()
    told = {
        "case": here.case,
        "visits": here.visits,
        "here": sorted(here.needed),
        "there": sorted(there.needed),
        "number": words.number,
    }
    (place / "told.json").write_text(json.dumps(told), "utf-8")


def _said(laptop: Laptop, words: Words, count: int) -> None:
    for visit in laptop.visits:
        texts = [words.new() for _ in range(count)]
        typed = "".join(f"{text} said\n" for text in texts)
        laptop.do("note", laptop.case, "--visit", visit, typed=typed)
        laptop.needed |= set(texts)


def _typed(laptop: Laptop, words: Words, kinds: tuple[str, ...], way: str) -> None:
    for visit in laptop.visits:
        room = laptop.open(visit)
        if room is None:
            raise FalseError("the room does not open")
        for kind in kinds:
            if kind == "change":
                laptop.change_last(room, words.new())
            else:
                laptop.type(room, f"{words.new()} typed ", enter=kind == "note")
        laptop.end(room, way)


def schedule_of(seed: int, templates: list[Path], place: Path) -> Schedule:
    """The story of a seed, at its beginning."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated
    template = chance.choice(templates)
    told = json.loads((template / "told.json").read_text("utf-8"))
    for name in ("here", "there", "copy-0"):
        shutil.copytree(template / name, place / name)
    here, there = (
        Laptop(name, place / name, told["case"], list(told["visits"]), set(told[name]))
        for name in ("here", "there")
    )
    scene = Scene(chance, here, there, place, [place / "copy-0"])
    known = here.needed | there.needed
    return Schedule(scene, Words(chance, told["number"]), known=set(known))


def one(task: tuple[int, list[Path]]) -> Verdict:
    """Run one schedule in a folder of its own, which is kept where something was wrong."""
    seed, templates = task
    place, began = Path(tempfile.mkdtemp(prefix=f"hands-{seed}-")), time.monotonic()
    schedule, wrong = schedule_of(seed, templates, place), ""
    try:
        schedule.run()
        if seed % EVERY == 0:
            schedule.restored()
    except AssertionError as error:
        wrong = f"{error}\nkept in {place}"
    except Exception:  # noqa: BLE001 - a fault of the suite is told with its seed as well
        wrong = f"{traceback.format_exc()}\nkept in {place}"
    finally:
        for laptop in (schedule.scene.here, schedule.scene.there):
            for room in laptop.rooms:
                room.terminal.stop()
    if not wrong:
        shutil.rmtree(place)
    needed = len(schedule.scene.here.needed | schedule.scene.there.needed)
    took = time.monotonic() - began
    return Verdict(seed, tuple(schedule.steps), wrong, needed, len(schedule.aside), took)


def run(count: int, first: int, jobs: int = JOBS) -> list[Verdict]:
    """Run so many schedules, from a seed on; what became of each."""
    read_first()
    base = Path(tempfile.mkdtemp(prefix="hands-"))
    templates = []
    for variant in range(6):
        place = base / str(variant)
        make_template(place, variant)
        templates.append(place)
    tasks = [(seed, templates) for seed in range(first, first + count)]
    with get_context("fork").Pool(jobs) as pool:
        verdicts = []
        for verdict in pool.imap_unordered(one, tasks):
            verdicts.append(verdict)
            if verdict.wrong:
                sys.stderr.write(told(verdict))
    shutil.rmtree(base)
    return verdicts


def told(verdict: Verdict) -> str:
    """A schedule that went wrong, in words."""
    steps = "".join(f"  {step}\n" for step in verdict.steps)
    return f"\nseed {verdict.seed}\n{steps}{verdict.wrong}\n"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="tests.faults.hands")
    parser.add_argument("count", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=JOBS)
    given = parser.parse_args()
    verdicts = run(given.count, given.seed, given.jobs)
    wrong = sorted(verdict.seed for verdict in verdicts if verdict.wrong)
    totals = Counter(
        words=sum(each.words for each in verdicts), aside=sum(each.aside for each in verdicts)
    )
    sys.stdout.write(
        f"{len(verdicts)} schedules, {len(wrong)} wrong {wrong}; {totals['words']} words had to be "
        f"readable, {totals['aside']} of them in what was set aside; "
        f"{sum(each.seconds for each in verdicts):.0f} s\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Killing the program under somebody's fingers: `python -m tests.faults.typing_kills 300`.

The program runs in a real terminal, words are typed at 5 to 250 keys a second, and it is killed at
a random moment. What the terminal had shown by then must be on the disk, once; `companion` must
offer the visit first, and one Enter must lead back to the same question and the same half line.
A second number begins at another seed.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.typing_export import exported
from tests.faults.typing_model import State
from tests.faults.typing_script import Typist
from tests.faults.visit_screen import Seen, seen
from tests.terminal.screen import ROOT, Terminal
from tests.terminal.visit.room import COMPANION, companion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

QUESTIONS = ("Is my diagnosis right?", "Is my treatment working?", "What else could I take?")
SLOWEST, FASTEST = 5, 250
"""Keys a second."""
LONGEST = 4.0
"""Seconds of typing, at most."""
MOST_KEYS = 250
LIVES = 6
"""Kills that one case goes through."""
LOOK_EVERY = 0.02
"""Seconds between two looks at the screen."""
PATIENCE = 20.0
KEPT = "kept"
"""All that may be said."""


def cells(terminal: Terminal) -> list[list[str]]:
    """The screen, cell by cell; the second cell of a wide character is empty."""
    screen = terminal.screen
    return [[screen.buffer[y][x].data for x in range(screen.columns)] for y in range(screen.lines)]


@dataclass
class Life:
    """The room from its opening to the kill."""

    terminal: Terminal
    """Where it runs."""
    states: list[State]
    """The room after each key, the one it was opened with first."""
    at: tuple[int, ...] = (0, 0, 0)
    """The first states that may be those whose line, label and notes are shown.

    None ever goes back. The line is painted first, what stands around it a moment later.
    """
    last: Seen | None = None
    """What stood there when it was last looked at."""
    looks: int = 0
    """How often all of it was recognised."""

    @property
    def shown(self) -> int:
        """What was on the screen is in this state, and in those after it."""
        return max(self.at)

    def look(self) -> bool:
        """Find the states that are on the screen, at or after those found before."""
        self.last = now = seen(cells(self.terminal))
        if now is None:
            return False
        ways = (now.types, now.labels, now.lists)
        found = [self._first_from(at, way) for at, way in zip(self.at, ways, strict=True)]
        self.at = tuple(
            before if at is None else at for at, before in zip(found, self.at, strict=True)
        )
        self.looks += None not in found
        return None not in found

    def _first_from(self, start: int, is_so: Callable[[State], bool]) -> int | None:
        numbers = range(start, len(self.states))
        return next((number for number in numbers if is_so(self.states[number])), None)

    def wait_until(self, moment: float) -> None:
        """Watch the screen until then."""
        while (left := moment - time.monotonic()) > 0:
            if self.terminal.pump(min(LOOK_EVERY, left)):
                self.look()

    def type(self, chance: random.Random) -> None:
        """Type at a random rate for a random while."""
        rate = SLOWEST * (FASTEST / SLOWEST) ** chance.random()
        most = chance.uniform(1, min(MOST_KEYS, rate * LONGEST))
        due = time.monotonic()
        for number, (key, state) in enumerate(Typist(chance, self.states[0]).keys()):
            if number >= most:
                break
            self.states.append(state)
            self.terminal.send(key)
            due += chance.expovariate(rate)
            self.wait_until(due)
        self.wait_until(time.monotonic() + chance.choice((0.0, 0.01, 0.1)) * chance.random())

    def kill(self) -> bool:
        """Kill it and read what it had written; whether the screen could be read."""
        self.terminal.kill()
        self.terminal.wait_for_end()
        return self.look()


class Case:
    """A case with a visit in which somebody types, is interrupted, and types again."""

    def __init__(self, place: Path, chance: random.Random) -> None:
        self.home, self.chance = place / "data", chance
        self.id = companion(self.home, "new", "--title", "Left knee").strip()
        questions = place / "questions.md"
        questions.write_text("".join(f"- {each}\n" for each in QUESTIONS), "utf-8")
        companion(self.home, "import", str(questions), "--into", self.id)
        # Today, whichever day that is: only a visit that is near is the one that opens.
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        companion(self.home, "plan", self.id, "--at", now)
        opened = self._start("open", self.id, "--room", "visit")
        opened.wait_for("Enter save")
        self.life = Life(opened, [State(questions=QUESTIONS, chosen=("open",) * 3)])

    def _start(self, *arguments: str) -> Terminal:
        if self.chance.random() < 0.5:
            return Terminal([*COMPANION, "--home", str(self.home), *arguments], cwd=ROOT)
        env = {"COMPANION_HOME": str(self.home)}
        return Terminal([*COMPANION, *arguments], cwd=ROOT, env=env)

    def close(self) -> None:
        """Give the terminal back."""
        self.life.terminal.stop()

    def on_disk(self) -> tuple[object, ...]:
        """What the export tells, as the model tells it."""
        return exported(json.loads(companion(self.home, "export", self.id, "--format", "json")))

    def one_life(self) -> str:
        """Type, be killed, look what is there, open it again; the verdict."""
        life = self.life
        life.type(self.chance)
        if not life.kill():
            return f"the screen was not understood: {life.last}, {life.at}"
        disk = self.on_disk()
        candidates = [
            number
            for number in range(life.shown, len(life.states))
            if life.states[number].on_disk == disk
        ]
        if not candidates:
            return self._what_is_wrong(disk)
        return self._open_again([life.states[number] for number in candidates])

    def _what_is_wrong(self, disk: tuple[object, ...]) -> str:
        life = self.life
        earlier = [number for number, state in enumerate(life.states) if state.on_disk == disk]
        if earlier:
            return f"lost: key {earlier[-1]} is on the disk, key {life.shown} was on the screen"
        return f"never typed so: {disk}\nbut {life.states[life.shown].on_disk}"

    def _open_again(self, states: list[State]) -> str:
        """`companion`, one Enter: what was there is there."""
        begun = not all(state.says_nothing for state in states)
        terminal = self._start(*(() if begun else ("open", self.id, "--room", "visit")))
        try:
            if begun:
                terminal.wait_for("Enter go back", deadline=PATIENCE)
                terminal.send("\r")
            terminal.wait_for(lambda: self._same(terminal, states), deadline=PATIENCE)
        except AssertionError as error:
            terminal.stop()
            return f"not offered or not the same: {error}"
        pasts = {state.past for state in states}
        past = pasts.pop() if len(pasts) == 1 else ()
        state = states[-1]
        again = replace(state, choosing=False, cursor=len(state.typed), past=past)
        self.life = Life(terminal, [again])
        return KEPT

    @staticmethod
    def _same(terminal: Terminal, states: Sequence[State]) -> bool:
        found = seen(cells(terminal))
        return found is not None and any(
            found.types(before) and found.labels(before) and found.lists(before)
            for before in (replace(state, choosing=False) for state in states)
        )


def run(kills: int, seed: int = 1) -> tuple[Counter[str], int, int]:
    """Kill so many times; the verdicts, the keys pressed, the states seen on the screen."""
    result: Counter[str] = Counter()
    keys = looks = 0
    while result.total() < kills:
        chance = random.Random(seed + result.total())  # noqa: S311 - to be repeated
        place = Path(tempfile.mkdtemp(prefix="typing-kills-"))
        case = Case(place, chance)
        try:
            for _ in range(min(LIVES, kills - result.total())):
                life = case.life
                verdict = case.one_life()
                keys, looks = keys + len(life.states) - 1, looks + life.looks
                result[verdict.split(":")[0]] += 1
                if verdict != KEPT:
                    sys.stderr.write(f"seed {seed}, {place}: {verdict}\n")
                    break
        finally:
            case.close()
        if set(result) == {KEPT}:
            shutil.rmtree(place)
    return result, keys, looks


if __name__ == "__main__":
    wanted = [int(each) for each in sys.argv[1:]] or [30]
    found, pressed, looked = run(*wanted[:2])
    sys.stdout.write(
        f"{found.total()} kills: {dict(found)}; {pressed} keys, "
        f"{looked} states seen on the screen\n"
    )
    sys.exit(0 if set(found) == {KEPT} else 1)

"""A laptop under other hands: its data folder, its rooms, and which words have to be readable.

Every text that is typed holds a word of its own. A word has to be readable on a laptop from the
moment the laptop acknowledged it, for as long as a file of the data folder or the memory of a room
that writes holds it. What another program took out of all of them is not asked for any more.
"""

from __future__ import annotations

import json
import re
import signal
import time
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from companion.files import DiskFiles
from companion.storage.codec import SCHEMA
from companion.storage.errors import StoreError
from companion.storage.store import read_store
from tests.faults.forked import ForkedTerminal, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.forked import Done

WORD: Final = re.compile(r"kw\d{5}[a-z]{3}")
"""A word of the suite's own."""
PATIENCE: Final = 20.0
WRONG_USE: Final = 2
ASK_AGAIN: Final = 2.0
"""Seconds after which somebody presses a key once more."""
MISTAKES: Final = ("a bug in Companion", "Traceback", "Something went wrong inside")
"""What is never said."""
SAVED, ALL_SAVED = "saved", "All saved"
CTRL_Q, CTRL_G, UP = "\x11", "\x07", "\x1b[A"
_PLACED = re.compile(r"\.json$|\.json[^/]*\.journal$|\.journal$|conflict")


class FalseError(AssertionError):
    """Something was lost, or something false was said."""


def words_in(text: str | bytes) -> set[str]:
    """The words of the suite in a text."""
    return set(WORD.findall(text if isinstance(text, str) else text.decode("utf-8", "replace")))


def words_kept(path: Path) -> set[str]:
    """The words that a file holds; of a journal only those in whole lines.

    Half a line is what a power cut leaves, and nobody can tell it from one that was cut off.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        return set()
    if ".journal" not in path.name or ".damaged" in path.name:
        return words_in(raw)
    found: set[str] = set()
    for line in raw.split(b"\n")[:-1]:
        text = line.removesuffix(b"\r")
        if text[:8] == b"%08x" % zlib.crc32(text[9:]):
            found |= words_in(text)
    return found


@dataclass
class Room:
    """A room that is open."""

    terminal: ForkedTerminal
    """Where it runs."""
    visit: str
    """The visit it shows."""
    writes: bool
    """Whether it has the case's lock."""
    memory: set[str]
    """The words it knows by itself."""
    touched: bool = False
    """Whether another program was at the files since it last came to rest."""

    @property
    def last_line(self) -> str:
        """The last line."""
        return self.terminal.lines[-1]

    @property
    def says_saved(self) -> bool:
        """Whether it says that all is saved."""
        return self.last_line.endswith(SAVED) and not self.last_line.endswith("not saved")


@dataclass
class Laptop:
    """One data folder and what is done with it."""

    name: str
    """What it is called in the story."""
    home: Path
    """The data folder."""
    case: str
    """The case."""
    visits: list[str]
    """Its visits."""
    needed: set[str] = field(default_factory=set)
    """The words that have to be readable."""
    doubtful: set[str] = field(default_factory=set)
    """Words of which a room said that they are not saved."""
    rooms: list[Room] = field(default_factory=list)
    """What is open."""

    # Where things are

    @property
    def folder(self) -> Path:
        """The case's folder."""
        return self.home / "cases" / self.case

    def files(self) -> list[Path]:
        """Every file in the case's folder but locks and what is being written."""
        if not self.folder.is_dir():
            return []
        found = [path for path in sorted(self.folder.iterdir(), key=self._place) if path.is_file()]
        return [path for path in found if not path.name.endswith((".lock", ".json.tmp"))]

    def _place(self, path: Path) -> str:
        """Sorts files alike in every run, whatever the ids of visits are."""
        name = path.name
        for number, visit in enumerate(self.visits):
            name = name.replace(visit, str(number))
        return name

    def kept(self) -> set[str]:
        """The words in the files of the case."""
        found: set[str] = set()
        for path in self.files():
            found |= words_kept(path)
        return found

    def placed(self) -> set[str]:
        """The words in checkpoints and journals: not only in those that came before."""
        found: set[str] = set()
        for path in self.files():
            if _PLACED.search(path.name):
                found |= words_kept(path)
        return found

    def remembered(self) -> set[str]:
        """The words in the memory of rooms."""
        return {word for room in self.rooms for word in room.memory}

    # Commands

    def do(self, *words: str, typed: str = "", home: Path | None = None) -> Done:
        """Run a command; what is never said ends the schedule."""
        done = run(["--home", str(home or self.home), *words], typed)
        for mistake in MISTAKES:
            if mistake in done.err + done.out:
                raise FalseError(f"{self.name}: {' '.join(words)} says: {done.err[-2000:]}")
        return done

    def readable(self, home: Path | None = None) -> set[str]:
        """The words that a command gives back."""
        done = self.do("export", self.case, "--format", "json", home=home)
        found = words_in(_texts(done.out)) if done.code == 0 else set()
        if self.needed <= found:
            return found
        found |= words_in(self.do("show", self.case, home=home).out)
        return found

    def set_aside(self, home: Path | None = None) -> set[str]:
        """The words that can be read from what was set aside.

        A file that a command names as not to be read counts too: its words are read from it. So
        do all of a case whose own file cannot be read, which is told in the same way.
        """
        shown = self.do("show", self.case, "--set-aside", home=home)
        if shown.code != WRONG_USE:
            return words_in(shown.out)
        there = (home or self.home) / "cases" / self.case
        told = self.do("list", home=home).err
        no_case = f"Case {self.case} can't be read" in told
        found: set[str] = set()
        for path in there.iterdir() if there.is_dir() else ():
            if not path.is_file():
                continue
            store = path.name.partition(".json")[0] + ".json"
            if ".damaged-" in path.name or ".kept-" in path.name or store in told or no_case:
                found |= words_kept(path)
        return found

    # Rooms

    def open(self, visit: str) -> Room | None:
        """Open the Visit room; None where it says why not."""
        words = ["--home", str(self.home), "open", self.case, "--room", "visit", "--visit", visit]
        terminal = ForkedTerminal(words, rows=30, columns=110)
        terminal.wait_for(lambda: "Enter save" in terminal.text or terminal.has_ended)
        if terminal.has_ended:
            terminal.pump(0.1)
            said = bytes(terminal.raw).decode("utf-8", "replace")
            terminal.stop()
            self._never_said(said)
            return None
        terminal.wait_for(lambda: terminal.lines[-1].endswith((SAVED, "read only")))
        writes = not terminal.lines[-1].endswith("read only")
        known: set[str] = set()
        if writes:
            known = self._known_to(visit)
        room = Room(terminal, visit, writes, known)
        self.rooms.append(room)
        return room

    def _known_to(self, visit: str) -> set[str]:
        done = self.do("export", self.case, "--format", "json")
        if done.code:
            return set()
        case = json.loads(done.out)
        mine = [each for each in case.pop("visits") if each["id"] == visit]
        seen = {each["clinician_id"] for each in mine}
        # Whom a visit is with may stand in the visit alone.
        case["people"] = [each for each in case["people"] if each["id"] in seen]
        return words_in(json.dumps([case, mine]))

    def type(self, room: Room, text: str, *, enter: bool) -> None:
        """Type words and wait until they are shown."""
        room.terminal.send(text + ("\r" if enter else ""))
        for word in words_in(text):
            room.terminal.wait_for(word)
        self.acknowledge(room, words_in(text))

    def acknowledge(self, room: Room, words: set[str]) -> None:
        """Take note of what a room has shown."""
        room.memory |= words
        self.needed |= words
        if "not saved" in room.last_line or "can't be saved" in room.terminal.text:
            self.doubtful |= words

    def change_last(self, room: Room, text: str) -> bool:
        """Add words to the last note; whether there was one to be changed."""
        if not room.writes:
            return False
        terminal = room.terminal
        if "This card closes" in self._line(terminal):
            return False
        if not self._is_empty(terminal):
            terminal.send("\r")
            terminal.wait_for(lambda: self._is_empty(terminal))
        if not any(WORD.search(line) for line in terminal.lines):
            return False
        terminal.send(UP)
        terminal.wait_for(lambda: WORD.search(self._line(terminal)))
        self.type(room, f" {text}", enter=True)
        return True

    @staticmethod
    def _line(terminal: ForkedTerminal) -> str:
        return next((line for line in terminal.lines if line.startswith(" > ")), "")

    def _is_empty(self, terminal: ForkedTerminal) -> bool:
        return "Just type" in self._line(terminal)

    def come_to_rest(self, room: Room, *, by_command: bool) -> None:
        """Wait until all a room knows can be read, or the room says that it is not saved.

        Args:
            room: The room.
            by_command: Whether a command has to give the words back; else a file has to hold them.

        Raises:
            FalseError: It says `saved` all the time, and words are in no file.
        """
        end = time.monotonic() + PATIENCE
        needed = (self.needed & room.memory) - self.doubtful
        while missing := needed - self.kept() or (
            needed - self.readable() if by_command else set()
        ):
            room.terminal.pump(0.05)
            if not self._says(room):
                self.doubtful |= missing
                break
            if room.terminal.has_ended:
                raise FalseError(f"{self.name}: the room ended by itself: {room.terminal.text}")
            if time.monotonic() > end:
                raise FalseError(
                    f"{self.name}: the room says {room.last_line[-10:]!r} and these words are not "
                    f"to be read: {sorted(missing)}\n{room.terminal.text}"
                )
        room.touched = False

    @staticmethod
    def _says(room: Room) -> bool:
        """Whether it lets a person believe that what was typed is kept."""
        return not ("not saved" in room.last_line or "can't be saved" in room.terminal.text)

    def end(self, room: Room, way: str) -> str:
        """End a room; what it said last."""
        terminal = room.terminal
        says = self._says(room)
        if not says:
            self.doubtful |= (self.needed & room.memory) - self.kept()
        if way == "kill":
            terminal.kill(signal.SIGKILL)
        elif way == "term":
            terminal.kill(signal.SIGTERM)
        elif way == "hang up":
            terminal.close_window()
        else:
            self._close(terminal, way)
        terminal.wait_for_end()
        said = "" if way in {"hang up", "kill"} else terminal.after_the_end
        everything = bytes(terminal.raw).decode("utf-8", "replace")
        terminal.stop()
        self.rooms.remove(room)
        self._never_said(everything)
        self._judge_end(room, way, said)
        return said

    def _judge_end(self, room: Room, way: str, said: str) -> None:
        told = "aren't saved" in said
        kept = self.kept()
        gone = (self.needed & room.memory) - kept - self.remembered()
        if ALL_SAVED in said:
            self.doubtful -= room.memory
        elif told or (way in {"kill", "hang up"} and gone & self.doubtful):
            # It was said that they are not saved; then they may be missing.
            self.needed -= gone & (gone if told else self.doubtful)
        if way == "kill" and room.touched:
            # Killed in the moment in which another program took the files away.
            self.needed -= gone

    def _close(self, terminal: ForkedTerminal, way: str) -> None:
        if way == "home":
            for _ in range(2):
                terminal.send(CTRL_G)
                terminal.wait_for("Go to:")
                terminal.send("0")
                terminal.wait_for(lambda: "Go to:" not in terminal.text or terminal.has_ended)
                terminal.wait_for(
                    lambda: (
                        "Enter save" not in terminal.text
                        or "again" in terminal.text
                        or terminal.has_ended
                    )
                )
                if "Enter save" not in terminal.text:
                    break
        # It may ask before it closes, and what it asked may be gone from the screen at once.
        end = time.monotonic() + PATIENCE
        while not terminal.has_ended and time.monotonic() < end:
            terminal.send(CTRL_Q)
            again = time.monotonic() + ASK_AGAIN
            while time.monotonic() < again and not terminal.has_ended:
                terminal.pump(0.02)

    def _never_said(self, said: str) -> None:
        for mistake in MISTAKES:
            if mistake in said:
                raise FalseError(f"{self.name}: the room says: {said[-3000:]}")

    # What has to be so

    def after_a_hand(self) -> None:
        """Take note of what another program destroyed, and of what it brought."""
        missing = self.needed - self.kept() - self.remembered()
        if missing:
            # A room may be moving its files at this moment.
            missing -= self.kept()
        self.needed -= missing
        for room in self.rooms:
            room.touched = True

    def brought(self, known: set[str]) -> None:
        """Another laptop's words that lie here now have to be readable here too."""
        self.needed |= self.placed() & known

    def check(self, said: str = "", *, home: Path | None = None) -> set[str]:
        """Every word is readable; the words that only what was set aside holds.

        Raises:
            FalseError: One is not, or another state is told by nobody.
        """
        found = self.readable(home)
        missing = self.needed - found
        aside = missing & self.set_aside(home) if missing else set()
        if missing - aside:
            where = {
                word: [
                    path.name for path in self.files() if word in path.read_text("utf-8", "replace")
                ]
                for word in sorted(missing - aside)
            }
            lie = " although it said that all is saved" if ALL_SAVED in said else ""
            place = " in the restored folder" if home else ""
            raise FalseError(
                f"{self.name}: not readable{lie}{place}: {where}"
                f"\nlist says: {self.do('list', home=home).err}"
            )
        if home is None:
            self._check_told(found)
        return aside

    def _holding(self, word: str) -> list[str]:
        return [path.name for path in self.files() if word.encode() in path.read_bytes()]

    def _check_told(self, found: set[str]) -> None:
        """Whether `list` tells that there is more than one state, where words come from it."""
        own: set[str] = set()
        for path in self.files():
            if re.fullmatch(
                r"(case|visit-[a-z0-9]+)\.json(\.prev|\.journal|\.journal\.prev)?", path.name
            ):
                main = re.sub(r"\.json.*", ".json", str(path))
                try:
                    own |= words_in(json.dumps(read_store(main, DiskFiles(), SCHEMA)[0]))
                except StoreError:
                    continue
            elif ".draft-" in path.name:
                own |= words_kept(path)
        more = (found & self.needed) - own
        if more and not self.do("list").err.strip():
            raise FalseError(f"{self.name}: list does not tell of the state with {sorted(more)}")


def _texts(exported: str) -> str:
    """Everything that is a text of a person in an export."""
    case = json.loads(exported)
    return "\n".join(_strings(case))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)

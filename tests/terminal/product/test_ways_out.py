"""States in which something typed might be in no file, times the ways out of them.

The table stands in DECISIONS 27. Whatever the state and the way: every character is where a command
reads it, or the program has said that it is not; and *All saved* is never said of a lie.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from companion.storage.checkpoint import decode, encode, serialise
from companion.storage.codec import SCHEMA
from tests.support.first_case import begun
from tests.terminal.product.desk import CTRL_G, CTRL_Q, F7, Desk
from tests.terminal.product.test_full_disk import Ballast
from tests.terminal.visit.test_disk_trouble import Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.terminal.screen import Terminal

TYPED = "words nobody wants to lose"
NOT_KEPT = ("isn't saved", "aren't saved", "Not on disk yet", "can't be saved", "wasn't saved")
"""What is said of words that are in no file."""
ASKED = "Not saved yet:"
"""What the first Ctrl+Q says."""
HOME = "Ctrl+Q close"
SMALL = 2 * 1024 * 1024


class Seat:
    """A desk in one of the states, with a window in which something is typed."""

    def __init__(self, place: Path) -> None:
        self.desk = Desk(place)
        self.others: list[Terminal] = []
        self.then: list[Callable[[], object]] = []
        """What gives everything back at the end."""
        self.case = ""
        self.window: Terminal

    @property
    def folder(self) -> Path:
        """Where the stores of the case lie."""
        return self.desk.data / "cases" / self.case

    @property
    def visit(self) -> Path:
        """The store of its visit."""
        (path,) = self.folder.glob("visit-????????????????.json")
        return path

    def begin(self) -> None:
        """A case with a note in a visit."""
        new, note = ("new", "--title", "Left knee"), ("note", "1")
        self.case, _ = begun(self.desk.data, (new, ""), (note, "before\n"))

    def open(self, **options: tuple[str, ...]) -> None:
        """Open the window."""
        self.window = self.desk.visit(self.case, **options)

    def type(self) -> None:
        """Type in it, without Enter."""
        self.window.send(TYPED)
        self.window.wait_for(f"> {TYPED}")

    def kept(self) -> bool:
        """Whether a command reads it."""
        visits = self.desk.exported(self.case)["visits"]
        notes = [note["text"] for visit in visits for note in visit["notes"]]
        return TYPED in "\n".join((*notes, *(visit["composer"]["text"] for visit in visits)))

    def give_back(self) -> None:
        """End what still runs, and open again what was shut."""
        for window in (*self.others, self.window):
            window.stop()
        for act in reversed(self.then):
            act()


def a_second_window(seat: Seat) -> None:
    """Another window has the case."""
    seat.begin()
    seat.others.append(seat.desk.visit(seat.case))
    seat.open()
    seat.window.wait_for("Typing is kept.")
    seat.type()


def a_newer_visit(seat: Seat) -> None:
    """A newer version wrote the visit."""
    seat.begin()
    written = decode(seat.visit.read_bytes())
    raw, _ = encode(serialise(written.tables), SCHEMA + 1, written.generation + 1)
    seat.visit.write_bytes(raw)
    seat.open()
    seat.window.wait_for("newer")
    seat.type()


def a_lock_that_cannot_be_had(seat: Seat) -> None:
    """The lock's name leads to something that is no file; a disk without locks answers alike."""
    seat.begin()
    lock = seat.folder / "case.lock"
    lock.unlink()
    lock.mkdir()
    seat.open()
    seat.window.wait_for("Typing is kept.")
    seat.type()


def a_disk_that_takes_nothing(seat: Seat) -> None:
    """Nothing in the data folder can be written, and that is said before the first letter."""
    if not hasattr(os, "geteuid") or (os.geteuid() == 0 and shutil.which("setpriv") is None):
        pytest.skip("modes of files count for nobody here, and nothing can make them count")
    seat.begin()
    folder = Folder(seat.desk)
    folder.close()
    seat.then.append(folder.open)
    seat.open(program=folder.program)
    seat.window.wait_for("what you type here can't be saved")
    seat.type()


def a_full_disk(seat: Seat) -> None:
    """The disk fills up in the middle."""
    data = seat.desk.data
    data.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL},mode=700", "tmpfs", str(data)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("only somebody who may mount a disk can fill one")
    seat.then.append(lambda: subprocess.run(["umount", str(data)], check=True))
    seat.begin()
    seat.open()
    Ballast(seat.desk).take()
    while "Not on disk yet" not in seat.window.text:
        seat.window.send("the disk fills up with this line\r")
        seat.window.settle(0.02)
    seat.type()


def a_journal_whose_name_was_taken(seat: Seat) -> None:
    """A copy of the journal is put in its place."""
    seat.begin()
    seat.open()
    seat.type()
    journal = seat.visit.with_name(f"{seat.visit.name}.journal")
    shutil.copy(journal, f"{journal}.x")
    os.replace(f"{journal}.x", journal)


def a_visit_that_was_replaced(seat: Seat) -> None:
    """Another laptop's state is put in place of the visit."""
    seat.begin()
    before = seat.visit.read_bytes()
    seat.desk.out("note", seat.case, typed="later\n")
    seat.open()
    seat.type()
    beside = seat.visit.with_name("other")
    beside.write_bytes(before)
    os.replace(beside, seat.visit)


def a_folder_that_was_removed(seat: Seat) -> None:
    """The whole folder of the case is gone."""
    seat.begin()
    seat.open()
    seat.type()
    while seat.folder.exists():  # A word that is being saved may put a file back meanwhile.
        shutil.rmtree(seat.folder, ignore_errors=True)


STATES = (
    a_second_window,
    a_newer_visit,
    a_lock_that_cannot_be_had,
    a_disk_that_takes_nothing,
    a_full_disk,
    a_journal_whose_name_was_taken,
    a_visit_that_was_replaced,
    a_folder_that_was_removed,
)


def close(window: Terminal) -> None:
    """Ctrl+Q; again where it is asked."""
    window.send(CTRL_Q)
    window.wait_for(lambda: window.has_ended or ASKED in window.text)
    if not window.has_ended:
        window.send(CTRL_Q)


def go_home_and_close(window: Terminal) -> None:
    """Ctrl+G 0, again where it is asked, then Ctrl+Q."""
    window.send(f"{CTRL_G}0")
    # What is found out about the files meanwhile does not take away what was asked.
    asked = ("Press both keys again", "Press the same keys again")
    window.wait_for(lambda: HOME in window.text or any(each in window.text for each in asked))
    if HOME not in window.text:
        window.send(f"{CTRL_G}0")
    window.wait_for(HOME)
    window.send(CTRL_Q)


def be_told_to_end(window: Terminal) -> None:
    """SIGTERM."""
    window.kill(signal.SIGTERM)


def lose_the_terminal(window: Terminal) -> None:
    """The window is clicked away."""
    window.close_window()


WAYS = (close, go_home_and_close, be_told_to_end, lose_the_terminal)


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    """A seat that is given back, whatever happens."""
    seat = Seat(tmp_path)
    yield seat
    seat.give_back()


@pytest.mark.parametrize("way", WAYS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_no_way_out_loses_a_character_without_a_word(
    seat: Seat, state: Callable[[Seat], None], way: Callable[[Terminal], None]
) -> None:
    state(seat)
    window = seat.window
    told_before = any(said in window.text for said in NOT_KEPT)
    way(window)
    window.wait_for_end()
    said = window.after_the_end
    kept = seat.kept()
    if not kept:
        assert "All saved" not in said
        assert told_before or any(each in said for each in NOT_KEPT)
        if way is not lose_the_terminal:
            assert "aren't saved" in said
    if state not in {a_disk_that_takes_nothing, a_full_disk}:
        assert kept, said


def test_the_window_that_takes_over_offers_its_lines_and_leaves_no_file(seat: Seat) -> None:
    a_second_window(seat)
    seat.window.send("\rand a second line")
    seat.window.wait_for("and a second line")
    seat.others[0].send(CTRL_Q)
    assert seat.others[0].wait_for_end() == 0
    seat.window.wait_for("The other window is closed.")
    seat.window.send(F7)
    seat.window.wait_for("You can write in this window now.")
    seat.window.send("\r")
    seat.window.wait_for(lambda: f"> {TYPED}" not in seat.window.text)
    seat.window.send(CTRL_Q)
    assert seat.window.wait_for_end() == 0
    assert seat.desk.notes(seat.case) == ["before", f"{TYPED}\nand a second line"]
    assert not [path.name for path in seat.folder.iterdir() if "draft" in path.name]


def test_the_next_window_offers_what_a_killed_one_could_not_write(seat: Seat) -> None:
    a_second_window(seat)
    seat.window.kill()
    seat.window.wait_for_end()
    assert seat.kept()
    assert "Something was typed in a window" in seat.desk.do("list").stderr
    seat.others[0].send(CTRL_Q)
    assert seat.others[0].wait_for_end() == 0
    seat.open()
    seat.window.wait_for(f"> {TYPED}")
    seat.window.wait_for("It's in your line now")
    seat.window.send("\r")
    seat.window.wait_for(lambda: f"> {TYPED}" not in seat.window.text)
    seat.window.send(CTRL_Q)
    assert seat.window.wait_for_end() == 0
    assert seat.desk.notes(seat.case) == ["before", TYPED]

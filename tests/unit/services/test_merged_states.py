"""Two states of one store, however they arose, are read as one until a change unites them."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added
from companion.domain.preparation import Reason
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.search.index import SearchIndex
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.findings import FindingKind
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.services.case.session import CaseSession


class Laptop:
    """A data folder with one case and one visit, and what is done with it."""

    def __init__(self, folder: Path, device: str, case: str = "", visit: str = "") -> None:
        self.library: CaseLibrary = shelf_in(folder, device)
        self.home = folder
        self.case, self.visit = case, visit

    def begin(self) -> None:
        """A case with a visit and a note in it."""
        session = self.library.create(NewCase(title="Left knee"))
        self.case = session.case_id
        self.visit = plan_visit(session, NewVisit(clinician="Dr Okafor"))
        VisitEditor(session, self.visit).line.save("from the beginning")
        session.close()

    def copied_to(self, folder: Path, device: str) -> Laptop:
        """Another laptop with a copy of all of it."""
        shutil.copytree(self.home, folder)
        return Laptop(folder, device, self.case, self.visit)

    @property
    def store(self) -> Path:
        """The visit's store."""
        return Path(self.library.context.visit_path(self.case, self.visit))

    def write(self, *lines: str) -> None:
        """Notes, as a command adds them."""
        session = self.library.open_to_write(self.case)
        for line in lines:
            VisitEditor(session, self.visit).notes.add(line, None)
        session.finish()

    def peek(self) -> CaseSession:
        """The case as a reading command sees it."""
        return self.library.open_readonly(self.case)

    def notes(self) -> list[str]:
        """The texts of its notes."""
        return [note.text for note in self.peek().visit(self.visit).live_notes]

    def found(self) -> list[FindingKind]:
        """What reading all of it tells."""
        session = self.peek()
        _ = session.case
        return [finding.kind for finding in session.findings]

    def hits(self, words: str) -> int:
        """In how many places words are found."""
        index = SearchIndex(self.library)
        index.read()
        return index.find(words).count

    def names(self) -> list[str]:
        """What lies beside its stores."""
        return sorted(path.name for path in self.store.parent.iterdir())


@pytest.fixture
def mine(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "mine", "laptop0001")
    laptop.begin()
    return laptop


@pytest.fixture
def theirs(mine: Laptop, tmp_path: Path) -> Laptop:
    return mine.copied_to(tmp_path / "theirs", "laptop0002")


NAMES = (
    "visit-{}.sync-conflict-20261130-120000-ABCDEF7.json",
    "visit-{} (Annas in Konflikt stehende Kopie 2026-11-30).json",
    "visit-{}-ANNAS-LAPTOP.json",
    "visit-{} copy.json",
    "visit-{} (1).json",
    "visit-{}.conflict-1.json",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_beside_the_store_is_read_with_it_and_told(
    mine: Laptop, theirs: Laptop, name: str
) -> None:
    mine.write("only mine")
    theirs.write("only theirs")
    shutil.copy(theirs.store, mine.store.parent / name.format(mine.visit))
    assert mine.notes() == ["from the beginning", "only mine", "only theirs"]
    assert mine.found() == [FindingKind.UNITED]
    assert mine.hits("only theirs") == mine.hits("only mine") == 1


def test_the_next_change_keeps_what_both_hold_and_puts_the_copy_aside(
    mine: Laptop, theirs: Laptop
) -> None:
    mine.write("only mine")
    theirs.write("only theirs")
    copy = mine.store.parent / f"visit-{mine.visit} (1).json"
    shutil.copy(theirs.store, copy)
    mine.write("after")
    assert not copy.exists()
    assert f"{copy.name}.kept-1" in mine.names()
    assert mine.found() == []
    assert mine.notes() == ["from the beginning", "only mine", "only theirs", "after"]
    assert mine.hits("only theirs") == 1


def test_a_window_that_changes_nothing_leaves_every_file_as_it_was(
    mine: Laptop, theirs: Laptop
) -> None:
    theirs.write("only theirs")
    shutil.copy(theirs.store, mine.store.parent / f"visit-{mine.visit} (1).json")
    before = {path.name: path.read_bytes() for path in mine.store.parent.iterdir()}
    session = mine.library.open_to_write(mine.case)
    assert len(session.visit(mine.visit).live_notes) == 2
    session.close()
    assert {path.name: path.read_bytes() for path in mine.store.parent.iterdir()} == before


def test_a_copy_that_holds_nothing_new_is_no_second_version(mine: Laptop) -> None:
    older = mine.store.read_bytes()
    mine.write("later")
    (mine.store.parent / f"visit-{mine.visit} copy.json").write_bytes(older)
    assert mine.notes() == ["from the beginning", "later"]
    assert mine.found() == []


def test_what_was_deleted_on_one_laptop_stays_deleted(mine: Laptop, theirs: Laptop) -> None:
    session = mine.library.open_to_write(mine.case)
    (note,) = session.visit(mine.visit).live_notes
    VisitEditor(session, mine.visit).notes.delete(note.id)
    session.finish()
    theirs.write("only theirs")
    shutil.copy(theirs.store, mine.store.parent / f"visit-{mine.visit} (1).json")
    assert mine.notes() == ["only theirs"]


def test_a_note_reworded_on_both_and_both_half_lines_are_kept(mine: Laptop, theirs: Laptop) -> None:
    for laptop, text in ((mine, "5 mg"), (theirs, "10 mg")):
        session = laptop.library.open_to_write(laptop.case)
        editor = VisitEditor(session, laptop.visit)
        (note,) = session.visit(laptop.visit).live_notes
        editor.line.edit_note(note.id)
        editor.line.save(text)
        editor.line.type(f"half, {text}")
        session.finish()
    shutil.copy(theirs.store, mine.store.parent / f"visit-{mine.visit} (1).json")
    visit = mine.peek().visit(mine.visit)
    assert set(visit.live_notes[0].text.split("\n")) == {"5 mg", "10 mg"}
    assert visit.line is not None
    assert set(visit.line.text.split("\n")) == {"half, 5 mg", "half, 10 mg"}


def test_another_laptops_state_in_place_of_ours_is_read_with_ours(
    mine: Laptop, theirs: Laptop
) -> None:
    mine.write("only mine")
    theirs.write("only theirs")
    mine.store.write_bytes(theirs.store.read_bytes())
    assert sorted(mine.notes()) == ["from the beginning", "only mine", "only theirs"]
    assert mine.found() == [FindingKind.UNITED]
    mine.write("after")
    assert sorted(mine.notes()) == ["after", "from the beginning", "only mine", "only theirs"]
    assert mine.found() == []


def test_an_older_state_in_place_of_ours_takes_nothing(mine: Laptop) -> None:
    older = mine.store.read_bytes()
    for text in ("one", "two", "three"):
        mine.write(text)
    mine.store.write_bytes(older)
    assert sorted(mine.notes()) == ["from the beginning", "one", "three", "two"]
    mine.write("after")
    assert sorted(mine.notes()) == ["after", "from the beginning", "one", "three", "two"]


def _instead(file: CaseFile, _: CaseFile) -> CaseFile:
    return file


def test_the_cases_own_store_has_two_states_as_well(mine: Laptop, theirs: Laptop) -> None:
    path = Path(mine.library.context.case_path(mine.case))
    for laptop, name in ((mine, "Dr Mine"), (theirs, "Dr Theirs")):
        session = laptop.library.open_to_write(laptop.case)
        reason = Reason(id=f"reason{name[3:].lower()}", text=name)
        file = with_added(session.file, "reasons", reason)
        session.change_case("a reason", partial(_instead, file))
        session.finish()
    other = Path(theirs.library.context.case_path(mine.case))
    shutil.copy(other, path.with_name("case (conflicted copy 2026-11-30 120000).json"))
    assert {each.text for each in mine.peek().file.reasons} == {"Dr Mine", "Dr Theirs"}
    assert FindingKind.UNITED in mine.found()


def test_a_copy_that_cannot_be_read_is_told_and_left_alone(mine: Laptop) -> None:
    copy = mine.store.parent / f"visit-{mine.visit} (1).json"
    copy.write_bytes(b"half of it")
    assert mine.found() == [FindingKind.ASIDE]
    mine.write("after")
    assert copy.read_bytes() == b"half of it"
    assert mine.notes() == ["from the beginning", "after"]


def test_a_copy_of_a_journal_alone_is_read_too(mine: Laptop, theirs: Laptop) -> None:
    session = theirs.library.open_to_write(theirs.case)
    VisitEditor(session, theirs.visit).notes.add("only theirs", None)
    journal = theirs.store.with_name(f"{theirs.store.name}.journal")
    name = f"{mine.store.name}.sync-conflict-20261130-120000-ABCDEF7.journal"
    shutil.copy(journal, mine.store.parent / name)
    session.close()
    assert mine.notes() == ["from the beginning", "only theirs"]


def test_a_window_that_reads_shows_a_copy_that_comes_while_it_is_open(
    mine: Laptop, theirs: Laptop
) -> None:
    theirs.write("only theirs")
    session = mine.peek()
    assert len(session.visit(mine.visit).live_notes) == 1
    shutil.copy(theirs.store, mine.store.parent / f"visit-{mine.visit} (1).json")
    assert session.reload_if_changed()
    assert len(session.visit(mine.visit).live_notes) == 2
    assert not session.reload_if_changed()


def test_what_a_copy_adds_can_be_changed_and_taken_back(mine: Laptop, theirs: Laptop) -> None:
    theirs.write("only theirs")
    shutil.copy(theirs.store, mine.store.parent / f"visit-{mine.visit} (1).json")
    session = mine.library.open_to_write(mine.case)
    note = session.visit(mine.visit).live_notes[-1]
    VisitEditor(session, mine.visit).notes.delete(note.id)
    session.undo()
    session.finish()
    assert mine.notes() == ["from the beginning", "only theirs"]

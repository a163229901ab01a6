"""A backup holds all that can be read, and names the rest."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.domain.value import replace
from companion.files import DiskFiles
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.transfer.backup import BackupResult, is_backup, write_backup
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.unit.services.backups import backup_of, restored
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Info

VISIT = "visit-abcdefgh12345678"


class FullDisk(MemoryFiles):
    """A disk that takes so many new files and no more."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room
        """How many files may still be made."""

    def create(self, path: str) -> int:
        """A new file, while there is room."""
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        self.room -= 1
        return super().create(path)


class BadSectors(DiskFiles):
    """A disk that does not give some files."""

    def __init__(self, bad: str) -> None:
        self.bad = bad
        """The end of their paths."""

    def read(self, path: str, *, limit: int = 0) -> bytes:
        """A file, or an error of the disk."""
        if path.endswith(self.bad):
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return super().read(path, limit=limit)

    def list_folder(self, path: str) -> list[str]:
        """A folder, or an error of the disk."""
        if path.endswith(self.bad):
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return super().list_folder(path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> CaseLibrary:
    return shelf_in(home)


def case_in(library: CaseLibrary, title: str) -> Path:
    """The folder of a new case with one visit and a note."""
    session = library.create(NewCase(title=title))
    VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr O"))).line.save(f"note {title}")
    session.finish()
    return Path(library.context.home) / "cases" / session.case_id


def backed(library: CaseLibrary) -> tuple[BackupResult, dict[str, bytes]]:
    """What a backup says of itself, and what is in it."""
    zipped = bytearray()
    done = write_backup(library, zipped.extend)
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    sums = json.loads(inside.pop("manifest.json"))["files"]
    assert sums.keys() == inside.keys()
    return done, inside


def visit_in(folder: Path) -> Path:
    return next(path for path in folder.glob("visit-*.json"))


def as_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def as_link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere/at/all")


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_too_large(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(300 * 1024 * 1024)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are those of POSIX")
@pytest.mark.parametrize(
    "made",
    [as_link, as_link_to_nothing, as_pipe, as_folder, as_too_large],
    ids=lambda f: f.__name__,
)
def test_a_file_that_cannot_be_read_stops_no_other(
    library: CaseLibrary, made: Callable[[Path], None]
) -> None:
    one, other = case_in(library, "one"), case_in(library, "two")
    bad = visit_in(one)
    made(bad)
    done, inside = backed(library)
    assert done.cases == 2
    assert len(done.missing) == 1
    assert bad.name in done.missing[0]
    assert f"cases/{one.name}/{bad.name}" not in inside
    for path in (*one.glob("*.json*"), *other.glob("*.json*")):
        assert path == bad or f"cases/{path.parent.name}/{path.name}" in inside


@pytest.mark.parametrize("what", ["visit", "case", "folder", "journal"])
def test_an_error_of_the_disk_stops_nothing_else(library: CaseLibrary, what: str) -> None:
    one, other = case_in(library, "one"), case_in(library, "two")
    bad = {
        "visit": visit_in(one).name,
        "case": f"{one.name}/case.json",
        "folder": one.name,
        "journal": f"{visit_in(one).name}.journal",
    }[what]
    broken = CaseLibrary(replace(library.context, files=BadSectors(bad)))
    done, inside = backed(broken)
    assert done.missing
    assert all(bad in sentence for sentence in done.missing)
    assert f"cases/{other.name}/case.json" in inside
    if what != "folder":
        assert sum(name.startswith(f"cases/{one.name}/") for name in inside) > 2


def test_what_is_missing_altogether_is_named(library: CaseLibrary) -> None:
    folder = case_in(library, "one")
    for path in folder.glob("case.json*"):
        path.unlink()
    done, inside = backed(library)
    assert ["case.json" in sentence for sentence in done.missing] == [True]
    assert f"cases/{folder.name}/{visit_in(folder).name}" in inside


@pytest.mark.parametrize(
    "name",
    [
        "case.conflict-1.json",
        "case.json.damaged-2",
        f"{VISIT}.conflict-1.json",
        f"{VISIT}.conflict-12.json.journal.prev",
        f"{VISIT}.json.journal.damaged-1",
        f"{VISIT}.json.kept-3",
        f"{VISIT}.draft-a1b2c3d4.json",
        f"{VISIT}.draft-a1b2c3d4.json.journal",
        f"{VISIT} (Annas in Konflikt stehende Kopie 2026-11-30).json",
        f"{VISIT} (Copie en conflit de Anna).json",
        f"{VISIT}-ANNAS-LAPTOP.json",
        f"{VISIT} copy.json",
        f"{VISIT}.json.sync-conflict-20261130-120000-ABCDEF7.journal",
        "Copy of case.json",
        "case (1).json",
    ],
)
def test_what_lies_beside_a_store_is_backed_up_and_brought_back(
    library: CaseLibrary, tmp_path: Path, name: str
) -> None:
    folder = case_in(library, "one")
    (folder / name).write_bytes(b"words " + name.encode())
    raw = backup_of(library)
    other = shelf_in(tmp_path / "other")
    assert restored(other, raw).problems == []
    back = tmp_path / "other" / "cases" / folder.name / name
    assert back.read_bytes() == b"words " + name.encode()


@pytest.mark.parametrize(
    "name",
    [
        "case.lock",
        "case.json.tmp",
        f"{VISIT}.draft-a1b2c3d4.json.lock",
        "notes.txt",
        "suitcase.json",
    ],
)
def test_what_holds_no_words_of_a_store_is_left_out(library: CaseLibrary, name: str) -> None:
    folder = case_in(library, "one")
    (folder / name).write_bytes(b"")
    done, inside = backed(library)
    assert done.missing == []
    assert f"cases/{folder.name}/{name}" not in inside


def test_a_case_of_which_everything_is_set_aside_is_backed_up(library: CaseLibrary) -> None:
    folder = case_in(library, "one")
    for path in folder.glob("*.json*"):
        path.rename(f"{path}.damaged-1")
    done, inside = backed(library)
    assert done.cases == 1
    assert any(name.endswith("case.json.damaged-1") for name in inside)


def test_a_name_that_no_zip_can_hold_is_named(library: CaseLibrary) -> None:
    folder = case_in(library, "one")
    (Path(os.fsdecode(os.fsencode(folder) + b"/case \xff.json"))).write_bytes(b"words")
    done, inside = backed(library)
    assert len(done.missing) == 1
    assert f"cases/{folder.name}/case.json" in inside


def test_a_store_that_is_written_meanwhile_is_read_at_one_moment(library: CaseLibrary) -> None:
    folder = case_in(library, "one")

    class Busy(DiskFiles):
        """Somebody writes in the middle of the first reading."""

        moved = False

        def read(self, path: str, *, limit: int = 0) -> bytes:
            data = super().read(path, limit=limit)
            if path.endswith("case.json") and not self.moved:
                self.moved = True
                (folder / "case.json").write_bytes(data + b" ")
                (folder / "case.json.prev").write_bytes(b"the one before")
            return data

        def info(self, path: str) -> Info:
            return super().info(path)

    _, inside = backed(CaseLibrary(replace(library.context, files=Busy())))
    assert inside[f"cases/{folder.name}/case.json"].endswith(b" ")
    assert inside[f"cases/{folder.name}/case.json.prev"] == b"the one before"


def test_a_backup_is_known_again_and_nothing_else_is(library: CaseLibrary, tmp_path: Path) -> None:
    case_in(library, "one")
    path = tmp_path / "all.zip"
    path.write_bytes(backup_of(library))
    assert is_backup(DiskFiles(), str(path))
    for raw in (b"", b"PK", b"letter", path.read_bytes()[:200]):
        path.write_bytes(raw)
        assert not is_backup(DiskFiles(), str(path))
    shutil.make_archive(str(tmp_path / "other"), "zip", tmp_path / "home")
    assert not is_backup(DiskFiles(), str(tmp_path / "other.zip"))


def test_a_case_that_did_not_fit_on_the_disk_can_be_brought_back_later(tmp_path: Path) -> None:
    context = bootstrap.context(str(tmp_path))
    here = CaseLibrary(bootstrap.in_memory(context))
    session = here.create(NewCase(title="Knee"))
    plan_visit(session, NewVisit(clinician="Dr Okafor"))
    session.finish()
    raw = backup_of(here)

    disk = FullDisk(room=2)
    other = CaseLibrary(replace(bootstrap.in_memory(context), files=disk))
    done = restored(other, raw)
    assert done.added == []
    assert "disk full" in done.problems[0]
    assert other.case_ids() == ()
    assert not disk.names

    disk.room = 100
    assert restored(other, raw).added == [session.case_id]
    assert other.open_readonly(session.case_id).case == here.open_readonly(session.case_id).case
    assert restored(other, raw).there == [session.case_id]

"""Erasing leaves nothing behind, ends what was begun, and says what happened."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.files import DiskFiles
from companion.files import file_lock as system_lock
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.case.maintenance import erasable_ids, erase_case, problems_of_home, title_of
from companion.services.case.trash import discard_case, tidy
from companion.services.search.index import SearchIndex
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage import trash
from companion.storage.errors import Busy, Missing, NotAllErased, Unwritable
from companion.storage.lock import CaseLock
from tests.unit.services.mortal import KilledError, Mortal
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "canary 4711"
VISIT = "visit-abcdefgh12345678"


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


@pytest.fixture
def folder(library: CaseLibrary) -> Path:
    """The folder of a case that holds the words in every generation."""
    session = library.create(NewCase(title="Left knee"))
    visit_id = plan_visit(session, NewVisit(clinician="Dr O"))
    for number in range(2):
        VisitEditor(session, visit_id).line.save(f"{WORDS} {number}")
    session.close()
    SearchIndex(library).read()
    return Path(library.context.home) / "cases" / session.case_id


def left_in(place: Path) -> list[str]:
    """The files under a place that hold the words."""
    return [
        str(path.relative_to(place))
        for path in place.rglob("*")
        if path.is_file() and not path.is_symlink() and WORDS.encode() in path.read_bytes()
    ]


class Refusing(DiskFiles):
    """A disk that does not let go of some names."""

    def __init__(self, *names: str, renames: bool = True) -> None:
        self.names = names
        """The ends of their paths."""
        self.renames = renames
        """Whether folders can be renamed."""

    def _refuse(self, path: str) -> None:
        if path.endswith(self.names):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), path)

    def unlink(self, path: str) -> None:
        self._refuse(path)
        super().unlink(path)

    def remove_folder(self, path: str) -> None:
        self._refuse(path)
        super().remove_folder(path)

    def replace(self, source: str, target: str) -> None:
        if ".erased-" in target and not self.renames:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), source)
        super().replace(source, target)


def on(library: CaseLibrary, files: DiskFiles) -> CaseLibrary:
    return CaseLibrary(replace(library.context, files=files))


@pytest.mark.parametrize(
    "name",
    [
        "cases/{id}/case.json.tmp",
        "cases/{id}/case.json.damaged-1",
        f"cases/{{id}}/{VISIT}.json.kept-2",
        f"cases/{{id}}/{VISIT}.conflict-1.json.journal",
        f"cases/{{id}}/{VISIT}.draft-a1b2c3d4.json",
        f"cases/{{id}}/{VISIT} copy.json",
        "cases/{id}/notes of my own.txt",
        "cases/{id}/inner/deep/case.json",
        "cases/{id}.new/case.json",
        "cases/{id}.new-a1b2c3d4/case.json",
        "cases/{id}.erased-a1b2c3d4/case.json",
        "cases/{id} copy/case.json",
        "cases/{id} (Copie en conflit de Anna)/case.json",
        "cases/{ID}/case.json",
        "trash/20260101t000000-{id}/case.json",
        f"trash/20260101t000000-{{id}}-abcdefgh12345678/{VISIT}.json",
        "trash/20260101t000000-{id}.erased-a1b2c3d4/case.json",
        "derived/{id}.search",
        "derived/{id}.visits.tmp",
    ],
)
def test_everything_that_is_the_cases_goes(library: CaseLibrary, folder: Path, name: str) -> None:
    home = folder.parent.parent
    path = home / name.format(id=folder.name, ID=folder.name.upper())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WORDS, "utf-8")
    other = library.create(NewCase(title=f"other {WORDS}"))
    other.close()
    erase_case(library, folder.name)
    assert [each for each in left_in(home) if other.case_id not in each] == []
    assert library.case_ids() == (other.case_id,)
    assert trash.erased_ids(library.context.files, str(home)) == {folder.name}
    assert not path.exists()


def test_an_erasing_that_is_killed_anywhere_is_ended_by_the_next_command(
    library: CaseLibrary, folder: Path
) -> None:
    home, case_id = folder.parent.parent, folder.name
    shutil.copytree(folder, home / "trash" / f"20260101t000000-{case_id}")
    start = home.with_name("start")
    shutil.copytree(home, start)
    states = set()
    for count in range(200):
        shutil.rmtree(home)
        shutil.copytree(start, home)
        try:
            erase_case(on(library, Mortal(count)), case_id)
        except KilledError:
            whole = case_id in library.case_ids()
            states.add(whole)
            if whole:
                assert len(library.open_readonly(case_id).case.visits) == 1
                assert not library.open_readonly(case_id).unreadable
                continue
            assert library.case_ids() == ()
            tidy(library)
            assert left_in(home) == []
            assert list((home / "cases").iterdir()) == []
            assert case_id in trash.erased_ids(library.context.files, str(home))
        else:
            break
    assert count > 10
    assert states == {True, False}


def test_a_killed_erasing_can_be_ended_by_erasing_again(library: CaseLibrary, folder: Path) -> None:
    home = folder.parent.parent
    folder.rename(f"{folder}.erased-a1b2c3d4")
    assert folder.name in erasable_ids(library)
    assert any("was being erased" in problem for problem in problems_of_home(library))
    erase_case(library, folder.name)
    assert left_in(home) == []
    with pytest.raises(Missing):
        erase_case(library, folder.name)


def test_a_case_brought_back_after_a_killed_erasing_stays(
    library: CaseLibrary, folder: Path
) -> None:
    shutil.copytree(folder, f"{folder}.erased-a1b2c3d4")
    tidy(library)
    assert library.case_ids() == (folder.name,)
    assert len(list(folder.parent.iterdir())) == 1


@pytest.mark.parametrize("renames", [True, False])
@pytest.mark.parametrize("names", [(".json",), (".prev",), ("case.lock",), (".search", ".visits")])
def test_what_could_not_be_erased_is_named_and_the_rest_is_gone(
    library: CaseLibrary, folder: Path, names: tuple[str, ...], *, renames: bool
) -> None:
    home = folder.parent.parent
    with pytest.raises(NotAllErased) as told:
        erase_case(on(library, Refusing(*names, renames=renames)), folder.name)
    sentence = str(told.value)
    assert "nothing was changed" not in sentence
    left = [path for path in home.rglob("*") if path.is_file() and path.name.endswith(names)]
    assert left
    assert all(path.name in sentence for path in left[:5])
    assert all(path.endswith(names) for path in left_in(home))
    if renames:
        assert library.case_ids() == ()
    erase_case(library, folder.name)
    assert left_in(home) == []


def test_where_nothing_could_be_erased_nothing_was_changed(
    library: CaseLibrary, folder: Path
) -> None:
    before = sorted(folder.iterdir())
    stuck = Refusing(".json", ".prev", ".journal", ".lock", folder.name, renames=False)
    with pytest.raises(Unwritable, match="nothing was changed"):
        erase_case(on(library, stuck), folder.name)
    assert sorted(folder.iterdir()) == before
    assert trash.erased_ids(library.context.files, library.context.home) == set()


def test_a_full_disk_does_not_stop_an_erasing(library: CaseLibrary, folder: Path) -> None:
    home = folder.parent.parent

    class Full(DiskFiles):
        full = True

        def create(self, path: str) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
            return super().create(path)

        def remove_folder(self, path: str) -> None:
            super().remove_folder(path)
            self.full = False

    erase_case(on(library, Full()), folder.name)
    assert left_in(home) == []
    assert folder.name in trash.erased_ids(library.context.files, str(home))


def test_an_open_lock_is_no_hindrance(library: CaseLibrary, folder: Path) -> None:
    """Some disks keep a hidden file for one that is removed while it is open."""

    class Network(DiskFiles):
        def unlink(self, path: str) -> None:
            inode = os.stat(path).st_ino
            for handle in os.listdir("/proc/self/fd"):
                try:
                    still_open = os.stat(f"/proc/self/fd/{handle}").st_ino == inode
                except OSError:
                    continue
                if still_open:
                    os.rename(path, f"{os.path.dirname(path)}/.nfs0000")
                    return
            super().unlink(path)

    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("the system does not tell what is open")
    erase_case(on(library, Network()), folder.name)
    assert list(folder.parent.iterdir()) == []


class Locking(DiskFiles):
    """A system on which no folder is renamed, and no file removed, while it is open."""

    def __init__(self) -> None:
        self.lock: CaseLock | None = None
        """What may be open."""

    def replace(self, source: str, target: str) -> None:
        if self.lock is not None and self.lock.held and source in self.lock.path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), source)
        super().replace(source, target)


@pytest.mark.parametrize("act", [erase_case, discard_case])
def test_where_open_files_bind_a_folder_the_lock_is_let_go_before(
    library: CaseLibrary,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[CaseLibrary, str], None],
) -> None:
    monkeypatch.setattr(system_lock, "CAN_LOCK", False)
    files, acquire = Locking(), CaseLock.acquire

    def seen(lock: CaseLock, wait: float = 0.0) -> bool:
        files.lock = lock
        return acquire(lock, wait)

    monkeypatch.setattr(CaseLock, "acquire", seen)
    act(on(library, files), folder.name)
    assert not folder.exists()
    assert library.case_ids() == ()


def test_nobody_takes_a_case_that_is_being_erased(library: CaseLibrary, folder: Path) -> None:
    lock = CaseLock(str(folder / "case.lock"), DiskFiles())

    class Meddling(DiskFiles):
        def remove_folder(self, path: str) -> None:
            with pytest.raises(Exception, match="folder is gone"):
                lock.acquire()
            super().remove_folder(path)

    erase_case(on(library, Meddling()), folder.name)
    assert not folder.exists()


def test_a_case_that_another_window_has_is_not_erased(library: CaseLibrary, folder: Path) -> None:
    session = library.open_to_write(folder.name)
    with pytest.raises(Busy):
        erase_case(library, folder.name)
    session.close()
    assert len(library.open_readonly(folder.name).case.visits) == 1


# Links


def moved(folder: Path) -> Path:
    """The case's folder lies elsewhere, and a link leads there."""
    end = folder.parent.parent.parent / "other disk"
    shutil.move(folder, end)
    folder.symlink_to(end)
    return end


def test_a_folder_that_is_a_link_is_erased_at_its_end(library: CaseLibrary, folder: Path) -> None:
    end = moved(folder)
    erase_case(library, folder.name)
    assert not end.exists()
    assert not folder.is_symlink()


def test_a_folder_in_the_trash_that_is_a_link_is_erased_at_its_end(
    library: CaseLibrary, folder: Path
) -> None:
    end = moved(folder)
    discard_case(library, folder.name)
    erase_case(library, folder.name)
    assert not end.exists()
    assert trash.items_in_trash(library.context.files, library.context.home) == []


def test_what_is_not_the_cases_at_a_links_end_stays_and_is_told(
    library: CaseLibrary, folder: Path
) -> None:
    end = moved(folder)
    (end / "holiday.jpg").write_bytes(b"photo")
    with pytest.raises(NotAllErased, match=r"holiday\.jpg"):
        erase_case(library, folder.name)
    assert [path.name for path in end.iterdir()] == ["holiday.jpg"]
    assert not folder.is_symlink()


@pytest.mark.parametrize("ending", ["", ".prev", ".journal", ".damaged-1"])
def test_a_store_that_is_a_link_is_erased_at_its_end(
    library: CaseLibrary, folder: Path, tmp_path: Path, ending: str
) -> None:
    store = next(folder.glob("visit-*.json"))
    path = Path(f"{store}{ending}")
    if not path.exists():
        shutil.copy(store, path)
    end = tmp_path / "a name of its own"
    shutil.move(path, end)
    path.symlink_to(end)
    erase_case(library, folder.name)
    assert not end.exists()
    assert left_in(tmp_path) == []


def test_what_is_no_store_at_a_links_end_stays_and_is_told(
    library: CaseLibrary, folder: Path, tmp_path: Path
) -> None:
    end = tmp_path / "thesis.json"
    end.write_text('{"chapter": 1}', "utf-8")
    (folder / f"{VISIT}.json").symlink_to(end)
    with pytest.raises(NotAllErased, match=r"thesis\.json"):
        erase_case(library, folder.name)
    assert end.exists()
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("target", ["nowhere", "itself", "a folder of mine", "a file of mine"])
def test_links_that_are_nothing_of_ours_go_and_what_they_lead_to_stays(
    library: CaseLibrary, folder: Path, tmp_path: Path, target: str
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear", "utf-8")
    link = folder / "photos"
    link.symlink_to(
        {
            "nowhere": tmp_path / "nowhere",
            "itself": link,
            "a folder of mine": mine,
            "a file of mine": mine / "letter.txt",
        }[target]
    )
    erase_case(library, folder.name)
    assert not folder.exists()
    assert (mine / "letter.txt").read_text("utf-8") == "dear"


def test_a_link_to_another_case_does_not_erase_that(library: CaseLibrary, folder: Path) -> None:
    alias = folder.with_name("aliasalias01")
    alias.symlink_to(folder)
    with pytest.raises(NotAllErased):
        erase_case(library, alias.name)
    assert not alias.is_symlink()
    assert len(library.open_readonly(folder.name).case.visits) == 1


# The trash


def test_a_case_in_the_trash_can_be_erased(library: CaseLibrary, folder: Path) -> None:
    home = folder.parent.parent
    discard_case(library, folder.name)
    assert title_of(library, folder.name) == "Left knee"
    assert folder.name in erasable_ids(library)
    erase_case(library, folder.name)
    assert left_in(home) == []


def test_what_is_derived_goes_with_a_case_to_the_trash(library: CaseLibrary, folder: Path) -> None:
    derived = folder.parent.parent / "derived"
    assert left_in(derived)
    discard_case(library, folder.name)
    assert list(derived.iterdir()) == []


@pytest.mark.parametrize("title", ["", "  "])
def test_a_case_without_a_title_has_none_to_type(library: CaseLibrary, title: str) -> None:
    session = library.create(NewCase(title=title))
    session.close()
    assert title_of(library, session.case_id).strip() == ""


def test_a_case_that_cannot_be_read_has_no_title_to_type(
    library: CaseLibrary, folder: Path
) -> None:
    for path in folder.glob("case.json*"):
        path.write_bytes(b"")
    assert title_of(library, folder.name) == ""
    erase_case(library, folder.name)
    assert library.case_ids() == ()


def test_only_a_folder_that_is_left_can_be_erased(library: CaseLibrary, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    assert folder.name in erasable_ids(library)
    erase_case(library, folder.name)
    assert not folder.exists()

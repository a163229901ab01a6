"""Whatever became of a backup, what is good in it comes back, and what is here is never touched."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tracemalloc
import unicodedata
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.files import DiskFiles
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.transfer.restoration import RestoreInProgress, restore_backup
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.backup_contents import (
    BackupContents,
    FolderSource,
    NoBackupError,
)
from companion.storage.checkpoint import encode, serialise
from companion.storage.lock import CaseLock
from tests.unit.services.backups import backup_of, restored
from tests.unit.services.mortal import KilledError, Mortal
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case

KINDS = ("empty", "garbage", "zeros", "folder", "truncated", "other json")


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


def a_case(library: CaseLibrary, title: str = "Left knee", notes: int = 3) -> str:
    """A case with a visit that was written to several times, closed; its id."""
    session = library.create(NewCase(title=title))
    visit_id = plan_visit(session, NewVisit(clinician="Dr O"))
    session.close()
    for number in range(notes):
        session = library.open_to_write(session.case_id)
        VisitEditor(session, visit_id).line.save(f"note {number} of {title}")
        session.finish()
    return session.case_id


def folder_of(library: CaseLibrary, case_id: str) -> Path:
    return Path(library.context.home) / "cases" / case_id


def visit_of(library: CaseLibrary, case_id: str) -> Path:
    return next(
        path for path in folder_of(library, case_id).iterdir() if path.name.startswith("visit-")
    ).with_suffix("")


def store(library: CaseLibrary, case_id: str, which: str) -> Path:
    """The checkpoint of the case or of its visit."""
    folder = folder_of(library, case_id)
    if which == "case":
        return folder / "case.json"
    return next(path for path in folder.glob("visit-*.json") if ".conflict" not in path.name)


def files_of(path: Path) -> list[Path]:
    """All files of a store that are there."""
    ends = ("", ".prev", ".journal", ".journal.prev")
    return [one for end in ends if (one := Path(f"{path}{end}")).exists()]


def in_memory(like: CaseLibrary) -> CaseLibrary:
    context = replace(like.context, home="/home", files=MemoryFiles(), in_memory=True)
    return CaseLibrary(context)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "derived" not in path.parts and path.suffix != ".lock"
    }


def texts(case: Case) -> list[str]:
    return [note.text for visit in case.visits for note in visit.notes]


def damage(path: Path, how: str) -> None:
    for one in files_of(path):
        raw = one.read_bytes()
        if how in {"missing", "folder"}:
            one.unlink()
        if how == "folder":
            one.mkdir()
        if how in {"empty", "garbage", "zeros", "truncated", "other json"}:
            one.write_bytes(
                {
                    "empty": b"",
                    "garbage": os.urandom(300),
                    "zeros": bytes(len(raw)),
                    "truncated": raw[: len(raw) // 3],
                    "other json": b'{"a": 1}',
                }[how]
            )


# Damaged backups


def test_one_changed_byte_anywhere_costs_at_most_the_file_it_is_in(library: CaseLibrary) -> None:
    one, two = a_case(library, "one"), a_case(library, "two")
    raw = backup_of(library)
    whole = {case_id: library.open_readonly(case_id).case for case_id in (one, two)}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        mains = [
            (begin := info.header_offset + 30 + len(info.filename), begin + info.compress_size)
            for info in archive.infolist()
            if info.filename.endswith(".json") and info.filename != "manifest.json"
        ]
    for at in range(0, len(raw), 11):
        for flip in (0x01, 0x80):
            changed = bytearray(raw)
            changed[at] ^= flip
            other = in_memory(library)
            done = restored(other, bytes(changed))
            back = {case_id: other.open_readonly(case_id).case for case_id in other.case_ids()}
            if not any(begin <= at < end for begin, end in mains):
                assert back == whole, (at, flip, done)
            assert len(back) >= 1, (at, done)
            assert done.problems or back == whole, (at, done)


def test_a_backup_cut_short_gives_what_it_still_holds(library: CaseLibrary) -> None:
    a_case(library, "one"), a_case(library, "two")
    raw = backup_of(library)
    counts = []
    for length in range(0, len(raw), 97):
        other = in_memory(library)
        try:
            done = restored(other, raw[:length])
        except NoBackupError:
            counts.append(0)
        else:
            assert done.problems or len(done.added) == 2
            counts.append(len(other.case_ids()))
    assert counts == sorted(counts)
    assert counts[-1] == 2


def test_a_damaged_earlier_generation_stops_nothing_and_is_named(library: CaseLibrary) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        info = next(each for each in archive.infolist() if each.filename.endswith(".json.prev"))
    changed = bytearray(raw)
    begin = info.header_offset + 30 + len(info.filename)
    changed[begin : begin + 30] = b"\xff" * 30
    other = in_memory(library)
    done = restored(other, bytes(changed))
    assert done.added == [case_id]
    assert any(Path(info.filename).name in sentence for sentence in done.problems)
    assert other.open_readonly(case_id).case == library.open_readonly(case_id).case


@pytest.mark.parametrize("ending", ["", ".journal", ".prev", ".journal.prev"])
@pytest.mark.parametrize("which", ["case", "visit"])
def test_a_wrong_sum_costs_that_file_alone(library: CaseLibrary, which: str, ending: str) -> None:
    bad, good = a_case(library, "one"), a_case(library, "two")
    name = f"cases/{bad}/{store(library, bad, which).name}{ending}"
    if not (Path(library.context.home) / name).exists():
        pytest.skip("the store has no such file")
    other = in_memory(library)
    done = restored(other, remade(backup_of(library), changed={name: b"[]"}))
    assert good in done.added
    assert any(Path(name).name in sentence for sentence in done.problems)
    if ending or which == "visit":
        assert bad in done.added
        assert other.open_readonly(bad).file.head.title == "one"


def remade(
    raw: bytes,
    *,
    top: str = "",
    changed: dict[str, bytes] | None = None,
    more: dict[str, bytes] | None = None,
    method: int = zipfile.ZIP_DEFLATED,
    turned: bool = False,
) -> bytes:
    """The same backup as another program packs it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(made, "w", method) as new:
        inside = {name: archive.read(name) for name in archive.namelist()} | (changed or {})
        names = sorted(inside, reverse=turned)
        for name, data in (more or {}).items():
            new.writestr(name, data)
        for name in names:
            new.writestr(top + name, inside[name])
    return made.getvalue()


def taken_apart(raw: bytes) -> bytes:
    """The same with its accents apart from their letters, as a Mac writes names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(made, "w") as new:
        for name in archive.namelist():
            new.writestr(unicodedata.normalize("NFD", name), archive.read(name))
    return made.getvalue()


OF_A_MAC = {"__MACOSX/": b"", "__MACOSX/all/._manifest.json": b"\0\5", "all/.DS_Store": b"x"}
OF_WINDOWS = {"all/": b"", "all/cases/": b"", "all/Thumbs.db": b"x", "all/desktop.ini": b"x"}


@pytest.mark.parametrize(
    "packed",
    [
        lambda raw: remade(raw, top="all/"),
        lambda raw: remade(raw, top="./"),
        lambda raw: remade(raw, top="Backups of 2026/all/", more=OF_WINDOWS),
        lambda raw: remade(raw, top="all/", more=OF_A_MAC, turned=True),
        lambda raw: remade(raw, more=OF_A_MAC),
        lambda raw: remade(raw, method=zipfile.ZIP_STORED),
        lambda raw: remade(raw, turned=True),
        lambda raw: remade(raw, top="all\\"),
        lambda raw: b"#!/bin/sh\nexit\n" + raw,
        lambda raw: raw + b"\r\n",
        lambda raw: taken_apart(remade(raw, top="Sicherung von Günther/")),
    ],
    ids=[
        *("a folder around", "a point", "Windows", "a Mac", "a Mac, bare", "stored", "turned"),
        *("backslashes", "something before", "something after", "umlauts"),
    ],
)
def test_a_backup_packed_anew_comes_back_whole(
    library: CaseLibrary, packed: Callable[[bytes], bytes]
) -> None:
    case_id = a_case(library)
    (folder_of(library, case_id) / "case (in Konflikt für Änne).json").write_bytes(b"words")
    other = in_memory(library)
    done = restored(other, packed(backup_of(library)))
    assert done.problems == []
    assert done.added == [case_id]
    assert other.open_readonly(case_id).case == library.open_readonly(case_id).case


@pytest.mark.parametrize("around", [False, True])
@pytest.mark.parametrize("manifest", [True, False])
def test_an_unpacked_backup_comes_back_whole(
    library: CaseLibrary, tmp_path: Path, *, around: bool, manifest: bool
) -> None:
    case_id = a_case(library)
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(io.BytesIO(backup_of(library))) as archive:
        archive.extractall(unpacked / "all" if around else unpacked)
    if not manifest:
        next(unpacked.rglob("manifest.json")).unlink()
    (unpacked / ".DS_Store").write_bytes(b"x")
    (unpacked / "__MACOSX").mkdir()
    other = in_memory(library)
    done = restore_backup(other, BackupContents(FolderSource(DiskFiles(), str(unpacked))))
    assert done.added == [case_id]
    assert (done.problems == []) == manifest
    assert other.open_readonly(case_id).case == library.open_readonly(case_id).case


def test_a_file_missing_from_an_unpacked_backup_is_named(
    library: CaseLibrary, tmp_path: Path
) -> None:
    case_id = a_case(library)
    with zipfile.ZipFile(io.BytesIO(backup_of(library))) as archive:
        archive.extractall(tmp_path / "all")
    gone = next((tmp_path / "all").rglob("visit-*.json.prev"))
    gone.unlink()
    other = in_memory(library)
    done = restore_backup(other, BackupContents(FolderSource(DiskFiles(), str(tmp_path / "all"))))
    assert done.added == [case_id]
    assert gone.name in done.problems[0]


def with_manifest(raw: bytes, manifest: bytes, **more: bytes) -> bytes:
    return remade(raw, changed={"manifest.json": manifest, **more})


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK\x03\x04", b"no zip at all", b"PK\x05\x06" + bytes(18), b"PK\x05\x06" + b"\xff" * 40],
)
def test_what_is_no_backup_is_said_to_be_none(library: CaseLibrary, raw: bytes) -> None:
    with pytest.raises(NoBackupError, match="isn't a Companion backup"):
        restored(library, raw)


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b'{"format": "something else", "version": 1}', "isn't a Companion backup"),
        (b'{"name": "an extension", "version": 3}', "isn't a Companion backup"),
        (b'{"format": "companion-backup", "version": 2, "files": {}}', "newer Companion"),
        (b'{"a": "' + b"x" * (17 << 20) + b'"}', "larger than a backup"),
        (b"{" + b'"a":"",' * 900_000 + b'"b":""}', "larger than a backup"),
    ],
    ids=["another", "an extension", "newer", "long", "many"],
)
def test_a_manifest_that_is_no_such_is_refused(
    library: CaseLibrary, manifest: bytes, said: str
) -> None:
    a_case(library)
    with pytest.raises(NoBackupError, match=said):
        restored(in_memory(library), with_manifest(backup_of(library), manifest))


@pytest.mark.parametrize(
    "manifest",
    [
        *(b"", b"[]", b"null", b"\xff\xfe", b"[" * 200_000, b'{"format": 1}'),
        b'{"format": "companion-backup", "version": 1}',
        b'{"format": "companion-backup", "version": 1, "files": []}',
        b'{"format": "companion-backup", "version": 1, "files": {"a": 1}}',
        b'{"format": "companion-backup", "version": "1", "files": {}}',
    ],
)
def test_without_its_manifest_a_backup_comes_back_all_the_same(
    library: CaseLibrary, manifest: bytes
) -> None:
    case_id = a_case(library)
    other = in_memory(library)
    done = restored(other, with_manifest(backup_of(library), manifest))
    assert done.added == [case_id]
    assert "list of files" in done.problems[0]
    assert other.open_readonly(case_id).case == library.open_readonly(case_id).case


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.json",
        "/etc/case.json",
        "cases/../case.json",
        "cases/abcdefgh12345678/../../x.json",
        "cases/abcdefgh12345678/.ssh/case.json",
        "cases/ABCDEFGH/case.json",
        "cases/abcdefgh12345678/case.lock",
        "cases/abcdefgh12345678/case.json:stream",
        "cases/abcdefgh12345678/\x1bcase.json",
        "C:\\cases\\case.json",
        "settings.json",
    ],
)
def test_a_strange_name_is_left_out_and_stops_nothing(
    library: CaseLibrary, tmp_path: Path, name: str
) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["files"][name] = hashlib.sha256(b"evil").hexdigest()
    crafted = remade(raw, changed={"manifest.json": json.dumps(manifest).encode(), name: b"evil"})
    other = shelf_in(tmp_path / "other")
    done = restored(other, crafted)
    assert done.added == [case_id]
    assert "Companion has no files by such names" in done.problems[0]
    every = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in every if path.read_bytes() == b"evil"] == []


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_is_packed_in_another_way_is_named(library: CaseLibrary, method: int) -> None:
    a_case(library)
    done = restored(in_memory(library), remade(backup_of(library), method=method))
    assert done.added == []
    assert "unpack the zip" in " ".join(done.problems)


def test_what_is_locked_with_a_password_is_named(library: CaseLibrary) -> None:
    case_id = a_case(library)
    raw = bytearray(backup_of(library))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        name = f"cases/{case_id}/case.json".encode()
        at = archive.getinfo(name.decode()).header_offset
    raw[at + 6] |= 1
    listed = raw.rindex(name + b"PK") - 46
    raw[listed + 8] |= 1
    done = restored(in_memory(library), bytes(raw))
    assert done.added == []
    assert "password" in done.problems[0]


# Too much


def bomb(entries: int, size: int) -> bytes:
    """A backup that is small and becomes large."""
    made = io.BytesIO()
    block = bytes(1 << 20)
    digest = hashlib.sha256()
    for _ in range(size >> 20):
        digest.update(block)
    sums = {}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(entries):
            name = f"cases/abcdefgh{number:08d}/case.json"
            sums[name] = digest.hexdigest()
            with archive.open(name, "w") as entry:
                for _ in range(size >> 20):
                    entry.write(block)
        archive.writestr(
            "manifest.json",
            json.dumps({"format": "companion-backup", "version": 1, "files": sums}),
        )
    return made.getvalue()


def test_a_zip_that_becomes_too_large_is_refused_before_it_does(library: CaseLibrary) -> None:
    raw = bomb(10, 60 << 20)
    tracemalloc.start()
    with pytest.raises(NoBackupError, match="larger than a backup"):
        restored(library, raw)
    assert tracemalloc.get_traced_memory()[1] < 50 << 20
    tracemalloc.stop()


def test_a_zip_that_lies_about_its_sizes_is_stopped(library: CaseLibrary) -> None:
    raw = bytearray(bomb(10, 60 << 20))
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        raw[at + 24 : at + 28] = b"\x10\0\0\0"
        at += 4
    with pytest.raises(NoBackupError, match="larger than a backup"):
        restored(library, bytes(raw))
    assert not any((Path(library.context.home) / "cases").iterdir())


def test_one_file_that_is_too_large_is_named(library: CaseLibrary, tmp_path: Path) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    name = "cases/zzzzzzzz12345678/case.json"
    manifest["files"][name] = "0" * 64
    large = remade(
        raw,
        changed={"manifest.json": json.dumps(manifest).encode(), name: bytes(257 << 20)},
    )
    done = restored(shelf_in(tmp_path / "other"), large)
    assert done.added == [case_id]
    assert any("larger than" in sentence for sentence in done.problems)


# What is here


@pytest.mark.parametrize("which", ["case", "visit"])
@pytest.mark.parametrize("how", [*KINDS, "missing"])
def test_what_cannot_be_read_here_comes_back_and_is_kept_beside(
    library: CaseLibrary, which: str, how: str
) -> None:
    case_id = a_case(library)
    before = library.open_readonly(case_id).case
    raw = backup_of(library)
    path = store(library, case_id, which)
    damage(path, how)
    if how == "missing" and which == "visit":
        Path(f"{path}.damaged-1").write_bytes(b"a trace of it")
    bad = {one.name: one.read_bytes() for one in files_of(path) if one.is_file()}
    done = restored(library, raw)
    assert done.added == []
    assert done.there == [case_id]
    assert path.name in done.mended[0]
    assert library.open_readonly(case_id).case == before
    for name, data in bad.items():
        assert (path.parent / f"{name}.damaged-1").read_bytes() == data
    after = tree(folder_of(library, case_id))
    assert restored(library, raw).mended == []
    assert tree(folder_of(library, case_id)) == after


@pytest.mark.skipif(os.name != "posix", reason="links are those of POSIX")
def test_a_store_that_is_a_link_here_comes_back_and_the_links_end_stays(
    library: CaseLibrary, tmp_path: Path
) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    path = store(library, case_id, "visit")
    for one in files_of(path):
        shutil.move(one, tmp_path / one.name)
        one.symlink_to(tmp_path / one.name)
    kept = (tmp_path / path.name).read_bytes()
    assert restored(library, raw).mended
    assert len(texts(library.open_readonly(case_id).case)) == 3
    assert (tmp_path / path.name).read_bytes() == kept


def only_a_lock(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name != "case.lock":
            path.unlink()


def nothing_at_all(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def all_set_aside(folder: Path) -> None:
    for path in list(folder.glob("*.json*")):
        path.rename(f"{path}.damaged-1")


def only_a_draft(folder: Path) -> None:
    only_a_lock(folder)
    (folder / "visit-abcdefgh12345678.draft-a1b2c3d4.json").write_bytes(b"words")


def only_temporary(folder: Path) -> None:
    only_a_lock(folder)
    (folder / "case.json.tmp").write_bytes(b"half")


@pytest.mark.parametrize(
    "left",
    [only_a_lock, nothing_at_all, all_set_aside, only_a_draft, only_temporary],
    ids=lambda f: f.__name__,
)
def test_a_folder_without_a_store_is_no_case(
    library: CaseLibrary, left: Callable[[Path], None]
) -> None:
    case_id = a_case(library)
    before = library.open_readonly(case_id).case
    raw = backup_of(library)
    folder = folder_of(library, case_id)
    left(folder)
    stays = tree(folder)
    done = restored(library, raw)
    assert (done.added, done.there, done.problems) == ([case_id], [], [])
    assert library.open_readonly(case_id).case == before
    assert tree(folder).items() >= stays.items()


def test_a_case_of_which_only_visits_are_left_gets_its_own_store_back(library: CaseLibrary) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    session = library.open_to_write(case_id)
    VisitEditor(session, session.case.visits[0].id).line.save("written after the backup")
    session.finish()
    for path in files_of(store(library, case_id, "case")):
        path.unlink()
    assert restored(library, raw).mended
    assert "written after the backup" in texts(library.open_readonly(case_id).case)


def test_what_can_be_read_here_is_never_touched(library: CaseLibrary) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    session = library.open_to_write(case_id)
    VisitEditor(session, session.case.visits[0].id).line.save("newer")
    session.finish()
    before = tree(Path(library.context.home))
    done = restored(library, raw)
    assert (done.there, done.more, done.mended, done.problems) == ([case_id], [], [], [])
    assert tree(Path(library.context.home)) == before


def test_what_only_the_backup_knows_is_counted_and_nothing_is_changed(
    library: CaseLibrary, tmp_path: Path
) -> None:
    case_id = a_case(library)
    older = backup_of(library)
    session = library.open_to_write(case_id)
    VisitEditor(session, session.case.visits[0].id).line.save("newer")
    plan_visit(session, NewVisit(clinician="Dr Later"))
    session.finish()
    newer = backup_of(library)
    other = shelf_in(tmp_path / "other")
    restored(other, older)
    before = tree(tmp_path / "other")
    done = restored(other, newer)
    assert "1 visit" in done.more[0]
    assert "1 note" in done.more[0]
    assert done.there == [case_id]
    assert tree(tmp_path / "other") == before


@pytest.mark.parametrize("which", ["case", "visit"])
def test_what_a_newer_version_wrote_is_no_damage(
    library: CaseLibrary, tmp_path: Path, which: str
) -> None:
    case_id = a_case(library)
    older = backup_of(library)
    path = store(library, case_id, which)
    for one in files_of(path)[1:]:
        one.unlink()
    tables = json.loads(path.read_bytes())
    next(iter(tables["about"].values()))["a new field"] = 1
    generation = tables.pop("_meta")["1"]["generation"]
    path.write_bytes(encode(serialise(tables), 99, generation)[0])
    before = tree(Path(library.context.home))
    done = restored(library, older)
    assert (done.there, done.mended, done.problems) == ([case_id], [], [])
    assert tree(Path(library.context.home)) == before
    other = shelf_in(tmp_path / "other")
    assert restored(other, backup_of(library)).added == [case_id]
    assert tree(folder_of(other, case_id)) == tree(folder_of(library, case_id))


def test_a_case_that_is_open_in_another_window_is_not_mended(library: CaseLibrary) -> None:
    case_id, other = a_case(library), a_case(library, "other")
    raw = backup_of(library)
    damage(store(library, case_id, "visit"), "garbage")
    shutil.rmtree(folder_of(library, other))
    lock = CaseLock(str(folder_of(library, case_id) / "case.lock"), DiskFiles())
    assert lock.acquire()
    done = restored(library, raw)
    lock.release()
    assert done.added == [other]
    assert "open in another window" in done.problems[0]
    assert restored(library, raw).mended


def test_two_restores_at_once_do_not_meet(library: CaseLibrary) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    shutil.rmtree(folder_of(library, case_id))
    lock = CaseLock(str(Path(library.context.home) / "restore.lock"), DiskFiles())
    assert lock.acquire()
    with pytest.raises(RestoreInProgress):
        restored(library, raw)
    lock.release()
    assert restored(library, raw).added == [case_id]


@pytest.mark.parametrize("left", ["new", "new-a1b2c3d4"])
def test_what_a_killed_restore_left_is_no_case_and_in_nobodys_way(
    library: CaseLibrary, left: str
) -> None:
    case_id = a_case(library)
    raw = backup_of(library)
    folder = folder_of(library, case_id)
    folder.rename(folder.with_name(f"{case_id}.{left}"))
    assert library.case_ids() == ()
    assert restored(library, raw).added == [case_id]
    assert [path.name for path in folder.parent.iterdir()] == [case_id]


@pytest.mark.parametrize("state", ["gone", "only a lock", "damaged", "case damaged"])
def test_a_restore_that_is_killed_anywhere_is_ended_by_the_next(
    library: CaseLibrary, state: str
) -> None:
    case_id, other = a_case(library, "one"), a_case(library, "two")
    before = {each: library.open_readonly(each).case for each in (case_id, other)}
    raw = backup_of(library)
    home = Path(library.context.home)
    if state == "gone":
        shutil.rmtree(home / "cases")
    elif state == "only a lock":
        only_a_lock(folder_of(library, case_id))
    else:
        damage(store(library, case_id, "case" if "case" in state else "visit"), "garbage")
        damage(store(library, other, "visit"), "empty")
    start = home.with_name("start")
    shutil.copytree(home, start)
    for count in range(200):
        shutil.rmtree(home)
        shutil.copytree(start, home)
        mortal = CaseLibrary(replace(library.context, files=Mortal(count)))
        try:
            restored(mortal, raw)
        except KilledError:
            assert set(library.case_ids()) <= {case_id, other}
            restored(library, raw)
        else:
            assert count > 10
            break
        assert {each: library.open_readonly(each).case for each in library.case_ids()} == before, (
            count
        )
        assert all("." not in path.name for path in (home / "cases").iterdir())
    else:
        pytest.fail("it never came to its end")


def test_an_empty_data_folder_gets_its_id_with_the_first_case(
    library: CaseLibrary, tmp_path: Path
) -> None:
    a_case(library)
    other = shelf_in(tmp_path / "other")
    restored(other, backup_of(library))
    assert (tmp_path / "other" / "device").read_text("utf-8").split()[0] == other.context.device
    again = restored(other, backup_of(library))
    assert again.there
    assert (tmp_path / "other" / "device").read_text("utf-8").split()[0] == other.context.device

"""Any JSON at all in place of a store: it is kept, and one sentence says so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles, join
from companion.storage.errors import Damaged, Empty, Foreign, Missing, StoreError, Unreadable
from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store, read_store
from tests.faults.power import PATH, loaded
from tests.support.corpora import corpora, rests_on

if TYPE_CHECKING:
    from companion.files.memory import MemoryFiles

SUITE = str(corpora("jsontestsuite/raw"))


def the_suite() -> list[str]:
    return sorted(
        join(folder, name)
        for folder, _, names in os.walk(SUITE)
        for name in names
        if name.endswith(".json")
    )


def refusal(files: MemoryFiles) -> StoreError:
    before = {path: files.read(path) for path in files.names}
    with pytest.raises(StoreError) as reading:
        read_store(PATH, files, 1)
    with pytest.raises(StoreError) as opening:
        Store(PATH, files, OpenOptions(create=True))
    assert type(reading.value) is type(opening.value)
    assert {path: files.read(path) for path in files.names} == before
    assert str(opening.value).count("\n") == 0
    return opening.value


@rests_on("jsontestsuite/raw")
def test_no_file_of_the_json_test_suite_is_taken_for_a_store_or_touched() -> None:
    disk, suite = DiskFiles(), the_suite()
    assert len(suite) > 100
    for path in suite:
        raw = disk.read(path)
        error = refusal(loaded({PATH: raw}))
        assert isinstance(error, (Damaged, Empty, Foreign)), path


@rests_on("jsontestsuite/raw")
def test_a_store_under_any_json_file_comes_back_and_the_file_is_kept() -> None:
    disk = DiskFiles()
    for path in the_suite():
        good = loaded({})
        first = Store(PATH, good, OpenOptions(create=True))
        first.apply([Edit("notes", 1, {"text": "kept"})])
        first.apply([Edit("notes", 2, {"text": "kept too"})])
        first.close()
        raw = disk.read(path)
        files = loaded({name: good.read(name) for name in good.names} | {PATH: raw})
        store = Store(PATH, files, OpenOptions())
        assert store.tables()["notes"] == {1: {"text": "kept"}, 2: {"text": "kept too"}}
        assert len(store.findings) == 1
        assert files.read(PATH) == raw
        store.apply([Edit("notes", 1, {"text": "changed"})])
        store.close()
        assert files.read(PATH + ".damaged-1") == raw
        assert Store(PATH, files, OpenOptions()).tables()["notes"][1] == {"text": "changed"}


def test_an_empty_file_is_never_a_new_store() -> None:
    assert isinstance(refusal(loaded({PATH: b""})), Empty)


def test_a_file_of_plain_tinydb_is_left_to_its_owner() -> None:
    assert isinstance(refusal(loaded({PATH: b'{"_default": {"1": {"a": 1}}}'})), Foreign)


def test_zeros_are_damage() -> None:
    assert isinstance(refusal(loaded({PATH: bytes(4096)})), Damaged)


def test_a_missing_file_is_told_and_only_made_when_asked() -> None:
    files = loaded({})
    with pytest.raises(Missing):
        Store(PATH, files, OpenOptions())
    with pytest.raises(Missing):
        read_store(PATH, files, 1)
    assert not files.names


def test_a_journal_alone_is_not_overwritten() -> None:
    files = loaded({PATH + ".journal": b"0 {}\n", PATH + ".prev": b"?"})
    assert isinstance(refusal(files), Damaged)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "device"])
def test_what_is_no_ordinary_file_is_refused_at_once(kind: str, tmp_path: object) -> None:
    path = join(str(tmp_path), "case.json")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        os.mkdir(path)
    else:
        os.symlink("/dev/zero" if kind == "device" else "elsewhere", path)
    with pytest.raises(Unreadable):
        Store(path, DiskFiles(), OpenOptions(create=True))

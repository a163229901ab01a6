"""Cases as folders: ids, trash, erasing, copies beside the stores."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.entity import is_id
from companion.files import Files, Places, join, write_whole
from companion.files.memory import MemoryFiles
from companion.storage import cases, trash
from companion.storage.cases import device_id, keep_device
from companion.storage.conflict_copies import Copied, copies
from companion.storage.errors import BadId, Missing, Unwritable
from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store

HOME = "/home"
CASE = "caseaaaa"
VISIT = "visitbbbb"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_home() -> MemoryFiles:
    files = MemoryFiles()
    cases.make_case(files, HOME, CASE)
    for path in (cases.case_path(HOME, CASE), cases.visit_path(HOME, CASE, VISIT)):
        store = Store(path, files, OpenOptions(create=True))
        store.apply([Edit("notes", 1, {"text": "canary"})])
        store.apply([Edit("notes", 1, {"text": "canary again"})])
        store.close()
    return files


def canaries(files: MemoryFiles) -> list[str]:
    return [path for path in files.names if b"canary" in files.read(path)]


def put(files: Files, path: str, content: bytes = b"{}") -> None:
    handle = files.create(path)
    files.write_all(handle, content)
    files.close(handle)


@pytest.mark.promise("files.names")
def test_cases_and_visits_are_found_by_their_files() -> None:
    files = a_home()
    put(files, join(cases.case_folder(HOME, CASE), "visit-visitbbbb.conflict-1.json"))
    files.make_folder(join(Places(HOME).cases, "emptyfolder"))
    put(files, join(Places(HOME).cases, "straynote"))
    assert cases.case_ids(files, HOME) == [CASE]
    assert cases.visit_ids(files, HOME, CASE) == [VISIT]


def test_an_empty_home_has_no_cases_and_stays_empty() -> None:
    files = MemoryFiles()
    assert cases.case_ids(files, HOME) == []
    assert cases.visit_ids(files, HOME, CASE) == []
    assert files.folders == {"/", "."}


def test_a_visit_whose_newest_generation_is_gone_is_still_listed() -> None:
    files = a_home()
    files.unlink(cases.visit_path(HOME, CASE, VISIT))
    assert cases.visit_ids(files, HOME, CASE) == [VISIT]


@pytest.mark.parametrize(
    "bad", ["", "short", "../../etc", "UPPERCASE", "a" * 41, "with-dash1", "é" * 9]
)
def test_an_id_never_leads_out_of_the_folder(bad: str) -> None:
    for act in (cases.case_folder, cases.case_path, cases.lock_path):
        with pytest.raises(BadId):
            act(HOME, bad)
    with pytest.raises(BadId):
        cases.visit_path(HOME, CASE, bad)


@pytest.mark.promise("files.names")
def test_new_ids_are_ids_and_differ() -> None:
    made = {cases.new_id() for _ in range(200)}
    assert len(made) == 200
    assert all(map(is_id, made))


@pytest.mark.promise("command.trash")
def test_a_case_in_the_trash_comes_back_whole() -> None:
    files = a_home()
    item = trash.discard_case(files, HOME, CASE, NOW)
    assert cases.case_ids(files, HOME) == []
    assert trash.items_in_trash(files, HOME) == [item]
    trash.bring_back(files, HOME, item)
    assert cases.visit_ids(files, HOME, CASE) == [VISIT]
    assert trash.items_in_trash(files, HOME) == []


def visit_in_the_trash(files: MemoryFiles) -> trash.Discarded:
    """A visit that was moved to the trash by itself, with all its generations."""
    folder = join(Places(HOME).trash, f"{NOW:%Y%m%dt%H%M%S}-{CASE}-{VISIT}")
    files.make_folder(folder)
    source = cases.case_folder(HOME, CASE)
    for name in files.list_folder(source):
        if name.startswith(f"visit-{VISIT}."):
            files.replace(join(source, name), join(folder, name))
    (item,) = trash.items_in_trash(files, HOME)
    return item


def test_a_visit_in_the_trash_comes_back_with_all_its_generations() -> None:
    files = a_home()
    item = visit_in_the_trash(files)
    assert cases.visit_ids(files, HOME, CASE) == []
    assert cases.case_ids(files, HOME) == [CASE]
    assert len(files.list_folder(item.folder)) == 4
    trash.bring_back(files, HOME, item)
    assert cases.visit_ids(files, HOME, CASE) == [VISIT]


def test_what_comes_back_never_overwrites() -> None:
    files = a_home()
    case = trash.discard_case(files, HOME, CASE, NOW)
    folder = cases.make_case(files, HOME, CASE)
    put(files, join(folder, "case.json"), b"another state of it")
    with pytest.raises(Unwritable, match="that name is taken"):
        trash.bring_back(files, HOME, case)
    assert trash.items_in_trash(files, HOME) == [case]


@pytest.mark.parametrize("left", [(), ("case.lock",)])
def test_a_folder_without_a_store_is_in_no_case_s_way(left: tuple[str, ...]) -> None:
    files = a_home()
    case = trash.discard_case(files, HOME, CASE, NOW)
    folder = cases.make_case(files, HOME, CASE)
    for name in left:
        put(files, join(folder, name), b"")
    trash.bring_back(files, HOME, case)
    assert cases.case_ids(files, HOME) == [CASE]


@pytest.mark.promise("command.trash")
def test_the_trash_keeps_thirty_days() -> None:
    files = a_home()
    item = trash.discard_case(files, HOME, CASE, NOW)
    assert trash.due_in(files, HOME, NOW + timedelta(days=29, hours=23)) == []
    assert trash.due_in(files, HOME, NOW + timedelta(days=30)) == [item]
    trash.remove_discarded(files, HOME, [item])
    assert canaries(files) == []


@pytest.mark.promise("files.erase")
def test_erasing_removes_every_generation_everywhere_and_keeps_the_id() -> None:
    files = a_home()
    visit_in_the_trash(files)
    files.make_folder(Places(HOME).derived)
    put(files, join(Places(HOME).derived, f"{CASE}.search"), b"canary")
    put(files, join(cases.case_folder(HOME, CASE), "case.json.damaged-1"), b"canary")
    put(files, join(Places(HOME).derived, "othercase.search"), b"other")
    trash.erase_case(files, HOME, CASE)
    assert canaries(files) == []
    assert cases.case_ids(files, HOME) == []
    assert trash.erased_ids(files, HOME) == {CASE}
    assert files.exists(join(Places(HOME).derived, "othercase.search"))
    with pytest.raises(Missing):
        trash.erase_case(files, HOME, "nosuchcase")
    assert trash.erased_ids(files, HOME) == {CASE}


def test_copies_of_sync_tools_and_damaged_files_are_listed_and_left() -> None:
    files = a_home()
    folder = cases.case_folder(HOME, CASE)
    conflicts = [
        "visit-visitbbbb.sync-conflict-20260301-120000-ABCDEF7.json",
        "case (Sam's conflicted copy 2026-03-01).json",
        "case.conflict-1.json",
        "visit-visitbbbb 2.json",
    ]
    for name in (*conflicts, "case.json.damaged-1", "visit-visitbbbb.json.journal.damaged-2"):
        put(files, join(folder, name))
    found = copies(files, HOME, CASE)
    listed = {copy.path.rpartition("/")[2] for copy in found if copy.kind is Copied.CONFLICT}
    assert listed == set(conflicts)
    damaged = [copy.store for copy in found if copy.kind is Copied.DAMAGED]
    assert damaged == ["case.json", "visit-visitbbbb.json"]
    assert cases.visit_ids(files, HOME, CASE) == [VISIT]


def test_a_data_folder_keeps_its_own_random_id() -> None:
    files = MemoryFiles()
    first = device_id(files, HOME)
    assert is_id(first)
    assert device_id(files, HOME) != first
    assert not files.names
    files.make_folder(HOME)
    keep_device(files, HOME, first)
    assert device_id(files, HOME) == first
    keep_device(files, HOME, "another0001")
    assert device_id(files, HOME) == first
    copied = "/elsewhere"
    files.make_folder(copied)
    write_whole(files, Places(copied).device, files.read(Places(HOME).device))
    assert device_id(files, copied) != first
    write_whole(files, Places(HOME).device, b"\xff not an id")
    assert device_id(files, HOME) not in {first, ""}

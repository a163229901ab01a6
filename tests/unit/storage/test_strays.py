"""Whole folders of cases that were copied, and what else lies among the cases."""

from __future__ import annotations

import pytest

from companion.files import Places, join
from companion.files.memory import MemoryFiles
from companion.storage import cases
from companion.storage.conflict_copies import copied_folders
from companion.storage.strays import (
    cases_without_store,
    copies_of_home,
    files_in_the_cloud,
    stores_left_over,
    unknown_paths,
)

HOME = "/home"
CASE = "k3v9x2m4q8w1z7ab"
VISIT = "visit-aaaabbbbccccdddd"
FOLDER = Places(HOME).cases

COPIED = (
    f"{CASE} (conflicted copy 2026-11-30 120000)",
    f"{CASE} (Annas in Konflikt stehende Kopie 2026-11-30)",
    f"{CASE} copy",
    f"{CASE} copy 2",
    f"{CASE} - Kopie",
    f"{CASE} 2",
    f"{CASE}-2",
    f"{CASE}-ANNAS-LAPTOP",
    f"{CASE} (1)",
    f"{CASE}.sync-conflict-20261130-120000-ABCDEF7",
    f"{CASE}.bak",
    f"Copy of {CASE}",
    CASE.upper(),
)


def home_with(*names: str) -> MemoryFiles:
    """A home whose case has files of these names."""
    files = MemoryFiles()
    cases.make_case(files, HOME, CASE)
    for name in names:
        put(files, join(FOLDER, CASE, name))
    return files


def put(files: MemoryFiles, path: str) -> None:
    files.close(files.create(path))


@pytest.mark.parametrize("name", COPIED)
def test_a_copy_of_a_whole_case_is_known_beside_it(name: str) -> None:
    files = home_with("case.json")
    files.make_folder(join(FOLDER, name))
    assert copied_folders(files, HOME) == [(join(FOLDER, name), CASE)]
    assert unknown_paths(files, HOME) == []


@pytest.mark.parametrize("name", COPIED)
def test_a_copy_of_a_whole_case_is_known_alone(name: str) -> None:
    files = MemoryFiles()
    files.make_folder(join(FOLDER, name))
    put(files, join(FOLDER, name, "case.json"))
    assert copied_folders(files, HOME) == [(join(FOLDER, name), CASE)]


@pytest.mark.parametrize(
    "name",
    [
        "cases (conflicted copy 2026-11-30)",
        "cases 2",
        "cases-ANNAS-LAPTOP",
        "settings (1).json",
        "settings.sync-conflict-20261130-120000-ABCDEF7.json",
        "keymap copy.txt",
        "trash.bak",
    ],
)
def test_a_copy_of_what_lies_in_the_data_folder_is_known(name: str) -> None:
    files = home_with("case.json")
    ours = ("settings.json", "keymap.txt", "device", "erased", "trash", "derived", "packs")
    for each in (*ours, "a letter.pdf", "showcases", "casework", name):
        put(files, join(HOME, each))
    assert copies_of_home(files, HOME) == [join(HOME, name)]


def test_a_folder_of_something_else_is_no_copy_and_a_stranger() -> None:
    files = home_with("case.json")
    for name in ("my documents", "holidays2026.bak"):
        files.make_folder(join(FOLDER, name))
    assert copied_folders(files, HOME) == []
    strange = [join(FOLDER, name) for name in ("holidays2026.bak", "my documents")]
    assert unknown_paths(files, HOME) == strange


def test_what_is_ours_or_the_systems_is_no_stranger() -> None:
    ours = ["case.json", "case.json.journal", "case.lock", f"{VISIT}.json", f"{VISIT}.json.tmp"]
    copied = [f"{VISIT} copy.json", f"{VISIT}.json.kept-1", f"{VISIT}.draft-ab12cd34.json"]
    systems = [".DS_Store", "._case.json", "desktop.ini", "Thumbs.db", ".nfs0000001", ".stfolder"]
    files = home_with(*ours, *copied, *systems)
    put(files, join(FOLDER, ".DS_Store"))
    assert unknown_paths(files, HOME) == []


def test_anything_else_beside_the_stores_is_a_stranger() -> None:
    names = ["case (1).lock", "letter.pdf", "notes.txt", "visit-short.json"]
    files = home_with("case.json", *names)
    assert unknown_paths(files, HOME) == [join(FOLDER, CASE, name) for name in names]


def test_a_file_that_is_in_the_cloud_only_is_named() -> None:
    names = ["case.json", f".{VISIT}.json.icloud", ".case.json.journal.icloud"]
    assert files_in_the_cloud(names) == ["case.json.journal", f"{VISIT}.json"]
    assert files_in_the_cloud([*names, f"{VISIT}.json", "case.json.journal"]) == []
    assert files_in_the_cloud([f"{VISIT}.json.nextcloud"]) == [f"{VISIT}.json"]
    assert stores_left_over(names) == []


@pytest.mark.parametrize(
    "trace",
    [
        f"{VISIT}.json.journal",
        f"{VISIT}.json.journal.prev",
        f"{VISIT}.json.tmp",
        f"{VISIT} copy.json",
        f"{VISIT}.conflict-1.json",
        f"{VISIT}.draft-ab12cd34.json",
        f"{VISIT}.json.damaged-1",
    ],
)
def test_a_store_of_which_only_a_trace_is_left_is_missed(trace: str) -> None:
    names = ["case.json", trace]
    assert stores_left_over(names) == [f"{VISIT}.json"]
    assert stores_left_over([*names, f"{VISIT}.json"]) == []
    assert stores_left_over([*names, f"{VISIT}.json.prev"]) == []


def test_what_was_taken_over_leaves_no_gap() -> None:
    assert stores_left_over(["case.json", f"{VISIT}.json.kept-1"]) == []
    assert stores_left_over(["case.json", "case.lock", f"{VISIT}.json", "notes.txt"]) == []


def test_a_case_that_is_in_the_cloud_only_is_seen_and_an_empty_folder_is_not() -> None:
    files = home_with(".case.json.icloud", f".{VISIT}.json.icloud")
    files.make_folder(join(FOLDER, "emptyfolder"))
    assert cases.case_ids(files, HOME) == []
    assert cases_without_store(files, HOME) == [CASE]
    assert cases_without_store(home_with("case.json"), HOME) == []


@pytest.mark.parametrize("name", ["elsewhere", "my notes.txt", CASE, "case.json", "old cases"])
def test_what_lies_in_the_data_folder_and_is_not_ours_is_told(name: str) -> None:
    files = home_with("case.json")
    for ours in ("settings.json", "keymap.txt", "device", "erased", ".DS_Store"):
        put(files, join(HOME, ours))
    assert unknown_paths(files, HOME) == []
    files.make_folder(join(HOME, name))
    assert unknown_paths(files, HOME) == [join(HOME, name)]

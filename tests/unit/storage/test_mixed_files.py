"""Files of two laptops' states of one store, mixed in every way: nothing in them is passed over."""

from __future__ import annotations

import json
import re
import shutil
from itertools import chain, combinations
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles
from companion.storage.errors import StoreError
from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store
from tests.faults.hands_laptop import words_kept

if TYPE_CHECKING:
    from pathlib import Path

NAME = "visit-abcdefgh.json"
PARTS = ("", ".journal", ".prev", ".journal.prev")
MIXES = list(chain.from_iterable(combinations(PARTS, count) for count in (1, 2, 3)))
ENDS = ("closed", "killed", "closed twice", "closed and killed")


def opened(folder: Path) -> Store:
    return Store(str(folder / NAME), DiskFiles(), OpenOptions(create=True, careful=True))


def wrote(folder: Path, first: int, end: str) -> None:
    """Two notes are written, and the program ends once or twice in some way."""
    for number in range(first, first + (4 if "and" in end or "twice" in end else 2)):
        store = opened(folder)
        store.apply([Edit("notes", number, {"text": f"kw{number:05d}abc"})])
        killed = end == "killed" or (end == "closed and killed" and number >= first + 2)
        if killed:
            store.writer.close_quietly()
        else:
            store.close()


def readable(folder: Path) -> set[str]:
    store = opened(folder)
    return set(re.findall(r"kw\d{5}abc", json.dumps([store.tables(), *store.others])))


@pytest.mark.parametrize("theirs", ENDS)
@pytest.mark.parametrize("ours", ENDS)
@pytest.mark.parametrize("mix", MIXES, ids=lambda mix: "+".join(part or "main" for part in mix))
def test_whatever_a_file_holds_is_read(
    tmp_path: Path, mix: tuple[str, ...], ours: str, theirs: str
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    wrote(here, 1, "closed twice")
    shutil.copytree(here, there)
    wrote(here, 11, ours)
    wrote(there, 21, theirs)
    for part in mix:
        if (there / (NAME + part)).exists():
            shutil.copy(there / (NAME + part), here / (NAME + part))
    held = set[str]().union(*(words_kept(here / (NAME + part)) for part in PARTS))
    assert held - readable(here) == set()


@pytest.mark.parametrize("mix", MIXES, ids=lambda mix: "+".join(part or "main" for part in mix))
def test_whatever_a_file_holds_is_kept_by_the_next_writing(
    tmp_path: Path, mix: tuple[str, ...]
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    wrote(here, 1, "closed twice")
    shutil.copytree(here, there)
    wrote(here, 11, "closed and killed")
    wrote(there, 21, "closed")
    for part in mix:
        shutil.copy(there / (NAME + part), here / (NAME + part))
    held = set[str]().union(*(words_kept(here / (NAME + part)) for part in PARTS))
    for number in range(31, 35):
        store = opened(here)
        store.apply([Edit("notes", number, {"text": "more"})])
        store.close()
    kept = set[str]().union(*(words_kept(path) for path in here.iterdir()))
    assert held - kept == set()


@pytest.mark.parametrize("theirs", ENDS)
@pytest.mark.parametrize("ours", ENDS)
@pytest.mark.parametrize("part", PARTS[1:])
def test_without_a_checkpoint_no_state_is_carried_on_by_the_journal_of_another(
    tmp_path: Path, part: str, ours: str, theirs: str
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    wrote(here, 1, "closed twice")
    shutil.copytree(here, there)
    wrote(here, 11, ours)
    wrote(there, 21, theirs)
    (here / NAME).unlink()
    shutil.copy(there / (NAME + part), here / (NAME + part))
    held = set[str]().union(*(words_kept(here / (NAME + part)) for part in PARTS))
    assert held - readable(here) == set()


def replaced(source: Path, target: Path, *, in_place: bool) -> None:
    """Another program puts a file in place, as a new one or into the old one."""
    if in_place:
        target.write_bytes(source.read_bytes())
    else:
        shutil.copy(source, target.with_suffix(".x"))
        target.with_suffix(".x").replace(target)


def all_readable(folder: Path) -> set[str]:
    """What is read of the store and of the copies that were made."""
    found: set[str] = set()
    for path in folder.glob("visit-*.json"):
        store = Store(str(path), DiskFiles(), OpenOptions(careful=True))
        found |= set(re.findall(r"kw\d{5}abc", json.dumps([store.tables(), *store.others])))
    return found


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("journal_in_place", [True, False])
@pytest.mark.parametrize("main_in_place", [True, False])
def test_what_is_put_over_an_open_store_is_kept_whole(
    tmp_path: Path, end: str, main_in_place: bool, journal_in_place: bool
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    wrote(here, 1, "closed twice")
    shutil.copytree(here, there)
    wrote(there, 21, end)
    store = opened(here)
    store.apply([Edit("notes", 11, {"text": "kw00011abc"})])
    replaced(there / NAME, here / NAME, in_place=main_in_place)
    replaced(there / f"{NAME}.journal", here / f"{NAME}.journal", in_place=journal_in_place)
    held = words_kept(here / NAME) | words_kept(here / f"{NAME}.journal")
    store.apply([Edit("notes", 12, {"text": "kw00012abc"})])
    assert held | {"kw00011abc", "kw00012abc"} <= all_readable(here)
    store.close()
    assert held | {"kw00011abc", "kw00012abc"} <= all_readable(here)


def test_a_store_comes_back_to_its_place_when_the_other_state_is_taken_away(
    tmp_path: Path,
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    wrote(here, 1, "closed twice")
    shutil.copytree(here, there)
    wrote(there, 21, "closed twice")
    store = opened(here)
    store.apply([Edit("notes", 11, {"text": "kw00011abc"})])
    replaced(there / NAME, here / NAME, in_place=False)
    store.writer.repair()
    assert store.path.endswith(".conflict-1.json")
    (here / NAME).unlink()
    store.writer.repair()
    assert store.error is None
    assert store.path.endswith(f"/{NAME}")
    store.apply([Edit("notes", 12, {"text": "kw00012abc"})])
    assert {"kw00011abc", "kw00012abc"} <= readable(here)
    assert not list(here.glob("*conflict-1.json"))


def test_a_store_comes_back_to_its_place_when_the_folder_is_taken_away(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    wrote(here, 1, "closed twice")
    shutil.copytree(here, there)
    wrote(there, 21, "closed twice")
    store = opened(here)
    replaced(there / NAME, here / NAME, in_place=False)
    store.apply([Edit("notes", 11, {"text": "kw00011abc"})])
    store.writer.repair()
    shutil.rmtree(here)
    store.writer.repair()
    assert {"kw00001abc", "kw00011abc"} <= readable(here)
    assert store.error is None


@pytest.mark.parametrize("spoilt", ["more", "half", "nothing of ours"])
def test_a_generation_before_that_nobody_can_read_is_set_aside(tmp_path: Path, spoilt: str) -> None:
    wrote(tmp_path, 1, "closed twice")
    before = tmp_path / f"{NAME}.prev"
    raw = before.read_bytes()
    texts = {
        "more": raw[1:],
        "half": raw[: len(raw) // 2],
        "nothing of ours": b'{"a": "kw00009abc"}',
    }
    before.write_bytes(texts[spoilt])
    store = opened(tmp_path)
    store.apply([Edit("notes", 31, {"text": "more"})])
    store.close()
    assert (tmp_path / f"{NAME}.prev.damaged-1").read_bytes() == texts[spoilt]


def test_a_store_whose_checkpoints_are_gone_is_refused_and_left(tmp_path: Path) -> None:
    wrote(tmp_path, 1, "closed twice")
    (tmp_path / NAME).unlink()
    (tmp_path / (NAME + ".prev")).unlink()
    with pytest.raises(StoreError):
        opened(tmp_path)
    assert words_kept(tmp_path / (NAME + ".journal.prev"))

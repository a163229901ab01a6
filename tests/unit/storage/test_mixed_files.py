"""Files of two laptops' states of one store, mixed in every way: nothing in them is passed over."""

from __future__ import annotations

import json
import re
import shutil
from itertools import chain, combinations
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles
from companion.storage.database import Database, Edit
from companion.storage.errors import StoreError
from tests.faults.hands_laptop import words_kept

if TYPE_CHECKING:
    from pathlib import Path

NAME = "visit-abcdefgh.json"
PARTS = ("", ".journal", ".prev", ".journal.prev")
MIXES = list(chain.from_iterable(combinations(PARTS, count) for count in (1, 2, 3)))
ENDS = ("closed", "killed", "closed twice", "closed and killed")


def opened(folder: Path) -> Database:
    return Database.open(str(folder / NAME), DiskFiles(), schema=1, create=True, careful=True)


def wrote(folder: Path, first: int, end: str) -> None:
    """Two notes are written, and the program ends once or twice in some way."""
    for number in range(first, first + (4 if "and" in end or "twice" in end else 2)):
        database = opened(folder)
        database.apply([Edit("notes", number, {"text": f"kw{number:05d}abc"})])
        killed = end == "killed" or (end == "closed and killed" and number >= first + 2)
        if not killed:
            database.close()


def readable(folder: Path) -> set[str]:
    database = opened(folder)
    return set(re.findall(r"kw\d{5}abc", json.dumps([database.tables(), *database.others])))


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
        database = opened(here)
        database.apply([Edit("notes", number, {"text": "more"})])
        database.close()
    kept = set[str]().union(*(words_kept(path) for path in here.iterdir()))
    assert held - kept == set()


def test_a_store_whose_checkpoints_are_gone_is_refused_and_left(tmp_path: Path) -> None:
    wrote(tmp_path, 1, "closed twice")
    (tmp_path / NAME).unlink()
    (tmp_path / (NAME + ".prev")).unlink()
    with pytest.raises(StoreError):
        opened(tmp_path)
    assert words_kept(tmp_path / (NAME + ".journal.prev"))

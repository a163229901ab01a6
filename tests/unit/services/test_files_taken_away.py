"""Another program takes the files of a case away: a window that reads stays, and so does Home."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from companion.services.home.case_list import count_visits
from companion.storage.errors import Unreadable
from tests.unit.services.test_merged_states import Laptop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def emptied(laptop: Laptop) -> None:
    for path in laptop.store.parent.iterdir():
        path.unlink()


def removed(laptop: Laptop) -> None:
    shutil.rmtree(laptop.store.parent)


def moved_away(laptop: Laptop) -> None:
    laptop.store.parent.rename(laptop.home / "away")


def visit_removed(laptop: Laptop) -> None:
    for path in laptop.store.parent.glob("visit-*"):
        path.unlink()


def case_cut_off(laptop: Laptop) -> None:
    (laptop.store.parent / "case.json").write_bytes(b"")


def visit_is_something_else(laptop: Laptop) -> None:
    laptop.store.write_text('{"other": {}}', "utf-8")


WAYS = (emptied, removed, moved_away, visit_removed, case_cut_off, visit_is_something_else)


def begun(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "home", "laptop0001")
    laptop.begin()
    return laptop


@pytest.mark.parametrize("way", WAYS)
def test_a_window_that_reads_shows_what_it_showed(
    tmp_path: Path, way: Callable[[Laptop], None]
) -> None:
    laptop = begun(tmp_path)
    session = laptop.peek()
    shown = session.visit(laptop.visit)
    way(laptop)
    session.reload_if_changed()
    assert session.visit(laptop.visit).notes == shown.notes


@pytest.mark.parametrize("way", WAYS)
def test_a_window_that_reads_goes_on_once_the_files_are_back(
    tmp_path: Path, way: Callable[[Laptop], None]
) -> None:
    laptop = begun(tmp_path)
    copy = laptop.copied_to(tmp_path / "copy", "laptop0002")
    copy.write("from the other laptop")
    session = laptop.peek()
    session.visit(laptop.visit)
    way(laptop)
    session.reload_if_changed()
    shutil.copytree(copy.home, laptop.home, dirs_exist_ok=True)
    session.reload_if_changed()
    assert "from the other laptop" in [note.text for note in session.visit(laptop.visit).notes]


@pytest.mark.parametrize("way", [emptied, visit_removed, case_cut_off])
def test_a_window_takes_nothing_over_whose_files_are_gone(
    tmp_path: Path, way: Callable[[Laptop], None]
) -> None:
    laptop = begun(tmp_path)
    with laptop.library.locked(laptop.case):
        session = laptop.library.open(laptop.case)
        shown = session.visit(laptop.visit)
    way(laptop)
    if session.take_over():
        return
    assert session.refused or way is visit_removed
    assert session.visit(laptop.visit).notes == shown.notes


def test_home_counts_no_visits_in_a_folder_that_is_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = begun(tmp_path)

    def refused(_: object, case_id: str) -> list[str]:
        raise Unreadable(case_id, OSError(errno.EACCES, os.strerror(errno.EACCES)))

    monkeypatch.setattr(type(laptop.library.context), "visit_ids", refused)
    assert count_visits(laptop.library) == 0

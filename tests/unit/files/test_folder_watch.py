"""The folder of an open case is watched from the moment in which its files were read."""

from __future__ import annotations

import shutil
from queue import Queue
from typing import TYPE_CHECKING

import pytest

from companion.files.folder_watch import FolderWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 20.0


class Looks:
    """A watch, and the looks it brought about."""

    def __init__(self, folder: Path) -> None:
        self.names: Queue[frozenset[str]] = Queue()
        self.folder = folder
        self.watch = FolderWatch(str(folder), self._look)

    def _look(self) -> None:
        there = self.folder.iterdir() if self.folder.is_dir() else ()
        self.names.put(frozenset(path.name for path in there))

    def until(self, name: str, *, there: bool) -> None:
        """Wait for a look at which a file was there, or was not."""
        while (name in self.names.get(timeout=PATIENCE)) is not there:
            continue


@pytest.fixture
def looks(tmp_path: Path) -> Iterator[Looks]:
    folder = tmp_path / "cases" / "abcdefgh"
    folder.mkdir(parents=True)
    (folder / "case.json").write_text("{}", "utf-8")
    begun = Looks(folder)
    yield begun
    begun.watch.close()


def test_what_happened_before_the_watch_began_is_looked_at(looks: Looks) -> None:
    looks.until("case.json", there=True)


def removed(folder: Path) -> None:
    (folder / "case.json").unlink()


def renamed(folder: Path) -> None:
    (folder / "case.json").rename(folder / "other.json")


def moved_out(folder: Path) -> None:
    (folder / "case.json").rename(folder.parent / "case.json")


def folder_removed(folder: Path) -> None:
    shutil.rmtree(folder)


def folder_moved(folder: Path) -> None:
    folder.rename(folder.parent / "away")


def folder_above_moved(folder: Path) -> None:
    folder.parent.rename(folder.parent.parent / "away")


@pytest.mark.parametrize(
    "act", [removed, renamed, moved_out, folder_removed, folder_moved, folder_above_moved]
)
def test_what_another_program_does_is_looked_at(looks: Looks, act: Callable[[Path], None]) -> None:
    looks.until("case.json", there=True)
    act(looks.folder)
    looks.until("case.json", there=False)


def test_a_folder_that_comes_back_is_watched_again(looks: Looks) -> None:
    shutil.rmtree(looks.folder)
    looks.until("case.json", there=False)
    looks.folder.mkdir()
    (looks.folder / "case.json").write_text("{}", "utf-8")
    looks.until("case.json", there=True)
    (looks.folder / "case.json").unlink()
    looks.until("case.json", there=False)


def test_nothing_is_looked_at_once_it_is_closed(looks: Looks) -> None:
    looks.watch.close()
    while not looks.names.empty():
        looks.names.get()
    removed(looks.folder)
    assert looks.names.empty()

"""Paths are joined and taken apart as the system at hand writes them, in memory too."""

from __future__ import annotations

import ntpath
import posixpath
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.files import DiskFiles, bare, file_name, folder_of, join, paths
from companion.files.memory import MemoryFiles
from companion.files.paths import absolute, inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

# Above what a system may give names of its own to: separators, drives, streams, ends in a dot.
NAMES = st.text(st.characters(codec="utf-8", exclude_characters='/\\:\0"<>|?*.'), min_size=1)
TOPS = {
    posixpath: ("/", "/home/alva", "data"),
    ntpath: ("C:\\", r"C:\Users\Alva", "data", "/example"),
}


as_written_on = pytest.mark.parametrize("system", TOPS, ids=["Unix", "Windows"])


@contextmanager
def written_as_on(system: ModuleType) -> Iterator[None]:
    """While this lasts paths are written as that system does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "os", SimpleNamespace(path=system))
        yield


@as_written_on
@given(name=NAMES, other=NAMES, data=st.data())
def test_what_is_joined_is_taken_apart_again(
    system: ModuleType, name: str, other: str, data: st.DataObject
) -> None:
    top = data.draw(st.sampled_from(TOPS[system]))
    with written_as_on(system):
        folder = join(top, name)
        path = join(folder, other)
        assert (folder_of(path), file_name(path)) == (folder, other)
        assert (folder_of(folder), file_name(folder)) == (top, name)
        assert inside(folder, path)
        assert inside(top, path)
        assert not inside(path, folder)
        assert not inside(folder, folder)
        assert not inside(folder, folder + other)
        assert bare(join(folder, "")) == bare(folder) == folder
        assert bare(top) == top


@pytest.mark.promise("files.open-elsewhere")
@as_written_on
@given(name=NAMES, other=NAMES, third=NAMES, data=st.data())
def test_a_disk_in_memory_keeps_and_moves_what_lies_in_a_folder(
    system: ModuleType, name: str, other: str, third: str, data: st.DataObject
) -> None:
    top = data.draw(st.sampled_from(TOPS[system]))
    files = MemoryFiles()
    with written_as_on(system):
        folder, beside = join(top, "cases", name), join(top, "cases", name + third)
        inner, target = join(folder, other), join(top, "trash")
        for each in (inner, beside):
            files.make_folder(each)
        files.write_new(join(inner, third), b"words")
        files.write_new(join(beside, third), b"others")
        assert files.list_folder(folder) == [other]
        assert files.list_folder(inner) == [third]
        files.replace(folder, target)
        assert files.read(join(target, other, third)) == b"words"
        assert files.read(join(beside, third)) == b"others"
        assert not files.exists(folder)


def test_in_a_folder_that_was_removed_a_name_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "gone"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    assert absolute("page.html") == "page.html"
    assert absolute("/page.html") == "/page.html"
    assert DiskFiles().resolve("page.html") == "page.html"

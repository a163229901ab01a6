"""Paths that lead to the program's own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, file_name, folder_of, join
from companion.storage.belongings import store_of
from companion.storage.cases import names_in
from companion.storage.errors import StoreError
from companion.storage.removal import is_ours

if TYPE_CHECKING:
    from companion.files import Files


def is_own_file(files: Files, home: str, path: str) -> bool:
    """Return whether a file written at a path would be among the files of a data folder, or on one.

    Also through links, other letters on a disk that does not tell them apart, or the place a case's
    folder was moved to; also of another data folder than `home`.
    """
    folder = files.resolve(folder_of(path))
    places = Places(home)
    kept = [places.cases, places.trash, places.derived, *_linked_cases(files, places.cases)]
    above = folder
    while True:
        if any(files.is_same(above, each) for each in kept):
            return True
        if folder_of(above) == above or above == ".":
            break
        above = folder_of(above)
    in_home = files.is_same(folder, home) and file_name(path).lower() in {
        file_name(each)
        for each in (places.device, places.erased, places.settings, places.keymap, places.restoring)
    }
    return in_home or _is_store(files, folder, path)


def _linked_cases(files: Files, cases: str) -> list[str]:
    """Return the folders of cases that are links, and so are elsewhere."""
    try:
        names = names_in(files, cases)
    except StoreError:
        return []
    return [path for path in (join(cases, name) for name in names) if files.info(path).link]


def _is_store(files: Files, folder: str, path: str) -> bool:
    """Return whether a store's file is there, or would be by the names of its folders."""
    among_cases = is_id(file_name(folder)) and file_name(folder_of(folder)) == "cases"
    if among_cases and store_of(file_name(path)) is not None:
        return True
    return is_ours(files, path)

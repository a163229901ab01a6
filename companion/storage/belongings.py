"""Our files and folders, told by their names: of a case, of the data folder, left behind.

A case's folder holds its stores, what was set aside of them, and copies that sync programs made of
them. Each has the name of a store in its own, and `.json`; files are recognised by that, so that a
name which no list here foresees is kept and erased with the others.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, file_name, folder_of, join
from companion.storage.cases import listed_names, names_in

if TYPE_CHECKING:
    from companion.files import Files

LIVE = (".journal.prev", ".journal", "", ".prev")
"""Endings after a store's name, in the order in which a store is put in place: at no moment could
its files be taken for another state of the store.
"""
_STORE = re.compile(
    r"(?<![A-Za-z0-9])(case|visit-[a-z0-9]{8,40})(?![A-Za-z0-9]).*\.json(?![A-Za-z0-9])", re.DOTALL
)
_LIVE = re.compile(r"((?:case|visit-[a-z0-9]{8,40})\.json)(?:\.journal)?(?:\.prev)?")
_PASSING = (".lock", ".tmp")
"""Endings of files that hold nothing which is not elsewhere."""
_LONGEST = 255
_LEFT = re.compile(r"([a-z0-9]{8,40})\.(new|erased)(?:-[a-z0-9]+)?")
_IN_HOME = re.compile(
    r"crash-[0-9-]+\.txt|settings\.json\.kept-[0-9]+|\.[0-9a-f]{16}\.tmp"
    r"|\.DS_Store|\.directory|\.st.*"
)
_OF_SYSTEMS = {"thumbs.db", "desktop.ini"}
_BEGINS = re.compile(
    rb'\s*\{\s*"_meta"\s*:|[0-9a-f]{8} \{"(?:base|s|d)":'
    rb'|companion-search |\{"form": "visits-not-over'
)
_ENOUGH = 256


def store_of(name: str) -> str | None:
    """Return the store that a file in a case's folder belongs to; None when it is not ours."""
    found = _STORE.search(name)
    return f"{found[1]}.json" if found else None


def live_store_of(name: str) -> str | None:
    """Return the store of a checkpoint or journal in use; None for every other file."""
    found = _LIVE.fullmatch(name)
    return found[1] if found else None


def is_backed_up(name: str) -> bool:
    """Return whether a file in a case's folder belongs in a backup, and may come out of one."""
    return store_of(name) is not None and not name.endswith(_PASSING) and is_plain(name)


def is_plain(name: str) -> bool:
    """Return whether a name stays in the folder it is put in, and can be written into a zip."""
    return (
        0 < len(name.encode("utf-8", "surrogatepass")) <= _LONGEST
        and not any(mark in name for mark in "/\\:")
        and not any(unicodedata.category(mark) in {"Cc", "Cs"} for mark in name)
        and name == name.rstrip(". ")
    )


def left_of(name: str) -> tuple[str, str] | None:
    """Return the case of a folder left beside the cases, and its reason (`new`, `erased`)."""
    found = _LEFT.fullmatch(name)
    return (found[1], found[2]) if found else None


def names_of_case(files: Files, folder: str, case_id: str) -> list[str]:
    """Return the names in a folder that contain the id of a case.

    Raises:
        Unreadable: The folder cannot be listed.
    """
    of_it = re.compile(rf"(?<![a-z0-9]){re.escape(case_id)}(?![a-z0-9])", re.IGNORECASE)
    return [name for name in names_in(files, folder) if of_it.search(name)]


def strange_in_home(files: Files, home: str) -> list[str]:
    """Return the names in a data folder that neither this program nor a system gives.

    Raises:
        Unreadable: The folder cannot be listed.
    """
    places = Places(home)
    ours = {
        *(places.cases, places.trash, places.derived, places.packs, places.device),
        *(places.erased, places.restoring, places.settings, places.keymap),
    }
    return [
        name
        for name in names_in(files, home)
        if not (join(home, name) in ours or _IN_HOME.fullmatch(name) or name.lower() in _OF_SYSTEMS)
    ]


def begins_as_ours(files: Files, path: str) -> bool:
    """Return whether a file begins as a checkpoint, a journal, or a file derived from them."""
    try:
        with files.reader(path) as file:
            return _BEGINS.match(file.read(_ENOUGH)) is not None
    except OSError:
        return False


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
    paths = (join(cases, name) for name in listed_names(files, cases))
    return [path for path in paths if files.info(path).link]


def _is_store(files: Files, folder: str, path: str) -> bool:
    """Return whether a store's file is there, or would be by the names of its folders."""
    among_cases = is_id(file_name(folder)) and file_name(folder_of(folder)) == "cases"
    if among_cases and store_of(file_name(path)) is not None:
        return True
    return begins_as_ours(files, path)

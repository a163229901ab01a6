"""The folders of cases under HOME, the places of their files, new ids, and the id of HOME itself.

That id is for the stamps of changes made in a data folder. It is kept with the number of the file
it was written to. A data folder that was copied, on this computer or to another, has another file
there: it takes an id of its own with its first change, so that changes made in both can be told
apart when they come together again.
"""

from __future__ import annotations

import os
import re
from random import SystemRandom
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, join
from companion.storage.errors import BadId, Unreadable, unwritable

if TYPE_CHECKING:
    from companion.files import Files

CASE_FILE = "case.json"
"""The store of the case itself."""
LOCK_FILE = "case.lock"
_VISIT = re.compile(r"visit-([a-z0-9]{8,40})\.json")
_STORE = re.compile(r"(case|visit-[a-z0-9]{8,40})\.json(\.prev|\.journal|\.journal\.prev)?")
_ID_LENGTH = 16
_MOST_OF_DEVICE = 128
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def new_id() -> str:
    """Return a random id."""
    # The chance of the system, as `secrets` has it; that module reads all of OpenSSL besides.
    return "".join(SystemRandom().choices(_LETTERS, k=_ID_LENGTH))


def checked_id(text: str) -> str:
    """Return the id itself.

    Raises:
        BadId: It has not the form of our ids, so it may be a path.
    """
    if not is_id(text):
        raise BadId(text)
    return text


def case_folder(home: str, case_id: str) -> str:
    """Return the folder of a case."""
    return join(Places(home).cases, checked_id(case_id))


def case_path(home: str, case_id: str) -> str:
    """Return the store of the case itself."""
    return join(case_folder(home, case_id), CASE_FILE)


def visit_path(home: str, case_id: str, visit_id: str) -> str:
    """Return the store of one visit."""
    return join(case_folder(home, case_id), visit_file(visit_id))


def visit_file(visit_id: str) -> str:
    """Return the name of the store of one visit."""
    return f"visit-{checked_id(visit_id)}.json"


def visit_of_store(name: str) -> str | None:
    """Return the visit of a store with that name; None for the case's own."""
    return None if name == CASE_FILE else name.removeprefix("visit-").removesuffix(".json")


def lock_path(home: str, case_id: str) -> str:
    """Return the lock file of a case."""
    return join(case_folder(home, case_id), LOCK_FILE)


def make_case(files: Files, home: str, case_id: str) -> str:
    """Return the folder of a case, made if it is not there.

    Raises:
        Unwritable: The disk refuses.
    """
    folder = case_folder(home, case_id)
    with unwritable(folder):
        files.make_folder(home)
        files.make_folder(folder)
        files.sync_folder(Places(home).cases)
    return folder


def case_ids(files: Files, home: str) -> list[str]:
    """Return the ids of the cases, sorted; a folder without any store is not a case.

    Raises:
        Unreadable: The folder of cases cannot be listed.
    """
    folder = Places(home).cases
    names = [name for name in names_in(files, folder) if is_id(name)]
    return [
        name
        for name in names
        if has_case(files, home, name)
        or any(_STORE.fullmatch(n) for n in _inside(files, folder, name))
    ]


def has_case(files: Files, home: str, case_id: str) -> bool:
    """Return whether the store of the case itself is in place; asks for one file only."""
    try:
        return files.info(case_path(home, case_id)).regular
    except OSError:
        return False


def visit_ids(files: Files, home: str, case_id: str) -> list[str]:
    """Return the ids of a case's visits, sorted; also of one whose newest generation is missing.

    Raises:
        Unreadable: The case's folder cannot be listed.
    """
    names = names_in(files, case_folder(home, case_id))
    stores = (name.removesuffix(".prev") for name in names)
    return sorted({found[1] for name in stores if (found := _VISIT.fullmatch(name))})


def _inside(files: Files, folder: str, name: str) -> list[str]:
    try:
        return files.list_folder(join(folder, name))
    except NotADirectoryError:
        return []
    except OSError:
        # It is there, and the sentence why it cannot be read comes from opening it.
        return [CASE_FILE]


def names_in(files: Files, folder: str) -> list[str]:
    """Return the names in a folder, sorted; none when the folder is missing.

    Raises:
        Unreadable: It cannot be listed.
    """
    try:
        return files.list_folder(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(folder, error) from error


def listed_names(files: Files, folder: str) -> list[str]:
    """Return the names in a folder; none where it cannot be listed: another reader tells that."""
    try:
        return names_in(files, folder)
    except Unreadable:
        return []


def device_id(files: Files, home: str) -> str:
    """Return the id in `HOME/device`; a new one when none can be read. Nothing is written."""
    return _kept(files, Places(home).device)[0] or new_id()


def _kept(files: Files, path: str) -> tuple[str, bool]:
    """Return the id that was kept for this very folder, and whether it names its file."""
    try:
        words = files.read(path, limit=_MOST_OF_DEVICE).decode("ascii", "replace").split()
        known, own = words[0], words[1:]
        if not is_id(known) or (own and own != [str(files.info(path).inode)]):
            return "", False
    except (OSError, IndexError):
        return "", False
    return known, bool(own)


def keep_device(files: Files, home: str, device: str) -> None:
    """Keep the id of a data folder, where none is kept for it yet.

    Raises:
        Unwritable: The disk refuses.
    """
    path = Places(home).device
    known, says_which = _kept(files, path)
    if known and says_which:
        return
    beside = join(home, f".{os.urandom(8).hex()}.tmp")
    with unwritable(path):
        handle = files.create(beside)
        try:
            files.write_all(
                handle, f"{known or device} {files.info(beside).inode}\n".encode("ascii")
            )
            files.sync(handle)
        finally:
            files.close(handle)
        files.replace(beside, path)
        files.sync_folder(home)

"""The random id of a data folder, for the stamps of changes made in it.

The id is kept with the number of the file it was written to. A data folder that was copied, on this
computer or to another, has another file there: it takes an id of its own with its first change, so
that changes made in both can be told apart when they come together again.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, join
from companion.storage.cases import new_id
from companion.storage.errors import unwritable

if TYPE_CHECKING:
    from companion.files import Files

_LIMIT = 128


def device_id(files: Files, home: str) -> str:
    """Return the id in `HOME/device`; a new one when none can be read. Nothing is written."""
    return _kept(files, Places(home).device)[0] or new_id()


def _kept(files: Files, path: str) -> tuple[str, bool]:
    """Return the id that was kept for this very folder, and whether it names its file."""
    try:
        words = files.read(path, limit=_LIMIT).decode("ascii", "replace").split()
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

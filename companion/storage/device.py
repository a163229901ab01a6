"""The random id of a data folder, for the stamps of changes made in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, write_whole
from companion.storage.cases import new_id
from companion.storage.errors import Unwritable

if TYPE_CHECKING:
    from companion.files import Files

_LIMIT = 64


def device_id(files: Files, home: str) -> str:
    """The id that stands in `HOME/device`; a new one when none can be read. Nothing is written."""
    try:
        known = files.read(Places(home).device, limit=_LIMIT).decode("ascii", "replace").strip()
    except OSError:
        return new_id()
    return known if is_id(known) else new_id()


def keep_device(files: Files, home: str, device: str) -> None:
    """Keep the id of a data folder, where none is kept yet.

    Raises:
        Unwritable: The disk refuses.
    """
    path = Places(home).device
    try:
        if not files.exists(path):
            write_whole(files, path, f"{device}\n".encode("ascii"))
    except OSError as error:
        raise Unwritable(path, error) from error

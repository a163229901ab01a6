"""The random id of a data folder, for the stamps of changes made in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.files import Places, write_whole
from companion.storage.cases import is_id, new_id
from companion.storage.errors import Unreadable, Unwritable

if TYPE_CHECKING:
    from companion.files import Files


def device_id(files: Files, home: str) -> str:
    """The id that stands in `HOME/device`; made when there is none, or none of our form.

    Raises:
        Unreadable: it stands there and the disk refuses to give it.
        Unwritable: it cannot be made.
    """
    path = Places(home).device
    known = _known(files, path)
    if known is not None:
        return known
    made = new_id()
    try:
        files.make_folder(home)
        write_whole(files, path, (made + "\n").encode("ascii"))
    except OSError as error:
        raise Unwritable(path, error) from error
    # Two programs may start at once; both take what stands there in the end.
    return _known(files, path) or made


def _known(files: Files, path: str) -> str | None:
    try:
        text = files.read(path, limit=4096).decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(path, error) from error
    return text if is_id(text) else None

"""Writing a whole file in one step: exports, settings, the id of a data folder."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from companion.files.paths import folder_of, join

if TYPE_CHECKING:
    from companion.files.seam import Files


def write_whole(files: Files, path: str, data: bytes) -> None:
    """Write a file so that it is old or new after any crash, never half; 0600.

    Raises:
        OSError: the disk's reason; `ELOOP` when the path is a symbolic link or a device,
            which is never written through, `EISDIR` when it is a folder. The old file is as it
            was.
    """
    try:
        found = files.info(path)
        if not found.regular:
            number = errno.EISDIR if found.folder else errno.ELOOP
            raise OSError(number, os.strerror(number), path)
    except FileNotFoundError:
        pass
    folder = folder_of(path)
    beside = join(folder, f".{os.urandom(8).hex()}.tmp")
    try:
        files.write_new(beside, data)
        files.replace(beside, path)
    except OSError:
        files.unlink_if_there(beside)
        raise
    files.sync_folder(folder)

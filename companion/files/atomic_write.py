"""Replacing a whole file in one step: exports, settings, the id of a data folder, a backup."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companion.files.paths import folder_of, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.files.interface import Files


@contextmanager
def whole_file(files: Files, path: str) -> Iterator[Callable[[bytes], None]]:
    """Yield a function that takes the content of a file, part by part.

    The file is 0600, and put in place once the content is complete.

    Raises:
        OSError: The disk's reason; `ELOOP` when the path is a symbolic link or a device, which is
            never written through, `EISDIR` when it is a folder. The old file stays as it was, also
            when the caller fails before the content is complete.
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
    handle = files.create(beside)
    try:
        try:
            yield lambda data: files.write_all(handle, data)
            files.sync(handle)
        finally:
            files.close(handle)
        files.replace(beside, path)
    except BaseException:
        files.unlink_if_there(beside)
        raise
    files.sync_folder(folder)


def write_whole(files: Files, path: str, data: bytes) -> None:
    """Write a file so that it is old or new after any crash, never half; 0600.

    Raises:
        OSError: See `whole_file`; the old file stays as it was.
    """
    with whole_file(files, path) as give:
        give(data)

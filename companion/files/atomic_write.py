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


def is_file(files: Files, path: str) -> bool:
    """Return whether a file stands there; False where nothing does.

    Raises:
        OSError: Something else does: `EISDIR` for a folder, `ELOOP` for a symbolic link, `EINVAL`
            for a pipe or a device; or the disk refuses.
    """
    try:
        found = files.info(path)
    except FileNotFoundError:
        return False
    if not found.regular:
        number = errno.EISDIR if found.folder else errno.ELOOP if found.link else errno.EINVAL
        raise OSError(number, os.strerror(number), path)
    return True


@contextmanager
def whole_file(files: Files, path: str) -> Iterator[Callable[[bytes], None]]:
    """Yield a function that takes the content of a file, part by part.

    The file is 0600, and put in place once the content is complete.

    Raises:
        OSError: The disk's reason; or what stands there is no file (`is_file`), and is never
            written through. The old file stays as it was, also when the caller fails before the
            content is complete.
    """
    is_file(files, path)
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

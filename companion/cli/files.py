"""Files that are named on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.refusing import RefusedError
from companion.files import DiskFiles, write_whole
from companion.storage.errors import reason
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Callable


def _asked_of_disk(act: Callable[[], bytes], sentence: Callable[[str], str]) -> bytes:
    try:
        return act()
    except FileNotFoundError as error:
        raise RefusedError(sentence(words.NOT_THERE)) from error
    except OSError as error:
        raise RefusedError(sentence(reason(error))) from error


def read_file(name: str, limit: int) -> bytes:
    """The content of a regular file.

    Raises:
        RefusedError: It is missing, too large, or no regular file.
    """
    return _asked_of_disk(
        lambda: DiskFiles().read(name, limit=limit), lambda why: words.cannot_read(name, why)
    )


def write_file(name: str, data: bytes) -> None:
    """Write a whole file, 0600; old or new after a crash, never half.

    Raises:
        RefusedError: The disk refuses.
    """

    def act() -> bytes:
        write_whole(DiskFiles(), name, data)
        return b""

    _asked_of_disk(act, lambda why: words.cannot_write(name, why))

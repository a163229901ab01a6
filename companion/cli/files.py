"""Files that are named on the command line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context
from companion.files import DiskFiles, whole_file
from companion.storage.belongings import is_own_file
from companion.storage.errors import reason
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ValueT = TypeVar("ValueT")
STANDARD_OUTPUT = STANDARD_INPUT = "-"
"""Given in place of a file's name."""


def ask_disk(act: Callable[[], ValueT], sentence: Callable[[str], str]) -> ValueT:
    """Return what `act` returns.

    Raises:
        RefusedError: The disk refuses; `sentence` makes the sentence from the reason.
    """
    try:
        return act()
    except FileNotFoundError as error:
        raise RefusedError(sentence(words.NOT_THERE)) from error
    except OSError as error:
        raise RefusedError(sentence(reason(error))) from error


def read_file(name: str, limit: int) -> bytes:
    """Return the content of a regular file.

    Raises:
        RefusedError: It is missing, too large, or no regular file.
    """
    return ask_disk(
        lambda: DiskFiles().read(name, limit=limit), lambda why: words.cannot_read(name, why)
    )


def refuse_own(name: str) -> None:
    """Refuse to write over Companion's own files, by whatever name they are reached.

    Raises:
        RefusedError: The file is one of them, or lies among them.
    """
    if is_own_file(DiskFiles(), command_context().library.context.home, name):
        raise RefusedError(words.own_file(name))


@contextmanager
def new_file(name: str) -> Iterator[Callable[[bytes], None]]:
    """Open a file to be written, mode 0600; after a crash it is the old or the new one, never half.

    Raises:
        RefusedError: The file is Companion's own, or the disk refuses.
    """
    refuse_own(name)
    try:
        with whole_file(DiskFiles(), name) as give:
            yield give
    except FileNotFoundError as error:
        raise RefusedError(words.cannot_write(name, words.NOT_THERE)) from error
    except OSError as error:
        raise RefusedError(words.cannot_write(name, reason(error))) from error


def write_file(name: str, data: bytes) -> bool:
    """Write a whole file; return whether only its owner can read it, which the disk decides.

    Raises:
        RefusedError: The file is Companion's own, or the disk refuses.
    """
    with new_file(name) as give:
        give(data)
    return not DiskFiles().info(name).open_to_others

"""The files of one store by their names, and how it is opened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from companion.domain.value import Value, field
from companion.files import file_name, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Files


class StoreFiles(Value):
    """The places of the generations and journals of one store, all in one folder."""

    main: str
    """The checkpoint: plain TinyDB JSON."""

    @property
    def name(self) -> str:
        """Return the checkpoint's name without its folder."""
        return file_name(self.main)

    @property
    def folder(self) -> str:
        """Return the folder of all of them."""
        return folder_of(self.main)

    @property
    def previous(self) -> str:
        """Return the previous generation."""
        return self.main + ".prev"

    @property
    def journal(self) -> str:
        """Return the changes since the checkpoint."""
        return self.main + ".journal"

    @property
    def journal_previous(self) -> str:
        """Return the changes between the previous generation and the checkpoint."""
        return self.journal + ".prev"

    @property
    def beside(self) -> str:
        """Return the next generation while it is being written."""
        return self.main + ".tmp"

    @property
    def all(self) -> tuple[str, ...]:
        """Return every name a store may have, without the copies set aside."""
        return (self.main, self.previous, self.journal, self.journal_previous, self.beside)


def free_name(files: Files, path: str, ending: str) -> str:
    """Return the first free name: `path.ending-1`, `path.ending-2`, and so on."""
    number = 1
    while files.exists(f"{path}.{ending}-{number}"):
        number += 1
    return f"{path}.{ending}-{number}"


JOURNAL_LIMIT = 256 * 1024
"""Bytes of journal after which a new generation is made."""


class OpenOptions(Value):
    """How a store is opened."""

    schema: int = 1
    """The version of the fields that is written."""
    read_only: bool = False
    """Never write."""
    create: bool = False
    """Begin a new store where there is none; its first change makes the file."""
    careful: bool = False
    """Look for other states in every file, as other programs may have put them there."""
    limit: int = JOURNAL_LIMIT
    """Bytes of journal after which a new generation is made."""
    clock: Callable[[], float] = field(default=time.monotonic)
    """Seconds, for the age of changes that are not yet synced."""
    may_come_back: Callable[[], bool] = field(default=lambda: True)
    """Asked before a folder that was taken away is made again: no, where the case was erased."""
    renewed: Callable[[], None] = field(default=lambda: None)
    """Called when a new generation is in place, from the thread that made it."""

"""The names of the files of one store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.files import file_name, folder_of

if TYPE_CHECKING:
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

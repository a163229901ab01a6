"""The TinyDB `Storage` under every database of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from companion.files import DiskFiles, Files
from companion.storage import errors
from companion.storage.documents import Documents
from companion.storage.findings import FindingKind
from companion.storage.layout import StoreFiles
from companion.storage.open_options import OpenOptions
from companion.storage.recovery import load
from companion.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.files import Info
    from companion.storage.checkpoint import Tables
    from companion.storage.findings import Finding
    from companion.storage.load_result import Loaded

_READING_TRIES = 6
"""How often a reader tries to find a writer at rest."""


class JournalStorage(Storage):
    """Checkpoint and journal behind TinyDB's own interface: `TinyDB(path, storage=JournalStorage)`.

    Errors of the disk while writing are kept in `error` and never raised: an `upsert` of TinyDB
    is two writes, and an exception in the first would lose the document. Every later write tries
    again.
    """

    def __init__(
        self, path: str, files: Files | None = None, opening: OpenOptions | None = None
    ) -> None:
        """Read what stands at `path`.

        Raises:
            StoreError: it cannot be read, or is missing and not to be made.
        """
        self._files = files if files is not None else DiskFiles()
        self._opening = opening if opening is not None else OpenOptions()
        self._layout = StoreFiles(path)
        self._open()

    def _open(self) -> None:
        try:
            self._opened()
        except RecursionError as error:
            # What goes deeper than Python can follow was never written here.
            raise errors.Damaged(self._layout.main) from error

    def _opened(self) -> None:
        loaded = self._load()
        missing = not loaded.generation
        if missing and not self._opening.create:
            raise errors.Missing(self._layout.main)
        self.loaded: Loaded = loaded
        """The store as it was read."""
        self.read_only = self._opening.read_only or loaded.read_only
        """Whether writes are refused."""
        self._documents = Documents(loaded.tables, read_only=self.read_only)
        self.writer = Writer(
            self._layout, self._files, loaded, self._opening, self._documents.snapshot
        )
        """The writing side."""
        if self.read_only:
            self.writer.close_quietly()

    def _load(self) -> Loaded:
        """Read the files; without the lock, again while a writer is in the middle of something."""
        for _ in range(_READING_TRIES if self._opening.read_only else 0):
            try:
                loaded = self._read_files()
            except errors.StoreError:
                # Perhaps between two renames; if not, the last try says so.
                continue
            restless = any(finding.kind is FindingKind.TORN for finding in loaded.findings)
            if not restless and not self._moved_on(loaded):
                return loaded
        return self._read_files()

    def _read_files(self) -> Loaded:
        opening = self._opening
        return load(self._layout, self._files, opening.schema, careful=opening.careful)

    @property
    def error(self) -> OSError | None:
        """Why changes are in memory only; None when none are."""
        return self.writer.error

    @property
    def size(self) -> int:
        """Bytes that the documents take, about."""
        return self._documents.size

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found on opening and since."""
        return (*self.loaded.findings, *self.writer.findings)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The documents, as TinyDB wants them: None when there is not one table."""
        return self._documents.tables or None

    def write(self, data: Tables, changed: Iterable[tuple[str, str]] | None = None) -> None:
        """Make `data` the state, as one transaction: one line, one write to the disk.

        Args:
            data: Everything; nothing in it may be changed later where `changed` is given.
            changed: Table and id of the documents that may differ; all are compared when None.

        Raises:
            ReadOnly: the store is open for reading.
            TypeError, ValueError: a document is no JSON; nothing was taken.
        """
        if self.read_only:
            raise errors.ReadOnly(self.writer.layout.main)
        with self.writer.lock:
            operations = self._documents.take(data, self.writer.number + 1, changed)
            if operations is not None:
                self.writer.append(operations)
        if operations is not None or not self.writer.saved:
            self.writer.settle()
        if self._opening.sync_each:
            self.writer.sync()

    def moved_on(self) -> bool:
        """Whether the files are no longer those that were read; for followers."""
        return self._moved_on(self.loaded)

    def _moved_on(self, loaded: Loaded) -> bool:
        infos: list[Info | None] = []
        for path in (self._layout.main, self._layout.journal):
            try:
                infos.append(self._files.info(path))
            except FileNotFoundError:
                infos.append(None)
        return infos != [loaded.main_info, loaded.journal_info]

    def read_again(self) -> None:
        """Forget what was read and read the files as they are now; for followers."""
        self.writer.close_quietly()
        self._open()

    def close(self) -> None:
        """Make a last generation where one is due, and give the files back."""
        if self.read_only:
            self.writer.close_quietly()
        else:
            self.writer.close()

"""One database: one file of a case or a visit, TinyDB inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tinydb import TinyDB

from companion.storage.errors import Unreadable
from companion.storage.journal_storage import JournalStorage
from companion.storage.open_options import OpenOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.files import Files
    from companion.storage.findings import Finding

State: TypeAlias = Literal["saved", "not_saved", "read_only"]
"""`saved`: every change survives the end of the program."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One document as it is to be from now on."""

    table: str
    """The table's name."""
    doc_id: int
    """The document's number in it, from 1."""
    document: dict[str, Any] | None
    """Plain JSON, not changed later by whoever gives it; None removes it."""


class Store:
    """One file, opened for one room or command that holds the case's lock."""

    def __init__(self, storage: JournalStorage) -> None:
        """Use `Database.open`."""
        self._storage = storage

    @classmethod
    def open(  # noqa: PLR0913 - each is a choice of its own
        cls,
        path: str,
        files: Files,
        *,
        schema: int,
        read_only: bool = False,
        create: bool = False,
        careful: bool = False,
        may_come_back: Callable[[], bool] = lambda: True,
        renewed: Callable[[], None] = lambda: None,
    ) -> Store:
        """Open a store; nothing is written by opening. A new one is made by its first change.

        Args:
            path: Its checkpoint.
            files: The seam to files.
            schema: The version of the fields that is written.
            read_only: Never write.
            create: Begin a new store where nothing stands.
            careful: Look for other states in every file, as other programs may have been there.
            may_come_back: Asked before a folder that was taken away is made again.
            renewed: Called when a new generation is in place; from the thread that made it.

        Raises:
            StoreError: see `companion.storage.errors`.
        """
        opening = OpenOptions(
            schema=schema,
            read_only=read_only,
            create=create,
            careful=careful,
            sync_each=False,
            may_come_back=may_come_back,
            renewed=renewed,
        )
        return cls(JournalStorage(path, files, opening))

    @property
    def path(self) -> str:
        """The file; another one after a conflict (see `findings`)."""
        return self._storage.writer.layout.main

    @property
    def tinydb(self) -> TinyDB:
        """TinyDB's own view of the documents as they now are; ask for it anew after `apply`."""
        return TinyDB(storage=lambda: self._storage)

    @property
    def state(self) -> State:
        """Whether every change is in a file, or why not."""
        if self._storage.read_only:
            return "read_only"
        return "saved" if self._storage.writer.saved else "not_saved"

    @property
    def error(self) -> OSError | None:
        """Why changes are in memory only; None when none are."""
        return self._storage.error

    @property
    def unsynced_since(self) -> float | None:
        """When the oldest change came that a power cut could take (`time.monotonic`)."""
        return self._storage.writer.unsynced_since

    @property
    def closed(self) -> bool:
        """Whether nothing is written any more."""
        return self._storage.writer.closed

    @property
    def generation(self) -> int:
        """The generation of the checkpoint in place; 0 before the first."""
        return self._storage.writer.generation

    @property
    def schema(self) -> int:
        """The schema the file was written with; 0 for a new store."""
        return self._storage.loaded.schema

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What opening, and a conflict since, brought to light."""
        return self._storage.findings

    @property
    def size(self) -> int:
        """Bytes that its documents take, about; 0 for a reader."""
        return self._storage.size

    @property
    def background(self) -> bool:
        """Whether a syncer makes syncs and generations, so that `apply` never waits for them."""
        return self._storage.writer.background

    @background.setter
    def background(self, value: bool) -> None:
        self._storage.writer.background = value

    def tables(self) -> dict[str, dict[int, dict[str, Any]]]:
        """The current documents, by table and number; not to be changed by the reader."""
        return by_number(self._storage.read() or {})

    def apply(self, edits: Sequence[Edit]) -> None:
        """Make all the edits as one transaction. An error of the disk is kept in `error`.

        Raises:
            ReadOnly: the store is open for reading.
            TypeError, ValueError: a document is no JSON; nothing was changed.
        """
        tables = dict(self._storage.read() or {})
        for table in {edit.table for edit in edits}:
            tables[table] = dict(tables.get(table, {}))
        for edit in edits:
            if edit.document is None:
                tables[edit.table].pop(str(edit.doc_id), None)
            else:
                tables[edit.table][str(edit.doc_id)] = edit.document
        places = dict.fromkeys((edit.table, str(edit.doc_id)) for edit in edits)
        self._storage.write(tables, places)

    def sync(self) -> None:
        """Return once every change is on the disk itself; safe in any thread."""
        self._storage.writer.sync()

    def maintain(self) -> None:
        """What is due: sync, a new generation, another try after an error; safe in any thread."""
        self._storage.writer.maintain()

    def look(self) -> None:
        """Make up for what other programs did to the files since; safe in any thread.

        Where that cannot be, `state` says so and `error` why.
        """
        if not self._storage.read_only:
            self._storage.writer.look()

    @property
    def others(self) -> tuple[dict[str, dict[int, dict[str, Any]]], ...]:
        """Other states that lay in the store's own files when it was opened."""
        return tuple(by_number(tables) for tables in self._storage.loaded.others)

    def forget_others(self) -> None:
        """Keep no copies of the other states: they hold nothing that is not here."""
        self._storage.writer.forget_others()

    def checkpoint(self) -> None:
        """Make a new generation now, if anything changed since the last; safe in any thread."""
        if not self._storage.read_only:
            self._storage.writer.checkpoint()

    def refresh(self) -> bool:
        """For a follower: read again if the files moved on; whether they did.

        Raises:
            StoreError: what stands there now cannot be read; the documents are as they were.
        """
        try:
            if self.state != "read_only" or not self._storage.moved_on():
                return False
        except OSError as error:
            raise Unreadable(self.path, error) from error
        self._storage.read_again()
        return True

    def close(self) -> None:
        """Make a last generation where anything changed, and give the files back."""
        self._storage.close()


def read_store(
    path: str, files: Files, schema: int
) -> tuple[dict[str, dict[int, dict[str, Any]]], tuple[Finding, ...]]:
    """The documents and findings of a store, for reading commands: no lock, nothing written.

    Reads again when a writer made a new generation, or was in the middle of a line.

    Raises:
        StoreError: see `companion.storage.errors`.
    """
    opening = OpenOptions(schema=schema, read_only=True, create=False, careful=True)
    storage = JournalStorage(path, files, opening)
    return by_number(storage.read() or {}), storage.findings


def by_number(tables: dict[str, dict[str, Any]]) -> dict[str, dict[int, dict[str, Any]]]:
    """Documents by number, as they are counted here; TinyDB's files have text for numbers."""
    return {
        table: {int(key): document for key, document in rows.items()}
        for table, rows in tables.items()
    }

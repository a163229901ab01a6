"""One store: one file of a case or a visit, behind TinyDB's storage interface.

TinyDB gives the form of the file and the interface (`read`, `write`, `close`); its tables are not
used here, but they work on a store: `TinyDB(storage=lambda: store)`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tinydb.storages import Storage

from companion.domain.value import Value
from companion.files import READ_LIMIT
from companion.storage import errors
from companion.storage.checkpoint import Document, Tables, dump, serialise
from companion.storage.findings import FindingKind
from companion.storage.journal import parse
from companion.storage.layout import OpenOptions, StoreFiles
from companion.storage.recovery import load
from companion.storage.replay import Replay
from companion.storage.text_delta import LARGE_DOCUMENT, splice_between
from companion.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.files import Files, Info
    from companion.storage.findings import Finding
    from companion.storage.recovery import Loaded
    from companion.storage.writer import Snapshot

State: TypeAlias = Literal["saved", "not_saved", "read_only"]
"""`saved`: every change survives the end of the program."""
Numbered: TypeAlias = "dict[str, dict[int, Document]]"
"""Documents by table and number."""
Texts: TypeAlias = "dict[str, dict[str, str | None]]"
"""Tables to ids to the JSON text of each document; None where only the document is up to date."""

# Everything written can be read back: a store is one JSON text, in which each character that is not
# ASCII takes six bytes, or twelve, and files larger than `READ_LIMIT` are never read.
MOST_IN_A_TEXT = 4 * 1024 * 1024
"""Bytes that one note or field may take."""
MOST_IN_A_STORE = READ_LIMIT - 4 * MOST_IN_A_TEXT
"""Bytes that notes, pastes and imports may fill; the rest is for what is typed by hand."""
_READING_TRIES = 6
"""How often a reader tries to find a writer at rest."""


def fits_a_text(text: str) -> bool:
    """Return whether a text may be one note or field."""
    return len(text) * 12 <= MOST_IN_A_TEXT or len(dump(text)) <= MOST_IN_A_TEXT


class Edit(Value):
    """One document as it is to be from now on."""

    table: str
    doc_id: int
    """The document's number in it, from 1."""
    document: dict[str, Any] | None
    """Plain JSON, never changed by the caller later; None removes the document."""


class Store(Storage):
    """The documents of one file, opened for one room or command that holds the case's lock.

    An error of the disk while writing is kept in `error` and never raised: an `upsert` of TinyDB
    is two writes, and an exception in the first would lose the document. Every later write tries
    again.
    """

    def __init__(self, path: str, files: Files, options: OpenOptions) -> None:
        """Read the files; nothing is written. The first change makes the file of a new store.

        Args:
            path: The checkpoint.
            files: The interface to files.
            options: How it is opened.

        Raises:
            StoreError: It cannot be read, or is missing and not to be made.
        """
        self._files = files
        self._options = options
        self._layout = StoreFiles(path)
        self._open()

    def _open(self) -> None:
        try:
            loaded = self._load()
            if not loaded.generation and not self._options.create:
                raise errors.Missing(self._layout.main)
            self.loaded: Loaded = loaded
            """The files as they were read."""
            self._read_only = self._options.read_only or loaded.read_only
            self._documents = Documents(loaded.tables, read_only=self._read_only)
            self.writer = Writer(
                self._layout, self._files, loaded, self._options, self._documents.snapshot
            )
            """The writing side: sync, checkpoint, repair."""
        except RecursionError as error:
            # A document nested deeper than Python can follow was never written here.
            raise errors.Damaged(self._layout.main) from error
        if self._read_only:
            self.writer.close_quietly()

    def _load(self) -> Loaded:
        """Read the files; without the lock, again while a writer is in the middle of something."""
        for _ in range(_READING_TRIES if self._options.read_only else 0):
            try:
                loaded = self._read_files()
            except errors.StoreError:
                # Perhaps between two renames; if not, the last try says so.
                continue
            restless = any(finding.kind is FindingKind.TORN for finding in loaded.findings)
            if not restless and not self._has_moved_on(loaded):
                return loaded
        return self._read_files()

    def _read_files(self) -> Loaded:
        options = self._options
        return load(self._layout, self._files, options.schema, careful=options.careful)

    @property
    def path(self) -> str:
        """The checkpoint; another path after a conflict (see `findings`)."""
        return self.writer.layout.main

    @property
    def state(self) -> State:
        """Whether every change is in a file, or why not."""
        if self._read_only:
            return "read_only"
        return "saved" if self.writer.saved else "not_saved"

    @property
    def error(self) -> OSError | None:
        """Why changes are in memory only; None when all are in a file."""
        return self.writer.error

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Problems found while opening, and conflicts found since."""
        return (*self.loaded.findings, *self.writer.findings)

    @property
    def size(self) -> int:
        """Bytes that its documents take, about; 0 for a reader."""
        return self._documents.size

    def has_room(self, text: str) -> bool:
        """Return whether a text can be added, and all of it read back."""
        return self.size + len(dump(text)) <= MOST_IN_A_STORE

    @property
    def others(self) -> tuple[Numbered, ...]:
        """Other states that lay in the store's own files when it was opened."""
        return tuple(map(by_number, self.loaded.others))

    def tables(self) -> Numbered:
        """Return the current documents, by table and number; not to be changed by the caller."""
        return by_number(self._documents.tables)

    def read(self) -> Tables | None:
        """Return the documents as TinyDB wants them: None when there are no tables."""
        return self._documents.tables or None

    def apply(self, edits: Sequence[Edit]) -> None:
        """Make all the edits as one transaction.

        Raises:
            ReadOnly: The store is open for reading.
            TypeError, ValueError: A document is not JSON; nothing was changed.
        """
        tables = dict(self._documents.tables)
        for table in {edit.table for edit in edits}:
            tables[table] = dict(tables.get(table, {}))
        for edit in edits:
            if edit.document is None:
                tables[edit.table].pop(str(edit.doc_id), None)
            else:
                tables[edit.table][str(edit.doc_id)] = edit.document
        self.write(tables, dict.fromkeys((edit.table, str(edit.doc_id)) for edit in edits))

    def write(self, data: Tables, changed: Iterable[tuple[str, str]] | None = None) -> None:
        """Make `data` the state, as one transaction: one line, one write to the disk.

        Args:
            data: Everything; nothing in it may be changed later where `changed` is given.
            changed: Table and id of the documents that may differ; None compares all of them.

        Raises:
            ReadOnly: The store is open for reading.
            TypeError, ValueError: A document is not JSON; nothing was changed.
        """
        writer = self.writer
        if self._read_only:
            raise errors.ReadOnly(self.path)
        with writer.lock:
            operations = self._documents.diff_and_store(data, writer.number + 1, changed)
            if operations is not None:
                writer.append(operations)
        if operations is not None or not writer.saved:
            writer.maintain_if_due()

    def refresh(self) -> bool:
        """For a follower: read again if the files moved on, and return whether they did.

        Raises:
            StoreError: The files cannot be read as they are now; the documents stay as they were.
        """
        try:
            if not self._read_only or not self._has_moved_on(self.loaded):
                return False
        except OSError as error:
            raise errors.Unreadable(self.path, error) from error
        self._open()
        return True

    def _has_moved_on(self, loaded: Loaded) -> bool:
        """Return whether the files are no longer those that were read."""
        infos: list[Info | None] = []
        for path in (self._layout.main, self._layout.journal):
            try:
                infos.append(self._files.info(path))
            except FileNotFoundError:
                infos.append(None)
        return infos != [loaded.main_info, loaded.journal_info]

    def close(self) -> None:
        """Make a last checkpoint where anything changed, and close the files."""
        self.writer.close()


def read_store(path: str, files: Files, schema: int) -> tuple[Numbered, tuple[Finding, ...]]:
    """Return the documents and findings of a store, for reading commands; takes no lock.

    Reads again when a writer made a new generation, or was in the middle of a line.

    Raises:
        StoreError: See `companion.storage.errors`.
    """
    store = Store(path, files, OpenOptions(schema=schema, read_only=True, careful=True))
    return store.tables(), store.findings


def read_stray_journal(path: str, files: Files) -> Numbered:
    """Return the documents that are whole in a journal by itself, as a sync program leaves one.

    Raises:
        StoreError: It cannot be read, or not all of it.
    """
    try:
        journal = parse(files.read(path))
    except OSError as error:
        raise errors.Unreadable(path, error) from error
    replay = Replay.from_nothing(journal)
    if journal.base is None or replay.gaps or journal.torn:
        raise errors.Damaged(path)
    return by_number(replay.tables)


def by_number(tables: Tables) -> Numbered:
    """Return documents with numbers for keys; TinyDB's files have text."""
    return {
        table: {int(key): document for key, document in rows.items()}
        for table, rows in tables.items()
    }


class Documents:
    """The documents of a store in memory, and how a write differs from them.

    They are kept as text, so that no later change of a value shows.
    """

    def __init__(self, tables: Tables, *, read_only: bool = False) -> None:
        self.tables = tables
        """The documents themselves, as TinyDB holds them."""
        # Nothing is ever compared with the documents of a reader.
        texts = {} if read_only else serialise(tables)
        self._texts: Texts = {table: dict(rows) for table, rows in texts.items()}
        self._bytes = sum(len(text) for rows in texts.values() for text in rows.values())
        self._large: dict[tuple[str, str], tuple[int, Document]] = {}

    def diff_and_store(
        self, tables: Tables, number: int, changed: Iterable[tuple[str, str]] | None
    ) -> str | None:
        """Make `tables` the current state, and return the operations as JSON text; None when equal.

        Args:
            tables: Everything, as TinyDB hands it over.
            number: The number this change will have.
            changed: Table and id of the documents to compare; all of them when None.

        Raises:
            TypeError, ValueError: A document is not JSON; nothing was stored.
        """
        operations, texts = [], []
        for table, key in self._all(tables) if changed is None else changed:
            document = tables.get(table, {}).get(key)
            text, operation = self._compared(table, key, document)
            if operation is not None:
                operations.append(operation)
                texts.append((table, key, document, text))
        if changed is None:
            operations += self._tables_made_or_dropped(tables)
        for table, key, document, text in texts:
            self._keep(table, key, document, text, number)
        self.tables = tables
        return f"[{','.join(operations)}]" if operations else None

    @property
    def size(self) -> int:
        """Return the bytes that the documents take now, about; those of a reader are not known."""
        return self._bytes + sum(
            len(dump(document))
            for (table, key), (_, document) in self._large.items()
            if self._texts[table][key] is None
        )

    def snapshot(self) -> Snapshot:
        """Return the state as it is now, for another thread."""
        texts = {table: dict(rows) for table, rows in self._texts.items()}
        large = {place: document for place, (_, document) in self._large.items()}
        return partial(_complete_texts, texts, large)

    def _all(self, tables: Tables) -> list[tuple[str, str]]:
        """Return every place there is or was; removed ones first, as TinyDB has them last."""
        gone = [
            (table, key)
            for table, rows in self._texts.items()
            for key in rows
            if table in tables and key not in tables[table]
        ]
        return gone + [(table, key) for table, rows in tables.items() for key in rows]

    def _compared(
        self, table: str, key: str, document: Document | None
    ) -> tuple[str | None, str | None]:
        """Return the document's text and the operation that makes it; none when equal."""
        rows = self._texts.get(table, {})
        place = f"{dump(table)},{dump(key)}"
        if document is None:
            return None, f"[{place},null]" if key in rows else None
        large = self._large.get((table, key))
        if large is not None:
            splice = dump(splice_between(large[1], document, large[0]))
            if len(splice) < LARGE_DOCUMENT:
                return None, f"[{place},null,{splice}]"
        text = dump(document)
        return text, None if rows.get(key) == text else f"[{place},{text}]"

    def _keep(
        self, table: str, key: str, document: Document | None, text: str | None, number: int
    ) -> None:
        place = (table, key)
        rows = self._texts.setdefault(table, {})
        self._bytes += len(text or "") - len(rows.get(key) or "")
        if document is None:
            rows.pop(key)
            self._large.pop(place, None)
            return
        rows[key] = text
        if text is None or len(text) >= LARGE_DOCUMENT:
            self._large[place] = (number, dict(document))
        else:
            self._large.pop(place, None)

    def _tables_made_or_dropped(self, tables: Tables) -> list[str]:
        made = [table for table in tables if table not in self._texts and not tables[table]]
        dropped = [table for table in self._texts if table not in tables]
        for table in made:
            self._texts[table] = {}
        for table in dropped:
            self._bytes -= sum(len(text or "") for text in self._texts.pop(table).values())
        for place in [place for place in self._large if place[0] in dropped]:
            del self._large[place]
        return [f"[{dump(table)},null,{{}}]" for table in made] + [
            f"[{dump(table)},null,null]" for table in dropped
        ]


def _complete_texts(
    texts: Texts, large: dict[tuple[str, str], Document]
) -> dict[str, dict[str, str]]:
    """Return the texts of a snapshot with none missing."""
    return {
        table: {
            key: text if text is not None else dump(large[table, key]) for key, text in rows.items()
        }
        for table, rows in texts.items()
    }

"""Writing to one store: a line a change at once, a new generation from time to time.

Two locks. `lock` guards what an edit touches and is held for moments; `_turn` is held by whoever
syncs or makes a generation, which may wait for the disk. An edit never waits for `_turn`.

A new generation of a healthy store: written beside and synced; the journal synced and moved to
the place of the one before; a new journal made, which takes over at once the changes that came
in meanwhile; only then the generation put in place. At each moment one checkpoint and a row of
journals lead to every change. After an error nothing is ever appended to that journal again:
the whole state goes into a new generation *first*, and a new journal after it.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from companion.storage.appending import (
    JournalFile,
    install,
    make_journal,
    set_journal_aside,
    write_beside,
)
from companion.storage.checkpoint import Document, encode
from companion.storage.conflict import look_underneath, move_journals
from companion.storage.documents import Texts, completed
from companion.storage.finding import Finding, Found
from companion.storage.journal import durable_line, head_line, record_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Files, Info
    from companion.storage.layout import Layout
    from companion.storage.recovery import Loaded

JOURNAL_LIMIT = 256 * 1024
"""Bytes of journal after which a new generation is made."""

Snapshot: TypeAlias = tuple[Texts, dict[tuple[str, str], Document]]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a store is opened."""

    schema: int = 1
    """The version of the fields that is written."""
    read_only: bool = False
    """Never write, whatever is asked."""
    create: bool = True
    """Begin a new store where nothing stands; its first change makes the file."""
    sync_each: bool = True
    """Wait for the disk at every change; otherwise `sync` is called from elsewhere."""
    limit: int = JOURNAL_LIMIT
    """Bytes of journal after which a new generation is made."""
    clock: Callable[[], float] = field(default=time.monotonic)
    """Seconds, for the age of what is not yet synced."""


class Writer:
    """The writing side of one store."""

    def __init__(
        self,
        layout: Layout,
        files: Files,
        loaded: Loaded,
        opening: Opening,
        snapshot: Callable[[], Snapshot],
    ) -> None:
        self.layout = layout
        """Where the store lies; another place after a conflict."""
        self.lock = threading.RLock()
        """Held while an edit is taken and while a snapshot is made."""
        self.number = loaded.number
        """The last change."""
        self.generation = loaded.generation
        """The generation of the checkpoint in place."""
        self.error: OSError | None = None
        """Why changes are in memory only; None when none are."""
        self.unsynced_since: float | None = None
        """When the oldest change came that a power cut could take."""
        self.findings: list[Finding] = []
        """What was found while writing."""
        self.background = False
        """Whether somebody else syncs and makes generations, so that an edit need not."""
        self._files = files
        self._opening = opening
        self._snapshot = snapshot
        self._turn = threading.Lock()
        self._highest = loaded.highest
        self._main_info = loaded.main_info
        self._main_bad = loaded.main_bad
        self._ours = {(loaded.generation, loaded.crc32)}
        self._journal_bad = loaded.journal_bad
        inode = loaded.journal_info.inode if loaded.journal_info is not None else -1
        size, records = loaded.journal_size, loaded.records
        self._journal = JournalFile(files, layout.journal, loaded.generation, inode, size, records)
        self._moved = False
        self._broken = not loaded.clean
        self._unsaved = False
        self._closed = False
        self._carried: list[tuple[int, str]] | None = None
        if records and loaded.clean:
            self.unsynced_since = opening.clock()

    @property
    def saved(self) -> bool:
        """Whether every change is in a file."""
        return not self._unsaved

    @property
    def due(self) -> bool:
        """Whether the journal is long enough for a new generation."""
        return not self._broken and not self._closed and self._journal.size > self._opening.limit

    def append(self, operations: str) -> None:
        """Write one change to the journal; `lock` is held. An error is kept, never raised."""
        self.number += 1
        if self.unsynced_since is None:
            self.unsynced_since = self._opening.clock()
        if self._carried is not None:
            self._carried.append((self.number, operations))
        if not self._broken and not self._closed:
            line = record_line(self.number, self._journal.generation, operations)
            try:
                self._journal.append(line, 1)
            except OSError as error:
                self._fail(error)
        if self._broken or self._closed:
            self._unsaved = True

    def settle(self) -> None:
        """After an edit: make up for an error or a long journal; waits for no other thread."""
        wanted = self._broken or (self.due and not self.background)
        if wanted and self._turn.acquire(blocking=False):
            try:
                if not self._closed and (self._broken or self.due):
                    self._renew()
            finally:
                self._turn.release()

    def sync(self) -> None:
        """Return once every change is on the disk itself, or `error` says why not."""
        with self._turn:
            self._sync()

    def maintain(self) -> None:
        """What is due now: sync, make up for an error, make a generation of a long journal."""
        with self._turn:
            if self.due:
                self._renew()
            self._sync()

    def checkpoint(self) -> None:
        """Make a new generation, if there is anything in the journal or in memory only."""
        with self._turn:
            if not self._closed and (self._journal.records or self._unsaved):
                self._renew()

    def close(self) -> None:
        """Make a last generation where one is due, and give the journal back.

        After it nothing is written any more, also not what the disk refused: the case's lock is
        given back next, and another window may write.
        """
        self.checkpoint()
        with self._turn:
            self._sync()
            self._closed = True
            self._journal.close()

    def close_quietly(self) -> None:
        """Give the journal back and write nothing."""
        self._closed = True
        self._journal.close()

    def _fail(self, error: OSError) -> None:
        self._broken = True
        self._unsaved = True
        self.error = error

    def _sync(self) -> None:
        """Down to the disk; a failed sync is never tried again on the same file."""
        with self.lock:
            number, started = self.number, self._opening.clock()
            if self._closed or (self.unsynced_since is None and not self._unsaved):
                return
            broken = self._broken
        if broken:
            self._renew()
            return
        try:
            self._datasync()
            with self.lock:
                self._journal.append(durable_line(number, self._journal.generation))
                self.unsynced_since = None if self.number == number else started
        except OSError as error:
            with self.lock:
                self._fail(error)
            self._renew()

    def _datasync(self) -> None:
        with self.lock:
            if self._broken:
                raise self.error or OSError("the journal is not in use")
            self._journal.opened()
        self._journal.datasync()

    def _renew(self) -> None:
        """Make a new generation; when the disk refuses, all is in memory as it was."""
        try:
            self._make_generation()
        except OSError as error:
            with self.lock:
                self._carried = None
                # A healthy journal goes on: only the tidying is late, and nobody need be told.
                if self._unsaved:
                    self.error = error

    def _make_generation(self) -> None:
        layout = self._underneath()
        moving = layout is not self.layout
        with self.lock:
            snapshot = self._snapshot()
            self._carried = []
            number, journal_first = self.number, not self._broken and not moving
        generation = self._highest + 1
        raw, crc32 = encode(completed(*snapshot), self._opening.schema, generation)
        info = write_beside(self._files, layout, raw)
        head = head_line(generation, crc32, number)
        if journal_first:
            self._close_chapter()
            self._start_journal(layout, generation, head)
        self._install(layout, (generation, crc32), info)
        if not journal_first:
            self._start_journal(layout, generation, head)
        if moving:
            move_journals(self._files, self.layout, layout)
            self.findings.append(Finding(Found.CONFLICT, self.layout.name, layout.name))
            self.layout = layout

    def _underneath(self) -> Layout:
        """Where to write: the store's own place, or a copy when another file lies there."""
        found = look_underneath(self._files, self.layout, self._main_info, self._ours)
        self._main_bad = self._main_bad or found.damaged
        if self._main_bad:
            return self.layout
        return found.copy or self.layout

    def _close_chapter(self) -> None:
        """Make sure of all that the present journal holds, before another goes on from it."""
        try:
            self._datasync()
        except OSError as error:
            with self.lock:
                self._fail(error)
            raise

    def _install(self, layout: Layout, ours: tuple[int, str], info: Info) -> None:
        self._highest = ours[0]
        # A rename that is told as failed may have happened all the same.
        self._ours.add(ours)
        try:
            install(self._files, layout, bad=self._main_bad)
        except OSError:
            # The journal that goes on from the new generation may be in place already, or the
            # old one may no longer count: nothing is appended until the whole state is written.
            with self.lock:
                self._broken = True
            raise
        self._main_info, self._main_bad = info, False
        self._ours, self.generation = {ours}, ours[0]

    def _start_journal(self, layout: Layout, generation: int, head: bytes) -> None:
        self._highest = generation
        if not self._moved:
            with self.lock:
                set_journal_aside(self._files, layout, self._journal, bad=self._journal_bad)
                self._moved = True
        # Also after an earlier try that failed here: the move must be safe before the name is
        # used again.
        self._files.sync_folder(layout.folder)
        self._files.unlink_if_there(layout.journal)
        journal = make_journal(self._files, layout, generation, head)
        with self.lock:
            number, switched_at = self._switch(journal), self._opening.clock()
        try:
            journal.sync()
            self._files.sync_folder(layout.folder)
        except OSError as error:
            with self.lock:
                self._fail(error)
            raise
        with self.lock:
            self.unsynced_since = None if self.number == number else switched_at

    def _switch(self, journal: JournalFile) -> int:
        """Go on in a new journal, with what came in since the snapshot; the last change in it."""
        carried = self._carried or []
        lines = [record_line(number, journal.generation, text) for number, text in carried]
        try:
            journal.append(b"".join(lines), len(lines))
        except OSError:
            journal.close()
            raise
        self._journal.close()
        self._journal, self._journal_bad, self._moved = journal, False, False
        self._carried = None
        self._broken = self._unsaved = False
        self.error = None
        return self.number

"""The writing side of a store: a line a change at once, a new generation from time to time.

A new generation of a healthy store: it is written beside the present one and synced; the journal is
synced and moved to the place of the previous one; a new journal is made, which takes over at once
the changes that came in meanwhile; only then is the generation put in place. At each moment one
checkpoint and a row of journals lead to every change. After an error nothing is ever appended to
that journal again: the whole state goes into a new generation *first*, and a new journal after it.

Other programs write to the files too. Where another state was put in the checkpoint's place, or
another program writes to the journal, ours goes on in a copy of its own beside it; where only names
or bytes were taken away, everything is written again from memory. Another state that was found
while reading is kept in a copy before any file of it is moved. A file that was not read is never
removed.

Two locks. `lock` guards what an edit touches and is held for moments; `_turn` is held while syncing
or making a generation, which may wait for the disk. An edit never waits for `_turn`.
"""

from __future__ import annotations

import errno
import os
import threading
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from companion.storage.checkpoint import encode, install, write_beside
from companion.storage.conflict import (
    compare_in_place,
    free_copy,
    move_journal,
    write_alien_changes,
    write_copy,
)
from companion.storage.findings import Finding, FindingKind
from companion.storage.journal import (
    JournalFile,
    Taken,
    closing_line,
    durable_line,
    head_line,
    make_journal,
    record_line,
    set_journal_aside,
)
from companion.storage.layout import free_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.files import Files, Info
    from companion.storage.layout import OpenOptions, StoreFiles
    from companion.storage.recovery import Loaded

Snapshot: TypeAlias = "Callable[[], dict[str, dict[str, str]]]"
"""The state as it was at one moment; returns the JSON text of each document, by table and id."""


class _Overtaken(OSError):  # noqa: N818 - the state it is in
    """Another program put a state in place while ours was being written."""


class Writer:
    """The writing side of one store."""

    def __init__(
        self,
        layout: StoreFiles,
        files: Files,
        loaded: Loaded,
        options: OpenOptions,
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
        """Conflicts and removals found while writing."""
        self.background = False
        """Whether a thread syncs and makes generations, so that an edit need not."""
        self._own = layout
        self._files = files
        self._options = options
        self._snapshot = snapshot
        self._turn = threading.Lock()
        self._highest = loaded.highest
        self._main_info = loaded.main_info
        self._main_bad = loaded.main_bad
        self._ours = {(loaded.generation, loaded.crc32)}
        self._journal_bad = loaded.journal_bad
        self._moved = loaded.moved_info is not None
        self._journal = self._journal_found(loaded)
        self._broken = not loaded.clean
        self._unsaved = False
        self._closed = False
        self._carried: list[tuple[int, str]] | None = None
        self._others = loaded.others
        self._aside = loaded.aside
        self._unread = loaded.unread
        self._alien_journal = False
        self._taken = False
        if loaded.records and loaded.clean:
            self.unsynced_since = options.clock()

    def _journal_found(self, loaded: Loaded) -> JournalFile:
        """Return the journal as it was read; the first edit opens it."""
        moved, layout = loaded.moved_info, self.layout
        path = layout.journal if moved is None else layout.journal_previous
        info = moved or loaded.journal_info
        return JournalFile(
            self._files,
            path,
            loaded.generation,
            inode=info.inode if info is not None else -1,
            size=loaded.journal_size,
            records=loaded.records,
        )

    @property
    def saved(self) -> bool:
        """Whether every change is in a file."""
        return not self._unsaved

    @property
    def closed(self) -> bool:
        """Whether nothing more is written."""
        return self._closed

    @property
    def due(self) -> bool:
        """Whether the journal is long enough for a new generation."""
        return not self._broken and not self._closed and self._journal.size > self._options.limit

    def forget_others(self) -> None:
        """Keep no copies of the other states that were read: they hold nothing that is not here."""
        self._others, self._aside = [], []

    def append(self, operations: str) -> None:
        """Write one change to the journal; `lock` is held. An error is kept, never raised."""
        self.number += 1
        if self.unsynced_since is None:
            self.unsynced_since = self._options.clock()
        if self._carried is not None:
            self._carried.append((self.number, operations))
        if not self._broken and not self._closed:
            line = record_line(self.number, self._journal.generation, operations)
            try:
                self._journal.append(line, 1)
            except OSError as error:
                self._note_failure(error)
        if self._broken or self._closed:
            self._unsaved = True

    def maintain_if_due(self) -> None:
        """After an edit, checkpoint if an error or a long journal asks for it; never wait."""
        wanted = self._broken or (self.due and not self.background)
        if wanted and self._turn.acquire(blocking=False):
            try:
                if not self._closed and (self._broken or self.due):
                    self._checkpoint()
            finally:
                self._turn.release()

    def sync(self) -> None:
        """Return once every change is on the disk itself, or `error` says why not."""
        with self._turn:
            self._sync()

    def maintain(self) -> None:
        """Sync, and make a new generation where an error or a long journal asks for it."""
        with self._turn:
            if self.due:
                self._checkpoint()
            self._sync()

    def repair(self) -> None:
        """Write again what other programs removed or changed, or keep in `error` why not."""
        with self._turn:
            if not self._closed and self.error is None and self._is_changed_outside():
                self._checkpoint()

    def checkpoint(self) -> None:
        """Make a new generation, if there is anything in the journal or in memory only."""
        with self._turn:
            if not self._closed and (self._journal.records or self._unsaved):
                self._checkpoint()

    def close(self) -> None:
        """Make a last generation where anything changed, and close the journal.

        Nothing is written afterwards, not even what the disk refused: the case's lock is released
        next, and another window may write.
        """
        self.checkpoint()
        with self._turn:
            self._sync()
            self._closed = True
            self._journal.close()

    def close_quietly(self) -> None:
        """Close the journal and write nothing."""
        self._closed = True
        self.unsynced_since = None
        self._journal.close()

    def _sync(self) -> None:
        """Sync the journal; a failed sync is never tried again on the same file."""
        with self.lock:
            number, started = self.number, self._options.clock()
            if self._closed or (self.unsynced_since is None and not self._unsaved):
                return
            broken = self._broken
        if broken:
            self._checkpoint()
            return
        try:
            self._sync_journal()
            with self.lock:
                self._journal.append(durable_line(number, self._journal.generation))
                self.unsynced_since = None if self.number == number else started
        except OSError as error:
            with self.lock:
                self._note_failure(error)
            self._checkpoint()

    def _sync_journal(self) -> None:
        with self.lock:
            if self._broken:
                raise self.error or OSError("the journal is not in use")
            self._journal.open_handle()
            self._journal.check()
        self._journal.datasync()

    def _note_failure(self, error: OSError) -> None:
        self._broken = True
        self._unsaved = True
        self._taken = self._taken or isinstance(error, Taken)
        self._alien_journal = self._alien_journal or error.errno == errno.ESTALE
        self.error = error

    def _is_changed_outside(self) -> bool:
        """Return whether another program removed or changed files that lead to this state."""
        try:
            is_ours = self._checkpoint_is_ours()
            with self.lock:
                if not self._broken:
                    self._journal.check()
                elif self._unsaved:
                    return True
            if not is_ours:
                _stale(self.layout.main)
        except OSError as error:
            with self.lock:
                self._note_failure(error)
            return True
        return False

    def _checkpoint_is_ours(self) -> bool:
        """Return whether the checkpoint in place is the one that was put there."""
        found = compare_in_place(self._files, self.layout, self._main_info, self._ours)
        if (found.info is None and self.generation > 0) or self._own_place_is_free():
            self.findings.append(Finding(FindingKind.REMOVED, self.layout.name))
            return False
        if found.damaged or found.copy is not None:
            return False
        self._main_info = found.info
        return True

    def _own_place_is_free(self) -> bool:
        """Return whether the other state is gone beside which ours went on in a copy."""
        return self.layout != self._own and not self._files.exists(self._own.main)

    def _checkpoint(self) -> None:
        """Make a new generation; when the disk refuses, everything stays in memory as it was."""
        try:
            try:
                self._write_generation()
            except _Overtaken:
                # Where another program was quicker, ours goes on beside it.
                with self.lock:
                    self._carried = None
                self._write_generation()
        except OSError as error:
            with self.lock:
                self._carried = None
                # A healthy journal goes on: only the tidying is late, and nobody need be told.
                if self._unsaved:
                    self.error = error
        else:
            self._options.renewed()

    def _write_generation(self) -> None:
        self._keep_others()
        layout = self._place_to_write()
        moving = layout is not self.layout
        if not moving and self._alien_journal:
            self._keep_alien_changes()
        with self.lock:
            snapshot = self._snapshot()
            self._carried = []
            # Beside another's file our journal counts for nothing.
            self._broken = self._broken or moving
            number, journal_first = self.number, not self._broken
        generation = self._highest + 1
        raw, crc32 = encode(snapshot(), self._options.schema, generation)
        info = write_beside(self._files, layout, raw, self._options.may_come_back)
        head = head_line(generation, crc32, number)
        if journal_first:
            self._flush_journal(closing_line(self._journal.generation, generation, crc32))
            self._start_journal(layout, generation, head)
        self._install(layout, (generation, crc32), info)
        if not journal_first:
            self._start_journal(layout, generation, head)
        if moving:
            self._finish_move(layout)

    def _keep_others(self) -> None:
        """Keep other states in copies of their own before a file that holds them is moved."""
        for tables in self._others:
            copy = write_copy(self._files, self.layout, tables, self._options.schema)
            self.findings.append(Finding(FindingKind.CONFLICT, self.layout.name, copy.name))
        self._others = []
        self._set_aside(self._aside, "kept")
        self._aside = []
        self._set_aside(self._unread, "damaged")
        self._unread = []

    def _set_aside(self, paths: Iterable[str], ending: str) -> None:
        """Rename files, so that they are kept and no longer read."""
        for path in paths:
            if self._files.exists(path):
                self._files.replace(path, free_name(self._files, path, ending))

    def _keep_alien_changes(self) -> None:
        """Keep in a copy what another program wrote to the journal in place, if anything."""
        kept = write_alien_changes(self._files, self.layout, self._options.schema)
        if kept is not None:
            self.findings.append(Finding(FindingKind.CONFLICT, self.layout.name, kept.name))
        self._alien_journal = False

    def _place_to_write(self) -> StoreFiles:
        """Return the store's own place, or that of a copy when another file lies there."""
        if self._own_place_is_free():
            return self._own
        found = compare_in_place(self._files, self.layout, self._main_info, self._ours)
        self._main_bad = self._main_bad or found.damaged
        if self._taken:
            return free_copy(self._files, self.layout)
        if self._main_bad:
            return self.layout
        return found.copy or self.layout

    def _flush_journal(self, closing: bytes) -> None:
        """Close and sync the present journal, before another goes on from it."""
        try:
            with self.lock:
                if not self._broken:
                    self._journal.append(closing)
            self._sync_journal()
        except OSError as error:
            with self.lock:
                self._note_failure(error)
            raise

    def _install(self, layout: StoreFiles, ours: tuple[int, str], info: Info) -> None:
        self._highest = ours[0]
        # A rename that is told as failed may have happened all the same.
        self._ours.add(ours)
        try:
            if layout is self.layout and not self._main_bad:
                self._refuse_if_overtaken()
            install(self._files, layout, bad=self._main_bad)
        except OSError as error:
            # The journal that goes on from the new generation may be in place already, or the
            # old one may no longer count: nothing is appended until the whole state is written.
            with self.lock:
                self._broken = True
                if isinstance(error, _Overtaken):
                    self._note_failure(error)
            raise
        self._main_info, self._main_bad = info, False
        self._ours, self.generation = {ours}, ours[0]

    def _refuse_if_overtaken(self) -> None:
        """Make sure that no other state was put in place while ours was written to the disk.

        Raises:
            _Overtaken: Another program was quicker.
        """
        found = compare_in_place(self._files, self.layout, self._main_info, self._ours)
        if found.damaged or found.copy is not None:
            raise _Overtaken(errno.ESTALE, os.strerror(errno.ESTALE), self.layout.main)

    def _start_journal(self, layout: StoreFiles, generation: int, head: bytes) -> None:
        self._highest = generation
        if layout is not self.layout:
            with self.lock:
                move_journal(self._files, self._journal, layout)
        elif not self._moved:
            with self.lock:
                set_journal_aside(self._files, layout, self._journal, bad=self._journal_bad)
                self._moved = True
        # Also after an earlier try that failed here: the move must be safe before the name is
        # used again.
        self._files.sync_folder(layout.folder)
        self._files.unlink_if_there(layout.journal)
        journal = make_journal(self._files, layout, generation, head)
        with self.lock:
            number, switched_at = self._switch_journal(journal), self._options.clock()
        try:
            journal.sync()
            self._files.sync_folder(layout.folder)
        except OSError as error:
            with self.lock:
                self._note_failure(error)
            raise
        with self.lock:
            self.unsynced_since = None if self.number == number else switched_at

    def _switch_journal(self, journal: JournalFile) -> int:
        """Go on in a new journal, with the changes since the snapshot; return the last of them."""
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

    def _finish_move(self, layout: StoreFiles) -> None:
        """Go on at another place, and leave nothing that would be read at the one before."""
        before, self.layout = self.layout, layout
        self._taken = self._alien_journal = False
        if layout != self._own:
            self.findings.append(Finding(FindingKind.CONFLICT, before.name, layout.name))
            return
        self._set_aside(before.all, "kept")


def _stale(path: str) -> NoReturn:
    raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), path)

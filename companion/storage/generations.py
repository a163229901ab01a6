"""Which files a store stands in, and how a new generation takes the place of one.

A new generation of a healthy store: written beside and synced; the journal synced and moved to
the place of the one before; a new journal made, which takes over at once the changes that came
in meanwhile; only then the generation put in place. At each moment one checkpoint and a row of
journals lead to every change. After an error nothing is ever appended to that journal again:
the whole state goes into a new generation *first*, and a new journal after it.

Other programs have hands too. Where another state was put in the checkpoint's place, or another
program writes to the journal, ours goes on in a copy of its own beside it; where only names or
bytes were taken away, all is written anew from memory. What a reader found to be another state is
kept in a copy before anything of it is moved. No file that was not read is ever thrown away.
"""

from __future__ import annotations

import errno
import os
import threading
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from companion.storage.checkpoint import Document, encode
from companion.storage.conflict import (
    free_copy,
    look_underneath,
    move_journal,
    write_alien_changes,
    write_copy,
)
from companion.storage.documents import Texts, completed
from companion.storage.findings import Finding, FindingKind
from companion.storage.journal import closing_line, head_line, record_line
from companion.storage.journal_file import (
    JournalFile,
    Taken,
    install,
    make_journal,
    set_journal_aside,
    write_beside,
)
from companion.storage.layout import free_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Files, Info
    from companion.storage.layout import StoreFiles
    from companion.storage.load_result import Loaded
    from companion.storage.open_options import OpenOptions

Snapshot: TypeAlias = tuple[Texts, dict[tuple[str, str], Document]]


class _Overtaken(OSError):  # noqa: N818 - the state it is in
    """Another program put a state in place while ours was being written."""


class Generations:
    """The files of one store; `lock` guards them, and `_turn` the making of a generation."""

    def __init__(
        self,
        layout: StoreFiles,
        files: Files,
        loaded: Loaded,
        opening: OpenOptions,
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
        self._own = layout
        self._files = files
        self._opening = opening
        self._snapshot = snapshot
        self._turn = threading.Lock()
        self._highest = loaded.highest
        self._main_info = loaded.main_info
        self._main_bad = loaded.main_bad
        self._ours = {(loaded.generation, loaded.crc32)}
        self._journal_bad = loaded.journal_bad
        self._moved = loaded.moved_info is not None
        self._journal = self._found(loaded)
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
            self.unsynced_since = opening.clock()

    def _found(self, loaded: Loaded) -> JournalFile:
        """The journal as it was read; opened with the first edit."""
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

    def forget_others(self) -> None:
        """Keep no copies of other states; whoever knows their meaning found nothing new in them."""
        self._others, self._aside = [], []

    @property
    def due(self) -> bool:
        """Whether the journal is long enough for a new generation."""
        return not self._broken and not self._closed and self._journal.size > self._opening.limit

    def _fail(self, error: OSError) -> None:
        self._broken = True
        self._unsaved = True
        self._taken = self._taken or isinstance(error, Taken)
        self._alien_journal = self._alien_journal or error.errno == errno.ESTALE
        self.error = error

    def _datasync(self) -> None:
        with self.lock:
            if self._broken:
                raise self.error or OSError("the journal is not in use")
            self._journal.opened()
            self._journal.check()
        self._journal.datasync()

    def _touched_from_outside(self) -> bool:
        """Whether another program took away or changed what leads to the present state."""
        try:
            is_ours = self._main_is_ours()
            with self.lock:
                if not self._broken:
                    self._journal.check()
                elif self._unsaved:
                    return True
            if not is_ours:
                _stale(self.layout.main)
        except OSError as error:
            with self.lock:
                self._fail(error)
            return True
        return False

    def _main_is_ours(self) -> bool:
        """Whether the checkpoint that lies there is the one that was put there."""
        found = look_underneath(self._files, self.layout, self._main_info, self._ours)
        if (found.info is None and self.generation > 0) or self._may_go_back():
            self.findings.append(Finding(FindingKind.REMOVED, self.layout.name))
            return False
        if found.damaged or found.copy is not None:
            return False
        self._main_info = found.info
        return True

    def _may_go_back(self) -> bool:
        """Whether nothing stands any more where a copy of ours went on beside another state."""
        return self.layout != self._own and not self._files.exists(self._own.main)

    def _renew(self) -> None:
        """Make a new generation; when the disk refuses, all is in memory as it was."""
        try:
            try:
                self._make_generation()
            except _Overtaken:
                # Where another program was quicker, ours goes on beside it.
                with self.lock:
                    self._carried = None
                self._make_generation()
        except OSError as error:
            with self.lock:
                self._carried = None
                # A healthy journal goes on: only the tidying is late, and nobody need be told.
                if self._unsaved:
                    self.error = error
        else:
            self._opening.renewed()

    def _make_generation(self) -> None:
        self._keep_others()
        layout = self._underneath()
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
        raw, crc32 = encode(completed(*snapshot), self._opening.schema, generation)
        info = write_beside(self._files, layout, raw, self._opening.may_come_back)
        head = head_line(generation, crc32, number)
        if journal_first:
            self._close_chapter(closing_line(self._journal.generation, generation, crc32))
            self._start_journal(layout, generation, head)
        self._install(layout, (generation, crc32), info)
        if not journal_first:
            self._start_journal(layout, generation, head)
        if moving:
            self._moved_to(layout)

    def _moved_to(self, layout: StoreFiles) -> None:
        """Say that the store goes on elsewhere, and leave nothing that is read at its own place."""
        before, self.layout = self.layout, layout
        self._taken = self._alien_journal = False
        if layout != self._own:
            self.findings.append(Finding(FindingKind.CONFLICT, before.name, layout.name))
            return
        for path in before.all:
            if self._files.exists(path):
                self._files.replace(path, free_name(self._files, path, "kept"))

    def _keep_others(self) -> None:
        """Keep other states in copies of their own before a file that holds them is moved."""
        for tables in self._others:
            copy = write_copy(self._files, self.layout, tables, self._opening.schema)
            self.findings.append(Finding(FindingKind.CONFLICT, self.layout.name, copy.name))
        self._others = []
        for path in self._aside:
            if self._files.exists(path):
                self._files.replace(path, free_name(self._files, path, "kept"))
        self._aside = []
        for path in self._unread:
            if self._files.exists(path):
                self._files.replace(path, free_name(self._files, path, "damaged"))
        self._unread = []

    def _keep_alien_changes(self) -> None:
        """Keep what another program wrote to the journal that lies there, if anything."""
        kept = write_alien_changes(self._files, self.layout, self._opening.schema)
        if kept is not None:
            self.findings.append(Finding(FindingKind.CONFLICT, self.layout.name, kept.name))
        self._alien_journal = False

    def _underneath(self) -> StoreFiles:
        """Where to write: the store's own place, or a copy when another file lies there."""
        if self._may_go_back():
            return self._own
        found = look_underneath(self._files, self.layout, self._main_info, self._ours)
        self._main_bad = self._main_bad or found.damaged
        if self._taken:
            return free_copy(self._files, self.layout)
        if self._main_bad:
            return self.layout
        return found.copy or self.layout

    def _close_chapter(self, closing: bytes) -> None:
        """Make sure of all that the present journal holds, before another goes on from it."""
        try:
            with self.lock:
                if not self._broken:
                    self._journal.append(closing)
            self._datasync()
        except OSError as error:
            with self.lock:
                self._fail(error)
            raise

    def _install(self, layout: StoreFiles, ours: tuple[int, str], info: Info) -> None:
        self._highest = ours[0]
        # A rename that is told as failed may have happened all the same.
        self._ours.add(ours)
        try:
            if layout is self.layout and not self._main_bad:
                self._look_once_more()
            install(self._files, layout, bad=self._main_bad)
        except OSError as error:
            # The journal that goes on from the new generation may be in place already, or the
            # old one may no longer count: nothing is appended until the whole state is written.
            with self.lock:
                self._broken = True
                if isinstance(error, _Overtaken):
                    self._fail(error)
            raise
        self._main_info, self._main_bad = info, False
        self._ours, self.generation = {ours}, ours[0]

    def _look_once_more(self) -> None:
        """Make sure that nobody put another state in place while ours was brought to the disk.

        Raises:
            OSError: Somebody did.
        """
        found = look_underneath(self._files, self.layout, self._main_info, self._ours)
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


def _stale(path: str) -> NoReturn:
    raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), path)

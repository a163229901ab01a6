"""Writing to one store: a line a change at once, a new generation from time to time.

Two locks. `lock` guards what an edit touches and is held for moments; `_turn` is held by whoever
syncs or makes a generation, which may wait for the disk. An edit never waits for `_turn`.
"""

from __future__ import annotations

from companion.storage.generations import Generations
from companion.storage.journal import durable_line, record_line


class Writer(Generations):
    """The writing side of one store."""

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

    @property
    def closed(self) -> bool:
        """Whether nothing is written any more."""
        return self._closed

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

    def look(self) -> None:
        """Make up for what other programs did to the files, or keep in `error` why not."""
        with self._turn:
            if not self._closed and self.error is None and self._touched_from_outside():
                self._renew()

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
        self.unsynced_since = None
        self._journal.close()

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

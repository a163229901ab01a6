"""A checkpoint and the journals that go on from it, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.storage.checkpoint import Checkpoint
from companion.storage.text_delta import apply_splice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.storage.checkpoint import Tables
    from companion.storage.journal import Journal, Transaction


_UNKNOWN = -2
"""Stands for the change that last wrote a document whose splice did not fit."""


class Replay:
    """The state that follows from one checkpoint."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.tables: Tables = checkpoint.tables
        """The documents so far."""
        self.generation = checkpoint.generation
        """The generation reached."""
        self.number = -1
        """The last change carried out; -1 when none is known."""
        self.gaps = False
        """Whether changes are known to be missing in between."""
        self.torn = False
        """Whether the last journal ends in the middle of a line."""
        self.used: list[Journal] = []
        """The journals carried out, in order."""
        self._crc32 = checkpoint.crc32
        self._start: int | None = None
        self._written: dict[tuple[str, str], int] = {}

    @classmethod
    def from_nothing(cls, journal: Journal) -> Replay:
        """Return the state of a journal alone: each document that is in it whole."""
        nothing = Checkpoint({}, journal.base or 0, 0, journal.crc32 or "", intact=True, size=0)
        return cls(nothing).run([journal])

    def run(self, journals: Sequence[Journal]) -> Replay:
        """Carry out the journal of this generation, and then the one after it."""
        own = next((journal for journal in journals if self.is_continued_by(journal)), None)
        if own is None:
            return self
        self._carry_out(own)
        later = next((journal for journal in journals if self._goes_on(journal, own)), None)
        if later is not None:
            self.gaps = self.gaps or self._misses(later)
            self._carry_out(later)
        return self

    def is_continued_by(self, journal: Journal) -> bool:
        """Return whether a journal goes on from this very checkpoint."""
        return journal.base == self.generation and journal.crc32 in {self._crc32, None}

    def _goes_on(self, journal: Journal, own: Journal) -> bool:
        """Return whether a journal goes on from the checkpoint that the one before it led to."""
        if journal.base is None or journal.base <= self.generation:
            return False
        if own.leads_to is None or journal.crc32 is None:
            return True
        return own.leads_to == (journal.base, journal.crc32)

    def _misses(self, journal: Journal) -> bool:
        return journal.start is None or self.number < journal.start

    def _carry_out(self, journal: Journal) -> None:
        if journal.start is not None:
            self._start = journal.start if self._start is None else self._start
            self.number = max(self.number, journal.start)
        for record in journal.records:
            if record.number > self.number or self._start is None:
                self._record(record)
        self.generation = journal.base or self.generation
        self.gaps = self.gaps or journal.gaps
        self.torn = journal.torn
        self.used.append(journal)

    def _record(self, record: Transaction) -> None:
        for operation in record.operations:
            self._operation(record.number, operation)
        self.number = record.number

    def _operation(self, number: int, operation: list[Any]) -> None:
        table, key, document, *splice = operation
        if key is None:
            if document is None:
                self.tables.pop(table, None)
            else:
                self.tables.setdefault(table, {})
            return
        if splice and not self._splice(table, key, splice[0]):
            self.gaps = True
            number = _UNKNOWN
        elif not splice and document is None:
            self.tables.get(table, {}).pop(key, None)
        elif not splice:
            self.tables.setdefault(table, {})[key] = document
        self._written[table, key] = number

    def _splice(self, table: str, key: str, splice: dict[str, Any]) -> bool:
        """Change a large document, but only the very state that the splice was made from."""
        document = self.tables.get(table, {}).get(key)
        written = self._written.get((table, key))
        baked = self._start is not None and splice["after"] <= self._start
        if document is None or not (splice["after"] == written or (written is None and baked)):
            return False
        changed = apply_splice(document, splice)
        if changed is None:
            return False
        self.tables[table][key] = changed
        return True

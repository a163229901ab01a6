"""One open store: its value, its history of changes, and how a change is saved."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, cast

from companion.domain.changes import (
    Changed,
    FileT,
    rows,
    stamped,
    table_names,
    with_reverted,
)
from companion.domain.question_rows import numbers_kept
from companion.domain.value import replace
from companion.domain.visit import VisitFile
from companion.storage.codec import (
    HISTORY,
    HistoryEntry,
    document_of,
    entries_in,
    kinds_of,
    size_of,
    to_document,
)
from companion.storage.plain_json import FAR
from companion.storage.store import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.entity import Clock
    from companion.storage.store import Store

NOT_UNDONE = frozenset({"composer"})
"""Tables whose changes are not steps of undo: the composer has its own."""
MOST_ENTRIES = 200
"""Number of changes kept for undo."""
MOST_BYTES = 256 * 1024
"""Bytes of changes kept for undo."""


def _any(past: HistoryEntry) -> bool:
    del past
    return True


class UndoableFile(Generic[FileT]):
    """A store with the frozen value it holds."""

    def __init__(self, database: Store, value: FileT, places: dict[tuple[str, str], int]) -> None:
        self.database = database
        self.value: FileT = value
        self._places = places
        self._next = {
            table: max((n for (name, _), n in places.items() if name == table), default=0) + 1
            for table in table_names(type(value))
        }
        self.past = self._read_history()
        self._pending: list[tuple[str, str]] = []

    # Reading

    def _read_history(self) -> list[HistoryEntry]:
        """Return the saved changes."""
        documents = self.database.tables().get(HISTORY, {})
        self._next_past = max(documents, default=0) + 1
        return entries_in(documents, kinds_of(self.value))

    @cached_property
    def greatest(self) -> tuple[int, int]:
        """The latest (ms, counter) of any entity when the store was opened.

        Stamps so far ahead that no later one could follow are passed over.
        """
        return max(
            (
                (at, n)
                for table in table_names(type(self.value))
                for entity in rows(self.value, table)
                for at, _, n in entity.stamps.values()
                if at < FAR and n < FAR
            ),
            default=(0, -1),
        )

    def last_done(self, fits: Callable[[HistoryEntry], bool] = _any) -> HistoryEntry | None:
        """Return the newest change that can be undone, among those that fit."""
        return next((each for each in reversed(self.past) if not each.undone and fits(each)), None)

    def last_undone(self, fits: Callable[[HistoryEntry], bool] = _any) -> HistoryEntry | None:
        """Return the change that redo would redo, among those that fit."""
        return next((each for each in self.past if each.undone and fits(each)), None)

    def show_merged(self, value: FileT) -> None:
        """Show a value that holds more than the file; the next change saves the rest too."""
        value = _settled(self.value, value)
        for table in table_names(type(value)):
            before = {each.id: each for each in rows(self.value, table)}
            self._pending += [
                (table, each.id) for each in rows(value, table) if before.get(each.id) is not each
            ]
        self.value = value

    @property
    def is_all_saved(self) -> bool:
        """Whether the file holds everything that is shown."""
        return not self._pending

    def _edits_not_saved(self) -> list[Edit]:
        """Return the edits that bring the rest of the shown value into the file."""
        pending, self._pending = dict.fromkeys(self._pending), []
        by_id = {
            table: {each.id: each for each in rows(self.value, table)}
            for table in {table for table, _ in pending}
        }
        return [
            Edit(table, self._place(table, name), to_document(by_id[table][name]))
            for table, name in pending
        ]

    # Changing

    def change(
        self, new: FileT, clock: Clock, now: int, *, past_id: str, sentence: str
    ) -> tuple[Clock, bool]:
        """Save a new value; undo brings back the old one.

        Args:
            new: The value after.
            clock: The clock of this data folder.
            now: UTC milliseconds.
            past_id: Id of the entry in the history.
            sentence: What was done, for the user; empty makes no step of undo (typing).

        Returns:
            The clock after, and whether anything changed.
        """
        value, changed, clock = stamped(self.value, _settled(self.value, new), clock, now)
        if not changed.entities:
            return clock, False
        edits: list[Edit] = [*self._edits_not_saved(), *self._edits(changed)]
        inverses = tuple(each for each in changed.inverses if each.table not in NOT_UNDONE)
        if sentence and inverses:
            place, self._next_past = self._next_past, self._next_past + 1
            entry = HistoryEntry(past_id, clock.at, clock.n, sentence, inverses, False, place, 0)
            edits += self._remember(entry)
        self.value = value
        self.database.apply(edits)
        return clock, True

    def _edits(self, changed: Changed) -> list[Edit]:
        return [
            Edit(table, self._place(table, entity.id), to_document(entity))
            for table, entity in changed.entities
        ]

    def _place(self, table: str, entity_id: str) -> int:
        place = self._places.get((table, entity_id))
        if place is None:
            place = self._places[table, entity_id] = self._next[table]
            self._next[table] += 1
        return place

    def _remember(self, entry: HistoryEntry) -> list[Edit]:
        """Add an entry; drop undone entries and those that are too old."""
        document = document_of(entry)
        kept = [each for each in self.past if not each.undone]
        kept.append(replace(entry, size=size_of(document)))
        kept = kept[-MOST_ENTRIES:]
        while len(kept) > 1 and sum(each.size for each in kept) > MOST_BYTES:
            kept.pop(0)
        gone = {each.place for each in self.past} - {each.place for each in kept}
        self.past = kept
        edits = [Edit(HISTORY, place, None) for place in sorted(gone)]
        return [*edits, Edit(HISTORY, entry.place, document)]

    # Undo

    def step(self, entry: HistoryEntry, clock: Clock, now: int) -> Clock:
        """Undo or redo a change, as a new change with new stamps."""
        back = _settled(self.value, with_reverted(self.value, entry.inverses))
        value, changed, clock = stamped(self.value, back, clock, now)
        turned = replace(entry, undone=not entry.undone, inverses=changed.inverses)
        self.past = [turned if each.id == entry.id else each for each in self.past]
        self.value = value
        edits: list[Edit] = [
            *self._edits_not_saved(),
            *self._edits(changed),
            Edit(HISTORY, turned.place, document_of(turned)),
        ]
        self.database.apply(edits)
        return clock

    def reload(self, read: tuple[FileT, dict[tuple[str, str], int]]) -> None:
        """Replace the value after the store was read again."""
        self.value, self._places = read
        self._pending = []
        self.past = self._read_history()


def _settled(before: FileT, after: FileT) -> FileT:
    """Return the value to save: no question of a visit gets another number."""
    if isinstance(before, VisitFile) and isinstance(after, VisitFile):
        return cast("FileT", numbers_kept(before, after))
    return after

"""The search index of one case: entries that still hold, and the other stores read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import Told
from companion.domain.cover_choice import Covering
from companion.domain.preparation import Covered
from companion.domain.veil import covered_in
from companion.domain.visit import VisitFile
from companion.files import join
from companion.services.case.merged_states import copies_of_stores, merge_states
from companion.services.search.entry import PERHAPS, entry_of, rests_on, write_entries
from companion.storage.cases import CASE_FILE, case_folder, visit_file, visit_of_store
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.errors import StoreError, Unreadable
from companion.storage.index_file import (
    BadPlacesError,
    Fingerprint,
    decode_places,
    is_unchanged,
    read_index,
    read_with_fingerprint,
    stats_of_stores,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.changes import StoreFile
    from companion.services.case.files import ReadError
    from companion.services.context import AppContext
    from companion.services.search.entry import SearchWords
    from companion.storage.index_file import IndexedPlace, IndexEntry, Stat, StoreFacts

_UNSURE = Fingerprint((-1, -1, -1, -1), -1)
"""Fingerprint of a store that is not at rest: it is searched now, and read again the next time."""


class CaseIndex:
    """Everything that is searched of one case."""

    def __init__(self, context: AppContext, case_id: str) -> None:
        """See which entries hold, and which stores have to be read; read none of them.

        Raises:
            Unreadable: The case's folder cannot be listed.
        """
        self.case_id = case_id
        self.unreadable: dict[str, ReadError] = {}
        self.entries: dict[str, IndexEntry] = {}
        """By the store's name; complete, as is everything below, once `read` returned True."""
        self.title = self.made = ""
        """The case's title, and when it was made."""
        self.people: dict[str, str] = {}
        """The names of everybody who takes part, by id."""
        self.writers: set[str] = set()
        """The patient and the companions."""
        self.covering = Covering()
        """The cover that the patient chose."""
        self.covered: set[str] = set()
        """Notes that are covered, also those of deleted visits."""
        self.corrected: dict[str, Told] = {}
        """Corrected notes, by id."""
        self.made_from: dict[str, tuple[str, ...]] = {}
        """Step id to the notes it was made from."""
        self.asked_in: dict[str, tuple[str, StoreFacts]] = {}
        """Question id to the last visit that has begun with it on its list."""
        self._read_again: dict[str, IndexEntry | None] = {}
        self._context = context
        self._folder = case_folder(context.home, case_id)
        kept = read_index(context.files, context.home, case_id)
        self._in_file = len(kept) if kept is not None else -1
        names = {CASE_FILE, *map(visit_file, context.visit_ids(case_id))}
        now = self._stats()
        self._beside = {} if now.keys() <= names else copies_of_stores(context, case_id)
        for entry in kept or ():
            if entry.name in names and self._holds(entry, now.get(entry.name)):
                self.entries[entry.name] = entry
        self.stale = sorted(names - self.entries.keys())
        """Stores that have to be read."""

    def _stats(self) -> dict[str, Stat]:
        try:
            return stats_of_stores(self._context.files, self._folder)
        except OSError as error:
            raise Unreadable(self._folder, error) from error

    def _holds(self, entry: IndexEntry, now: Stat | None) -> bool:
        """Return whether a store still is what its entry was made from."""
        if entry.name in self._beside:
            return False
        files, place = self._context.files, (self._folder, entry.name)
        return is_unchanged(files, entry.fingerprint, now, entry.written_ns, *place)

    def read(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Read the stores that have to be read, and write the index where it differs.

        Args:
            go_on: Asked before each store; when it says no, nothing is written.

        Returns:
            Whether everything was read.

        Raises:
            StoreError: The case's own store cannot be read.
            UnreadableDocumentError: It does not fit its own schema.
        """
        values: dict[str, tuple[StoreFile, Fingerprint]] = {}
        fresh = set(self.stale)
        for name in self.stale:
            if not go_on():
                return False
            self._take(name, values)
        self.covered.update(*(entry.facts.covered for entry in self.entries.values()))
        for value, _ in values.values():
            if isinstance(value, VisitFile):
                self.covered |= covered_in(value)
        for name in self._outdated():
            if not go_on():
                return False
            del self.entries[name]
            fresh.add(name)
            self._take(name, values)
        hides = self._hides()
        for name, (value, fingerprint) in values.items():
            self.entries[name] = entry_of(name, value, fingerprint, hides)
        self._write(fresh)
        self.stale = []
        self._collect()
        return True

    def _take(self, name: str, values: dict[str, tuple[StoreFile, Fingerprint]]) -> None:
        """Read a store; one that rests on notes of others waits until all covers are known."""
        found = self._value(name)
        if found is None:
            return
        if rests_on(found[0]):
            values[name] = found
        else:
            self.entries[name] = entry_of(name, *found)

    def _outdated(self) -> list[str]:
        """Return the stores whose entry was made while other notes were covered than now."""
        hides = self._hides()
        return [
            name
            for name, entry in self.entries.items()
            if any(map(hides, entry.facts.rests)) or not all(map(hides, entry.facts.without))
        ]

    def _hides(self) -> Callable[[str], bool]:
        """Return the test for hidden notes; while visits are unread, unknown notes are hidden."""
        some_unread = bool(self.unreadable)

        def hides(behind: str) -> bool:
            note_id = behind.removeprefix(PERHAPS)
            if note_id in self.covered:
                return True
            return some_unread and note_id == behind and not self._is_shown(note_id.encode())

        return hides

    def _is_shown(self, note_id: bytes) -> bool:
        """Return whether a note is in a visit that can be read."""
        every = self.entries.values()
        return any(note_id in entry.shown for entry in every if entry.name != CASE_FILE)

    def _write(self, fresh: set[str]) -> None:
        """Write the index, unless the file holds the same."""
        sure = [each for each in self.entries.values() if each.fingerprint is not _UNSURE]
        if len(sure) != self._in_file or any(each.name in fresh for each in sure):
            write_entries(self._context, self.case_id, sure)

    def _collect(self) -> None:
        """Bring together what concerns the case as a whole; its own store has the last word."""
        newest_first = sorted(
            self.entries.values(), key=lambda entry: entry.facts.when or (), reverse=True
        )
        for entry in newest_first:
            facts, visit_id = entry.facts, visit_of_store(entry.name)
            self.people |= facts.people
            self.writers.update(facts.writers)
            self.corrected |= {note_id: Told(*note) for note_id, note in facts.corrected.items()}
            if visit_id is None:
                self.title, self.made = facts.title, facts.made
                self.made_from = facts.made_from
                self.covering = _covering(facts.covering)
            elif facts.began or facts.over:
                for question_id in facts.listed:
                    self.asked_in.setdefault(question_id, (visit_id, facts))

    def places(
        self, entry: IndexEntry, lines: list[int], wanted: SearchWords
    ) -> tuple[list[IndexedPlace], list[int]]:
        """Return the places of a store, and which of them hold the words.

        Where the places cannot be decoded the store is read again, and the index is emptied.

        Args:
            entry: The store.
            lines: Which of its lines hold the words.
            wanted: The words as they are compared.
        """
        name = entry.name
        if name not in self._read_again:
            try:
                places = decode_places(entry.shown)
            except BadPlacesError:
                places = []
            if places and lines[-1] < len(places):
                return places, lines
            write_entries(self._context, self.case_id, ())
            found = self._value(name)
            self._read_again[name] = entry_of(name, *found, self._hides()) if found else None
        known = self._read_again[name]
        if known is None:
            return [], []
        return decode_places(known.shown), wanted.lines_of(known.texts)

    def _value(self, name: str) -> tuple[StoreFile, Fingerprint] | None:
        """Return what a store holds; None for a visit that cannot be read."""
        visit_id = visit_of_store(name)
        try:
            read = read_with_fingerprint(join(self._folder, name), self._context.files, SCHEMA)
            value: StoreFile
            if visit_id is None:
                value = read_case(self.case_id, read.tables)[0]
            else:
                value = read_visit(visit_id, read.tables)[0]
            beside = self._beside.get(name, ())
            if beside or read.others:
                value = merge_states(self._context, value, read.others, beside).value
        except (StoreError, UnreadableDocumentError) as error:
            if visit_id is None:
                raise
            self.unreadable[visit_id] = error
            return None
        return value, _UNSURE if beside or not read.fingerprint else read.fingerprint


def _covering(chosen: tuple[str, ...]) -> Covering:
    """Return the choice of what is covered; one that is not known covers."""
    choice = chosen[0] if chosen and chosen[0] in set(Covered) else Covered.COVER
    return Covering(Covered(choice), chosen[1:])

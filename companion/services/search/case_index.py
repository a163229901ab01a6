"""The search of one case: what is kept of it as far as that still holds, the rest read anew."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from companion.domain.correction import Told
from companion.domain.cover_choice import Covering
from companion.domain.preparation import Covered
from companion.domain.veil import covered_in
from companion.domain.visit import VisitFile
from companion.files import join
from companion.services.case.lineages import copies_of_stores, united
from companion.services.search.entry import PERHAPS, entry_of, is_whole, rests_on
from companion.storage.cases import CASE_FILE, case_folder, visit_file
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.errors import StoreError, Unreadable
from companion.storage.fingerprint import (
    Fingerprint,
    fingerprint_of,
    is_unchanged,
    read_with_fingerprint,
    stats_of_stores,
)
from companion.storage.search_files import (
    FILES,
    NotAsKeptError,
    SearchEntry,
    composed,
    file_of,
    parsed,
    read_search_file,
    rows_of,
    write_search_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.domain.changes import StoreFile
    from companion.services.case.files import ReadError
    from companion.services.context import AppContext
    from companion.services.search.entry import SearchWords
    from companion.storage.conflict_copies import Copy
    from companion.storage.fingerprint import Stat
    from companion.storage.search_files import Row, SearchFile

_UNSURE = Fingerprint((-1, -1, -1, -1), -1)
"""The mark of a store that is not at rest: it is searched now, and read again the next time."""


def visit_id_of(name: str) -> str | None:
    """The visit whose store bears that name; None for the case's own."""
    return None if name == CASE_FILE else name.removeprefix("visit-").removesuffix(".json")


class SearchedCase:
    """What is searched of one case."""

    def __init__(self, context: AppContext, case_id: str) -> None:
        """See what is kept, and which stores have to be read; reads none of them.

        Raises:
            Unreadable: The case's folder cannot be looked at.
        """
        self.case_id = case_id
        """The case."""
        self.unreadable: dict[str, ReadError] = {}
        """Visits that cannot be read, and why."""
        self.files: tuple[SearchFile, ...] = ()
        """What is looked through; this and what follows is there once it was read."""
        self.title = self.made = ""
        """The case's title, and when it was made."""
        self.people: dict[str, str] = {}
        """The names of all who take part, by id."""
        self.writers: set[str] = set()
        """The patient and the companions."""
        self.covering = Covering()
        """What the patient wants covered for what it says."""
        self.covered: set[str] = set()
        """Notes that are covered, also those of visits that are deleted."""
        self.corrected: dict[str, Told] = {}
        """Notes that were put right, by id."""
        self.made_from: dict[str, list[str]] = {}
        """Step id to the notes it was made from."""
        self.asked_in: dict[str, tuple[str, dict[str, Any]]] = {}
        """Question id to the last visit that has begun with it, and what is kept of that."""
        self._read_anew: dict[str, SearchEntry | None] = {}
        self._context = context
        self._folder = case_folder(context.home, case_id)
        self._kept = [
            read_search_file(context.files, context.home, case_id, number)
            for number in range(FILES)
        ]
        names = {CASE_FILE, *map(visit_file, context.visit_ids(case_id))}
        now = self._stats()
        self._beside = self._copies(now)
        self._good = [self._still(kept, names, now) if kept else [] for kept in self._kept]
        self.stale = sorted(names - {entry.name for entry in self._held()})
        """Stores that have to be read."""

    def _stats(self) -> dict[str, Stat]:
        try:
            return stats_of_stores(self._context.files, self._folder)
        except OSError as error:
            raise Unreadable(self._folder, error) from error

    def _copies(self, now: Mapping[str, Stat]) -> dict[str, tuple[Copy, ...]]:
        """Other states of stores that lie beside them; the folder is looked at once."""
        plain = {CASE_FILE, *map(visit_file, self._context.visit_ids(self.case_id))}
        if now.keys() <= plain:
            return {}
        return copies_of_stores(self._context, self.case_id)

    def _still(self, kept: SearchFile, names: set[str], now: Mapping[str, Stat]) -> list[int]:
        """Places in a file of what still holds."""
        files = self._context.files
        return [
            at
            for at, entry in enumerate(kept.entries)
            if (name := entry.name) in names
            and name not in self._beside
            and is_whole(entry)
            and is_unchanged(files, entry.mark, now.get(name), kept.written_ns, self._folder, name)
        ]

    def _held(self) -> list[SearchEntry]:
        """What is kept and still holds."""
        return [
            kept.entries[at]
            for kept, good in zip(self._kept, self._good, strict=True)
            if kept is not None
            for at in good
        ]

    def read(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Read the stores that have to be read, and keep what they hold for the next time.

        Args:
            go_on: Asked before each store; when it says no, nothing is kept.

        Returns:
            Whether all was read.

        Raises:
            StoreError: The case's own store cannot be read.
            UnreadableDocumentError: It does not fit its own schema.
        """
        values: dict[str, tuple[StoreFile, Fingerprint]] = {}
        fresh: list[list[SearchEntry]] = [[] for _ in range(FILES)]
        for name in self.stale:
            if not go_on():
                return False
            self._take(name, fresh, values)
        self.covered |= {
            note_id
            for entry in (*self._held(), *chain.from_iterable(fresh))
            for note_id in entry.facts.get("covered", ())
        }
        self.covered |= {note_id for value, _ in values.values() for note_id in _covered(value)}
        for name in self._of_before():
            if not go_on():
                return False
            self._take(name, fresh, values)
        for name, (value, mark) in values.items():
            fresh[file_of(name)].append(entry_of(name, value, mark, self._hides(fresh)))
        self.files = tuple(
            file for number in range(FILES) if (file := self._renewed(number, fresh[number]))
        )
        self.stale = []
        self._know_itself()
        return True

    def _take(
        self,
        name: str,
        fresh: list[list[SearchEntry]],
        values: dict[str, tuple[StoreFile, Fingerprint]],
    ) -> None:
        """Read a store; what rests on notes of others waits until it is known which are covered."""
        found = self._value(name)
        if found is None:
            return
        if rests_on(found[0]):
            values[name] = found
        else:
            fresh[file_of(name)].append(entry_of(name, *found))

    def _of_before(self) -> list[str]:
        """What was kept while other notes were covered than now; it holds no longer."""
        hides = self._hides([])
        names = []
        for kept, good in zip(self._kept, self._good, strict=True):
            entries = kept.entries if kept is not None else ()
            for at in tuple(good):
                name, _, facts, *_ = entries[at]
                rests, without = facts["rests"], facts["without"]
                if (rests or without) and (any(map(hides, rests)) or not all(map(hides, without))):
                    good.remove(at)
                    names.append(name)
        return names

    def _hides(self, fresh: list[list[SearchEntry]]) -> Callable[[str], bool]:
        """Tells whether a note is hidden; where a visit cannot be read, so is each nobody knows."""
        some_unread = bool(self.unreadable)

        def hides(behind: str) -> bool:
            note_id = behind.removeprefix(PERHAPS)
            if note_id in self.covered:
                return True
            return some_unread and note_id == behind and not self._stands(note_id.encode(), fresh)

        return hides

    def _stands(self, note_id: bytes, fresh: list[list[SearchEntry]]) -> bool:
        """Whether a note stands in a visit that can be read."""
        kept = (
            file.shown(at)
            for file, good in zip(self._kept, self._good, strict=True)
            if file is not None
            for at in good
            if file.entries[at].name != CASE_FILE
        )
        new = (each.shown for each in chain.from_iterable(fresh) if each.name != CASE_FILE)
        return any(note_id in shown for shown in chain(kept, new))

    def _know_itself(self) -> None:
        entries = [entry for file in self.files for entry in file.entries]
        entries.sort(key=lambda entry: entry.facts.get("when", ()))
        for name, _, facts, *_ in reversed(entries):
            self.people |= facts["people"]
            for note_id, note in facts.get("corrected", {}).items():
                self.corrected[note_id] = Told(*note)
            self.writers |= set(facts["writers"])
            visit_id = visit_id_of(name)
            if visit_id is None:
                self.title, self.made = facts["title"], facts["made"]
                self.made_from = facts["made_from"]
                self.covering = _covering(facts["covering"])
                continue
            if facts["began"] or facts["over"]:
                for question_id in facts["lists"]:
                    self.asked_in.setdefault(question_id, (visit_id, facts))

    def places(
        self, file: SearchFile, at: int, lines: list[int], wanted: SearchWords
    ) -> tuple[list[Row], list[int]]:
        """The places of a store, and which of them hold the words.

        Where what is kept of them is not as it is kept here the store is read, and all that is
        kept beside it is forgotten.

        Args:
            file: Where they are kept.
            at: The place of the store there.
            lines: Which of its lines hold the words.
            wanted: The words as they are compared.
        """
        name = file.entries[at].name
        known = self._read_anew.get(name)
        if known is None:
            try:
                rows = file.rows(at)
            except NotAsKeptError:
                rows = []
            if rows and lines[-1] < len(rows):
                return rows, lines
            _write(self._context, self.case_id, file_of(name), composed(()))
            known = self._read_anew[name] = self._entry(name)
        if known is None:
            return [], []
        return rows_of(known.shown), wanted.lines_of(known.texts)

    def _entry(self, name: str) -> SearchEntry | None:
        """Read a store again, for what is searched of it."""
        found = self._value(name)
        return entry_of(name, *found, self._hides([])) if found is not None else None

    def _value(self, name: str) -> tuple[StoreFile, Fingerprint] | None:
        """What a store holds; None for a visit that cannot be read."""
        visit_id = visit_id_of(name)
        try:
            marked = read_with_fingerprint(join(self._folder, name), self._context.files, SCHEMA)
            value: StoreFile
            if visit_id is None:
                value = read_case(self.case_id, marked.tables)[0]
            else:
                value = read_visit(visit_id, marked.tables)[0]
            beside = self._beside.get(name, ())
            if beside or marked.others:
                value = united(self._context, value, marked.others, beside).value
        except (StoreError, UnreadableDocumentError) as error:
            if visit_id is None:
                raise
            self.unreadable[visit_id] = error
            return None
        return value, _UNSURE if beside or not marked.mark else marked.mark

    def _renewed(self, number: int, fresh: list[SearchEntry]) -> SearchFile | None:
        """One file with what was read; put in place of the one before where it differs."""
        kept, good = self._kept[number], self._good[number]
        if kept is not None and not fresh and len(good) == len(kept.entries):
            return kept
        if kept is None and not fresh:
            return None
        entries = [kept.whole(at) for at in good] if kept is not None else []
        data = composed([*entries, *fresh])
        sure = [each for each in fresh if each.mark is not _UNSURE]
        _write(
            self._context,
            self.case_id,
            number,
            data if len(sure) == len(fresh) else composed([*entries, *sure]),
        )
        return parsed(data)


def _covering(told: list[str]) -> Covering:
    """What is covered for what it says; a choice that nobody knows covers."""
    choice = told[0] if told and told[0] in set(Covered) else Covered.COVER
    return Covering(Covered(choice), tuple(told[1:]))


def _covered(value: StoreFile) -> frozenset[str]:
    return covered_in(value) if isinstance(value, VisitFile) else frozenset()


def notes_covered(context: AppContext, case_id: str, note_ids: frozenset[str]) -> None:
    """Keep nothing for searching any more that rests on these notes, which are covered now.

    Args:
        context: Where.
        case_id: The case; whoever calls holds its lock.
        note_ids: The notes.
    """
    for number in range(FILES):
        kept = read_search_file(context.files, context.home, case_id, number)
        if kept is None or not any(note_id.encode() in kept.data for note_id in note_ids):
            continue
        behind = note_ids.union(f"{PERHAPS}{note_id}" for note_id in note_ids)
        rest = [
            at
            for at, entry in enumerate(kept.entries)
            if behind.isdisjoint(entry.facts.get("rests", ()))
        ]
        if len(rest) < len(kept.entries):
            _write(context, case_id, number, composed(map(kept.whole, rest)))


def _write(context: AppContext, case_id: str, number: int, data: bytes) -> None:
    if not context.in_memory:
        write_search_file(context.files, context.home, case_id, number, data)


def stores_written(
    context: AppContext, case_id: str, values: Mapping[str, StoreFile | None]
) -> None:
    """Keep what stores hold that were just written, so that no search need read them.

    Args:
        context: Where.
        case_id: The case; whoever calls holds its lock.
        values: Name of each store and what it holds; None forgets what is kept of it.
    """
    numbers: dict[int, list[str]] = {}
    for name in values:
        numbers.setdefault(file_of(name), []).append(name)
    for number, names in numbers.items():
        kept = read_search_file(context.files, context.home, case_id, number)
        every = kept.entries if kept is not None else ()
        others = [at for at, entry in enumerate(every) if entry.name not in values]
        entries = [kept.whole(at) for at in others] if kept is not None else []
        entries += [
            entry for name in names if (entry := _now(context, case_id, name, values[name]))
        ]
        if entries or kept is not None:
            _write(context, case_id, number, composed(entries))


def _now(
    context: AppContext, case_id: str, name: str, value: StoreFile | None
) -> SearchEntry | None:
    if value is None or rests_on(value):
        # What rests on notes of another store is read again once it is known which are covered.
        return None
    mark = fingerprint_of(context.files, join(case_folder(context.home, case_id), name))
    return entry_of(name, value, mark) if mark is not None else None

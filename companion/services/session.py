"""One case that is open: read it, change it, take changes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.case import Case, CaseFile
from companion.domain.choosing import by_time
from companion.domain.stamps import Clock
from companion.domain.tables import StoreFile, found
from companion.services.store import Past, Store
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.database import Database
from companion.storage.errors import StoreError

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.question import Question
    from companion.domain.visit import VisitFile
    from companion.services.surroundings import Surroundings
    from companion.storage.lock import CaseLock

Listener = Callable[[], None]
Turn = Callable[[Clock, int], tuple[Clock, Past | None]]
ValueT = TypeVar("ValueT", bound=StoreFile)


class ReadOnlyError(RuntimeError):
    """A change was asked of a case that is open for reading only."""


class Session:
    """A case that is open in one window. Every change touches exactly one store."""

    def __init__(
        self,
        surroundings: Surroundings,
        case_id: str,
        lock: CaseLock | None,
        retake: Callable[[], CaseLock | None] = lambda: None,
        *,
        first: CaseFile | None = None,
    ) -> None:
        self.surroundings = surroundings
        self._retake = retake
        self.case_id = case_id
        self._lock = lock
        self._clock = Clock(surroundings.device)
        self._listeners: list[Listener] = []
        self._visits: dict[str, Store[VisitFile]] = {}
        self._case: Case | None = None
        self.unreadable: dict[str, StoreError | UnreadableDocumentError] = {}
        path = surroundings.case_path(case_id)
        self._file: Store[CaseFile] = self._load(
            self._open(path, create=first is not None), self._read_case
        )
        if first is not None:
            self._begin(self._file, replace(self._file.value, about=()), first)

    # Opening

    @property
    def read_only(self) -> bool:
        """Whether another window has the case, or its file is of a newer version."""
        return self._lock is None or self._file.database.state == "read_only"

    @property
    def has_lock(self) -> bool:
        """Whether this window may write."""
        return self._lock is not None

    def open_all(self) -> Case:
        """Open every visit, so that undo can see them all."""
        return self.case

    def _open(self, path: str, *, create: bool = False) -> Database:
        return Database.open(
            path,
            self.surroundings.files,
            schema=SCHEMA,
            read_only=self._lock is None,
            create=create,
        )

    def _read_case(self, tables: Any) -> tuple[CaseFile, dict[tuple[str, str], int]]:  # noqa: ANN401
        return read_case(self.case_id, tables)

    def _load(
        self,
        database: Database,
        load: Callable[[Any], tuple[ValueT, dict[tuple[str, str], int]]],
    ) -> Store[ValueT]:
        value, places = load(database.tables())
        store = Store(database, value, places)
        at, n = store.greatest_stamp()
        self._clock = self._clock.seen((at, "", n))
        return store

    def _visit_store(self, visit_id: str) -> Store[VisitFile]:
        store = self._visits.get(visit_id)
        if store is None:
            database = self._open(self.surroundings.visit_path(self.case_id, visit_id))
            store = self._load(database, lambda tables: read_visit(visit_id, tables))
            self._visits[visit_id] = store
        return store

    # Reading

    @property
    def file(self) -> CaseFile:
        """The case's own file."""
        return self._file.value

    def visit(self, visit_id: str) -> VisitFile:
        """One visit.

        Raises:
            StoreError: Its file cannot be read.
        """
        return self._visit_store(visit_id).value

    @property
    def case(self) -> Case:
        """The case with all its visits; those that cannot be read are named."""
        if self._case is None:
            visits = []
            for visit_id in self.surroundings.visit_ids(self.case_id):
                try:
                    visits.append(self.visit(visit_id))
                except (StoreError, UnreadableDocumentError) as error:
                    self.unreadable[visit_id] = error
            shown = tuple(visit for visit in visits if not visit.head.deleted)
            self._case = Case(
                file=self.file, visits=by_time(shown), unreadable=tuple(self.unreadable)
            )
        return self._case

    def questions(self, visit: VisitFile) -> dict[str, Question]:
        """The questions that a visit's list names, by id.

        Other visits are read only when a question first came up in one of them.
        """
        known = {each.id: each for each in (*self.file.questions, *visit.questions)}
        if all(entry.question_id in known for entry in visit.listed):
            return known
        for other in self.case.visits:
            known = {each.id: each for each in other.questions} | known
        return known

    # Changing

    def change_case(self, sentence: str, change: Callable[[CaseFile], CaseFile]) -> bool:
        """Change the case's own file; True when anything changed."""
        return self._change(self._file, sentence, change)

    def change_visit(
        self, visit_id: str, sentence: str, change: Callable[[VisitFile], VisitFile]
    ) -> bool:
        """Change one visit's file; an empty sentence keeps no history."""
        return self._change(self._visit_store(visit_id), sentence, change)

    def _change(
        self, store: Store[ValueT], sentence: str, change: Callable[[ValueT], ValueT]
    ) -> bool:
        if self.read_only or store.database.state == "read_only":
            raise ReadOnlyError(self.case_id)
        self._clock, changed = store.change(
            change(store.value),
            self._clock,
            self.surroundings.now_ms(),
            past_id=self.surroundings.new_id() if sentence else "",
            sentence=sentence,
        )
        if changed:
            self._changed(store.database, quiet=not sentence)
        return changed

    def _changed(self, database: Database, *, quiet: bool) -> None:
        self.surroundings.syncer.touch(database)
        self._case = None
        if not quiet:
            for listener in tuple(self._listeners):
                listener()

    def add_visit(self, visit: VisitFile) -> None:
        """Make a new visit's store with its first value.

        Raises:
            StoreError: The store cannot be made.
        """
        if self.read_only:
            raise ReadOnlyError(self.case_id)
        path = self.surroundings.visit_path(self.case_id, visit.id)
        store = self._load(
            self._open(path, create=True), lambda tables: read_visit(visit.id, tables)
        )
        self._visits[visit.id] = store
        self._begin(store, replace(store.value, about=()), visit)

    def _begin(self, store: Store[ValueT], nothing: ValueT, first: ValueT) -> None:
        """Keep the first value of a new store; it is no step of undo."""
        store.value = nothing
        self._clock, _ = store.change(
            first, self._clock, self.surroundings.now_ms(), past_id="", sentence=""
        )
        self._changed(store.database, quiet=False)

    # Taking back

    def _stores(self) -> list[Store[Any]]:
        return [self._file, *self._visits.values()]

    def undo(self) -> Past | None:
        """Take back the newest change of the stores that are open; what it was."""
        stores = [(last.order, store) for store in self._stores() if (last := store.last_done())]
        store = max(stores, key=lambda each: each[0], default=(None, None))[1]
        return self._turned(store, lambda store: store.undo)

    def redo(self) -> Past | None:
        """Do again what was taken back last; what it was."""
        stores = [(last.order, store) for store in self._stores() if (last := store.last_undone())]
        store = min(stores, key=lambda each: each[0], default=(None, None))[1]
        return self._turned(store, lambda store: store.redo)

    def _turned(self, store: Store[Any] | None, way: Callable[[Store[Any]], Turn]) -> Past | None:
        if self.read_only:
            raise ReadOnlyError(self.case_id)
        if store is None:
            return None
        self._clock, past = way(store)(self._clock, self.surroundings.now_ms())
        self._changed(store.database, quiet=False)
        return past

    # Saving, following, closing

    @property
    def saved(self) -> bool:
        """Whether every change is in its journal."""
        return self.trouble is None

    @property
    def trouble(self) -> OSError | None:
        """Why something is not on disk yet, if so."""
        errors = (store.database.error for store in self._stores())
        return next((error for error in errors if error is not None), None)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told after every change but typing; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def follow(self) -> bool:
        """Read again what another window has written; True when anything moved."""
        moved = False
        for store in self._stores():
            if store.database.refresh():
                loader = (
                    self._read_case
                    if store is self._file
                    else lambda tables, visit_id=store.value.id: read_visit(visit_id, tables)
                )
                store.reload(loader)
                moved = True
        if moved:
            self._case = None
        return moved

    def take_over(self) -> bool:
        """Write in this window when the other has let the case go; True when one can write."""
        if self._lock is None:
            self._lock = self._retake()
        if self._lock is None:
            return False
        self._visits.clear()
        self._case = None
        self._file = self._load(
            self._open(self.surroundings.case_path(self.case_id)), self._read_case
        )
        return not self.read_only

    def now(self) -> datetime:
        """The time, aware, UTC, whole milliseconds."""
        return self.surroundings.now()

    def has_visit(self, visit_id: str | None) -> bool:
        """Whether the case has that visit, readable or not."""
        return visit_id in self.surroundings.visit_ids(self.case_id)

    def person_name(self, person_id: str | None, visit: VisitFile | None = None) -> str:
        """A person's name, looked for in the case's file and one visit."""
        everybody = (*self.file.people, *(visit.people if visit else ()))
        one = found(everybody, person_id)
        return one.name if one else ""

    def close(self) -> None:
        """Checkpoint every store and let the case go."""
        for store in self._stores():
            self.surroundings.syncer.forget(store.database)
            store.database.close()
        if self._lock is not None:
            self._lock.release()

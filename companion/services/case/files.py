"""The open stores of one case: its own file, and visits as they are needed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from companion.domain.case import Case, CaseFile
from companion.domain.composer import line_of, newly_covered, only_typed, with_line
from companion.domain.value import replace
from companion.domain.veil import covered_elsewhere
from companion.domain.visit import VisitFile
from companion.domain.visit_selection import by_time, is_over
from companion.files import file_name, join
from companion.services.case.undoable_file import UndoableFile
from companion.storage.cases import CASE_FILE, case_folder, visit_file
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.conflict import set_copy_aside
from companion.storage.errors import StoreError
from companion.storage.findings import Finding, FindingKind
from companion.storage.layout import OpenOptions
from companion.storage.store import Store
from companion.storage.unfinished_visits import (
    KnownVisits,
    folder_time,
    keep_known,
    known_of_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.services.case.merged_states import MergedStates
    from companion.services.context import AppContext
    from companion.storage.conflict_copies import Copy

ReadError = StoreError | UnreadableDocumentError
"""Why a store cannot be read; its text is one sentence."""


def case_of(file: CaseFile, visits: Iterable[VisitFile], unreadable: tuple[str, ...]) -> Case:
    """Return a case with those of its visits that are not deleted."""
    every = tuple(visits)
    return Case(
        file=file,
        visits=by_time(tuple(visit for visit in every if not visit.head.deleted)),
        unreadable=unreadable,
        covered_elsewhere=covered_elsewhere(
            (visit for visit in every if visit.head.deleted), all_read=not unreadable
        ),
    )


def _copies_of_stores(context: AppContext, case_id: str) -> dict[str, tuple[Copy, ...]]:
    """List the other states beside the stores; most cases have none, and are opened without."""
    from companion.services.case.merged_states import copies_of_stores  # noqa: PLC0415 - seldom

    return copies_of_stores(context, case_id)


def _name_of(visit_id: str | None) -> str:
    """Return the name of a visit's store; that of the case's own for None."""
    return CASE_FILE if visit_id is None else visit_file(visit_id)


class CaseFiles:
    """Opens, rereads and closes the files of one case."""

    def __init__(
        self, context: AppContext, case_id: str, *, read_only: bool, create: bool = False
    ) -> None:
        self._context = context
        self._case_id = case_id
        self._read_only = read_only
        self._is_indexed = not (read_only or context.in_memory)
        self._visits: dict[str, UndoableFile[VisitFile]] = {}
        known = known_of_folder(context.files, context.home, case_id)
        self._unfinished = known.visits if known is not None else None
        self._folder_at = known.folder if known is not None else 0
        self._copies: dict[str, tuple[Copy, ...]] | None = None
        self._as_left = known is not None
        if create or (known is not None and not known.copied):
            self._copies = {}
        if create:
            self._unfinished = frozenset()
            self._folder_at = folder_time(context.files, context.home, case_id)
        self._merged: dict[str, MergedStates[Any]] = {}
        self._waiting: list[Finding] = []
        self._closing = False
        self._changed: dict[str, UndoableFile[Any] | VisitFile] = {}
        self.unreadable: dict[str, ReadError] = {}
        """Visits that could not be read."""
        self.case: UndoableFile[CaseFile] = self._open(None, create=create)
        """The case's own file."""

    # Opening

    def _open(self, visit_id: str | None, *, create: bool) -> UndoableFile[Any]:
        """Open the store of one visit; None for the case's own."""
        context, name = self._context, _name_of(visit_id)
        options = OpenOptions(
            schema=SCHEMA,
            read_only=self._read_only,
            create=create,
            careful=not self._as_left,
            may_come_back=lambda: not context.was_erased(self._case_id),
            renewed=self._renewed,
        )
        path = join(case_folder(context.home, self._case_id), name)
        database = Store(path, context.files, options)
        value, places = self._read(database, visit_id)
        # Reading an empty store makes up a head; the first value brings the real one.
        store = UndoableFile(database, replace(value, about=()) if create else value, places)
        self._merge_states(store, name)
        return store

    def _read(
        self, database: Store, visit_id: str | None
    ) -> tuple[Any, dict[tuple[str, str], int]]:
        tables = database.tables()
        return (
            read_case(self._case_id, tables) if visit_id is None else read_visit(visit_id, tables)
        )

    def visit(self, visit_id: str, *, create: bool = False) -> UndoableFile[VisitFile]:
        """Return the store of one visit.

        Raises:
            StoreError: Its file cannot be read, or made.
            UnreadableDocumentError: It does not fit its own schema.
        """
        store = self._visits.get(visit_id)
        if store is None:
            store = self._visits[visit_id] = self._open(visit_id, create=create)
        return store

    def _visit_id(self, store: UndoableFile[Any]) -> str | None:
        """Return the visit of a store; None for the case's own."""
        return None if store is self.case else store.value.id

    # Several states of one store

    @property
    def copies(self) -> dict[str, tuple[Copy, ...]]:
        """Other states of a store in files beside it, by the store's name."""
        if self._copies is None:
            context = self._context
            self._folder_at = folder_time(context.files, context.home, self._case_id)
            self._copies = _copies_of_stores(context, self._case_id)
        return self._copies

    def _merge_states(self, store: UndoableFile[Any], name: str) -> None:
        """Merge the other states of a store into the value that is shown."""
        others, beside = store.database.others, self.copies.get(name, ())
        if not others and not beside:
            return
        from companion.services.case.merged_states import merge_states  # noqa: PLC0415 - seldom

        whole = merge_states(self._context, store.value, others, beside)
        if whole.value is store.value:
            store.database.writer.forget_others()
        else:
            store.show_merged(whole.value)
        self._merged[name] = whole
        if self._read_only and isinstance(store.value, VisitFile):
            self._show_waiting_text(store, beside)

    def _show_waiting_text(self, store: UndoableFile[Any], beside: tuple[Copy, ...]) -> None:
        """Show in the line the text typed in windows that could not write."""
        from companion.services.case.window_draft import waiting_texts  # noqa: PLC0415 - seldom

        drafts = [copy.path for copy in beside if copy.is_draft]
        visit, texts = store.value, waiting_texts(self._context, drafts)
        line = line_of(visit)
        text = "\n".join(each for each in (line.text, *texts) if each)
        if text != line.text:
            store.show_merged(with_line(visit, text=text))
            self._waiting.append(Finding(FindingKind.WAITS, visit_file(visit.id)))

    def has_window_drafts(self, visit_id: str) -> bool:
        """Return whether drafts of windows that could not write lie beside a visit."""
        beside = self.copies.get(visit_file(visit_id), ())
        return any(copy.is_draft for copy in beside)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Problems found while opening the files and since."""
        own = (each for store in self.opened() for each in store.database.findings)
        return (
            *own,
            *self._waiting,
            *(each for one in self._merged.values() for each in one.findings),
        )

    def _set_aside(self) -> None:
        """Put away copies whose whole content is in the store that was written."""
        context = self._context
        for name, store in self._changed.items():
            whole = self._merged.get(name)
            if whole is None or not isinstance(store, UndoableFile) or not store.is_all_saved:
                continue
            if store.database.error is None and file_name(store.database.path) == name:
                for path, info in whole.read:
                    set_copy_aside(context.files, path, info)
                self._copies = None

    # All of them

    def opened(self) -> list[UndoableFile[Any]]:
        """Return the open stores."""
        return [self.case, *tuple(self._visits.values())]

    def load_all(self) -> Case:
        """Return the case with all its visits, and the ids of those that cannot be read."""
        visits = []
        for visit_id in self._context.visit_ids(self._case_id):
            try:
                visits.append(self.visit(visit_id).value)
            except (StoreError, UnreadableDocumentError) as error:
                self.unreadable[visit_id] = error
        known = self._unfinished_of(frozenset(self.unreadable))
        if known != self._unfinished:
            self._unfinished = known
            self._save_unfinished()
        return case_of(self.case.value, visits, tuple(self.unreadable))

    def unfinished(self) -> tuple[VisitFile, ...] | None:
        """Return the visits that may be under way or ahead; None while they are not known.

        One that cannot be read is left out here, and named by `load_all`.
        """
        if self._unfinished is None:
            return None
        visits = []
        for visit_id in sorted(self._unfinished | self._visits.keys()):
            with suppress(StoreError, UnreadableDocumentError):
                visits.append(self.visit(visit_id).value)
        return by_time(tuple(visit for visit in visits if not visit.head.deleted))

    def reload_if_changed(self) -> bool:
        """Read what another window has written; return whether anything changed."""
        moved = False
        for store in self.opened():
            # A file that another program took away stays shown, and is looked for again.
            with suppress(StoreError, UnreadableDocumentError):
                if store.database.refresh():
                    store.reload(self._read(store.database, self._visit_id(store)))
                    moved = True
        with suppress(StoreError, UnreadableDocumentError):
            moved = self._follow_copies() or moved
        return moved

    def _follow_copies(self) -> bool:
        """Merge other states that came beside the stores since; return whether any did."""
        context = self._context
        at = folder_time(context.files, context.home, self._case_id)
        if at == self._folder_at:
            return False
        before, self._copies = self._copies, None
        if self.copies == before:
            return False
        for store in self.opened():
            visit_id = self._visit_id(store)
            store.reload(self._read(store.database, visit_id))
            self._merge_states(store, _name_of(visit_id))
        return True

    def ensure_files(self) -> None:
        """Write again what other programs took away or overwrote.

        Called in a thread of its own. Where it fails, the store's `error` says why.
        """
        databases = [store.database for store in self.opened()]
        before = [(each.state, len(each.findings)) for each in databases]
        for database in databases:
            database.writer.repair()
            if database.state == "not_saved":
                self._context.syncer.touch(database)
        # The listener hears of it once all of them are looked at.
        if before != [(each.state, len(each.findings)) for each in databases]:
            self._context.syncer.state_changed()

    def close(self) -> None:
        """Checkpoint and close every store, and bring the index up to date."""
        self._closing = True
        for store in self.opened():
            self._context.syncer.forget(store.database)
            store.database.close()
        self._set_aside()
        if self._unfinished is not None:
            self._unfinished = self._unfinished_of(self._unfinished)
            self._refresh_folder()
            self._save_unfinished()
        self._index_changes()

    # The search index

    def after_bulk_create(self, visits: Iterable[VisitFile]) -> None:
        """Remember visits whose stores were made beside this session, for the index."""
        self._changed |= {visit_file(visit.id): visit for visit in visits}

    def changed(self, store: UndoableFile[Any], before: VisitFile | CaseFile) -> None:
        """Remember a store that was changed, for the index; forget words that are covered now.

        A half-written line is not searched, so typing alone changes nothing.
        """
        if isinstance(before, VisitFile) and only_typed(before, store.value):
            return
        name = _name_of(self._visit_id(store))
        self._changed[name] = store
        if not self._is_indexed or not isinstance(before, VisitFile):
            return
        if covered := newly_covered(before, store.value):
            self._context.indexer().notes_covered(self._context, self._case_id, name, covered)

    def _index_changes(self) -> None:
        """Index the changed stores; one that is not all on the disk is read by the next search."""
        found: dict[str, VisitFile | CaseFile | None] = {}
        for name, one in self._changed.items():
            if isinstance(one, UndoableFile):
                settled = one.database.error is None and not one.database.findings
                found[name] = one.value if settled else None
            else:
                found[name] = one
        self._index(found)

    def _index(self, values: dict[str, VisitFile | CaseFile | None]) -> None:
        if values and self._is_indexed:
            self._context.indexer().stores_written(self._context, self._case_id, values)

    # Unfinished visits

    def before_change(self, store: UndoableFile[Any]) -> None:
        """Mark the visit of a store as unfinished before it changes."""
        if store is not self.case:
            self.mark_unfinished((store.value.id,))

    def mark_unfinished(self, visit_ids: Iterable[str]) -> None:
        """Add visits to the saved list of those that may be unfinished."""
        known = self._unfinished
        if known is not None and not known.issuperset(ids := frozenset(visit_ids)):
            self._unfinished = known | ids
            self._save_unfinished()

    def _unfinished_of(self, others: frozenset[str]) -> frozenset[str]:
        """Return the given visits that are not open, and the open ones that have not ended."""
        open_ones = {key for key, one in self._visits.items() if not is_over(one.value.head)}
        return frozenset((others - self._visits.keys()) | open_ones)

    def _renewed(self) -> None:
        """Note that a new generation is in place, which changes the folder."""
        if not self._closing:
            self._refresh_folder()
            self._save_unfinished()

    def _refresh_folder(self) -> None:
        """Look which other states lie in the folder, now that we have changed it."""
        context = self._context
        if self._read_only or context.in_memory or self._unfinished is None:
            return
        before, self._folder_at = (
            self._folder_at,
            folder_time(context.files, context.home, self._case_id),
        )
        if before == self._folder_at and self._changed:
            # The disk does not update the folder's time (exFAT): do not rely on it the next time.
            self._folder_at = 0
        try:
            self._copies = _copies_of_stores(context, self._case_id)
        except StoreError:
            self._folder_at = 0

    def _save_unfinished(self) -> None:
        known, context = self._unfinished, self._context
        if known is not None and not self._read_only:
            state = KnownVisits(known, bool(self._copies), self._folder_at)
            keep_known(context.files, context.home, self._case_id, state)

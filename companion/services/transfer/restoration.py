"""Restores from a backup the cases and files that are missing here or cannot be read."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.domain.changes import rows, table_names
from companion.domain.entity import order
from companion.files import Places, folder_of, join
from companion.storage import cases
from companion.storage.archive import EntryError
from companion.storage.belongings import LIVE, left_of, live_store_of, store_of
from companion.storage.cases import CASE_FILE, keep_device, names_in
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.errors import StoreError, Unreadable, Unwritable, unwritable
from companion.storage.findings import FindingKind
from companion.storage.layout import free_name
from companion.storage.lock import COMMAND_WAIT, CaseLock
from companion.storage.removal import remove_tree
from companion.storage.store import read_store
from companion.words import maintenance as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.changes import StoreFile
    from companion.domain.entity import Entity
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession
    from companion.storage.backup_contents import BackupContents

_NOT_COUNTED = {"about", "composer"}
"""Tables of one row each, which are not counted: the head of a file and the unfinished line."""


@dataclass(slots=True)
class RestoreResult:
    """Result of a restore."""

    added: list[str] = field(default_factory=list)
    """Cases that were not here before, or of which nothing was left."""
    there: list[str] = field(default_factory=list)
    """Cases already here; what could be read of them was not touched."""
    mended: list[str] = field(default_factory=list)
    """A sentence for each case of which unreadable files were restored."""
    more: list[str] = field(default_factory=list)
    """A sentence for each case of which the backup knows more than this laptop."""
    problems: list[str] = field(default_factory=list)
    """A sentence for each thing that is damaged in the backup or could not be restored."""


def restore_backup(library: CaseLibrary, contents: BackupContents) -> RestoreResult:
    """Restore the cases that are not here, and the unreadable files of those that are.

    Files that can be read here are never touched. Unreadable ones are kept beside.

    Raises:
        RestoreInProgress: Another window is restoring; nothing was changed.
        NoBackupError: It holds more than any backup can; cases restored before are whole.
        StoreError: The disk refuses a folder for it.
    """
    result = RestoreResult()
    with _locked_alone(library):
        clear_unfinished(library)
        if not contents.has_manifest:
            result.problems.append(words.NO_MANIFEST)
        if contents.strange:
            result.problems.append(words.strange_names(contents.strange))
        for case_id in sorted(contents.cases):
            try:
                _CaseRestoration(library, contents, case_id, result).run()
            except (StoreError, UnreadableDocumentError) as error:
                result.problems.append(words.not_restored(case_id, str(error)))
        if result.added:
            context = library.context
            keep_device(context.files, context.home, context.device)
    return result


@contextmanager
def _locked_alone(library: CaseLibrary) -> Iterator[None]:
    """Keep other windows from restoring into the same data folder."""
    context = library.context
    places = Places(context.home)
    with unwritable(places.cases):
        context.files.make_folder(places.cases)
    lock = CaseLock(places.restoring, context.files)
    if not lock.acquire(COMMAND_WAIT):
        raise RestoreInProgress(places.restoring)
    try:
        yield
    finally:
        lock.release()


def clear_unfinished(library: CaseLibrary) -> None:
    """Remove what a killed restore left behind; call it while no other window restores.

    Raises:
        Unwritable: The disk refuses.
    """
    context = library.context
    folder = Places(context.home).cases
    for name in names_in(context.files, folder):
        found = left_of(name)
        if found is not None and found[1] == "new":
            remove_tree(context.files, join(folder, name))


class RestoreInProgress(StoreError):  # noqa: N818 - the state it is in
    """Another window is restoring into this data folder."""

    sentence = words.RESTORING


class _CaseRestoration:
    """Restores one case of a backup."""

    def __init__(
        self, library: CaseLibrary, contents: BackupContents, case_id: str, result: RestoreResult
    ) -> None:
        self._library = library
        self._files = library.context.files
        self._contents = contents
        self._case_id = case_id
        self._result = result
        self._folder = cases.case_folder(library.context.home, case_id)
        self._beside = f"{self._folder}.new-{os.urandom(4).hex()}"
        self._stores: dict[str, StoreFile | None] = {}

    def run(self) -> None:
        """Unpack the case beside its folder, and move what is needed here into place.

        Raises:
            StoreError: The disk refuses, or another window has the case; nothing of it is half.
        """
        try:
            self._files.make_folder(self._beside)
            self._unpack()
            self._place()
        except OSError as error:
            raise Unwritable(self._folder, error) from error
        finally:
            if self._files.exists(self._beside):
                remove_tree(self._files, self._beside)

    # What the backup holds

    def _unpack(self) -> None:
        names, damaged = self._contents.cases[self._case_id], dict[str, str]()
        for name in names:
            try:
                self._contents.unpack(self._files, self._case_id, name, join(self._beside, name))
            except EntryError as error:
                damaged[name] = str(error)
        if damaged:
            self._result.problems.append(words.damaged_in_backup(self._case_id, damaged))
        for store in sorted({store for name in names if (store := store_of(name))}):
            try:
                self._stores[store] = self._value(self._beside, store)
            except (StoreError, UnreadableDocumentError):
                if store != CASE_FILE and any(live_store_of(name) == store for name in names):
                    self._result.problems.append(words.unreadable_in_backup(self._case_id, store))

    def _value(self, folder: str, store: str) -> StoreFile | None:
        """Return what a store holds; None when only a newer version can read it: no damage.

        Raises:
            StoreError: It cannot be read.
            UnreadableDocumentError: It does not fit its own schema.
        """
        tables, findings = read_store(join(folder, store), self._files, SCHEMA)
        try:
            if store == CASE_FILE:
                return read_case(self._case_id, tables)[0]
            return read_visit(_visit_id(store), tables)[0]
        except UnreadableDocumentError:
            if any(finding.kind is FindingKind.NEWER for finding in findings):
                return None
            raise

    def _can_be_read(self, store: str) -> bool:
        """Whether a store here can be read, by this version or a newer one."""
        try:
            self._value(self._folder, store)
        except (StoreError, UnreadableDocumentError):
            return False
        return True

    # What is here

    def _place(self) -> None:
        if not self._files.exists(self._folder):
            self._bring_all()
            return
        session = self._open_here()
        if session is None and self._can_be_read(CASE_FILE):
            self._result.there.append(self._case_id)
            return
        if not self._stores_to_restore(session):
            self._compare(session)
            return
        with self._library.locked(self._case_id, wait=COMMAND_WAIT):
            # Looked at again: another window may have written since.
            session = self._open_here()
            self._mend(self._stores_to_restore(session), whole=session is None)
        self._compare(self._open_here())

    def _open_here(self) -> CaseSession | None:
        """Return the case as it is here; None when its own store cannot be read."""
        try:
            return self._library.open_readonly(self._case_id)
        except (StoreError, UnreadableDocumentError):
            return None

    def _stores_to_restore(self, session: CaseSession | None) -> list[str]:
        """Return the stores that the backup has and that cannot be read here, the case's last.

        A visit without any file here may have been made elsewhere: in a case that can be read it
        is reported, and not restored.
        """
        names = self._names_here()
        traces = {store for name in names if (store := store_of(name)) is not None}
        wanted = [
            store
            for store in self._stores
            if store != CASE_FILE
            and (session is None or store in traces)
            and not self._is_readable(session, store)
        ]
        if session is None and CASE_FILE in self._stores:
            wanted.append(CASE_FILE)
        return wanted if session is not None or CASE_FILE in self._stores else []

    def _names_here(self) -> list[str]:
        try:
            return self._files.list_folder(self._folder)
        except OSError as error:
            raise Unreadable(self._folder, error) from error

    def _is_readable(self, session: CaseSession | None, store: str) -> bool:
        if session is None:
            return self._can_be_read(store)
        try:
            session.visit(_visit_id(store))
        except (StoreError, UnreadableDocumentError):
            return self._can_be_read(store)
        return True

    # Putting it in place

    def _bring_all(self) -> None:
        """Put a case in place by one rename: half a case would count as one that is here."""
        if CASE_FILE not in self._stores:
            self._result.problems.append(words.no_whole_case(self._case_id))
            return
        self._sync(self._files.list_folder(self._beside))
        self._files.replace(self._beside, self._folder)
        self._files.sync_folder(folder_of(self._folder))
        self._result.added.append(self._case_id)

    def _sync(self, names: list[str]) -> None:
        """Bring unpacked files to the disk itself."""
        for name in names:
            handle = self._files.open_append(join(self._beside, name))
            try:
                self._files.sync(handle)
            finally:
                self._files.close(handle)
        self._files.sync_folder(self._beside)

    def _mend(self, stores: list[str], *, whole: bool) -> None:
        """Put stores in place one by one; the files there are kept beside. Needs the lock."""
        was_there = any(live_store_of(name) for name in self._names_here())
        unpacked = self._files.list_folder(self._beside)
        self._sync([name for name in unpacked if store_of(name) in stores])
        for store in stores:
            self._set_aside(store)
            self._put(store, [name for name in unpacked if store_of(name) == store])
        self._files.sync_folder(self._folder)
        if whole and stores and not was_there:
            self._result.added.append(self._case_id)
        elif stores:
            self._result.mended.append(words.mended(self._case_id, stores))

    def _set_aside(self, store: str) -> None:
        """Rename unreadable files; the checkpoint last, for nothing is read without it."""
        for ending in (".prev", ".journal.prev", ".journal", ""):
            path = join(self._folder, store + ending)
            if self._files.exists(path):
                self._files.replace(path, free_name(self._files, path, "damaged"))

    def _put(self, store: str, unpacked: list[str]) -> None:
        """Put one store in place; until its checkpoint is, it is no other state of the store."""
        live = [store + ending for ending in LIVE if store + ending in unpacked]
        for name in (*live, *(name for name in unpacked if name not in live)):
            path = join(self._folder, name)
            if name in live or not self._files.exists(path):
                self._files.replace(join(self._beside, name), path)

    # What the backup knows beyond this laptop

    def _compare(self, session: CaseSession | None) -> None:
        if session is None:
            self._result.problems.append(words.no_whole_case(self._case_id))
            return
        if self._case_id in self._result.added:
            return
        self._result.there.append(self._case_id)
        visits, notes, others = 0, 0, 0
        for store, value in self._stores.items():
            if value is None:
                continue
            if store != CASE_FILE and not session.has_visit(_visit_id(store)):
                visits += 1
                continue
            try:
                here = session.file if store == CASE_FILE else session.visit(_visit_id(store))
            except (StoreError, UnreadableDocumentError):
                continue
            new = _count_newer(value, here)
            notes += new["notes"]
            others += sum(new.values()) - new["notes"]
        if visits or notes or others:
            self._result.more.append(words.knows_more(self._case_id, visits, notes, others))


def _visit_id(store: str) -> str:
    return store.removeprefix("visit-").removesuffix(".json")


def _count_newer(there: StoreFile, here: StoreFile) -> Counter[str]:
    """Count by table what is not here, or was changed there later."""
    found: Counter[str] = Counter()
    for table in table_names(type(there)):
        known = {entity.id: entity for entity in rows(here, table)}
        for entity in rows(there, table) if table not in _NOT_COUNTED else ():
            mine = known.get(entity.id)
            found[table] += mine is None or _changed_at(mine) < _changed_at(entity)
    return found


def _changed_at(entity: Entity) -> tuple[int, int, str]:
    return max(map(order, entity.stamps.values()), default=(0, 0, ""))

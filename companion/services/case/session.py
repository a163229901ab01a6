"""An open case and its visits: read them, change them, undo changes; whether all is saved."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.changes import StoreFile, find_by_id, with_head
from companion.domain.cover_choice import Covering, covering_of
from companion.domain.entity import Clock, is_id
from companion.domain.text import is_blank
from companion.domain.undo_scope import COMPARE, PREPARE, VISIT, hides_words, rooms_of
from companion.domain.value import Value
from companion.domain.veil import FROM_NOTE, Veil, veil_of
from companion.domain.visit import VisitFile
from companion.files import folder_of
from companion.services.case.files import CaseFiles
from companion.services.case.window_drafts import WindowDrafts
from companion.storage.cases import keep_device
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import NotAllKept, StoreError, Unlockable
from companion.storage.store import fits_a_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.case import Case, CaseFile
    from companion.domain.changes import EntityT
    from companion.domain.question import Question
    from companion.files.folder_watch import FolderWatch
    from companion.services.case.files import ReadError
    from companion.services.case.undoable_file import UndoableFile
    from companion.services.context import AppContext
    from companion.storage.codec import HistoryEntry
    from companion.storage.findings import Finding
    from companion.storage.lock import CaseLock

    Fits = Callable[[HistoryEntry], bool]
    StoredEntry = tuple[HistoryEntry, UndoableFile[Any]]

Listener = Callable[[], None]
ROOMS = (VISIT, COMPARE, PREPARE)
"""Rooms, in the order in which a change is looked for: the first that shows it counts."""
ValueT = TypeVar("ValueT", bound=StoreFile)


class ReadOnlyError(RuntimeError):
    """A case that can only be read was to be changed."""


class SavedState(Value):
    """Whether everything typed is in a file, and in which.

    The word on the last line, the answers of Ctrl+S and Ctrl+C, the question before closing, the
    words after it and the end of a command all ask this. *Saved* is said only while every character
    is in a file that a command reads.
    """

    error: OSError | None = None
    """Why something is in no file; None when all is in one."""
    can_keep: bool = True
    """Whether text typed from now on would be in a file."""
    waits: bool = False
    """Whether text waits in a file of this window until the visit can be written."""

    @property
    def all_saved(self) -> bool:
        """Whether *saved* may be said: everything is in the case itself."""
        return self.error is None and not self.waits


class CaseSession:
    """A case that is open in one window. Every change touches exactly one store.

    Without a lock it can only be read, and nothing is written.
    """

    refused = ""
    """Why the disk gives no lock: refused (it takes nothing) or lockless; empty if it does."""

    def __init__(
        self,
        context: AppContext,
        case_id: str,
        lock: CaseLock | None,
        retake: Callable[[], CaseLock | None] = lambda: None,
        *,
        first: CaseFile | None = None,
    ) -> None:
        self.context = context
        self.case_id = case_id
        self._lock = lock
        self._whole: Case | None = None
        self.drafts = WindowDrafts(context, case_id)
        self._covering: tuple[object, object, Covering] = None, None, Covering()
        self._files = self._open(create=first is not None)
        self._retake = retake
        self._clock = Clock(context.device)
        self._listeners: list[Listener] = []
        self._device_is_kept = False
        self._watch: FolderWatch | None = None
        self.unread: dict[str, str] = {}
        """Texts that could not be read as a day or a number, by field."""
        if first is not None:
            self._apply(self._files.case, first, "")

    def _open(self, *, create: bool = False) -> CaseFiles:
        return CaseFiles(self.context, self.case_id, read_only=self._lock is None, create=create)

    # Reading

    @property
    def read_only(self) -> bool:
        """Whether another window has the case, or an open file of it is of a newer version."""
        files = self._files.opened()
        return self._lock is None or any(each.database.state == "read_only" for each in files)

    @property
    def has_lock(self) -> bool:
        """Whether this window may write."""
        return self._lock is not None

    @property
    def why_read_only(self) -> str:
        """Why nothing can be changed: newer, elsewhere (another window), refused, lockless."""
        if self.has_lock:
            return "newer"
        return self.refused or "elsewhere"

    @property
    def file(self) -> CaseFile:
        """The case's own file."""
        return self._files.case.value

    def visit(self, visit_id: str) -> VisitFile:
        """Return one visit.

        Raises:
            StoreError: Its file cannot be read.
        """
        return self._files.visit(visit_id).value

    @property
    def case(self) -> Case:
        """The case with all its visits, and the ids of those that cannot be read."""
        if self._whole is None:
            self._whole = self._files.load_all()
        return self._whole

    @property
    def unfinished(self) -> tuple[VisitFile, ...]:
        """The visits under way or ahead, and perhaps others; reads all only if it has to."""
        known = self._files.unfinished()
        return self.case.visits if known is None else known

    @property
    def unfinished_at_once(self) -> tuple[VisitFile, ...]:
        """The unfinished visits, as far as they are known without reading all."""
        return self._files.unfinished() or ()

    @property
    def unreadable(self) -> dict[str, ReadError]:
        """Visits that cannot be read, and why; complete once `case` was read."""
        return self._files.unreadable

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Problems found in its files while opening and since."""
        return self._files.findings

    def has_room(self, text: str, visit_id: str | None = None) -> bool:
        """Return whether a text fits into a visit's file, or else into every open file."""
        stores = self._files.opened() if visit_id is None else [self._files.visit(visit_id)]
        return fits_a_text(text) and all(store.database.has_room(text) for store in stores)

    def open_all(self) -> Case:
        """Open every visit, so that undo knows the changes of all."""
        return self.case

    def questions(self, visit: VisitFile) -> dict[str, Question]:
        """Return the questions of a visit's list, by id.

        Other visits are read only when a question first came up in one of them.
        """
        known = {each.id: each for each in (*self.file.questions, *visit.questions)}
        if all(entry.question_id in known for entry in visit.listed):
            return known
        for other in self.case.visits:
            known = {each.id: each for each in other.questions} | known
        return known

    @property
    def covering(self) -> Covering:
        """The rule by which texts are covered; the same object until the patient changes it."""
        file = self.file
        if self._covering[0] is not file.preparation or self._covering[1] is not file.texts:
            before, now = self._covering[2], covering_of(file)
            self._covering = file.preparation, file.texts, before if now == before else now
        return self._covering[2]

    def veil_over(self, questions: Iterable[Question]) -> Veil:
        """Return the veil over these questions; reads other visits only if one came from a note."""
        from_notes = any(each.origin and each.origin.kind == FROM_NOTE for each in questions)
        return veil_of(self.case) if from_notes else Veil(covering=self.covering)

    def has_visit(self, visit_id: str | None) -> bool:
        """Return whether the case has that visit, readable or not."""
        if visit_id is None or not is_id(visit_id):
            return False
        path = self.context.visit_path(self.case_id, visit_id)
        files = self.context.files
        return files.exists(path) or visit_id in self.context.visit_ids(self.case_id)

    def person_name(self, person_id: str | None, visit: VisitFile | None = None) -> str:
        """Return a person's name, from the case's file or one visit."""
        everybody = (*self.file.people, *(visit.people if visit else ()))
        one = find_by_id(everybody, person_id)
        return one.name if one else ""

    def now(self) -> datetime:
        """Return the time, aware, UTC, whole milliseconds."""
        return self.context.now()

    def new(self, kind: type[EntityT], **values: Any) -> EntityT:  # noqa: ANN401 - its fields
        """Return a new entity, made now."""
        return kind(id=self.context.new_id(), created_at=self.now(), **values)

    @property
    def saved_state(self) -> SavedState:
        """Whether everything typed is saved: in the open stores, or in drafts of this window."""
        databases = (store.database for store in self._files.opened())
        errors = [database.error for database in databases if database.error is not None]
        drafts = self.drafts.own()
        typed = [draft for draft in drafts if not is_blank(draft.text)]
        errors += [draft.error for draft in typed if draft.error is not None]
        return SavedState(
            error=errors[0] if errors else None,
            can_keep=not errors and all(draft.error is None for draft in drafts),
            waits=any(draft.error is None for draft in typed),
        )

    def reload_if_changed(self) -> bool:
        """Read what another window has written; return whether anything changed."""
        self.drafts.look()
        moved = self._files.reload_if_changed()
        if moved:
            self._whole = None
        return moved

    # Changing

    def change_case(self, sentence: str, change: Callable[[CaseFile], CaseFile]) -> bool:
        """Change the case's own file; return whether anything changed."""
        self.refuse_read_only()
        return self._change(self._files.case, sentence, change)

    def change_visit(
        self, visit_id: str, sentence: str, change: Callable[[VisitFile], VisitFile]
    ) -> bool:
        """Change one visit's file; an empty sentence makes no step of undo."""
        self.refuse_read_only(visit_id)
        return self._change(self._files.visit(visit_id), sentence, change)

    def add_visit(self, visit: VisitFile) -> None:
        """Create a visit's file with its first value; no step of undo.

        Raises:
            StoreError: The file cannot be made.
        """
        self.refuse_read_only()
        self._apply(self._files.visit(visit.id, create=True), visit, "")
        self._notify()

    def before_bulk_create(self, visit_ids: Iterable[str]) -> None:
        """Call before visit files are created beside this session: they count as unfinished."""
        self._files.mark_unfinished(visit_ids)

    def after_bulk_create(self, visits: Iterable[VisitFile]) -> None:
        """Call after visit files were created beside this session: they are to be indexed."""
        self._files.after_bulk_create(visits)

    def refuse_read_only(self, visit_id: str | None = None) -> None:
        """Make sure that the case's own file, and that of a visit, can be changed.

        Raises:
            ReadOnlyError: Another window has the case, or a newer version has written one of them.
            StoreError: The visit's file cannot be read.
        """
        stores: list[UndoableFile[Any]] = [self._files.case]
        if visit_id is not None:
            stores.append(self._files.visit(visit_id))
        if not self.has_lock or any(each.database.state == "read_only" for each in stores):
            raise ReadOnlyError(self.case_id)

    def _change(
        self, store: UndoableFile[ValueT], sentence: str, change: Callable[[ValueT], ValueT]
    ) -> bool:
        changed = self._apply(store, change(store.value), sentence)
        if changed and sentence:
            self._notify()
        return changed

    def _keep_device(self) -> None:
        """Save the id of this laptop with its first change; if that fails, it gets another one."""
        if self._device_is_kept:
            return
        self._device_is_kept = True
        context = self.context
        with suppress(StoreError):
            keep_device(context.files, context.home, context.device)

    def _apply(self, store: UndoableFile[ValueT], value: ValueT, sentence: str) -> bool:
        self._keep_device()
        self._files.before_change(store)
        before = store.value
        self._clock, changed = store.change(
            value,
            self._clock_after(store),
            self.context.now_ms(),
            past_id=self.context.new_id() if sentence else "",
            sentence=sentence,
        )
        if changed:
            self._mark_dirty(store, before)
        return changed

    def _clock_after(self, store: UndoableFile[Any]) -> Clock:
        """Return our clock, later than everything in the store."""
        at, n = store.greatest
        return self._clock.seen((at, "", n))

    def _mark_dirty(self, store: UndoableFile[Any], before: StoreFile) -> None:
        self.context.syncer.touch(store.database)
        self._files.changed(store, before)
        self._whole = None

    def _notify(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change but typing; return the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Undo

    @property
    def newest_change(self) -> tuple[int, int]:
        """The time of the newest change that can be undone, as (ms, counter)."""
        done = (each.last_done() for each in self._files.opened())
        return max((last.order for last in done if last is not None), default=(0, -1))

    def undo_back_to(self, change: tuple[int, int]) -> None:
        """Undo every change that is newer than that one."""
        while self.newest_change > change and self.undo() is not None:
            continue

    def undo(self, room: str = "", visit_id: str | None = None) -> HistoryEntry | None:
        """Undo the newest change in the open stores, and return it.

        Args:
            room: Only changes that this room shows; all when empty.
            visit_id: The visit, for the Visit room.
        """
        return self._step_history(self._last_done(lambda each: self._shown(each, room, visit_id)))

    def redo(self, room: str = "", visit_id: str | None = None) -> HistoryEntry | None:
        """Redo the change that was undone last, and return it."""
        found = [
            (last, store)
            for store in self._writable()
            if (last := store.last_undone(self._shown(store, room, visit_id)))
        ]
        return self._step_history(min(found, default=None, key=_order))

    def last_change(self) -> tuple[HistoryEntry, str] | None:
        """Return the newest change that can be undone, and a room that shows it."""
        newest = self._last_done(lambda _: lambda _: True)
        if newest is None:
            return None
        past, store = newest
        rooms = rooms_of(store.value, past.inverses)
        return past, next(room for room in ROOMS if room in rooms)

    def _last_done(self, fitting: Callable[[UndoableFile[Any]], Fits]) -> StoredEntry | None:
        """Return the newest change that can be undone, among those that fit, and its store."""
        found = [
            (last, store)
            for store in reversed(self._writable())
            if (last := store.last_done(fitting(store)))
        ]
        return max(found, default=None, key=_order)

    def _writable(self) -> list[UndoableFile[Any]]:
        return [each for each in self._files.opened() if each.database.state != "read_only"]

    def _shown(self, store: UndoableFile[Any], room: str, visit_id: str | None) -> Fits:
        """Return a test whether a room shows a change of that store."""
        file = store.value
        if not room:
            return lambda past: past.undone or not hides_words(file, past.inverses)
        if room == VISIT and isinstance(file, VisitFile) and file.id != visit_id:
            return lambda _: False
        visit = self.visit(visit_id) if visit_id is not None else None
        return lambda past: (
            room in rooms_of(file, past.inverses, visit)
            and (past.undone or not hides_words(file, past.inverses))
        )

    def _step_history(self, chosen: StoredEntry | None) -> HistoryEntry | None:
        self.refuse_read_only()
        if chosen is None:
            return None
        past, store = chosen
        self._files.before_change(store)
        before = store.value
        self._clock = store.step(past, self._clock_after(store), self.context.now_ms())
        self._mark_dirty(store, before)
        self._notify()
        return past

    # Text typed in a window that cannot write

    def waiting_text(self, visit_id: str) -> str:
        """Return the texts that windows left which could not write; empty if there are none."""
        if self.read_only:
            return ""
        if not (self.drafts.has(visit_id) or self._files.has_window_drafts(visit_id)):
            return ""
        return self.drafts.take_over(visit_id)

    def discard_waiting_text(self, visit_id: str) -> None:
        """Remove the drafts whose text the visit's line holds now, once that is on the disk."""
        if not self.drafts.has_taken:
            return
        database = self._files.visit(visit_id).database
        database.writer.sync()
        if database.error is None:
            self.drafts.discard_taken()

    # Other programs

    def watch(self) -> None:
        """Watch what other programs do to the files of the case, from now on."""
        if self._watch is None and self._lock is not None and not self.context.in_memory:
            from companion.files.folder_watch import FolderWatch  # noqa: PLC0415 - after the first frame

            folder = folder_of(self.context.case_path(self.case_id))
            self._watch = FolderWatch(folder, self._look)

    def _look(self) -> None:
        self._files.ensure_files()
        self.drafts.look()
        if self._lock is not None:
            self._lock.renew()

    # Taking over, closing

    def take_over(self) -> bool:
        """Write in this window if the other one has closed the case; return whether that works."""
        if self._lock is not None:
            return not self.read_only
        try:
            self._lock = self._retake()
        except Unlockable as error:
            self.refused = error.why
            return False
        if self._lock is None:
            self.refused = ""
            return False
        try:
            self._files = self._open()
        except (StoreError, UnreadableDocumentError):
            # Another program took the files away: the screen stays, and nothing can be changed.
            self._lock.release()
            self._lock = None
            self.refused = "refused"
            return False
        self._whole = None
        return not self.read_only

    def close(self) -> None:
        """Checkpoint every store and release the lock."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if self._lock is not None and not self.context.in_memory:
            self._look()
        self._files.close()
        self.drafts.close()
        if self._lock is not None:
            self._lock.release()

    @property
    def can_take_over(self) -> bool:
        """Whether the other window has closed the case, so that this one could write."""
        if self._lock is not None:
            return False
        try:
            lock = self._retake()
        except Unlockable:
            return False
        if lock is not None:
            lock.release()
        return lock is not None

    def finish(self) -> None:
        """Close at the end of a command, whose changes must be on the disk by then.

        Raises:
            NotAllKept: The disk did not take all of it.
        """
        self.close()
        if (error := self.saved_state.error) is not None:
            path = self.context.case_path(self.case_id)
            raise NotAllKept(folder_of(path), error)


class OpenVisit:
    """A visit that is open to be changed; the parts of its editor share it."""

    def __init__(self, session: CaseSession, visit_id: str) -> None:
        self.session = session
        self.visit_id = visit_id

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    def now(self) -> datetime:
        """Return the time, aware, UTC, whole milliseconds."""
        return self.session.now()

    def new_id(self) -> str:
        """Return a new random id."""
        return self.session.context.new_id()

    def change(self, sentence: str, change: Callable[[VisitFile], VisitFile]) -> None:
        """Change the visit; an empty sentence makes no step of undo."""
        self.session.change_visit(self.visit_id, sentence, change)

    def change_head(self, sentence: str, **values: Any) -> None:  # noqa: ANN401
        """Change some fields of the visit itself."""
        self.change(sentence, lambda visit: with_head(visit, **values))


def _order(found: StoredEntry) -> tuple[int, int]:
    return found[0].order

"""One case as it is read: its file, its visits, whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import found
from companion.domain.cover_choice import Covering, covering_of
from companion.domain.entity import is_id
from companion.domain.veil import FROM_NOTE, Veil, veil_of
from companion.services.case.files import CaseFiles
from companion.services.case.saved_state import saved_state
from companion.storage.limits import fits_a_text, has_room

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.case import Case, CaseFile
    from companion.domain.question import Question
    from companion.domain.visit import VisitFile
    from companion.services.case.files import ReadError
    from companion.services.case.saved_state import SavedState
    from companion.services.case.window_draft import WindowDraft
    from companion.services.context import AppContext
    from companion.storage.findings import Finding
    from companion.storage.lock import CaseLock


class OpenCase:
    """A case that is open, as far as reading goes."""

    refused = ""
    """Why the disk gives no lock: refused (it takes nothing) or lockless; empty if it does."""

    def __init__(
        self,
        context: AppContext,
        case_id: str,
        lock: CaseLock | None,
        *,
        create: bool = False,
    ) -> None:
        self.context = context
        self.case_id = case_id
        self._lock = lock
        self._whole: Case | None = None
        self._drafts: dict[str, WindowDraft] = {}
        self._stores = self._open(create=create)

    def _open(self, *, create: bool = False) -> CaseFiles:
        return CaseFiles(self.context, self.case_id, read_only=self._lock is None, create=create)

    @property
    def read_only(self) -> bool:
        """Whether another window has the case, or an open file of it is of a newer version."""
        stores = self._stores.opened()
        return self._lock is None or any(each.database.state == "read_only" for each in stores)

    @property
    def has_lock(self) -> bool:
        """Whether this window may write."""
        return self._lock is not None

    @property
    def why_read_only(self) -> str:
        """Why nothing can be changed: newer, elsewhere (in another window), refused, lockless."""
        if self.has_lock:
            return "newer"
        return self.refused or "elsewhere"

    @property
    def file(self) -> CaseFile:
        """The case's own file."""
        return self._stores.case.value

    def visit(self, visit_id: str) -> VisitFile:
        """One visit.

        Raises:
            StoreError: Its file cannot be read.
        """
        return self._stores.visit(visit_id).value

    @property
    def case(self) -> Case:
        """The case with all its visits; those that cannot be read are named."""
        if self._whole is None:
            self._whole = self._stores.load_all()
        return self._whole

    @property
    def unfinished(self) -> tuple[VisitFile, ...]:
        """The visits that are under way or lie ahead, and perhaps others; without reading all."""
        known = self._stores.unfinished()
        return self.case.visits if known is None else known

    @property
    def unfinished_at_once(self) -> tuple[VisitFile, ...]:
        """The same as far as it is known without reading all."""
        return self._stores.unfinished() or ()

    @property
    def unreadable(self) -> dict[str, ReadError]:
        """Visits that cannot be read, and why; known once `case` was asked for."""
        return self._stores.unreadable

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What opening its files brought to light."""
        return self._stores.findings

    def has_room(self, text: str, visit_id: str | None = None) -> bool:
        """Whether a text may be given to a visit's file, or else to any file that is open."""
        stores = self._stores.opened() if visit_id is None else [self._stores.visit(visit_id)]
        return fits_a_text(text) and all(has_room(store.database, text) for store in stores)

    def open_all(self) -> Case:
        """Open every visit, so that undo can see them all."""
        return self.case

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

    _covering: tuple[object, object, Covering] = None, None, Covering()

    @property
    def covering(self) -> Covering:
        """What is covered without a key; the same object until the patient chooses anew."""
        prepare, texts = self.file.prepare, self.file.texts
        if self._covering[0] is not prepare or self._covering[1] is not texts:
            before, now = self._covering[2], covering_of(self.file)
            self._covering = prepare, texts, before if now == before else now
        return self._covering[2]

    def veil_over(self, questions: Iterable[Question]) -> Veil:
        """What hides some of these questions; other visits are read only if one was a note."""
        from_notes = any(each.origin and each.origin.kind == FROM_NOTE for each in questions)
        return veil_of(self.case) if from_notes else Veil(covering=self.covering)

    def has_visit(self, visit_id: str | None) -> bool:
        """Whether the case has that visit, readable or not."""
        if visit_id is None or not is_id(visit_id):
            return False
        path = self.context.visit_path(self.case_id, visit_id)
        files = self.context.files
        return files.exists(path) or visit_id in self.context.visit_ids(self.case_id)

    def person_name(self, person_id: str | None, visit: VisitFile | None = None) -> str:
        """A person's name, looked for in the case's file and one visit."""
        everybody = (*self.file.people, *(visit.people if visit else ()))
        one = found(everybody, person_id)
        return one.name if one else ""

    def now(self) -> datetime:
        """The time, aware, UTC, whole milliseconds."""
        return self.context.now()

    @property
    def saved_state(self) -> SavedState:
        """Where all that was typed is."""
        databases = (store.database for store in self._stores.opened())
        return saved_state(databases, self._drafts.values())

    @property
    def save_error(self) -> OSError | None:
        """Why something is not on disk yet, if so."""
        return self.saved_state.error

    def reload_if_changed(self) -> bool:
        """Read again what another window has written; True when anything moved."""
        for draft in self._drafts.values():
            draft.look()
        moved = self._stores.reload_if_changed()
        if moved:
            self._whole = None
        return moved

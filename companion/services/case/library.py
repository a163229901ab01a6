"""All cases of a data folder: list them, create one, open one."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from companion.domain.case import CaseAbout, CaseFile, CopiedText
from companion.domain.comparison import Aspect
from companion.domain.pack import INTRODUCTION
from companion.domain.people import Person, Role
from companion.domain.value import Value, replace
from companion.services.case.session import CaseSession
from companion.storage import cases
from companion.storage.cases import keep_device
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import Busy, StoreError, Unlockable
from companion.storage.lock import COMMAND_WAIT, CaseLock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.pack import Pack, PackItem
    from companion.services.context import AppContext

NOT_COPIED = frozenset({"article", "letter", "glossary", "support", "about", INTRODUCTION})
"""Kinds that are read from the pack itself, as nothing in a case depends on them."""


REVIEWER = "reviewer"
"""The field of a copy that says which clinician has read its pack; without it, none has."""


class NewCase(Value):
    """A case to be created; every field may be empty."""

    title: str = ""
    """In the patient's own words."""
    packs: tuple[Pack, ...] = ()
    """The packs chosen, general first."""
    writer: Role = Role.PATIENT
    """The user of the program: the patient or the companion."""
    patient: str = ""
    """The patient's first name."""
    companion: str = ""
    """The companion's first name."""


class UnreadableCase(Value):
    """A case that cannot be read."""

    case_id: str
    error: StoreError | UnreadableDocumentError
    """Why, in one sentence."""


class CaseLibrary:
    """The cases of one data folder."""

    def __init__(self, context: AppContext) -> None:
        self.context = context
        self._unread: dict[str, dict[str, str]] = {}

    def holds_unread(self) -> bool:
        """Return whether a field of a case that was open holds text that could not be read."""
        return any(text.strip() for each in self._unread.values() for text in each.values())

    def case_ids(self) -> tuple[str, ...]:
        """Return the ids of the cases that have a folder."""
        return tuple(cases.case_ids(self.context.files, self.context.home))

    def open(self, case_id: str) -> CaseSession:
        """Open a case for changes; read-only where another window has it or the disk refuses.

        Raises:
            StoreError: Its file is missing, damaged or foreign.
            UnreadableDocumentError: Its file does not fit its own schema.
        """
        refused = ""
        try:
            lock = self._lock(case_id, 0.0)
        except Unlockable as error:
            # Where nothing can be written, the case can be read all the same.
            lock, refused = None, error.why
        session = self._opened(case_id, lock)
        session.refused = refused
        return session

    def _opened(self, case_id: str, lock: CaseLock | None) -> CaseSession:
        try:
            session = CaseSession(self.context, case_id, lock, lambda: self._lock(case_id, 0.0))
        except (StoreError, UnreadableDocumentError):
            if lock is not None:
                lock.release()
            raise
        # Fields of a case that is opened again show the texts that waited there.
        session.unread = self._unread.setdefault(case_id, session.unread)
        return session

    def has_case(self, case_id: str) -> bool:
        """Return whether there is a case of that id."""
        context = self.context
        return cases.has_case(context.files, context.home, case_id) or case_id in self.case_ids()

    def open_to_write(self, case_id: str, *, wait: float = COMMAND_WAIT) -> CaseSession:
        """Open a case for a command that changes it.

        Args:
            case_id: The case.
            wait: Seconds to wait for another window to close it.

        Raises:
            Busy: Another window had it all that time.
            StoreError: Its file is missing, damaged or foreign.
            UnreadableDocumentError: Its file does not fit its own schema.
        """
        lock = self._lock(case_id, wait)
        if lock is None:
            raise Busy(self.context.case_path(case_id))
        return self._opened(case_id, lock)

    @contextmanager
    def locked(self, case_id: str, *, wait: float = 0.0) -> Iterator[CaseLock]:
        """Hold a case's lock without opening the case; the caller may release it earlier.

        Raises:
            Busy: Another window has it; nothing was changed.
        """
        lock = self._lock(case_id, wait)
        if lock is None:
            raise Busy(self.context.case_path(case_id))
        try:
            yield lock
        finally:
            lock.release()

    def _lock(self, case_id: str, wait: float) -> CaseLock | None:
        lock = CaseLock(cases.lock_path(self.context.home, case_id), self.context.files)
        return lock if lock.acquire(wait) else None

    def open_readonly(self, case_id: str) -> CaseSession:
        """Open a case for reading: no lock is taken and nothing is written.

        Raises:
            StoreError: Its file is missing, damaged or foreign.
            UnreadableDocumentError: Its file does not fit its own schema.
        """
        return CaseSession(self.context, case_id, None)

    def read_heads(self) -> tuple[tuple[CaseSession, ...], tuple[UnreadableCase, ...]]:
        """Return every case, without reading visits, oldest first, and the unreadable ones."""
        readable: list[CaseSession] = []
        unreadable: list[UnreadableCase] = []
        for case_id in self.case_ids():
            try:
                readable.append(self.open_readonly(case_id))
            except (StoreError, UnreadableDocumentError) as error:
                unreadable.append(UnreadableCase(case_id, error))
        readable.sort(key=lambda each: (str(each.file.head.created_at), each.case_id))
        return tuple(readable), tuple(unreadable)

    def create(self, new: NewCase) -> CaseSession:
        """Create a case and open it.

        Raises:
            StoreError: Its file cannot be made.
        """
        return self.create_from(self.first_value(self.context.new_id(), new))

    def create_from(self, file: CaseFile) -> CaseSession:
        """Create the files of a case from its first value, and open it.

        Raises:
            StoreError: Its file cannot be made.
        """
        cases.make_case(self.context.files, self.context.home, file.id)
        with suppress(StoreError):  # Its first change tries again; else the laptop gets another id.
            keep_device(self.context.files, self.context.home, self.context.device)
        return CaseSession(self.context, file.id, self._lock(file.id, 0.0), first=file)

    def first_value(self, case_id: str, new: NewCase) -> CaseFile:
        """Return the value of a new case: its people, and its own copy of its packs' lists."""
        now = self.context.now()
        new_id = self.context.new_id
        people = tuple(
            Person(id=new_id(), created_at=now, name=name, role=role)
            for role, name in ((Role.PATIENT, new.patient), (Role.COMPANION, new.companion))
        )
        writer = next((each.id for each in people if each.role is new.writer), None)
        about = CaseAbout(
            id=case_id,
            created_at=now,
            title=new.title,
            packs=tuple(pack.id for pack in new.packs),
            writer_id=writer,
        )
        texts = tuple(
            copy_guidance(item, pack, new_id())
            for pack in new.packs
            for item in pack.items
            if item.kind not in NOT_COPIED
        )
        file = CaseFile(id=case_id, about=(about,), people=people, texts=texts)
        aspects = tuple(
            Aspect(id=new_id(), created_at=now, text=text.text, source=text.source, position=place)
            for place, text in enumerate(for_everybody(file.guidance("aspects")), 1)
        )
        return replace(file, aspects=aspects)


def copy_guidance(item: PackItem, pack: Pack, text_id: str) -> CopiedText:
    """Return a case's own copy of one piece of guidance."""
    fields = [(name, value) for name, values in item.fields.items() for value in values]
    if pack.reviewer:
        fields.append((REVIEWER, pack.reviewer))
    return CopiedText(
        id=text_id,
        source=item.id,
        kind=item.kind,
        text=item.text,
        fields=tuple(fields),
        group=item.group,
        reviewed=str(pack.reviewed or ""),
    )


def for_everybody(texts: Iterable[CopiedText]) -> tuple[CopiedText, ...]:
    """Return the copies that are not for people in one situation only."""
    from companion.domain.pack import SITUATION  # noqa: PLC0415 - no first frame needs it

    return tuple(text for text in texts if not text.first(SITUATION))

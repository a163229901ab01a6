"""The text typed in a window that cannot write to its visit, in a private file of that window.

The file lies beside the visit's store, as `visit-ID.draft-XXXXXXXX.json`, and is a store like any
other: each key is in its journal before it is shown. The window holds its lock; the text of a draft
whose lock is free is offered, in the line, by the next window that opens the visit.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.text import is_blank
from companion.files import file_name, folder_of
from companion.storage.cases import visit_file
from companion.storage.codec import SCHEMA
from companion.storage.conflict_copies import Copied, copies
from companion.storage.errors import StoreError, unwritable
from companion.storage.layout import OpenOptions, StoreFiles, free_name
from companion.storage.lock import CaseLock
from companion.storage.store import Edit, Store, read_store, read_stray_journal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.services.context import AppContext

_TABLE = "draft"
_LETTERS_OF_ID = 8
_ENDING = ".json"


class WindowDraft:
    """The text of one window, and whether it is saved."""

    def __init__(self, context: AppContext, path: str, lock: CaseLock, text: str) -> None:
        """Use `new_draft` or `free_drafts`."""
        self._context = context
        self._lock = lock
        options = OpenOptions(
            schema=SCHEMA,
            create=True,
            may_come_back=lambda: not context.was_erased(file_name(folder_of(path))),
        )
        self._store = Store(path, context.files, options)
        self.text = ""
        """The text typed, line breaks included."""
        self.keep(text)

    def keep(self, text: str) -> None:
        """Save the text of the line; where the disk refuses, `error` says why."""
        if text != self.text or not self._store.writer.generation:
            self.text = text
            self._store.apply([Edit(_TABLE, 1, {"text": text})])
            self._context.syncer.touch(self._store)

    @property
    def error(self) -> OSError | None:
        """Why the text is in no file; None when it is in one."""
        return self._store.error

    def look(self) -> None:
        """Write the file again if another program took it away."""
        self._store.writer.repair()

    def close(self) -> None:
        """Close it and leave the text to the next window; a blank draft is removed."""
        self._context.syncer.forget(self._store)
        self._store.close()
        if is_blank(self.text):
            _remove(self._context, self._store.path)
        self._lock.release()

    def discard(self) -> None:
        """Remove it, as its text is in the visit now."""
        self.text = ""
        self.close()


def new_draft(context: AppContext, case_id: str, visit_id: str) -> WindowDraft:
    """Make the file of a window before the first letter, to know whether that is possible."""
    stem = context.visit_path(case_id, visit_id).removesuffix(_ENDING)
    path = f"{stem}.draft-{context.new_id()[:_LETTERS_OF_ID]}{_ENDING}"
    return WindowDraft(context, path, _locked(context, path), "")


def open_draft(context: AppContext, case_id: str, visit_id: str) -> WindowDraft:
    """Return the draft of a window; it begins with the texts of windows that were closed."""
    left = free_drafts(context, case_id, visit_id)
    draft = left[0] if left else new_draft(context, case_id, visit_id)
    draft.keep("\n".join(each.text for each in left if each.text))
    for other in left[1:]:
        other.discard()
    return draft


def _locked(context: AppContext, path: str) -> CaseLock:
    lock = CaseLock(f"{path}.lock", context.files)
    # Where the disk refuses, or knows no locks, its store says whether the text is kept.
    with suppress(StoreError):
        lock.acquire()
    return lock


def _remove(context: AppContext, path: str) -> None:
    try:
        for each in (*StoreFiles(path).all, f"{path}.lock"):
            context.files.unlink_if_there(each)
        context.files.sync_folder(folder_of(path))
    except OSError:
        # An empty draft that stays does no harm.
        return


def waiting_texts(context: AppContext, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of drafts, for showing; also of windows that are open."""
    texts = []
    for path in paths:
        try:
            texts.append(_text_at(context, path))
        except StoreError:
            # It is being written this moment; a damaged one is read by `show --set-aside`.
            continue
    return tuple(text for text in texts if not is_blank(text))


def free_drafts(context: AppContext, case_id: str, visit_id: str) -> tuple[WindowDraft, ...]:
    """Lock and return the drafts of windows that were closed."""
    found = []
    for path in _paths(context, case_id, visit_id):
        lock = CaseLock(f"{path}.lock", context.files)
        try:
            if not lock.acquire():
                continue
            text = _text_at(context, path)
            _clear_leftovers(context, path)
            found.append(WindowDraft(context, path, lock, text))
        except StoreError:
            lock.release()
    return tuple(found)


def _clear_leftovers(context: AppContext, path: str) -> None:
    """Rename what is left of a draft without a checkpoint, to make room for a new one.

    Raises:
        Unwritable: The disk refuses.
    """
    if context.files.exists(path):
        return
    with unwritable(path):
        for each in StoreFiles(path).all:
            if context.files.exists(each):
                context.files.replace(each, free_name(context.files, each, "kept"))


def _paths(context: AppContext, case_id: str, visit_id: str) -> list[str]:
    every = copies(context.files, context.home, case_id)
    store = visit_file(visit_id)
    return [each.path for each in every if each.kind is Copied.DRAFT and each.store == store]


def _text_at(context: AppContext, path: str) -> str:
    if context.files.exists(path):
        tables, _ = read_store(path, context.files, SCHEMA)
    else:
        # A sync program may have brought the journal first.
        tables = read_stray_journal(StoreFiles(path).journal, context.files)
    text = tables.get(_TABLE, {}).get(1, {}).get("text", "")
    return text if isinstance(text, str) else ""

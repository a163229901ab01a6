"""The trash: move a case there, bring it back, empty it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.files import Places, join
from companion.storage import cases, trash
from companion.storage.cases import names_in
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case
from companion.storage.errors import StoreError
from companion.storage.privacy import close_to_others
from companion.storage.store import read_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.services.context import AppContext
    from companion.storage.trash import Discarded

_DAYS = 3
"""Number of days on which an item must be seen as due before it is removed."""
_STORES = (".json", ".journal", ".prev")
_SECOND = 1_000_000_000


class InTrash(Value):
    """A case in the trash, as it is shown."""

    case_id: str
    title: str
    """Its title; empty when it has none or cannot be read."""
    deleted_at: datetime
    """When it was moved there."""


def discard_case(library: CaseLibrary, case_id: str) -> None:
    """Move a case to the trash, where it is kept for 30 days.

    Raises:
        Busy: Another window has it; nothing was changed.
        StoreError: The disk refuses; the case is where it was.
    """
    context = library.context
    with library.locked(case_id) as lock:
        trash.discard_case(context.files, context.home, case_id, context.now(), lock)


def _discarded(library: CaseLibrary) -> list[Discarded]:
    context = library.context
    whole = trash.items_in_trash(context.files, context.home)
    return [item for item in reversed(whole) if item.visit_id is None]


def _title(library: CaseLibrary, item: Discarded) -> str:
    path = join(item.folder, cases.CASE_FILE)
    try:
        tables, _ = read_store(path, library.context.files, SCHEMA)
        return read_case(item.case_id, tables)[0].head.title
    except (StoreError, UnreadableDocumentError):
        return ""


def in_trash(library: CaseLibrary) -> tuple[InTrash, ...]:
    """Return the cases in the trash, newest first."""
    return tuple(
        InTrash(item.case_id, _title(library, item), item.deleted_at)
        for item in _discarded(library)
    )


def bring_back(library: CaseLibrary, case_id: str) -> None:
    """Put a case back; the state deleted last where it is there more than once.

    Raises:
        StoreError: The disk refuses, or a case of that id is there again.
    """
    context = library.context
    item = next(item for item in _discarded(library) if item.case_id == case_id)
    trash.bring_back(context.files, context.home, item)


def tidy(library: CaseLibrary, *, thorough: bool = False) -> None:
    """Put the data folder in order after something was written in it.

    Remove the rest of an unfinished erasing and items that were in the trash for 30 days; close
    folders of ours that are open to other accounts.

    A clock that is set ahead must not empty the trash: an item is removed only after it was seen
    as due on three days, as a wrong clock is put right within an hour or a day. Where everything in
    the data folder was written after the item was due (as in a copy of it), the clock cannot have
    leapt in between, and the item need not wait.

    Args:
        library: The cases.
        thorough: Look at every file, not at folders alone.

    Raises:
        StoreError: The disk refuses.
    """
    context = library.context
    if context.in_memory:
        return
    trash.finish_erasing(context.files, context.home)
    _empty(context)
    close_to_others(context.files, context.home, thorough=thorough)


def _empty(context: AppContext) -> None:
    """Remove from the trash the items that have waited long enough."""
    now = context.now()
    waiting = trash.due_in(context.files, context.home, now)
    if waiting:
        oldest = _oldest(context)
        waiting = _without(context, waiting, lambda due_at: oldest >= due_at)
    if waiting:
        days = _days_seen(context, now)
        waiting = _without(
            context,
            waiting,
            lambda due_at: sum(day >= due_at.date() for day in days) >= _DAYS,
        )
    if not waiting:
        # Days on which the clock was ahead do not count.
        trash.forget_days_seen(context.files, context.home)


def _without(
    context: AppContext, items: list[Discarded], has_waited: Callable[[datetime], bool]
) -> list[Discarded]:
    """Remove the items that have waited since they were due; return the others."""
    gone = [item for item in items if has_waited(item.deleted_at + trash.KEPT)]
    trash.remove_discarded(context.files, context.home, gone)
    return [item for item in items if item not in gone]


def _days_seen(context: AppContext, now: datetime) -> set[date]:
    """Return the days on which something was due, with today; later days came of a wrong clock."""
    known = trash.days_seen(context.files, context.home)
    days = {day for day in known if day <= now.date()} | {now.date()}
    if days != known:
        trash.keep_days_seen(context.files, context.home, days)
    return days


def _oldest(context: AppContext) -> datetime:
    """Return when the oldest store was written, those in the trash included."""
    files, places = context.files, Places(context.home)
    times = [
        size[1]
        for folder in (places.cases, places.trash)
        for name in names_in(files, folder)
        if files.info(join(folder, name)).folder
        for size in files.sizes(join(folder, name), _STORES).values()
    ]
    return datetime.fromtimestamp(min(times, default=0) / _SECOND, UTC)

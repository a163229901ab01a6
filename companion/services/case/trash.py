"""Moving a case to the trash, out of a room, and bringing it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

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
"""On so many days something must be seen as due before it goes."""
_STORES = (".json", ".journal", ".prev")
_SECOND = 1_000_000_000


@dataclass(frozen=True, slots=True)
class InTrash:
    """A case in the trash, as it is named to people."""

    case_id: str
    """The case."""
    title: str
    """Its title; empty when it has none or cannot be read."""
    deleted_at: datetime
    """When it was put there."""


def discard_case(shelf: CaseLibrary, case_id: str) -> None:
    """Move a case to the trash, where it is kept for 30 days.

    Raises:
        Busy: Another window has it; nothing was changed.
        StoreError: The disk refuses; the case is where it was.
    """
    around = shelf.surroundings
    with shelf.held(case_id) as lock:
        trash.discard_case(around.files, around.home, case_id, around.now(), lock)


def _discarded(shelf: CaseLibrary) -> list[Discarded]:
    around = shelf.surroundings
    whole = trash.discarded(around.files, around.home)
    return [item for item in reversed(whole) if item.visit_id is None]


def _title(shelf: CaseLibrary, item: Discarded) -> str:
    path = join(item.folder, cases.CASE_FILE)
    try:
        tables, _ = read_store(path, shelf.surroundings.files, SCHEMA)
        return read_case(item.case_id, tables)[0].head.title
    except (StoreError, UnreadableDocumentError):
        return ""


def in_trash(shelf: CaseLibrary) -> tuple[InTrash, ...]:
    """The cases in the trash, the newest first."""
    return tuple(
        InTrash(item.case_id, _title(shelf, item), item.deleted_at) for item in _discarded(shelf)
    )


def bring_back(shelf: CaseLibrary, case_id: str) -> None:
    """Put a case back where it was; the state deleted last when it is there more than once.

    Raises:
        StoreError: The disk refuses, or a case of that id is there again.
    """
    around = shelf.surroundings
    item = next(item for item in _discarded(shelf) if item.case_id == case_id)
    trash.bring_back(around.files, around.home, item)


def tidy(shelf: CaseLibrary, *, thorough: bool = False) -> None:
    """Put the data folder in order after something was written in it.

    What an erasing left goes; what has been in the trash for 30 days goes; folders of ours that
    stand open to other accounts are closed.

    A clock that is set ahead must not empty the trash. So what is due waits until that was seen on
    three days: a clock is wrong for an hour or a day, and put right. Only where all that stands in
    the data folder was written after the item was due (as in a copy of it) no leap of the clock
    can lie between, and nothing waits.

    Args:
        shelf: The cases.
        thorough: Look at every file, not at folders alone.

    Raises:
        StoreError: The disk refuses.
    """
    around = shelf.surroundings
    if around.in_memory:
        return
    trash.finish_erasing(around.files, around.home)
    _empty(around)
    close_to_others(around.files, around.home, thorough=thorough)


def _empty(around: AppContext) -> None:
    """Remove from the trash what has waited."""
    now = around.now()
    waiting = trash.due_in(around.files, around.home, now)
    if waiting:
        oldest = _oldest(around)
        waiting = _without(around, waiting, lambda due_at: oldest >= due_at)
    if waiting:
        days = _days_seen(around, now)
        waiting = _without(
            around,
            waiting,
            lambda due_at: sum(day >= due_at.date() for day in days) >= _DAYS,
        )
    if not waiting:
        # Days on which the clock was ahead are no days.
        trash.forget_days_seen(around.files, around.home)


def _without(
    around: AppContext, items: list[Discarded], has_waited: Callable[[datetime], bool]
) -> list[Discarded]:
    """The items that stay; those that have waited since they were due are removed."""
    gone = [item for item in items if has_waited(item.deleted_at + trash.KEPT)]
    trash.remove_discarded(around.files, around.home, gone)
    return [item for item in items if item not in gone]


def _days_seen(around: AppContext, now: datetime) -> set[date]:
    """The days on which something was due, today among them; those to come were a clock's."""
    known = trash.days_seen(around.files, around.home)
    days = {day for day in known if day <= now.date()} | {now.date()}
    if days != known:
        trash.keep_days_seen(around.files, around.home, days)
    return days


def _oldest(around: AppContext) -> datetime:
    """When the oldest of the stores was written, those in the trash among them."""
    files, places = around.files, Places(around.home)
    times = [
        size[1]
        for folder in (places.cases, places.trash)
        for name in names_in(files, folder)
        if files.info(join(folder, name)).folder
        for size in files.sizes(join(folder, name), _STORES).values()
    ]
    return datetime.fromtimestamp(min(times, default=0) / _SECOND, UTC)

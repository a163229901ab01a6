"""Deleting: to the trash, out of it, and for good."""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.files import Places, file_lock, folder_of, join, write_whole
from companion.storage.belongings import left_of, names_of_case
from companion.storage.cases import LOCK_FILE, case_folder, checked_id, names_in
from companion.storage.errors import Missing, NotAllErased, Unwritable, unwritable
from companion.storage.removal import Removal, rename_away

if TYPE_CHECKING:
    from companion.files import Files
    from companion.storage.lock import CaseLock

KEPT = timedelta(days=30)
"""How long the trash keeps a deleted case or visit."""
_STAMP = "%Y%m%dt%H%M%S"
_MOST_OF_DAYS = 64 * 1024
_AWAY = re.compile(r"\.erased-[a-z0-9]+\Z")
_OF_DERIVED = re.compile(r"([a-z0-9]{8,40})\.")
_ITEM = re.compile(r"(\d{8}t\d{6})-([a-z0-9]{8,40})(?:-([a-z0-9]{8,40}))?")


class Discarded(Value):
    """A case or a visit in the trash."""

    folder: str
    deleted_at: datetime
    """When it was put there, UTC."""
    case_id: str
    visit_id: str | None
    """The visit; None when it is a whole case."""


def discard_case(
    files: Files, home: str, case_id: str, now: datetime, lock: CaseLock | None = None
) -> Discarded:
    """Move a whole case to the trash. No store of it is open.

    Derived files are removed: they can be made again, and the trash is for the words.

    Args:
        files: The disk.
        home: The data folder.
        case_id: The case.
        now: When it is.
        lock: Its lock, held by the caller; released once no window can take the case any more.

    Raises:
        Unwritable: The disk refuses; the case is where it was.
    """
    source = case_folder(home, case_id)
    item = _item(home, now, case_id)
    with unwritable(source):
        files.make_folder(Places(home).trash)
        _move(files, source, item.folder, lock)
        files.sync_folder(Places(home).trash)
        files.sync_folder(folder_of(source))
    _remove_derived(files, home, case_id, Removal(files, home))
    return item


def _move(files: Files, source: str, target: str, lock: CaseLock | None) -> None:
    """Rename a case's folder and release its lock; where an open file stops that, release it first.

    There (Windows) the rename itself fails while another window has the case.
    """
    if lock is not None and not file_lock.CAN_LOCK:
        lock.release()
    files.replace(source, target)
    if lock is not None:
        lock.release()


def items_in_trash(files: Files, home: str) -> list[Discarded]:
    """Return the cases and visits in the trash, oldest first."""
    found = []
    for name in names_in(files, Places(home).trash):
        parts = _ITEM.fullmatch(name)
        if parts is not None:
            at = datetime.strptime(parts[1], _STAMP).replace(tzinfo=UTC)
            found.append(Discarded(join(Places(home).trash, name), at, parts[2], parts[3]))
    return found


def bring_back(files: Files, home: str, item: Discarded) -> None:
    """Put a case or visit back where it was.

    Raises:
        Unwritable: The disk refuses, or something of that name is there again.
    """
    folder = case_folder(home, item.case_id)
    with unwritable(folder):
        if item.visit_id is None:
            _make_way(files, folder)
            files.replace(item.folder, folder)
            files.sync_folder(folder_of(folder))
            return
        names = files.list_folder(item.folder)
        if any(files.exists(join(folder, name)) for name in names):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)
        for name in names:
            files.replace(join(item.folder, name), join(folder, name))
        files.remove_folder(item.folder)
        files.sync_folder(folder)


def _make_way(files: Files, folder: str) -> None:
    """Remove a case's folder that holds only its lock, as work that ended early leaves it.

    Raises:
        FileExistsError: Something else is in it.
    """
    if not files.exists(folder):
        return
    if files.info(folder).folder:
        names = files.list_folder(folder)
        if all(name == LOCK_FILE for name in names):
            for name in names:
                files.unlink(join(folder, name))
            files.remove_folder(folder)
            return
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)


def remove_discarded(files: Files, home: str, items: list[Discarded]) -> None:
    """Remove something in the trash for good.

    Raises:
        NotAllErased: Some of it is still there.
        Unwritable: The disk refuses; nothing of it was removed.
    """
    for item in items:
        removal = Removal(files, home)
        with unwritable(item.folder):
            away = rename_away(files, item.folder)
        removal.remove(away, of_case=item.visit_id is None)
        if not files.exists(case_folder(home, item.case_id)):
            _remove_derived(files, home, item.case_id, removal)
        _tell(item.case_id, removal)


def due_in(files: Files, home: str, now: datetime) -> list[Discarded]:
    """Return what has been in the trash for 30 days, as far as the clock is right."""
    return [item for item in items_in_trash(files, home) if now - item.deleted_at >= KEPT]


def days_seen(files: Files, home: str) -> set[date]:
    """Return the days on which something in the trash was seen to be due."""
    try:
        lines = files.read(Places(home).days, limit=_MOST_OF_DAYS).decode("ascii", "replace")
    except OSError:
        return set()
    days = set()
    for line in lines.split():
        # A line changed by hand is no day on which anything was seen.
        with suppress(ValueError):
            days.add(date.fromisoformat(line))
    return days


def keep_days_seen(files: Files, home: str, days: set[date]) -> None:
    """Keep these days.

    Raises:
        Unwritable: The disk refuses.
    """
    path = Places(home).days
    lines = "".join(f"{day.isoformat()}\n" for day in sorted(days))
    with unwritable(path):
        write_whole(files, path, lines.encode("ascii"))


def forget_days_seen(files: Files, home: str) -> None:
    """Forget the days.

    Raises:
        Unwritable: The disk refuses.
    """
    path = Places(home).days
    with unwritable(path):
        files.unlink_if_there(path)


def erase_case(files: Files, home: str, case_id: str, lock: CaseLock | None = None) -> None:
    """Remove every generation, journal, copy and derived file of a case, in the trash too.

    First its folder is renamed, so that no window and no list takes it for a case; then its id is
    noted, so that a later merge knows it as erased; then the lock is released, and everything is
    removed. Killed in between, `finish_erasing` goes on.

    Args:
        files: The disk.
        home: The data folder.
        case_id: The case.
        lock: Its lock, held by the caller, where it has a folder.

    Raises:
        Missing: There is nothing of such a case.
        NotAllErased: Something is still there; it is in no list.
        Unwritable: The disk refuses; nothing was changed.
    """
    found = _all_of(files, home, case_id)
    if not found and not names_of_case(files, Places(home).derived, case_id):
        raise Missing(case_folder(home, case_id))
    for path in found:
        _must_be_removable(files, path)
    away = {path: _away(files, path, lock) for path in found}
    refused = [error for error in away.values() if isinstance(error, OSError)]
    noted = len(refused) < len(away) and _is_noted(files, home, case_id)
    _sync(files, home)
    if lock is not None and not refused:
        lock.release()
    removal = Removal(files, home)
    for path, now_at in away.items():
        # What cannot be renamed (a mount, a link's own folder) can be emptied all the same.
        removal.remove(path if isinstance(now_at, OSError) else now_at, of_case=True)
    if refused and len(refused) == len(away) and not removal.removed:
        raise Unwritable(found[0], refused[0])
    _remove_derived(files, home, case_id, removal)
    _sync(files, home)
    if not noted:
        _remember(files, home, case_id)
    _tell(case_id, removal)


def _must_be_removable(files: Files, path: str) -> None:
    """Check that nothing is marked as never to be removed, before anything of a case is.

    Raises:
        Unwritable: Something is; nothing was changed.
    """
    if files.is_locked(path):
        raise Unwritable(path, PermissionError(errno.EPERM, os.strerror(errno.EPERM), path))
    if files.info(path).folder:
        for name in files.list_folder(path):
            _must_be_removable(files, join(path, name))


def finish_erasing(files: Files, home: str) -> None:
    """Remove the rest of cases that were being erased when a kill or a disk stopped it.

    Only folders that were renamed to be erased go, and files derived from cases that are gone.

    Raises:
        NotAllErased: Something of one is still there.
        Unwritable: The disk refuses to note that a case is erased.
    """
    places = Places(home)
    there = names_in(files, places.cases)
    left = {found[0] for name in there if (found := left_of(name)) and found[1] == "erased"}
    for case_id in sorted(left - erased_ids(files, home)):
        _remember(files, home, case_id)
    removal, case_id = Removal(files, home), ""
    for folder in (places.trash, places.cases):
        for name in names_in(files, folder):
            if _AWAY.search(name):
                removal.remove(join(folder, name), of_case=True)
                case_id = case_id or (_id_in(name) if removal.left else "")
    for name in names_in(files, places.derived):
        of = _OF_DERIVED.match(name)
        if of is not None and of[1] not in there:
            removal.remove(join(places.derived, name))
    _tell(case_id, removal)


def _id_in(name: str) -> str:
    """Return the id of the case in the name of a folder that is being erased."""
    found = left_of(name)
    item = _ITEM.match(name)
    return found[0] if found else item[2] if item else name


def _all_of(files: Files, home: str, case_id: str) -> list[str]:
    """Return every folder of this case: in the trash, copies of it, left by a kill, its own.

    Its own comes last: until that is renamed the case is in the list as it was, and once it is,
    everything else has been renamed too.
    """
    checked_id(case_id)
    places = Places(home)
    own = case_folder(home, case_id)
    found = [
        join(folder, name)
        for folder in (places.trash, places.cases)
        for name in names_of_case(files, folder, case_id)
    ]
    return sorted(found, key=lambda path: path == own)


def _away(files: Files, path: str, lock: CaseLock | None) -> str | OSError:
    """Rename a folder to be erased, and return its new path, or why that failed."""
    if _AWAY.search(path):
        return path
    if lock is not None and folder_of(lock.path) == path and not file_lock.CAN_LOCK:
        lock.release()
    try:
        return rename_away(files, path)
    except OSError as error:
        return error


def _sync(files: Files, home: str) -> None:
    for folder in (Places(home).cases, Places(home).trash):
        # Where names come back after a power cut, the next run goes on.
        with suppress(OSError):
            files.sync_folder(folder)


def _tell(case_id: str, removal: Removal) -> None:
    if removal.left:
        raise NotAllErased(case_id, removal.removed, removal.left)


def names_being_erased(files: Files, home: str) -> list[str]:
    """Return the names in the trash that are left of an erasing.

    Raises:
        Unreadable: The trash cannot be listed.
    """
    return [name for name in names_in(files, Places(home).trash) if _AWAY.search(name)]


def erased_ids(files: Files, home: str) -> set[str]:
    """Return the ids of cases that were erased here."""
    try:
        return set(files.read(Places(home).erased).decode("ascii", "replace").split())
    except OSError:
        # The list only helps a merge; an unreadable one must not stand in the way of reading.
        return set()


def _remove_derived(files: Files, home: str, case_id: str, removal: Removal) -> None:
    folder = Places(home).derived
    for name in names_of_case(files, folder, case_id):
        removal.remove(join(folder, name))


def _is_noted(files: Files, home: str, case_id: str) -> bool:
    """Note an id as erased; False while the disk refuses, as erasing makes room on a full one."""
    try:
        _remember(files, home, case_id)
    except Unwritable:
        return False
    return True


def _remember(files: Files, home: str, case_id: str) -> None:
    ids = sorted(erased_ids(files, home) | {checked_id(case_id)})
    path = Places(home).erased
    with unwritable(path):
        write_whole(files, path, ("\n".join(ids) + "\n").encode("ascii"))


def _item(home: str, now: datetime, case_id: str) -> Discarded:
    at = now.astimezone(UTC).replace(microsecond=0)
    folder = join(Places(home).trash, f"{at.strftime(_STAMP)}-{checked_id(case_id)}")
    return Discarded(folder, at, case_id, None)

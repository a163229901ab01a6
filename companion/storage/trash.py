"""Deleting: to the trash, out of it, and for good."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.files import Places, file_name, folder_of, join, write_whole
from companion.storage.cases import case_folder, checked_id, names_in
from companion.storage.errors import Missing, Unwritable

if TYPE_CHECKING:
    from companion.files import Files

KEPT = timedelta(days=30)
"""How long the trash keeps what was deleted in a room."""
_STAMP = "%Y%m%dt%H%M%S"
_ITEM = re.compile(r"(\d{8}t\d{6})-([a-z0-9]{8,40})(?:-([a-z0-9]{8,40}))?")


@dataclass(frozen=True, slots=True)
class Discarded:
    """A case or a visit in the trash."""

    folder: str
    """Where its files lie."""
    deleted_at: datetime
    """When it was put there, UTC."""
    case_id: str
    """The case."""
    visit_id: str | None
    """The visit; None when it is a whole case."""


def discard_case(files: Files, home: str, case_id: str, now: datetime) -> Discarded:
    """Move a whole case to the trash. The caller holds its lock, and no store of it is open.

    Raises:
        Unwritable: the disk refuses; the case is where it was.
    """
    source = case_folder(home, case_id)
    item = _item(home, now, case_id, None)
    try:
        files.make_folder(Places(home).trash)
        files.replace(source, item.folder)
        files.sync_folder(Places(home).trash)
        files.sync_folder(folder_of(source))
    except OSError as error:
        raise Unwritable(source, error) from error
    return item


def discard_visit(files: Files, home: str, case_id: str, visit_id: str, now: datetime) -> Discarded:
    """Move every file of one visit to the trash; its store is closed.

    Raises:
        Unwritable: the disk refuses; what was moved already is in the trash.
    """
    folder = case_folder(home, case_id)
    item = _item(home, now, case_id, visit_id)
    try:
        files.make_folder(item.folder)
        for name in _names_of_visit(files, folder, visit_id):
            files.replace(join(folder, name), join(item.folder, name))
        files.sync_folder(item.folder)
        files.sync_folder(folder)
    except OSError as error:
        raise Unwritable(folder, error) from error
    return item


def discarded(files: Files, home: str) -> list[Discarded]:
    """What is in the trash, oldest first."""
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
        Unwritable: the disk refuses, or something of that name stands there again.
    """
    folder = case_folder(home, item.case_id)
    try:
        if item.visit_id is None:
            if files.exists(folder):
                raise FileExistsError(17, "it is there already", folder)
            files.replace(item.folder, folder)
            files.sync_folder(folder_of(folder))
            return
        names = files.list_folder(item.folder)
        if any(files.exists(join(folder, name)) for name in names):
            raise FileExistsError(17, "it is there already", folder)
        for name in names:
            files.replace(join(item.folder, name), join(folder, name))
        files.remove_folder(item.folder)
        files.sync_folder(folder)
    except OSError as error:
        raise Unwritable(folder, error) from error


def purge(files: Files, home: str, now: datetime) -> list[Discarded]:
    """Remove for good what has been in the trash for 30 days; what was removed.

    Raises:
        Unwritable: the disk refuses.
    """
    due = [item for item in discarded(files, home) if now - item.deleted_at >= KEPT]
    for item in due:
        remove_tree(files, item.folder)
        if not files.exists(case_folder(home, item.case_id)):
            _remove_derived(files, home, item.case_id)
    return due


def erase_case(files: Files, home: str, case_id: str) -> None:
    """Remove every generation, journal, copy and derived file of a case, in the trash too.

    What is left is its id, so that a later merge knows it as erased. The lock file goes last,
    and the caller holds it.

    Raises:
        Missing: there is no such case, in the trash neither.
        Unwritable: the disk refuses; the id stands as erased already.
    """
    folder = case_folder(home, case_id)
    in_trash = [item for item in discarded(files, home) if item.case_id == case_id]
    if not files.exists(folder) and not in_trash:
        raise Missing(folder)
    _remember(files, home, case_id)
    for item in in_trash:
        remove_tree(files, item.folder)
    _remove_derived(files, home, case_id)
    if files.exists(folder):
        remove_tree(files, folder)
    # A search that was under way may have put something there since.
    _remove_derived(files, home, case_id)


def erased_ids(files: Files, home: str) -> set[str]:
    """The ids of cases that were erased here."""
    try:
        return set(files.read(Places(home).erased).decode("ascii", "replace").split())
    except OSError:
        # The list only helps a merge; an unreadable one must not stand in the way of reading.
        return set()


def remove_tree(files: Files, path: str) -> None:
    """Remove a folder and all that is in it, or a file; a link is removed, never followed.

    Raises:
        Unwritable: the disk refuses.
    """
    try:
        _remove(files, path)
        files.sync_folder(folder_of(path))
    except OSError as error:
        raise Unwritable(path, error) from error


def _remove(files: Files, path: str) -> None:
    if not files.info(path).folder:
        files.unlink(path)
        return
    # The lock goes last: until then no other window takes the case for free.
    names = sorted(files.list_folder(path), key=lambda name: name.endswith(".lock"))
    for name in names:
        _remove(files, join(path, name))
    files.remove_folder(path)


def _remove_derived(files: Files, home: str, case_id: str) -> None:
    for name in names_in(files, Places(home).derived):
        if case_id in name:
            remove_tree(files, join(Places(home).derived, name))


def _remember(files: Files, home: str, case_id: str) -> None:
    ids = sorted(erased_ids(files, home) | {checked_id(case_id)})
    path = Places(home).erased
    try:
        write_whole(files, path, ("\n".join(ids) + "\n").encode("ascii"))
    except OSError as error:
        raise Unwritable(path, error) from error


def _item(home: str, now: datetime, case_id: str, visit_id: str | None) -> Discarded:
    at = now.astimezone(UTC).replace(microsecond=0)
    ids = [checked_id(each) for each in (case_id, visit_id) if each is not None]
    folder = join(Places(home).trash, "-".join([at.strftime(_STAMP), *ids]))
    return Discarded(folder, at, case_id, visit_id)


def _names_of_visit(files: Files, folder: str, visit_id: str) -> list[str]:
    start = f"visit-{checked_id(visit_id)}."
    return [file_name(name) for name in files.list_folder(folder) if name.startswith(start)]

"""All cases in one zip file, and back."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.files import Places, file_name, folder_of, join
from companion.storage.errors import Unreadable, Unwritable
from companion.storage.trash import remove_tree
from companion.words import keeping as words

if TYPE_CHECKING:
    from companion.files import Files
    from companion.services.shelf import Shelf

FORMAT = "companion-backup"
VERSION = 1
MANIFEST = "manifest.json"
MOST_BYTES = 4 * 1024 * 1024 * 1024
"""A zip that would take more than this is refused."""
MOST_IN_ONE = 128 * 1024 * 1024
"""Bytes of one file inside."""
_STORE = re.compile(
    r"cases/(?P<case>[a-z0-9]{8,40})/"
    r"(?P<name>(case|visit-[a-z0-9]{8,40})\.json(\.prev|\.journal|\.journal\.prev)?)"
)
_BESIDE = ".new"
"""Ends the name of a case's folder while it is being brought back."""
_TRIES = 5


class BackupError(Exception):
    """A zip that is no backup of ours, or not whole; its text is one sentence."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    added: tuple[str, ...]
    """Cases that were not here before."""
    there: tuple[str, ...]
    """Cases already here; nothing of them was touched."""


def _store_files(files: Files, folder: str, case_id: str) -> dict[str, bytes]:
    """The store files of a case, read again while somebody writes them."""
    found: dict[str, bytes] = {}
    for _ in range(_TRIES):
        names = [
            name
            for name in files.list_folder(folder)
            if _STORE.fullmatch(f"cases/{case_id}/{name}")
        ]
        before = [files.info(join(folder, name)) for name in names]
        found = {name: files.read(join(folder, name)) for name in names}
        if before == [files.info(join(folder, name)) for name in names]:
            break
    return {f"cases/{case_id}/{name}": data for name, data in found.items()}


def make_backup(shelf: Shelf) -> bytes:
    """Every store file of every case, damaged ones too, each with its sha256, as a zip.

    Raises:
        Unreadable: The disk refuses to give a file.
    """
    around = shelf.surroundings
    inside: dict[str, bytes] = {}
    for case_id in shelf.case_ids():
        folder = join(Places(around.home).cases, case_id)
        try:
            inside |= _store_files(around.files, folder, case_id)
        except OSError as error:
            raise Unreadable(folder, error) from error
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in inside.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
        for name, data in inside.items():
            archive.writestr(name, data)
    return target.getvalue()


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    values = json.loads(archive.read(archive.getinfo(MANIFEST)))
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise BackupError(words.NOT_A_BACKUP)
    if values.get("version") != VERSION:
        raise BackupError(words.NEWER_BACKUP)
    return values


def _read(raw: bytes) -> dict[str, bytes]:
    """The files of a backup, each checked against its sha256.

    Raises:
        BackupError: It is no backup, or not whole.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            sizes = [entry.file_size for entry in archive.infolist()]
            if sum(sizes) > MOST_BYTES or max(sizes, default=0) > MOST_IN_ONE:
                raise BackupError(words.BACKUP_TOO_LARGE)
            sums = _manifest(archive).get("files")
            if not isinstance(sums, dict):
                raise BackupError(words.NOT_A_BACKUP)
            return {name: _checked(archive, name, digest) for name, digest in sums.items()}
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, OSError) as error:
        raise BackupError(words.NOT_A_BACKUP) from error


def _checked(archive: zipfile.ZipFile, name: str, digest: object) -> bytes:
    if _STORE.fullmatch(name) is None:
        raise BackupError(words.strange_name(name))
    data = archive.read(name)
    if hashlib.sha256(data).hexdigest() != digest:
        raise BackupError(words.wrong_sum(name))
    return data


def restore_backup(shelf: Shelf, raw: bytes) -> Restored:
    """Bring back the cases that are not here; nothing that is here is touched.

    Raises:
        BackupError: It is no backup, or not whole; nothing was changed.
        Unwritable: The disk refuses a case; the cases before it are there, whole.
    """
    files, places = shelf.surroundings.files, Places(shelf.surroundings.home)
    inside = _read(raw)
    wanted = sorted({_STORE.fullmatch(name)["case"] for name in inside})  # type: ignore[index]
    there = tuple(case for case in wanted if files.exists(join(places.cases, case)))
    added = tuple(case for case in wanted if case not in there)
    for case in added:
        mine = {name: data for name, data in inside.items() if name.startswith(f"cases/{case}/")}
        _bring_back(files, join(places.cases, case), mine)
    return Restored(added, there)


def _bring_back(files: Files, folder: str, inside: dict[str, bytes]) -> None:
    """Put a case in place by one rename: half a case would count as one that is here already."""
    beside = f"{folder}{_BESIDE}"
    try:
        if files.exists(beside):
            remove_tree(files, beside)
        files.make_folder(beside)
        for name, data in inside.items():
            files.write_new(join(beside, file_name(name)), data)
        files.sync_folder(beside)
        files.replace(beside, folder)
        files.sync_folder(folder_of(folder))
    except OSError as error:
        if files.exists(beside):
            remove_tree(files, beside)
        raise Unwritable(folder, error) from error

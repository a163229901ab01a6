"""Writes all cases into one zip file."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from companion.domain.entity import is_id
from companion.files import Places, join
from companion.storage.backup_contents import (
    FORMAT,
    MANIFEST,
    MOST_IN_ONE,
    VERSION,
    BackupContents,
    NoBackupError,
    ZipSource,
)
from companion.storage.belongings import LIVE, is_backed_up, is_plain, store_of
from companion.storage.cases import CASE_FILE, names_in
from companion.storage.errors import StoreError, reason
from companion.words import maintenance as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

    from companion.files import Files, Info
    from companion.services.case.library import CaseLibrary

_TRIES = 5


@dataclass(slots=True)
class BackupResult:
    """Result of a backup."""

    cases: int = 0
    """How many cases have files in it."""
    missing: list[str] = field(default_factory=list)
    """A sentence for each file that could not be read and is not in it."""


class _AppendOnlyFile:
    """A file that is only ever appended to, so that a zip need not be held in memory."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write

    def write(self, data: bytes) -> int:
        """Append bytes."""
        self._write(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: nothing is buffered."""


def write_backup(library: CaseLibrary, write: Callable[[bytes], None]) -> BackupResult:
    """Write every file of every case, damaged ones too, each with its sha256, as a zip.

    A file that cannot be read stops nothing else; it is named.

    Args:
        library: The cases.
        write: Takes the bytes of the zip, part by part.

    Raises:
        Unreadable: The folder of cases cannot be listed.
        OSError: Raised by `write`.
    """
    context, result = library.context, BackupResult()
    cases = Places(context.home).cases
    sums: dict[str, str] = {}
    target = cast("IO[bytes]", _AppendOnlyFile(write))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for case_id in filter(is_id, names_in(context.files, cases)):
            before = len(sums)
            for name, data in _CaseFolderFiles(context.files, join(cases, case_id), result.missing):
                inside = f"cases/{case_id}/{name}"
                archive.writestr(inside, data)
                sums[inside] = hashlib.sha256(data).hexdigest()
            result.cases += len(sums) > before
        manifest = {"format": FORMAT, "version": VERSION, "files": sums}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
    return result


class _CaseFolderFiles:
    """Iterator over the files of one case, a store at a time, read again while they change."""

    def __init__(self, files: Files, folder: str, missing: list[str]) -> None:
        self._files = files
        self._folder = folder
        self._missing = missing

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        try:
            names = names_in(self._files, self._folder)
        except StoreError as error:
            cause = error.__cause__
            if isinstance(cause, OSError) and not isinstance(cause, NotADirectoryError):
                self._missing.append(words.not_in_backup(self._folder, reason(cause)))
            return
        stores: dict[str, list[str]] = {}
        for name in names:
            store = store_of(name)
            if store is not None and is_backed_up(name):
                stores.setdefault(store, []).append(name)
            elif store is not None and not is_plain(name):
                self._report(name, words.ENTRY_NAME)
        if stores and not {CASE_FILE, f"{CASE_FILE}.prev"} & set(names):
            self._report(CASE_FILE, words.ENTRY_MISSING)
        for store, beside in stores.items():
            yield from self._of_store(dict.fromkeys((*beside, *(store + end for end in LIVE))))

    def _of_store(self, names: Iterable[str]) -> list[tuple[str, bytes]]:
        """Return the files of one store as they were at one moment."""
        found: dict[str, bytes | OSError] = {}
        for _ in range(_TRIES):
            before = self._infos(names)
            found = {name: self._read(name) for name, info in before.items() if info is not None}
            if before == self._infos(names):
                break
        for name, data in found.items():
            if isinstance(data, OSError):
                self._report(name, reason(data))
        return [(name, data) for name, data in found.items() if isinstance(data, bytes)]

    def _infos(self, names: Iterable[str]) -> dict[str, Info | None]:
        return {name: self._info(name) for name in names}

    def _info(self, name: str) -> Info | None:
        try:
            return self._files.info(join(self._folder, name))
        except OSError:
            return None

    def _read(self, name: str) -> bytes | OSError:
        try:
            return self._files.read(join(self._folder, name), limit=MOST_IN_ONE)
        except OSError as error:
            return error

    def _report(self, name: str, why: str) -> None:
        self._missing.append(words.not_in_backup(join(self._folder, name), why))


def is_backup(files: Files, path: str) -> bool:
    """Whether a file is a Companion backup, as far as it can be read."""
    try:
        with files.reader(path) as stream:
            return BackupContents(ZipSource(stream)).has_manifest
    except (OSError, NoBackupError):
        return False

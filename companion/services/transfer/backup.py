"""All cases in one zip file."""

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
class Backed:
    """What a backup holds."""

    cases: int = 0
    """How many cases have files in it."""
    missing: list[str] = field(default_factory=list)
    """What could not be read and is not in it, a sentence each."""


class _Taker:
    """What a zip is written to: only ever appended, so that it need not be held in memory."""

    def __init__(self, give: Callable[[bytes], None]) -> None:
        self._give = give

    def write(self, data: bytes) -> int:
        """Take a part."""
        self._give(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""


def write_backup(library: CaseLibrary, give: Callable[[bytes], None]) -> Backed:
    """Write every file of every case, damaged ones too, each with its sha256, as a zip.

    What cannot be read stops nothing else; it is named.

    Args:
        library: The cases.
        give: Takes the bytes of the zip, part by part.

    Raises:
        Unreadable: The folder of cases cannot be listed.
        OSError: Whoever takes the zip refuses.
    """
    context, done = library.context, Backed()
    cases = Places(context.home).cases
    sums: dict[str, str] = {}
    taker = cast("IO[bytes]", _Taker(give))
    with zipfile.ZipFile(taker, "w", zipfile.ZIP_DEFLATED) as archive:
        for case_id in filter(is_id, names_in(context.files, cases)):
            before = len(sums)
            for name, data in _CaseFiles(context.files, join(cases, case_id), done.missing):
                inside = f"cases/{case_id}/{name}"
                archive.writestr(inside, data)
                sums[inside] = hashlib.sha256(data).hexdigest()
            done.cases += len(sums) > before
        manifest = {"format": FORMAT, "version": VERSION, "files": sums}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
    return done


class _CaseFiles:
    """The files of one case, a store at a time, read again while somebody writes them."""

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
                self._miss(name, words.ENTRY_NAME)
        if stores and not {CASE_FILE, f"{CASE_FILE}.prev"} & set(names):
            self._miss(CASE_FILE, words.ENTRY_MISSING)
        for store, beside in stores.items():
            yield from self._of_store(dict.fromkeys((*beside, *(store + end for end in LIVE))))

    def _of_store(self, names: Iterable[str]) -> list[tuple[str, bytes]]:
        """All that belongs to one store, as it was at one moment."""
        found: dict[str, bytes | OSError] = {}
        for _ in range(_TRIES):
            before = self._infos(names)
            found = {name: self._read(name) for name, info in before.items() if info is not None}
            if before == self._infos(names):
                break
        for name, data in found.items():
            if isinstance(data, OSError):
                self._miss(name, reason(data))
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

    def _miss(self, name: str, why: str) -> None:
        self._missing.append(words.not_in_backup(join(self._folder, name), why))


def is_backup(files: Files, path: str) -> bool:
    """Whether a file is a backup of ours, as far as it can be read."""
    try:
        with files.reader(path) as stream:
            return BackupContents(ZipSource(stream)).has_manifest
    except (OSError, NoBackupError):
        return False

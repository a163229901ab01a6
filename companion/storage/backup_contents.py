"""The contents of a backup: our zip, a zip made by another program from it, or the unpacked folder.

Its manifest names the files and their hashes. Where the manifest is missing or damaged, files are
known by their names and checked by the checksums of the zip.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from typing import TYPE_CHECKING, Protocol

import msgspec

from companion.domain.entity import is_id
from companion.files import join
from companion.storage.archive import Archive, EntryError, TooManyError
from companion.storage.belongings import is_backed_up
from companion.storage.cases import listed_names, names_in
from companion.storage.errors import StoreError, reason
from companion.words import maintenance as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from companion.files import Files
    from companion.storage.archive import ArchiveEntry

FORMAT = "companion-backup"
VERSION = 1
MANIFEST = "manifest.json"
MOST_BYTES = 4 * 1024 * 1024 * 1024
"""Bytes that a backup may hold, unpacked."""
MOST_IN_ONE = 256 * 1024 * 1024
"""Bytes of one file inside."""
_DENSE = 512 * 1024 * 1024
_DENSEST = 100
"""A zip of more bytes that is packed more than so many times smaller is refused: text is not."""
_DENSEST_OF_ALL = 1040
"""Deflated bytes become at most so many; an entry that claims more is damaged."""
_MOST_OF_MANIFEST = 16 * 1024 * 1024
_MOST_QUOTES = 1_600_000
_INSIDE = re.compile(r"cases/([a-z0-9]{8,40})/([^/]+)")
_ENDS_INSIDE = re.compile(r"(.*?)cases/[a-z0-9]{8,40}/[^/]+\Z", re.DOTALL)
_OF_MACS = "__MACOSX/"
_PART = 1 << 20


class NoBackupError(Exception):
    """Not a backup of ours, or one that cannot be restored; its text is one sentence."""


class _Kind(msgspec.Struct):
    format: str = ""
    version: int = 0


class _Sums(msgspec.Struct):
    files: dict[str, str]


Candidate = tuple["Iterator[bytes]", int | None]
"""A place where the content of a name may be, and its CRC-32 where that is known."""


class BackupSource(Protocol):
    """The place that files of a backup are read from."""

    packed: int
    """Bytes of all of it; 0 when it is not packed."""

    def names(self, *, thorough: bool) -> dict[str, int]:
        """Return the names in it, from the top of the backup on, and the sizes it claims."""

    def candidates(self, name: str) -> Iterator[Candidate]:
        """Return where the content of a name may be, the likeliest place first."""


class ZipSource:
    """A backup as a zip."""

    def __init__(self, stream: BinaryIO) -> None:
        self._archive = Archive(stream)
        self.packed = self._archive.size
        self._listed = _by_name(self._archive.directory_entries())
        self._found: dict[str, list[ArchiveEntry]] | None = None
        self._top: str | None = None

    def names(self, *, thorough: bool) -> dict[str, int]:
        """Return the names in it, and their sizes; thoroughly, also names the directory misses."""
        every = {**(self._seen() if thorough else {}), **self._listed}
        if self._top is None or thorough:
            self._top = _top_of(every)
        top = self._top
        return {
            name.removeprefix(top): max(
                min(entry.size, entry.packed * _DENSEST_OF_ALL) for entry in entries
            )
            for name, entries in every.items()
            if name.startswith(top)
        }

    def candidates(self, name: str) -> Iterator[Candidate]:
        """Return places by the directory first, then by the heads of entries."""
        full = f"{self._top or ''}{name}"
        tried: set[tuple[int, int, bool]] = set()
        for entry in self._entries(full):
            place = (entry.start, entry.method, entry.encrypted)
            if place not in tried:
                tried.add(place)
                yield self._archive.unpack(entry), entry.crc32

    def _entries(self, full: str) -> Iterator[ArchiveEntry]:
        yield from self._listed.get(full, ())
        yield from self._seen().get(full, ())

    def _seen(self) -> dict[str, list[ArchiveEntry]]:
        if self._found is None:
            self._found = _by_name(self._archive.scanned_entries())
        return self._found


def _by_name(entries: Iterator[ArchiveEntry]) -> dict[str, list[ArchiveEntry]]:
    found: dict[str, list[ArchiveEntry]] = {}
    try:
        for entry in entries:
            found.setdefault(_normal(entry.name), []).append(entry)
    except TooManyError as error:
        raise NoBackupError(words.BACKUP_TOO_LARGE) from error
    return found


def _normal(name: str) -> str:
    """Return one spelling of a name: a Mac takes letters and their accents apart."""
    return unicodedata.normalize("NFC", name)


def _top_of(names: dict[str, list[ArchiveEntry]]) -> str:
    """Return the folder before every name, as file managers put one around everything."""
    for name in sorted(names, key=len):
        if name.endswith(MANIFEST) and not name.startswith(_OF_MACS):
            top = name.removesuffix(MANIFEST)
            if not top or top.endswith("/"):
                return top
    tops = (found[1] for name in names if (found := _ENDS_INSIDE.match(name)))
    return next((top for top in tops if not top.startswith(_OF_MACS)), "")


class FolderSource:
    """A backup that the user has unpacked."""

    packed = 0

    def __init__(self, files: Files, folder: str) -> None:
        self._files = files
        self._folder = self._top(folder)

    def _top(self, folder: str) -> str:
        """Return the folder itself, or the one inside that holds everything."""
        try:
            inside = [join(folder, name) for name in names_in(self._files, folder)]
            folders = [folder, *(path for path in inside if self._files.info(path).folder)]
        except (StoreError, OSError):
            return folder
        for wanted in (MANIFEST, "cases"):
            for each in folders:
                if self._files.exists(join(each, wanted)):
                    return each
        return folder

    def names(self, *, thorough: bool) -> dict[str, int]:
        """Return the names in it, and their sizes."""
        del thorough
        names = [MANIFEST] if self._files.exists(join(self._folder, MANIFEST)) else []
        cases = join(self._folder, "cases")
        # What cannot be listed is missed when the manifest names it.
        for case_id in filter(is_id, listed_names(self._files, cases)):
            inside = listed_names(self._files, join(cases, case_id))
            names += [f"cases/{case_id}/{name}" for name in inside]
        return dict.fromkeys(names, 0)

    def candidates(self, name: str) -> Iterator[Candidate]:
        """Return the file of that name, in either spelling of its accents."""
        spelled = dict.fromkeys((name, unicodedata.normalize("NFD", name)))
        for each in spelled:
            path = join(self._folder, *each.split("/"))
            if self._files.exists(path):
                yield self._read(path), None

    def _read(self, path: str) -> Iterator[bytes]:
        try:
            with self._files.reader(path) as file:
                while part := file.read(_PART):
                    yield part
        except OSError as error:
            raise EntryError(reason(error)) from error


class BackupContents:
    """The cases of a backup and their files, each checked while it is unpacked."""

    def __init__(self, source: BackupSource) -> None:
        """Read the manifest and the names; no file is unpacked.

        Raises:
            NoBackupError: Not a backup of ours, of a newer version, or too large.
        """
        self._source = source
        self.strange: list[str] = []
        """Names in the manifest that no file of a case has."""
        names = source.names(thorough=False)
        self._sums = self._manifest(names)
        if self._sums is None:
            names = source.names(thorough=True)
            self._sums = self._manifest(names)
        self.cases: dict[str, list[str]] = {}
        """Case to the names of its files."""
        for name in names if self._sums is None else self._sums:
            self._sort(name)
        if not self.cases and self._sums is None:
            raise NoBackupError(words.NOT_A_BACKUP)
        self._left = self._allowed(names)

    @property
    def has_manifest(self) -> bool:
        """Return whether it names its files and their hashes itself."""
        return self._sums is not None

    def _sort(self, name: str) -> None:
        found = _INSIDE.fullmatch(name)
        if found is not None and is_backed_up(found[2]):
            self.cases.setdefault(found[1], []).append(found[2])
        elif self._sums is not None:
            self.strange.append(name)

    def _allowed(self, names: dict[str, int]) -> int:
        """Return how many bytes may come out of it."""
        packed = self._source.packed
        most = max(_DENSE, packed * _DENSEST) if packed else MOST_BYTES
        most = min(most, MOST_BYTES)
        told = sum(
            names.get(f"cases/{case_id}/{name}", 0)
            for case_id, inside in self.cases.items()
            for name in inside
        )
        if told > most:
            raise NoBackupError(words.BACKUP_TOO_LARGE)
        return most

    def _manifest(self, names: dict[str, int]) -> dict[str, str] | None:
        """Return the hashes of all files; None when the manifest is missing or damaged.

        Raises:
            NoBackupError: It is another program's, or a newer Companion's.
        """
        if MANIFEST not in names:
            return None
        for parts, crc32 in self._source.candidates(MANIFEST):
            raw = _whole(parts, crc32)
            sums = _read_manifest(raw) if raw is not None else None
            if sums is not None:
                return sums
        return None

    def unpack(self, files: Files, case_id: str, name: str, path: str) -> None:
        """Write one of its files to a new path.

        Raises:
            EntryError: It is missing or changed; nothing is at the path.
            NoBackupError: More came out of the backup than any backup holds.
            OSError: The disk refuses.
        """
        inside = f"cases/{case_id}/{name}"
        wanted = None if self._sums is None else self._sums[inside]
        why = EntryError(words.ENTRY_MISSING)
        for parts, crc32 in self._source.candidates(inside):
            try:
                self._write(files, path, parts, (wanted, crc32))
            except EntryError as error:
                files.unlink_if_there(path)
                why = error
            except BaseException:
                files.unlink_if_there(path)
                raise
            else:
                return
        raise why

    def _write(
        self, files: Files, path: str, parts: Iterator[bytes], wanted: tuple[str | None, int | None]
    ) -> None:
        digest, crc32, size = hashlib.sha256(), 0, 0
        handle = files.create(path)
        try:
            for part in parts:
                size += len(part)
                self._left -= len(part)
                if size > MOST_IN_ONE:
                    raise EntryError(words.ENTRY_TOO_LARGE)
                if self._left < 0:
                    raise NoBackupError(words.MORE_THAN_A_BACKUP)
                digest.update(part)
                crc32 = zlib.crc32(part, crc32)
                files.write_all(handle, part)
        finally:
            files.close(handle)
        if wanted[0] is None:
            whole = wanted[1] in {None, crc32}
        else:
            whole = digest.hexdigest() == wanted[0].lower()
        if not whole:
            raise EntryError(words.ENTRY_CHANGED)


def _whole(parts: Iterator[bytes], crc32: int | None) -> bytes | None:
    """Return the bytes of a manifest; None when it is damaged or too large."""
    raw = bytearray()
    try:
        for part in parts:
            raw += part
            if len(raw) > _MOST_OF_MANIFEST:
                raise NoBackupError(words.BACKUP_TOO_LARGE)
    except EntryError:
        return None
    return bytes(raw) if crc32 in {None, zlib.crc32(raw)} else None


def _read_manifest(raw: bytes) -> dict[str, str] | None:
    if raw.count(b'"') > _MOST_QUOTES:
        raise NoBackupError(words.BACKUP_TOO_LARGE)
    try:
        kind = msgspec.json.decode(raw, type=_Kind)
        if kind.format != FORMAT:
            raise NoBackupError(words.NOT_A_BACKUP)
        if kind.version != VERSION:
            raise NoBackupError(words.NEWER_BACKUP)
        sums = msgspec.json.decode(raw, type=_Sums).files
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return {_normal(name): digest for name, digest in sums.items()}

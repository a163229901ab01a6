"""A zip that may be damaged, read entry by entry.

The directory at its end is used where it can be read. Entries that it does not name, or names
wrongly, are found by the heads before each of them. Several places may be candidates for one name;
the caller chooses by a checksum. Entries are unpacked in parts, and a damaged one is an entry that
cannot be read, nothing more.
"""

from __future__ import annotations

import os
import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from companion.words import maintenance as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MOST_ENTRIES = 400_000
"""No backup has more."""
_END = struct.Struct("<4s4H2LH")
_END_64_PLACE = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LISTED = struct.Struct("<4s4B4HL2L5H2L")
_HEAD = struct.Struct("<4s5H3L2H")
_HEAD_MARK = b"PK\x03\x04"
_SIXTY_FOUR = 1
"""The extra field that holds numbers too large for their places."""
_FULL = 0xFFFFFFFF
_ENCRYPTED = 0x1
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_IN = 64 * 1024
_OUT = 1 << 20
_WINDOW = 1 << 20


class EntryError(Exception):
    """An entry that cannot be unpacked; its text says why, in a few words."""


class TooManyError(Exception):
    """More entries than any backup has."""


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One place where the content of a name may be."""

    name: str
    """As the archive writes it."""
    method: int
    encrypted: bool
    """Whether a password is needed."""
    start: int
    """Where its bytes begin."""
    packed: int
    """Packed bytes, as the archive says; deflated data ends by itself."""
    size: int
    """Unpacked bytes, as the archive says."""
    crc32: int | None
    """Of the content; None where the archive has it after the content."""


class Archive:
    """A zip that is read in place."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = stream.seek(0, os.SEEK_END)
        """Bytes of the whole file."""

    def _at(self, place: int, count: int) -> bytes:
        if place < 0 or place > self.size:
            return b""
        try:
            self._stream.seek(place)
            return self._stream.read(count)
        except OSError:
            # What the disk refuses to give is as good as damaged, and told as that.
            return b""

    # What it names

    def directory_entries(self) -> Iterator[ArchiveEntry]:
        """Return the entries that the directory names, as far as it can be read.

        Raises:
            TooManyError: They are more than any backup has.
        """
        place, end = self._directory()
        for _ in range(MOST_ENTRIES):
            head = self._at(place, _LISTED.size)
            if place >= end or len(head) < _LISTED.size or head[:4] != b"PK\x01\x02":
                return
            fields = _LISTED.unpack(head)
            flags, method, crc32 = fields[5], fields[6], fields[9]
            lengths = fields[12:15]
            name = self._at(place + _LISTED.size, lengths[0])
            extra = self._at(place + _LISTED.size + lengths[0], lengths[1])
            size, packed, at = _sized(extra, fields[11], fields[10], fields[18])
            place += _LISTED.size + sum(lengths)
            for start in self._starts(at, len(name)):
                yield ArchiveEntry(
                    name=_text(name, flags),
                    method=method,
                    encrypted=bool(flags & _ENCRYPTED),
                    start=start,
                    packed=packed,
                    size=size,
                    crc32=crc32,
                )
        raise TooManyError

    def _directory(self) -> tuple[int, int]:
        """Return where the directory begins and ends; nowhere when the zip's end is damaged."""
        begin = max(0, self.size - _END.size - 0xFFFF)
        tail = self._at(begin, self.size - begin)
        found = tail.rfind(b"PK\x05\x06")
        if found < 0 or len(tail) - found < _END.size:
            return self.size, self.size
        end = begin + found
        *_, length, at, _ = _END.unpack_from(tail, found)
        mark = self._at(end - _END_64_PLACE.size, _END_64_PLACE.size)
        if _FULL in {length, at}:
            if mark[:4] != b"PK\x06\x07":
                return self.size, self.size
            place = _END_64_PLACE.unpack(mark)[2]
            large = self._at(place, _END_64.size)
            if len(large) < _END_64.size or large[:4] != b"PK\x06\x06":
                return self.size, self.size
            length, end = _END_64.unpack(large)[8], place
        # Counted from its end, so that it does not matter what stands before the zip.
        return max(0, end - length), end

    def _starts(self, at: int, name: int) -> tuple[int, ...]:
        """Return where an entry's bytes may begin: by its own head, or as if it had only a name."""
        head = self._at(at, _HEAD.size)
        plain = at + _HEAD.size + name
        if len(head) < _HEAD.size:
            return (plain,)
        told = at + _HEAD.size + sum(_HEAD.unpack(head)[9:11])
        return tuple(dict.fromkeys((told, plain)))

    def scanned_entries(self) -> Iterator[ArchiveEntry]:
        """Return the entries whose own heads are found, wherever they are.

        Raises:
            TooManyError: They are more than any backup has.
        """
        count = 0
        for begin in range(0, self.size, _WINDOW):
            part = self._at(begin, _WINDOW + len(_HEAD_MARK) - 1)
            for hit in re.finditer(re.escape(_HEAD_MARK), part):
                entry = self._headed(begin + hit.start())
                if entry is not None:
                    count += 1
                    if count > MOST_ENTRIES:
                        raise TooManyError
                    yield entry

    def _headed(self, place: int) -> ArchiveEntry | None:
        head = self._at(place, _HEAD.size)
        if len(head) < _HEAD.size:
            return None
        _, _, flags, method, _, _, crc32, packed, size, name_length, extra_length = _HEAD.unpack(
            head
        )
        name = self._at(place + _HEAD.size, name_length)
        extra = self._at(place + _HEAD.size + name_length, extra_length)
        size, packed, _ = _sized(extra, size, packed, 0)
        comes_after = bool(flags & 0x8)
        return ArchiveEntry(
            name=_text(name, flags),
            method=method,
            encrypted=bool(flags & _ENCRYPTED),
            start=place + _HEAD.size + name_length + extra_length,
            packed=packed,
            size=0 if comes_after else size,
            crc32=None if comes_after else crc32,
        )

    # What it holds

    def unpack(self, entry: ArchiveEntry) -> Iterator[bytes]:
        """Yield the content of an entry in parts of at most a megabyte; nothing is checked.

        Raises:
            EntryError: It cannot be unpacked; parts of it may have been given.
        """
        if entry.encrypted:
            raise EntryError(words.ENTRY_ENCRYPTED)
        if entry.method == _STORED:
            yield from self._stored(entry)
        elif entry.method == _DEFLATED:
            yield from self._inflated(entry)
        else:
            raise EntryError(words.ENTRY_PACKED)

    def _stored(self, entry: ArchiveEntry) -> Iterator[bytes]:
        place, left = entry.start, entry.packed
        while left:
            part = self._at(place, min(left, _OUT))
            if not part:
                _damaged()
            yield part
            place, left = place + len(part), left - len(part)

    def _inflated(self, entry: ArchiveEntry) -> Iterator[bytes]:
        inflating, place = zlib.decompressobj(-zlib.MAX_WBITS), entry.start
        waiting = b""
        while not inflating.eof:
            if not waiting:
                waiting = self._at(place, _IN)
                place += len(waiting)
                if not waiting:
                    _damaged()
            try:
                part = inflating.decompress(waiting, _OUT)
            except zlib.error as error:
                raise EntryError(words.ENTRY_DAMAGED) from error
            waiting = inflating.unconsumed_tail
            if part:
                yield part


def _damaged() -> NoReturn:
    raise EntryError(words.ENTRY_DAMAGED)


def _text(name: bytes, flags: int) -> str:
    """Return a name as text; folders are separated by `/`."""
    if flags & _UTF8:
        text = name.decode("utf-8", "replace")
    else:
        try:
            # Some programs write UTF-8 and do not say so.
            text = name.decode("utf-8")
        except UnicodeDecodeError:
            text = name.decode("cp437")
    return text.replace("\\", "/")


def _sized(extra: bytes, size: int, packed: int, at: int) -> tuple[int, int, int]:
    """Return size, packed size and place, from the extra field where they are too large."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, place)
        body = extra[place + 4 : place + 4 + length]
        place += 4 + length
        if kind != _SIXTY_FOUR:
            continue
        numbers = [value for (value,) in struct.iter_unpack("<Q", body[: len(body) // 8 * 8])]
        given = iter(numbers)
        size = next(given, size) if size == _FULL else size
        packed = next(given, packed) if packed == _FULL else packed
        at = next(given, at) if at == _FULL else at
    return size, packed, at

"""A zip as it comes back after years: read entry by entry, whatever of it is damaged.

The directory at its end is believed where it can be. What it does not name, or names wrongly, is
looked for by the heads that stand before each entry. Several places may be tried for one name;
whoever asks knows by a checksum which of them is right. Nothing is unpacked but in parts, and
nothing that is damaged is more than an entry that cannot be read.
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
"""More than this no backup has."""
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
    """One place where the content of a name may stand."""

    name: str
    """As it is written there."""
    method: int
    """How it is packed."""
    encrypted: bool
    """Whether a password is needed."""
    start: int
    """Where its bytes begin."""
    packed: int
    """How many they are, as it says; what is deflated ends by itself."""
    size: int
    """How many it says that they become."""
    crc32: int | None
    """Of the content; None where it stands after it."""


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

    def listed(self) -> Iterator[ArchiveEntry]:
        """The entries that the directory names, as far as it can be read.

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
        """Where the directory begins and ends; nowhere when the end of the zip is damaged."""
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
        """Where an entry's bytes may begin: by its own head, and as if that had only a name."""
        head = self._at(at, _HEAD.size)
        plain = at + _HEAD.size + name
        if len(head) < _HEAD.size:
            return (plain,)
        told = at + _HEAD.size + sum(_HEAD.unpack(head)[9:11])
        return tuple(dict.fromkeys((told, plain)))

    def found(self) -> Iterator[ArchiveEntry]:
        """The entries whose own heads can be found, wherever they stand.

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

    def unpacked(self, entry: ArchiveEntry) -> Iterator[bytes]:
        """The content of an entry in parts of at most a megabyte; nothing is checked.

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
    """A name as text; the one for all separators between folders is `/`."""
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
    """Size, packed size and place, from the extra field where they are too large for their own."""
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

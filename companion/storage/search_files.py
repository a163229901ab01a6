"""What is searched of a case, kept beside the stores so that nobody need read them all.

It lies in `HOME/derived`, in up to sixteen files a case; a store's name says in which. So a store
that changed costs the writing of one small file, however many there are. A file is

```
companion-search 2 CRC32 LENGTH    of all that follows, of the next part; ended by LF
[[store, size, time, journal's size, journal's time, generation, facts, length, length], …]
the texts of all stores, folded, a line a place
the same places as they are shown, a JSON list a store
```

It is never the truth: a file that is damaged, of another form, or holds what is not of the kinds
below, is as good as none, and it is not synced. Nothing stands in it that a search may not show.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypedDict

import msgspec

from companion.files import Places, join
from companion.storage.cases import case_folder, checked_id
from companion.storage.fingerprint import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.files import Files

FILES = 16
"""Files of one case, at most."""
MOST_BYTES = 256 * 1024 * 1024
"""What one of them can hold; a larger one is not read."""
_FORM = "companion-search 2"
_HEAD = re.compile(rb"companion-search 2 ([0-9a-f]{8}) ([0-9]{1,12})\n")
_ENCODER = msgspec.json.Encoder()
_Time = Annotated[datetime, msgspec.Meta(tz=True)]


class NotAsKeptError(ValueError):
    """What stands in a file is not as it is kept here: it is as good as none."""


class Facts(TypedDict, total=False):
    """What is told of a whole store; which of it, says `search_entries`."""

    title: str
    made: str
    people: dict[str, str]
    writers: list[str]
    made_from: dict[str, list[str]]
    covering: list[str]
    alone: list[str]
    uncovered: list[str]
    when: tuple[float, str, str]
    doctor: str | None
    began: _Time | None
    over: bool
    deleted: bool
    half: _Time | None
    cells: bool
    steps: list[str]
    corrected: dict[str, tuple[str, str, str]]
    lists: list[str]
    covered: list[str]
    fresh: dict[str, tuple[str, str | None]]
    rests: list[str]
    without: list[str]


Row = tuple[str, str, str, _Time | None, str]
"""One place: kind, id, text, when it was written, what is beside it."""
_HEADS = msgspec.json.Decoder(list[tuple[str, int, int, int, int, int, Facts, int, int]])
_ROWS = msgspec.json.Decoder(list[Row])


class SearchEntry(NamedTuple):
    """What is searched of one store."""

    name: str
    """The store: `case.json`, `visit-….json`."""
    mark: Fingerprint
    """What the store was known by when it was read."""
    facts: Mapping[str, Any]
    """What is told of the whole store, see `Facts`."""
    texts: bytes
    """A line a place, folded, UTF-8; each ends with LF."""
    shown: bytes
    """The same places as a JSON list."""


def listed(rows: Iterable[object]) -> bytes:
    """Places as they are kept."""
    return _ENCODER.encode(list(rows))


@dataclass(frozen=True, slots=True)
class SearchFile:
    """One file as it was read."""

    data: bytes
    """All of it."""
    entries: tuple[SearchEntry, ...]
    """Its stores; their texts and what is shown are empty, and lie in `data`."""
    texts_at: tuple[int, ...]
    """Where the texts of each store begin in `data`, and where the last ones end."""
    shown_at: tuple[int, ...]
    """Where what is shown of each begins, and where the last ends."""
    written_ns: int = 0
    """When it was written."""

    def whole(self, at: int) -> SearchEntry:
        """One of its entries, with its texts and what is shown."""
        texts = self.data[self.texts_at[at] : self.texts_at[at + 1]]
        return self.entries[at]._replace(texts=texts, shown=self.shown(at))

    def shown(self, at: int) -> bytes:
        """What is shown of one store."""
        return self.data[self.shown_at[at] : self.shown_at[at + 1]]

    def rows(self, at: int) -> list[Row]:
        """The places of one store.

        Raises:
            NotAsKeptError: They are not as they are kept here.
        """
        return rows_of(self.shown(at))


def rows_of(shown: bytes) -> list[Row]:
    """Places as they were kept.

    Raises:
        NotAsKeptError: They are not as they are kept here.
    """
    try:
        return _ROWS.decode(shown)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise NotAsKeptError from error


def file_of(store: str) -> int:
    """The number of the file that a store belongs to."""
    return zlib.crc32(store.encode()) % FILES


def composed(entries: Iterable[SearchEntry]) -> bytes:
    """The bytes of a file."""
    every = list(entries)
    rows = [
        (each.name, *each.mark.stat, each.mark.generation, each.facts, *_lengths(each))
        for each in every
    ]
    head = _ENCODER.encode(rows)
    body = b"".join([head, *(each.texts for each in every), *(each.shown for each in every)])
    return f"{_FORM} {zlib.crc32(body):08x} {len(head)}\n".encode("ascii") + body


def _lengths(entry: SearchEntry) -> tuple[int, int]:
    return len(entry.texts), len(entry.shown)


def parsed(data: bytes, written_ns: int = 0) -> SearchFile | None:
    """A file from its bytes; None when they are damaged or of another form."""
    found = _HEAD.match(data)
    if found is None or zlib.crc32(memoryview(data)[found.end() :]) != int(found[1], 16):
        return None
    begin = found.end() + int(found[2])
    try:
        rows = _HEADS.decode(memoryview(data)[found.end() : begin])
        entries = tuple(
            SearchEntry(
                row[0], Fingerprint((row[1], row[2], row[3], row[4]), row[5]), row[6], b"", b""
            )
            for row in rows
        )
        texts = tuple(accumulate((row[7] for row in rows), initial=begin))
        shown = tuple(accumulate((row[8] for row in rows), initial=texts[-1]))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    ends_well = shown[-1] == len(data) and begin <= len(data)
    if not ends_well or any(a > b for a, b in pairwise((begin, *texts, *shown))):
        return None
    return SearchFile(data, entries, texts, shown, written_ns)


def _path(home: str, case_id: str, number: int) -> str:
    return join(Places(home).derived, f"{checked_id(case_id)}.search-{number:x}")


def read_search_file(files: Files, home: str, case_id: str, number: int) -> SearchFile | None:
    """One file of a case; None when it is not there or not whole."""
    path = _path(home, case_id, number)
    try:
        written_ns = files.info(path).mtime_ns
        data = files.read(path, limit=MOST_BYTES)
    except OSError:
        return None
    return parsed(data, written_ns)


def write_search_file(files: Files, home: str, case_id: str, number: int, data: bytes) -> None:
    """Put a file in place of the one before; on a disk that refuses there is none afterwards.

    A case that is erased meanwhile leaves nothing here: erasing takes the case's folder away
    before it looks here for the last time, and here the folder is looked for last.
    """
    path = _path(home, case_id, number)
    beside = f"{path}.tmp"
    try:
        files.make_folder(Places(home).derived)
        files.unlink_if_there(beside)
        handle = files.create(beside)
        try:
            files.write_all(handle, data)
        finally:
            files.close(handle)
        files.replace(beside, path)
    except OSError:
        # An older one would be looked through in vain each time, and might hold what is covered.
        for each in (beside, path):
            with suppress(OSError):
                files.unlink_if_there(each)
    if not files.exists(case_folder(home, case_id)):
        with suppress(OSError):
            files.unlink_if_there(path)

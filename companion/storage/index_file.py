"""The search index of a case, so that a search does not read every store.

It lies in `HOME/derived/CASE.search`:

```
companion-search 3 CRC32 LENGTH   of everything that follows; of the next part; ended by LF
[[store, size, mtime, journal's size, journal's mtime, generation, written, facts, length, length],
 …]
per store: its texts, folded, a line a place; the same places as they are shown, a JSON list
```

The index is never the truth. An entry holds while the fingerprint of its store is the same. A file
that is damaged, of another form, or holds values of other types counts as none; it is not synced.
It holds nothing that a search may not show.

A fingerprint is size and time of a store's checkpoint and of its journal. A time may be too coarse
to tell two writes apart: where a store was written at about the time of the index, the generation
in its checkpoint decides.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias

import msgspec

from companion.files import Places, join
from companion.storage.cases import case_folder, checked_id
from companion.storage.layout import OpenOptions
from companion.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.files import Files
    from companion.storage.recovery import Loaded

MOST_BYTES = 1024 * 1024 * 1024
"""Bytes; a larger index is not read."""
_FORM = "companion-search 3"
_HEAD = re.compile(rb"companion-search 3 ([0-9a-f]{8}) ([0-9]{1,12})\n")
_OLDER = tuple(f"search-{digit}" for digit in "0123456789abcdef")
"""How names of indexes end that earlier versions wrote."""
_ENCODER = msgspec.json.Encoder()
Stat: TypeAlias = tuple[int, int, int, int]
"""Size and `mtime_ns` of a store's checkpoint, then of its journal; -1 where there is none."""
_NOTHING = (-1, -1)
_CHECKPOINT, _JOURNAL = ".json", ".json.journal"
_GENERATION = re.compile(rb'\{"_meta":\{"1":\{"schema":\d+,"generation":(\d{1,16}),')
_SECOND = 1_000_000_000
_TICK = _SECOND // 20
"""Nanoseconds within which a file clock may give two writes one time."""
_COARSE = 2 * _SECOND
"""The same on disks that keep whole seconds only (FAT: every other one)."""
_Time = Annotated[datetime, msgspec.Meta(tz=True)]


class Fingerprint(NamedTuple):
    """The files of a store at one time."""

    stat: Stat
    """Sizes and times."""
    generation: int
    """The generation of its checkpoint."""


class BadPlacesError(ValueError):
    """Places in an index are not of the types below."""


class StoreFacts(
    msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True, kw_only=True
):
    """Facts of a store for search and Home; fields of the other kind of store are empty."""

    title: str = ""
    """Of a case."""
    made: str = ""
    """When the case was made."""
    made_from: dict[str, tuple[str, ...]] = {}
    """Id of each of the case's steps to the notes it was made from."""
    covering: tuple[str, ...] = ()
    """The case's choice about numbers of living or dying, then the words that cover."""
    when: tuple[float, str, str] | None = None
    """The sort key of visits; None for the case."""
    doctor: str | None = None
    """Id of the visit's clinician."""
    began: _Time | None = None
    over: bool = False
    deleted: bool = False
    half: _Time | None = None
    """When the half line that waits in the visit was changed."""
    cells: bool = False
    """Whether cells of the comparison lie in the visit."""
    steps: tuple[str, ...] = ()
    """Ids of steps that follow from the visit and are not covered."""
    corrected: dict[str, tuple[str, str, str]] = {}
    """Id of each corrected note to its words (`Told`)."""
    listed: tuple[str, ...] = ()
    """Ids of the questions on the visit's list."""
    covered: tuple[str, ...] = ()
    """Ids of the visit's covered notes."""
    debrief: dict[str, tuple[str, str | None]] = {}
    """Id of each debrief answer to its prompt and writer."""
    people: dict[str, str] = {}
    """Names by id."""
    writers: tuple[str, ...] = ()
    """Ids of the patient and the companions, as far as they are named or write."""
    alone: tuple[str, ...] = ()
    """Ids of questions that are read alone and not uncovered."""
    uncovered: tuple[str, ...] = ()
    """Ids of questions that are uncovered."""
    rests: tuple[str, ...] = ()
    """Notes of other stores that something here was taken from."""
    # The last one has no default: facts that an earlier version wrote are too short to be read.
    without: tuple[str, ...]
    """The same notes, as far as they are covered and what was taken from them is left out."""


IndexedPlace = tuple[str, str, str, _Time | None, str]
"""One place: kind, id, text, when it was written, what is beside it (see `Place` in search)."""
_ROWS = msgspec.json.Decoder(list[tuple[str, int, int, int, int, int, int, StoreFacts, int, int]])
_PLACES = msgspec.json.Decoder(list[IndexedPlace])


class IndexEntry(NamedTuple):
    """One store in the index."""

    name: str
    """The store: `case.json`, `visit-….json`."""
    fingerprint: Fingerprint
    """The store's files when it was read."""
    facts: StoreFacts
    """About the whole store."""
    texts: bytes
    """A line a place, folded, UTF-8; each ends with LF."""
    shown: bytes
    """The same places as a JSON list."""
    written_ns: int = 0
    """When the index was first written with this entry; 0 before it is written."""


def encode_places(places: Iterable[object]) -> bytes:
    """Return places as the index holds them."""
    return _ENCODER.encode(list(places))


def decode_places(shown: bytes) -> list[IndexedPlace]:
    """Return the places of an entry.

    Raises:
        BadPlacesError: They are not of the types above.
    """
    try:
        return _PLACES.decode(shown)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BadPlacesError from error


def encode_index(entries: Iterable[IndexEntry]) -> bytes:
    """Return the bytes of an index."""
    rows, blocks = [], []
    for entry in entries:
        stat, generation = entry.fingerprint
        lengths = (len(entry.texts), len(entry.shown))
        rows.append((entry.name, *stat, generation, entry.written_ns, entry.facts, *lengths))
        blocks += [entry.texts, entry.shown]
    head = _ENCODER.encode(rows)
    body = b"".join([head, *blocks])
    return f"{_FORM} {zlib.crc32(body):08x} {len(head)}\n".encode("ascii") + body


def decode_index(data: bytes, written_ns: int = 0) -> list[IndexEntry] | None:
    """Return the entries of an index; None when it is damaged or of another form.

    Args:
        data: Its bytes.
        written_ns: When they were written.
    """
    found = _HEAD.match(data)
    if found is None or zlib.crc32(memoryview(data)[found.end() :]) != int(found[1], 16):
        return None
    at = found.end() + int(found[2])
    try:
        rows = _ROWS.decode(memoryview(data)[found.end() : at])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    entries = []
    for name, size, time, journal, journal_time, generation, written, facts, texts, shown in rows:
        if min(texts, shown) < 0:
            return None
        fingerprint = Fingerprint((size, time, journal, journal_time), generation)
        between, end = at + texts, at + texts + shown
        blocks = data[at:between], data[between:end]
        entries.append(IndexEntry(name, fingerprint, facts, *blocks, written or written_ns))
        at = end
    return entries if at == len(data) else None


def _path(home: str, case_id: str, ending: str = "search") -> str:
    return join(Places(home).derived, f"{checked_id(case_id)}.{ending}")


def read_index(files: Files, home: str, case_id: str) -> list[IndexEntry] | None:
    """Return the entries of a case's index; None when there is none, or not a whole one."""
    path = _path(home, case_id)
    try:
        written_ns = files.info(path).mtime_ns
        data = files.read(path, limit=MOST_BYTES)
    except OSError:
        return None
    return decode_index(data, written_ns)


def write_index(files: Files, home: str, case_id: str, entries: Iterable[IndexEntry]) -> None:
    """Replace the index of a case; on a disk that refuses there is none afterwards.

    A case that is erased meanwhile leaves nothing here: erasing removes the case's folder before it
    looks here for the last time, and here the folder is looked for last.
    """
    path = _path(home, case_id)
    beside = f"{path}.tmp"
    remove_older(files, home, case_id)
    try:
        files.make_folder(Places(home).derived)
        files.unlink_if_there(beside)
        handle = files.create(beside)
        try:
            files.write_all(handle, encode_index(entries))
        finally:
            files.close(handle)
        files.replace(beside, path)
    except OSError:
        # The one before might hold what is covered now, and would be read in vain each time.
        for each in (beside, path):
            with suppress(OSError):
                files.unlink_if_there(each)
    if not files.exists(case_folder(home, case_id)):
        with suppress(OSError):
            files.unlink_if_there(path)


def remove_older(files: Files, home: str, case_id: str) -> None:
    """Remove the indexes of a case that earlier versions wrote: they hold its words too."""
    for ending in _OLDER:
        with suppress(OSError):
            files.unlink_if_there(_path(home, case_id, ending))


# Fingerprints of stores


def stats_of_stores(files: Files, folder: str) -> dict[str, Stat]:
    """Return sizes and times now, by the store's name; only of stores with a checkpoint.

    Raises:
        OSError: The folder cannot be listed.
    """
    found = files.sizes(folder, (_CHECKPOINT, _JOURNAL))
    return {
        name: (*size, *found.get(f"{name}.journal", _NOTHING))
        for name, size in found.items()
        if name.endswith(_CHECKPOINT)
    }


def _is_near(stat: Stat, written_ns: int) -> bool:
    """Return whether a store was written so late that its time may be that of a later write too."""
    latest = max(stat[1], stat[3])
    return latest > written_ns - (_TICK if latest % _SECOND else _COARSE)


def generation_at(files: Files, path: str) -> int:
    """Return the generation that a checkpoint names; -1 when that cannot be read."""
    try:
        found = _GENERATION.match(files.read(path))
    except OSError:
        return -1
    return int(found[1]) if found else -1


def fingerprint_of(files: Files, path: str) -> Fingerprint | None:
    """Return the fingerprint of a store that was just written; None when it is not there."""
    size, journal = (_size(files, each) for each in (path, f"{path}.journal"))
    generation = generation_at(files, path)
    return None if generation < 0 else Fingerprint((*size, *journal), generation)


def _size(files: Files, path: str) -> tuple[int, int]:
    try:
        info = files.info(path)
    except OSError:
        return _NOTHING
    return info.size, info.mtime_ns


class FingerprintedStore(NamedTuple):
    """A store as it was read, with its fingerprint."""

    tables: dict[str, dict[int, dict[str, Any]]]
    others: tuple[dict[str, dict[int, dict[str, Any]]], ...]
    """Other states that lie in its own files."""
    fingerprint: Fingerprint | None
    """None for a store that is not at rest: nothing may be derived from it for later."""


def read_with_fingerprint(path: str, files: Files, schema: int) -> FingerprintedStore:
    """Read a store and take its fingerprint.

    Raises:
        StoreError: See `companion.storage.errors`.
    """
    store = Store(path, files, OpenOptions(schema=schema, read_only=True))
    return FingerprintedStore(store.tables(), store.others, _fingerprint_when_read(store.loaded))


def _fingerprint_when_read(loaded: Loaded) -> Fingerprint | None:
    main, journal = loaded.main_info, loaded.journal_info
    unusual = loaded.findings or loaded.others or loaded.moved_info is not None
    if main is None or unusual or not (loaded.clean or journal is None):
        return None
    there = _NOTHING if journal is None else (journal.size, journal.mtime_ns)
    return Fingerprint((main.size, main.mtime_ns, *there), loaded.generation)


def is_unchanged(
    files: Files, fingerprint: Fingerprint, now: Stat | None, written_ns: int, *path: str
) -> bool:
    """Return whether a store is the same as when something was derived from it.

    Args:
        files: The interface to files.
        fingerprint: Of the store at that time.
        now: Its sizes and times now.
        written_ns: When the derived file was written.
        path: The store's checkpoint, folder and name.
    """
    if now != fingerprint.stat:
        return False
    if not _is_near(fingerprint.stat, written_ns):
        return True
    return generation_at(files, join(*path)) == fingerprint.generation

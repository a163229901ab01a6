"""The fingerprint of a store: whether it is the same as when something was derived from it.

It is size and time of the checkpoint and of the journal. A time may be too coarse to tell two
writes apart: where a store was written at about the time of the derived file, the generation in its
checkpoint decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from companion.files import join
from companion.storage.open_options import OpenOptions
from companion.storage.store import Store

if TYPE_CHECKING:
    from companion.files import Files
    from companion.storage.recovery import Loaded

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


class Fingerprint(NamedTuple):
    """The files of a store at one time."""

    stat: Stat
    """Sizes and times."""
    generation: int
    """The generation of its checkpoint."""


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

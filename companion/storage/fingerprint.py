"""Whether a store still is what it was when something was derived from it.

A store is known again by the size and the time of its checkpoint and of its journal. A time may be
too coarse to tell two writes apart: where a store was written about when the derived file was, the
generation that stands in its checkpoint decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from companion.files import join
from companion.storage.open_options import OpenOptions
from companion.storage.store import Store

if TYPE_CHECKING:
    from companion.files import Files
    from companion.storage.load_result import Loaded

Stat: TypeAlias = tuple[int, int, int, int]
"""Size and `mtime_ns` of a store's checkpoint, then of its journal; -1 where there is none."""
_NOTHING = (-1, -1)
_CHECKPOINT, _JOURNAL = ".json", ".json.journal"
_GENERATION = re.compile(rb'\{"_meta":\{"1":\{"schema":\d+,"generation":(\d{1,16}),')
_SECOND = 1_000_000_000
_TICK = _SECOND // 20
"""Nanoseconds within which a clock of files may give two writes one time."""
_COARSE = 2 * _SECOND
"""The same on disks that keep whole seconds only (FAT: every other one)."""


class Fingerprint(NamedTuple):
    """What a store is known by."""

    stat: Stat
    """Its files."""
    generation: int
    """The generation of its checkpoint."""


def stats_of_stores(files: Files, folder: str) -> dict[str, Stat]:
    """What stands in a folder now, by the name of the store; one without checkpoint is left out.

    Raises:
        OSError: The folder cannot be looked at.
    """
    found = files.sizes(folder, (_CHECKPOINT, _JOURNAL))
    return {
        name: (*size, *found.get(f"{name}.journal", _NOTHING))
        for name, size in found.items()
        if name.endswith(_CHECKPOINT)
    }


def _is_near(stat: Stat, written_ns: int) -> bool:
    """Whether a store was written so late that its time cannot tell it from a later write."""
    latest = max(stat[1], stat[3])
    return latest > written_ns - (_TICK if latest % _SECOND else _COARSE)


def generation_at(files: Files, path: str) -> int:
    """The generation that a checkpoint names; -1 when that cannot be read."""
    try:
        found = _GENERATION.match(files.read(path))
    except OSError:
        return -1
    return int(found[1]) if found else -1


def fingerprint_of(files: Files, path: str) -> Fingerprint | None:
    """What a store that was just written is known by; None when it is not there."""
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
    """A store as it was read, and what it is known by."""

    tables: dict[str, dict[int, dict[str, Any]]]
    """Its documents."""
    others: tuple[dict[str, dict[int, dict[str, Any]]], ...]
    """Other states that lie in its own files."""
    mark: Fingerprint | None
    """None for a store that is not at rest: nothing is to be derived from it for later."""


def read_with_fingerprint(path: str, files: Files, schema: int) -> FingerprintedStore:
    """Read a store, and see what it is known by.

    Raises:
        StoreError: see `companion.storage.errors`.
    """
    store = Store(path, files, OpenOptions(schema=schema, read_only=True))
    return FingerprintedStore(store.tables(), store.others, _mark_of(store.loaded))


def _mark_of(loaded: Loaded) -> Fingerprint | None:
    main, journal = loaded.main_info, loaded.journal_info
    unusual = loaded.findings or loaded.others or loaded.moved_info is not None
    if main is None or unusual or not (loaded.clean or journal is None):
        return None
    there = _NOTHING if journal is None else (journal.size, journal.mtime_ns)
    return Fingerprint((main.size, main.mtime_ns, *there), loaded.generation)


def is_unchanged(
    files: Files, mark: Fingerprint, now: Stat | None, written_ns: int, *path: str
) -> bool:
    """Whether a store still is what something was derived from.

    Args:
        files: The seam to files.
        mark: What it was known by.
        now: Its files as they are now.
        written_ns: When what was derived of it was written.
        path: The store's checkpoint, folder and name.
    """
    if now != mark.stat:
        return False
    if not _is_near(mark.stat, written_ns):
        return True
    return generation_at(files, join(*path)) == mark.generation

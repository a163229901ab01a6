"""Which visits of a case are not over, kept so that a start need not read all of them.

It lies in `HOME/derived`, one file a case, and is never the truth: the visits it names, which may
be too many, are read from their own stores. It holds for the case's folder as that was when it was
written; a file that another program puts there makes it void. Whoever changes a case keeps it up:
a visit is named before its first change, and the folder is looked at again after each generation,
so that a start after a kill is as quick as any. It is not synced: after a power cut an older one
may stand, which at worst misses a visit that was ended and gone on with in the last seconds.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, join
from companion.storage.cases import case_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.files import Files

_FORM = "visits-not-over 1"


def _path(home: str, case_id: str) -> str:
    return join(Places(home).derived, f"{case_id}.visits")


def visits_not_over(files: Files, home: str, case_id: str) -> frozenset[str] | None:
    """The ids of the visits that may not be over, or None when nobody knows."""
    try:
        kept = json.loads(files.read(_path(home, case_id)))
        at = files.info(case_folder(home, case_id)).mtime_ns
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or kept.get("form") != _FORM or kept.get("folder") != at:
        return None
    ids = kept.get("visits")
    if not isinstance(ids, list) or not all(isinstance(one, str) and is_id(one) for one in ids):
        return None
    return frozenset(ids)


def keep_visits_not_over(files: Files, home: str, case_id: str, ids: Iterable[str]) -> None:
    """Keep them for the case's folder as it is now; on a disk that refuses, do without.

    It need not be on the disk itself: what a power cut leaves of it is readable or is not.
    """
    path = _path(home, case_id)
    beside = f"{path}.tmp"
    with suppress(OSError):
        at = files.info(case_folder(home, case_id)).mtime_ns
        files.make_folder(Places(home).derived)
        files.unlink_if_there(beside)
        handle = files.create(beside)
        try:
            kept = {"form": _FORM, "folder": at, "visits": sorted(ids)}
            files.write_all(handle, json.dumps(kept).encode("ascii"))
        finally:
            files.close(handle)
        files.replace(beside, path)

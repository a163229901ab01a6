"""Which visits of a case are not over, kept so that a start need not read all of them.

It lies in `HOME/derived`, one file a case, and is never the truth: the visits it names are read
from their own stores. It holds for the case's folder as that was when it was written; whoever is
about to write takes it away first, so a program that is killed leaves none.
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
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or kept.get("form") != _FORM or kept.get("folder") != at:
        return None
    ids = kept.get("visits")
    if not isinstance(ids, list) or not all(isinstance(one, str) and is_id(one) for one in ids):
        return None
    return frozenset(ids)


def keep_visits_not_over(files: Files, home: str, case_id: str, ids: Iterable[str]) -> None:
    """Keep them, once every store of the case is closed; on a disk that refuses, do without."""
    path = _path(home, case_id)
    with suppress(OSError):
        at = files.info(case_folder(home, case_id)).mtime_ns
        kept = {"form": _FORM, "folder": at, "visits": sorted(ids)}
        files.make_folder(Places(home).derived)
        handle = files.create(path)
        try:
            files.write_all(handle, json.dumps(kept).encode("ascii"))
        finally:
            files.close(handle)


def forget_visits_not_over(files: Files, home: str, case_id: str) -> None:
    """Take it away before the first change.

    Where the disk refuses that, what stays is nearly right: a visit that is made changes the
    folder, and only one that is taken back from its end would be missed.
    """
    with suppress(OSError):
        files.unlink_if_there(_path(home, case_id))

"""The visits of a case that may not be over, kept so that a start need not read all of them.

The file `HOME/derived/CASE.visits` is never the truth: the visits it names, which may be too many,
are read from their own stores. It holds while the case's folder is as it was when the file was
written; a file that another program puts there makes it void. It also says whether other states of
a store are in the folder, so that a start need not look for them.

The session that changes a case, and has its lock, keeps it up to date: a visit is named before its
first change, and the folder is looked at again after each generation, so that a start after a kill
is as quick as any. This is why it is not in the search index, which every reader may write and
which only the fingerprints of all stores make valid. It is not synced: after a power cut an older
one may be there, which at worst misses a visit that had ended and was changed again in the last
seconds.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.domain.value import Value
from companion.files import Places, join
from companion.storage.cases import case_folder

if TYPE_CHECKING:
    from companion.files import Files

_FORM = "visits-not-over 2"


class KnownVisits(Value):
    """A case's folder as far as it is known without reading its stores."""

    visits: frozenset[str] = frozenset()
    """Ids of the visits that may not be over."""
    copied: bool = False
    """Whether other states of a store are beside it."""
    folder: int = 0
    """The folder's `mtime_ns` for which that holds."""


def folder_time(files: Files, home: str, case_id: str) -> int:
    """Return the `mtime_ns` of a case's folder; 0 where it cannot be had."""
    try:
        return files.info(case_folder(home, case_id)).mtime_ns
    except OSError:
        return 0


def _path(home: str, case_id: str) -> str:
    return join(Places(home).derived, f"{case_id}.visits")


def known_of_folder(files: Files, home: str, case_id: str) -> KnownVisits | None:
    """Return what is known of a case's folder as it is now; None when nothing is."""
    try:
        kept = json.loads(files.read(_path(home, case_id)))
        at = files.info(case_folder(home, case_id)).mtime_ns
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or kept.get("form") != _FORM or kept.get("folder") != at:
        return None
    ids, copied = kept.get("visits"), kept.get("copied")
    if not isinstance(ids, list) or not all(isinstance(one, str) and is_id(one) for one in ids):
        return None
    return KnownVisits(frozenset(ids), copied, at) if isinstance(copied, bool) else None


def keep_known(files: Files, home: str, case_id: str, known: KnownVisits) -> None:
    """Keep what is known of the folder as it was then; do without on a disk that refuses.

    It need not be on the disk itself: after a power cut it is readable or it is not.
    """
    path = _path(home, case_id)
    beside = f"{path}.tmp"
    with suppress(OSError):
        files.make_folder(Places(home).derived)
        files.unlink_if_there(beside)
        handle = files.create(beside)
        try:
            kept = {
                "form": _FORM,
                "folder": known.folder,
                "visits": sorted(known.visits),
                "copied": known.copied,
            }
            files.write_all(handle, json.dumps(kept).encode("ascii"))
        finally:
            files.close(handle)
        files.replace(beside, path)

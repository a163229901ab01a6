"""Files beside the stores: what was set aside, and what sync tools made of a store.

They are listed, never merged, never deleted but with their case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.files import join
from companion.storage.cases import case_folder, names_in

if TYPE_CHECKING:
    from companion.files import Files

_ID = r"(?:case|visit-[a-z0-9]{8,40})"
_PATTERNS = (
    re.compile(rf"({_ID})\.conflict-\d+\.json"),
    re.compile(rf"({_ID})\.sync-conflict-[0-9]{{8}}-[0-9]{{6}}-[A-Z0-9]+\.json"),
    re.compile(rf"({_ID}) ?\([^/]*(?i:conflict)[^/]*\)\.json"),
    re.compile(rf"({_ID})[ -]\(?\d+\)?\.json"),
    re.compile(rf"({_ID})-[^/]*(?i:conflict)[^/]*\.json"),
)
"""Ours, Syncthing, Dropbox and Nextcloud, iCloud and OneDrive, and others that say so."""
_DAMAGED = re.compile(rf"({_ID})\.json(?:\.[a-z.]+)?\.damaged-\d+")


class Copied(StrEnum):
    """Why a copy is there."""

    CONFLICT = "conflict"
    """Another state of the same store."""
    DAMAGED = "damaged"
    """What was in the store's place and could not be read whole."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file beside a store."""

    path: str
    """Where it lies."""
    store: str
    """The name of the store it is a copy of: `case.json`, `visit-….json`."""
    kind: Copied
    """Why it is there."""


def copies(files: Files, home: str, case_id: str) -> list[Copy]:
    """Every copy beside the stores of a case, sorted by name.

    Raises:
        Unreadable: the case's folder cannot be listed.
    """
    folder = case_folder(home, case_id)
    found = []
    for name in names_in(files, folder):
        if damaged := _DAMAGED.fullmatch(name):
            found.append(Copy(join(folder, name), f"{damaged[1]}.json", Copied.DAMAGED))
            continue
        conflict = next((hit for each in _PATTERNS if (hit := each.fullmatch(name))), None)
        if conflict is not None:
            found.append(Copy(join(folder, name), f"{conflict[1]}.json", Copied.CONFLICT))
    return found

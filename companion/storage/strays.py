"""Files among the cases that are not ours, and stores of which only a trace is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, join
from companion.storage.belongings import strange_in_home
from companion.storage.cases import case_folder, case_ids, listed_names, names_in
from companion.storage.conflict_copies import (
    Copied,
    copied_folders,
    copies_in,
    copy_of,
    file_of_placeholder,
    names_not_ours,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.files import Files

_OF_THE_SYSTEM = re.compile(
    r"\.DS_Store|\._.*|\.localized|\.directory|desktop\.ini|Thumbs\.db|Icon\r|\.fuse_hidden.*"
    r"|\.nfs[0-9a-f]+|\.stfolder|\.stversions|\.stignore|\.sync|\.dropbox.*|\.owncloudsync.*"
    r"|\.sync_[0-9a-f]+\.db.*|~\$.*|\.~.*|[0-9a-f.]*\.tmp",
    re.IGNORECASE,
)
"""Names that systems and sync programs give their own files, which hold nothing of ours."""
_OF_HOME = re.compile(
    r"(?!(?:settings\.json|keymap\.txt)(?:\.tmp|\.kept-[0-9]+)?\Z)"
    r"(?:cases|trash|packs|device|erased|settings|keymap)[^a-z0-9].*",
    re.IGNORECASE | re.DOTALL,
)
"""A name of ours in the data folder with something after it that is not ours."""
_JOURNALS = (".journal", ".journal.prev", ".tmp")


def unknown_paths(files: Files, home: str) -> list[str]:
    """Return paths in the data folder and among the cases that have no name of ours, or of a copy.

    Raises:
        Unreadable: A folder cannot be listed.
    """
    folder = Places(home).cases
    ours = frozenset(case_ids(files, home))
    known = {path for path, _ in copied_folders(files, home)}
    found = [
        path
        for name in names_in(files, folder)
        if not (is_id(name) or _OF_THE_SYSTEM.fullmatch(name))
        and (path := join(folder, name)) not in known
    ]
    copied = {*copies_of_home(files, home)}
    found += [
        path
        for name in strange_in_home(files, home)
        if not _OF_THE_SYSTEM.fullmatch(name) and (path := join(home, name)) not in copied
    ]
    for case_id in sorted(ours):
        inside = case_folder(home, case_id)
        names = names_not_ours(listed_names(files, inside))
        found += [
            join(inside, name)
            for name in names
            if copy_of(name) is None and not _OF_THE_SYSTEM.fullmatch(name)
        ]
    return found


def copies_of_home(files: Files, home: str) -> list[str]:
    """Return copies of folders and files in the data folder itself, such as `cases (1)`.

    Raises:
        Unreadable: It cannot be listed.
    """
    return [join(home, name) for name in names_in(files, home) if _OF_HOME.match(name)]


def cases_without_store(files: Files, home: str) -> list[str]:
    """Return the ids of cases in whose folder there is no store, only copies or placeholders.

    Raises:
        Unreadable: A folder cannot be listed.
    """
    ours = frozenset(case_ids(files, home))
    ids = [name for name in names_in(files, Places(home).cases) if is_id(name)]
    return [one for one in ids if one not in ours and _only_traces(files, case_folder(home, one))]


def _only_traces(files: Files, folder: str) -> bool:
    return files.info(folder).folder and bool(copies_in(names_in(files, folder)))


def files_in_the_cloud(names: Iterable[str]) -> list[str]:
    """Return files of stores that a sync program keeps elsewhere, and that are not here; sorted.

    Args:
        names: All names in a case's folder.
    """
    every = frozenset(names)
    places = [name for name, (_, kind) in copies_in(every).items() if kind is Copied.PLACEHOLDER]
    return sorted({file for name in places if (file := file_of_placeholder(name)) not in every})


def stores_left_over(names: Iterable[str]) -> list[str]:
    """Return stores that have journals, copies or drafts, and neither generation; sorted.

    Args:
        names: All names in a case's folder.
    """
    every = frozenset(names)
    kinds = (Copied.CONFLICT, Copied.DRAFT, Copied.DAMAGED)
    copied = copies_in(every)
    traces = {store for store, kind in copied.values() if kind in kinds}
    # Of ten thousand visits only the first part of each name is looked at.
    stems = {name.partition(".")[0] for name in every}
    stems -= {name.removesuffix(".json") for name in every if name.endswith(".json")}
    journals = (f"{stem}.json{ending}" for stem in stems for ending in _JOURNALS)
    traces |= {name.partition(".")[0] + ".json" for name in journals if name in every}
    elsewhere = {store for store, kind in copied.values() if kind is Copied.PLACEHOLDER}
    gone = traces - elsewhere - every
    return sorted(store for store in gone if f"{store}.prev" not in every)

"""Files beside the stores: what was set aside, and copies that sync programs made of a store.

They are recognised by their names alone, never renamed, never deleted but with their case. Sync
programs name copies in many languages, so no list of words decides: a name that begins with the
name of a store, or has it after a few words, and is not one of our own names, is a copy.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.domain.value import Value
from companion.files import Places, join
from companion.storage.cases import case_folder, case_ids, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.files import Files

_STORES = r"(?:(?:visit-[a-z0-9]{8,40}|case)\.json(?:\.tmp|(?:\.journal)?(?:\.prev)?)|case\.lock)"
_OURS = re.compile(_STORES)
"""The files of the stores themselves, and the lock."""
_MANY_OURS = re.compile(rf"(?:/{_STORES}(?=/))++")
"""The same one after the other, so that ten thousand visits are skipped in one step."""
_STEM = re.compile(
    r"(?:^|[\s._~#$(\[])(case|visit-[a-z0-9]{8,40})(?![a-z0-9])", re.IGNORECASE | re.ASCII
)
"""The name of a store without its ending, at the beginning or after words of another program."""
_JSON = re.compile(r"\.json(?![a-z0-9])", re.IGNORECASE | re.ASCII)
_ASIDE = re.compile(r"\.(damaged|kept)-\d+(?!\d)")
_CASE_ID = re.compile(r"(?:^|[\s._~#$(\[])([a-z0-9]{8,40})(?![a-z0-9])", re.IGNORECASE | re.ASCII)
"""The id of a case, at the beginning or after words of another program."""
_NUMBERED = re.compile(r"(?:\.conflict-\d+|\.draft-[a-z0-9]{8})\.json")
_DRAFT = re.compile(r"\.draft-[a-z0-9]{8}(?![a-z0-9])")
_PLACEHOLDERS = (".icloud", ".nextcloud", ".owncloud", ".rsls", ".cloudf")
"""iCloud, Nextcloud, ownCloud, Resilio, SeaDrive: the file itself lies elsewhere."""
_PARTIAL_ENDINGS = (".tmp", ".part", ".partial", ".crdownload", ".!sync", ".swp", ".swo", "#")
_PARTIAL_BEGINNINGS = (".syncthing.", "~syncthing~", ".~", "~$", ".#", "#", "._")


class Copied(StrEnum):
    """Why a file is there."""

    CONFLICT = "conflict"
    """Another state of the same store."""
    DAMAGED = "damaged"
    """The file that was in the store's place and could not be read whole."""
    KEPT = "kept"
    """Set aside after its content was taken over."""
    DRAFT = "draft"
    """Typed in a window that could not write."""
    PLACEHOLDER = "placeholder"
    """A sync program keeps the store elsewhere; it is not on this computer now."""
    PARTIAL = "partial"
    """Half a copy, or a mark that another program has the store open."""


class Copy(Value):
    """A file beside a store."""

    path: str
    store: str
    """The name of the store it is a copy of: `case.json`, `visit-….json`."""
    kind: Copied

    @property
    def is_draft(self) -> bool:
        """Whether it is the text of a window that could not write."""
        return self.kind is Copied.DRAFT


def copies(files: Files, home: str, case_id: str) -> list[Copy]:
    """Return every copy beside the stores of a case, sorted by name.

    Raises:
        Unreadable: The case's folder cannot be listed.
    """
    folder = case_folder(home, case_id)
    found = copies_in(names_in(files, folder))
    return [Copy(join(folder, name), store, kind) for name, (store, kind) in found.items()]


def copied_folders(files: Files, home: str) -> list[tuple[str, str]]:
    """Return copies of a whole case's folder: path, and the case, sorted by path.

    A case whose folder is there only under another spelling, such as in capitals, is among them.

    Raises:
        Unreadable: The folder of cases cannot be listed.
    """
    folder = Places(home).cases
    others = [name for name in names_in(files, folder) if not is_id(name)]
    if not others:
        return []
    known = frozenset(case_ids(files, home))
    found = []
    for name in others:
        ids = [each.lower() for each in _CASE_ID.findall(name)]
        case_id = next((each for each in ids if each in known), None)
        if case_id is None and ids and _holds_stores(files, join(folder, name)):
            case_id = ids[0]
        if case_id is not None:
            found.append((join(folder, name), case_id))
    return found


def _holds_stores(files: Files, path: str) -> bool:
    """Return whether stores of ours, or copies of them, are in a folder."""
    try:
        names = files.list_folder(path)
    except OSError:
        # A file, a link, or a folder that is shut: nothing of ours is known to be in it.
        return False
    return len(names_not_ours(names)) < len(names) or any(map(copy_of, names))


def copies_in(names: Iterable[str]) -> dict[str, tuple[str, Copied]]:
    """Return the copies among the names in a case's folder, sorted: their store, and their kind.

    A copy that has a journal or a generation before beside it is listed once, by the name of its
    checkpoint, also when only those are left.
    """
    found: dict[str, tuple[str, Copied]] = {}
    for name in names_not_ours(names):
        if (hit := copy_of(name)) is not None:
            found[name] = hit
    for name in tuple(found):
        main = _checkpoint_of(name)
        if main != name and (main in found or _numbered(main)):
            found.setdefault(main, found.pop(name))
    return dict(sorted(found.items()))


def copy_of(name: str) -> tuple[str, Copied] | None:
    """Return the store that a file in a case's folder is a copy of, and its kind.

    None for the files of a store itself, and for files that have nothing to do with one.
    """
    if _OURS.fullmatch(name):
        return None
    stem, extension = _STEM.search(name), _JSON.search(name)
    if stem is None or extension is None or extension.start() < stem.end(1):
        return None
    return f"{stem[1].lower()}.json", _kind(name, name[stem.end(1) :])


def names_not_ours(names: Iterable[str]) -> list[str]:
    """Return the names that no file of a store has, in the order given."""
    # No name holds a stroke, so that one look through all of them finds the others.
    left = _MANY_OURS.sub("", f"/{'/'.join(names)}/")
    return [name for name in left.split("/") if name]


def file_of_placeholder(placeholder: str) -> str:
    """Return the file that a placeholder stands for."""
    stem = placeholder.rpartition(".")[0]
    return stem.removeprefix(".")


def _kind(name: str, rest: str) -> Copied:
    """Return the kind of a copy; `rest` is what follows the name of its store."""
    if aside := _ASIDE.search(name):
        return Copied(aside[1])
    if _DRAFT.match(rest):
        return Copied.DRAFT
    lower = name.lower()
    if lower.endswith(_PLACEHOLDERS):
        return Copied.PLACEHOLDER
    if lower.startswith(_PARTIAL_BEGINNINGS) or lower.endswith(_PARTIAL_ENDINGS):
        return Copied.PARTIAL
    # rsync and Nextcloud write beside as `.NAME.random`: a dot before, something after.
    if name.startswith(".") and not lower.endswith((".json", ".journal", ".prev")):
        return Copied.PARTIAL
    return Copied.CONFLICT


def _checkpoint_of(name: str) -> str:
    """Return the checkpoint that a file beside it goes with; the name itself when it is one."""
    for ending in (".journal.prev", ".journal", ".prev", ".tmp", ".lock"):
        if name.endswith(f".json{ending}"):
            return name.removesuffix(ending)
    return name


def _numbered(name: str) -> bool:
    """Return whether it is the name of a copy that we made ourselves."""
    stem = _STEM.match(name)
    return stem is not None and _NUMBERED.fullmatch(name, stem.end(1)) is not None

"""Our folders and files that other accounts can open, and closing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.domain.value import Value
from companion.files import Places, join
from companion.storage.belongings import left_of, store_of, strange_in_home
from companion.storage.cases import listed_names
from companion.storage.errors import Unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.files import Files


class Open(Value):
    """A folder that others can open, or in which they can open files."""

    path: str
    itself: bool
    """Whether the folder itself is open."""
    files: tuple[str, ...]
    """Paths of files in it that are open."""
    ours: bool
    """Whether this program made it, so that it may close it."""


def open_to_others(files: Files, home: str) -> list[Open]:
    """Return our folders that are open to others or hold a file that is; changes nothing."""
    found = []
    for path, ours in _folders(files, home):
        open_files = tuple(_open_files(files, home, path)) if _is_folder(files, path) else ()
        itself = _is_open(files, path if ours else files.resolve(path))
        if itself or open_files:
            found.append(Open(path, itself, open_files, ours))
    return found


def close_to_others(files: Files, home: str, *, thorough: bool) -> None:
    """Close the folders that are ours, and the files in those that were open.

    Args:
        files: The disk.
        home: The data folder.
        thorough: Look at the files in folders that are closed too.

    Raises:
        Unwritable: The disk refuses.
    """
    for path, ours in _folders(files, home):
        if not ours:
            continue
        was_open = _is_open(files, path)
        try:
            if was_open:
                files.close_to_others(path)
            if was_open or thorough:
                for each in _open_files(files, home, path):
                    files.close_to_others(each)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Unwritable(path, error) from error


def _folders(files: Files, home: str) -> Iterator[tuple[str, bool]]:
    """Return the folders that hold the user's words, and whether this program made each.

    A link leads to a folder that others may need as it is; so does a data folder that was there
    before, and holds other things too.
    """
    places = Places(home)
    yield home, _is_folder(files, home) and not strange_in_home(files, home)
    for path in (places.cases, places.trash, places.derived):
        if files.exists(path):
            ours = _is_folder(files, path)
            yield path, ours
            for name in listed_names(files, path) if ours else ():
                inside = join(path, name)
                holds_case = path == places.trash or is_id(name) or left_of(name) is not None
                if path != places.derived and holds_case and files.exists(inside):
                    yield inside, _is_folder(files, inside)


def _open_files(files: Files, home: str, folder: str) -> Iterator[str]:
    """Return the files of ours in a folder that others can open."""
    places = Places(home)
    if folder == home:
        paths = [places.device, places.erased, places.settings, places.keymap]
    elif folder in {places.cases, places.trash, places.derived}:
        paths = [join(folder, name) for name in listed_names(files, folder)]
    else:
        names = listed_names(files, folder)
        ours = [name for name in names if store_of(name) is not None or name.endswith(".lock")]
        paths = [join(folder, name) for name in ours]
    for path in paths:
        if _is_open(files, path) and not _is_folder(files, path):
            yield path


def _is_open(files: Files, path: str) -> bool:
    try:
        return files.info(path).open_to_others
    except OSError:
        return False


def _is_folder(files: Files, path: str) -> bool:
    try:
        return files.info(path).folder
    except OSError:
        return False

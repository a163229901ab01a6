"""Removing everything of a case, also at the end of links; files that refuse are listed."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, file_name, folder_of, join
from companion.storage.belongings import begins_as_ours, store_of
from companion.storage.cases import LOCK_FILE
from companion.storage.errors import Unwritable, reason
from companion.words import storage as words

if TYPE_CHECKING:
    from companion.files import Files


class Removal:
    """Goes on after each refusal, so that as little as possible is left."""

    def __init__(self, files: Files, home: str) -> None:
        self.left: list[tuple[str, str]] = []
        """The files that are still there, and why."""
        self.error: OSError | None = None
        """The first error of the disk."""
        self.removed = 0
        """Names removed."""
        self._files = files
        self._cases = Places(home).cases
        self._followed: set[str] = set()

    def remove(self, path: str, *, of_case: bool = False) -> None:
        """Remove a file, or a folder with all in it.

        A link goes, and its target too where that is a store or a case's folder of ours.

        Args:
            path: The file or folder; it may be gone.
            of_case: Whether it is at the place of a case's folder.
        """
        try:
            found = self._files.info(path)
            if found.link:
                self._follow(path, of_case=of_case)
            elif found.folder:
                self._inside(path)
                self._files.remove_folder(path)
            if not found.folder:
                self._files.unlink(path)
            self.removed += 1
        except FileNotFoundError:
            return
        except OSError as error:
            self._refused(path, error)

    def _refused(self, path: str, error: OSError) -> None:
        self.error = self.error or error
        # A folder that is not empty is told by what is in it.
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST} or not self.left:
            self.left.append((path, reason(error)))

    def _inside(self, folder: str) -> None:
        # The lock goes last: until then no other window takes the case for free.
        names = sorted(self._files.list_folder(folder), key=lambda name: name.endswith(".lock"))
        for name in names:
            self.remove(join(folder, name))

    def _follow(self, path: str, *, of_case: bool) -> None:
        end = self._files.resolve(path)
        if end in self._followed:
            return
        self._followed.add(end)
        try:
            found = self._files.info(end)
        except OSError:
            # It leads nowhere.
            return
        if self._is_of_another(path, end):
            self.left.append((end, words.LEFT_LINKED))
        elif found.folder:
            self._linked_folder(end, of_case=of_case)
        elif found.regular:
            self._linked_file(path, end)

    def _is_of_another(self, path: str, end: str) -> bool:
        """Return whether a link leads into the folder of another case of this data folder."""
        cases = self._files.resolve(self._cases)
        for folder in (end, folder_of(end)):
            if folder_of(folder) == cases and is_id(file_name(folder)):
                return not file_name(path).startswith(file_name(folder))
        return False

    def _linked_folder(self, folder: str, *, of_case: bool) -> None:
        names = self._files.list_folder(folder)
        ours = [name for name in names if store_of(name) is not None]
        if any(self._is_store(join(folder, name)) for name in ours):
            for name in (*ours, *(name for name in names if name == LOCK_FILE)):
                self.remove(join(folder, name))
        others = self._files.list_folder(folder)
        if not others and of_case:
            self._files.remove_folder(folder)
        elif of_case:
            self.left += [(join(folder, name), words.LEFT_LINKED) for name in others]

    def _linked_file(self, path: str, end: str) -> None:
        if self._is_store(end) or store_of(file_name(path)) == store_of(file_name(end)) is not None:
            self._files.unlink(end)
            self.removed += 1
        elif store_of(file_name(path)) is not None:
            self.left.append((end, words.LEFT_LINKED))

    def _is_store(self, path: str) -> bool:
        return begins_as_ours(self._files, path)


def rename_away(files: Files, path: str) -> str:
    """Rename a folder so that it is not taken for a case; return the new path.

    Raises:
        OSError: The disk refuses; it is where it was.
    """
    away = f"{path}.erased-{os.urandom(4).hex()}"
    files.replace(path, away)
    return away


def remove_tree(files: Files, path: str) -> None:
    """Remove a folder that we made, with all that is in it.

    Raises:
        Unwritable: The disk refuses; some of it may be gone.
    """
    removal = Removal(files, folder_of(path))
    removal.remove(path)
    if removal.error is not None:
        raise Unwritable(path, removal.error) from removal.error

"""The folders of packs: where they are, and what is read of one, or refused."""

from __future__ import annotations

import dataclasses
import errno
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from companion.domain.pack import Problem
from companion.domain.value import replace
from companion.files import Places, folder_of, join
from companion.markdown import MAXIMUM_BYTES
from companion.packs.file_kinds import PACK_FILE
from companion.packs.pack_files import PackReading, is_pack_file, read_pack, read_pack_head
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.pack import Pack, PackHead
    from companion.files import Files

MAXIMUM_FILES = 200


# Where they are


def our_packs(files: Files) -> str | None:
    """Return the folder of the packs that come with the program: installed, else the checkout's."""
    program = str(resources.files("companion"))
    for folder in (join(program, "_content"), join(folder_of(program), "content")):
        if is_folder(files, folder):
            return folder
    return None


def roots(files: Files, home: str | None) -> tuple[str, ...]:
    """Return every folder of packs; where two packs have one id, the earlier folder wins."""
    own = Places(home).packs if home else None
    found = (own if own and is_folder(files, own, through_link=True) else None, our_packs(files))
    return tuple(folder for folder in found if folder)


def with_folder(folder: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the same problems, each file with the folder before it."""
    return tuple(
        replace(problem, file=join(folder, *problem.file.split("/"))) for problem in problems
    )


def is_folder(files: Files, path: str, *, through_link: bool = False) -> bool:
    """Whether there is a folder at the path; False when that cannot be told.

    A link counts as the folder it leads to only with `through_link`: the user may link the folder
    of own packs elsewhere, but links inside a pack are not followed.
    """
    try:
        found = files.info(path)
        if found.folder or found.regular or not through_link:
            return found.folder
        return files.info(join(path, ".")).folder
    except (OSError, ValueError):
        return False


# One pack


def is_pack(files: Files, path: str) -> bool:
    """Whether a folder contains a `pack.md`."""
    try:
        return files.exists(join(path, PACK_FILE))
    except (OSError, ValueError):
        return False


def pack_folders(files: Files, folder: str) -> tuple[str, ...]:
    """Return the packs in a folder, by name; none when it cannot be listed."""
    try:
        names = files.list_folder(folder)
    except OSError:
        return ()
    paths = (join(folder, name) for name in names if not name.startswith("."))
    return tuple(path for path in paths if is_pack(files, path))


def read_folder(files: Files, path: str) -> PackReading:
    """Read the pack in a folder, with the problems of reading its files from disk."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        for count, name in enumerate(_names(files, path)):
            if count >= MAXIMUM_FILES:
                problems.append(Problem(name, 1, "too-big", words.TOO_MANY_FILES))
                break
            data = read_bytes(files, join(path, *name.split("/")), name)
            if isinstance(data, Problem):
                problems.append(data)
            else:
                found[name] = data
    except OSError:
        problems.append(Problem(PACK_FILE, 1, "unreadable", words.FOLDER_UNREADABLE))
    reading = read_pack(path, found)
    # One line for a pack.md that cannot be read: that it is missing too would be a second.
    refused = any(problem.file == PACK_FILE for problem in problems)
    more = (each for each in reading.problems if not (refused and each.rule == "no-pack"))
    return dataclasses.replace(reading, problems=(*problems, *more))


def read_folder_head(files: Files, path: str) -> PackHead | None:
    """Read the head of the pack in a folder; None if its `pack.md` is not usable."""
    data = read_bytes(files, join(path, PACK_FILE), PACK_FILE)
    return None if isinstance(data, Problem) else read_pack_head(path, data)


@dataclass(frozen=True, slots=True)
class PackShelf:
    """The folders of all packs; each is read whole when it is first asked for."""

    files: Files
    folders: tuple[str, ...]
    """Those of packs that are not usable, or whose id another has, too."""
    _whole: dict[str, tuple[Pack | None, tuple[Problem, ...]]] = field(default_factory=dict)

    def pack(self, head: PackHead) -> Pack | None:
        """Return the whole pack of a head; None if it is gone by now."""
        return self._read(head.path)[0]

    def problems(self) -> tuple[Problem, ...]:
        """Return the faults of every pack, each file with its whole path."""
        return tuple(each for folder in self.folders for each in self._read(folder)[1])

    def _read(self, folder: str) -> tuple[Pack | None, tuple[Problem, ...]]:
        if folder not in self._whole:
            reading = read_folder(self.files, folder)
            self._whole[folder] = (reading.pack, with_folder(folder, reading.problems))
        return self._whole[folder]


def read_bytes(files: Files, path: str, name: str) -> bytes | Problem:
    """Return a file's bytes, or the problem why they are not read, under the name given."""
    try:
        return files.read(path, limit=MAXIMUM_BYTES)
    except (FileNotFoundError, ValueError):
        # Or a name that no system takes: a zero byte, half a surrogate.
        return Problem(name, 1, "unreadable", words.NOTHING_THERE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return Problem(name, 1, "too-big", words.too_big(MAXIMUM_BYTES // 1024))
        # A pipe, a device or a link; which of the two numbers comes depends on the system.
        if error.errno in {errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EMLINK}:
            return Problem(name, 1, "not-a-file", words.NOT_A_FILE)
        return Problem(name, 1, "unreadable", words.UNREADABLE)


def _names(files: Files, path: str) -> Iterator[str]:
    for name in files.list_folder(path):
        inner = join(path, name)
        if is_pack_file(name):
            yield name
        elif not name.startswith(".") and is_folder(files, inner):
            yield from (
                f"{name}/{below}" for below in files.list_folder(inner) if is_pack_file(below)
            )

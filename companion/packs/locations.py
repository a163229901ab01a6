"""Locations of packs: the user's own folder, the installed program's, the checkout's."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from companion.domain.value import replace
from companion.files import Places, folder_of, join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Problem
    from companion.files import Files


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

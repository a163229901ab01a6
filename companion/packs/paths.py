"""Paths of packs: what is a folder, and problems with the whole path of their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import replace
from companion.files import join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Problem
    from companion.files import Files


def placed(folder: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
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

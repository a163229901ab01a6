"""Paths: what is a folder, and problems with the whole path of their file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.files import join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Problem
    from companion.files import Files


def placed(folder: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems, each file with the folder before it."""
    return tuple(
        replace(problem, file=join(folder, *problem.file.split("/"))) for problem in problems
    )


def is_folder(files: Files, path: str) -> bool:
    """Whether a folder stands at the path; False when nothing can be said."""
    try:
        return files.info(path).folder
    except (OSError, ValueError):
        return False

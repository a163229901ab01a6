"""Paths as text: joining and taking apart, without asking the disk."""

from __future__ import annotations

import os


def join(folder: str, *names: str) -> str:
    """The path of a name inside a folder."""
    return os.path.join(folder, *names)


def folder_of(path: str) -> str:
    """The folder a path lies in; `.` when it names none."""
    return os.path.dirname(path) or "."


def file_name(path: str) -> str:
    """The last part of a path."""
    return os.path.basename(path)


def inside(folder: str, path: str) -> bool:
    """Whether a path leads into a folder, by its letters alone."""
    beginning = os.path.join(folder, "")
    return path.startswith(beginning) and path != beginning


def bare(path: str) -> str:
    """The path of a folder without the separators that may stand at its end."""
    above, last = os.path.split(path)
    return above if above and not last else path


def absolute(path: str) -> str:
    """The path from the root, `~` meaning the home folder; nothing is looked up."""
    return os.path.abspath(os.path.expanduser(path))

"""Paths as text: joined and split, without asking the disk."""

from __future__ import annotations

import os


def join(folder: str, *names: str) -> str:
    """Return the path of a name inside a folder."""
    return os.path.join(folder, *names)


def folder_of(path: str) -> str:
    """Return the folder that holds a path; `.` when it names none."""
    return os.path.dirname(path) or "."


def file_name(path: str) -> str:
    """Return the last part of a path."""
    return os.path.basename(path)


def inside(folder: str, path: str) -> bool:
    """Return whether a path leads into a folder, by its letters alone."""
    beginning = os.path.join(folder, "")
    return path.startswith(beginning) and path != beginning


def bare(path: str) -> str:
    """Return the path of a folder without separators at its end."""
    above, last = os.path.split(path)
    return above if above and not last else path


def absolute(path: str) -> str:
    """Return the path from the root, `~` meaning the home folder; the disk is not asked.

    In a folder that was removed meanwhile the path stays as it is: the disk then finds nothing.
    """
    named = os.path.expanduser(path)
    try:
        return os.path.abspath(named)
    except OSError:
        return named

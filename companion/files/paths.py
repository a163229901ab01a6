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


def absolute(path: str) -> str:
    """The path from the root, `~` meaning the home folder; nothing is looked up."""
    return os.path.abspath(os.path.expanduser(path))

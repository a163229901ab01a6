"""Files and folders: the only package that makes a call on a path.

`Files` is the interface: the real disk, memory for the made-up case, and the disks of the tests
that fail, tear and forget all implement it.
"""

from __future__ import annotations

from companion.files.atomic_write import is_file, whole_file, write_whole
from companion.files.disk import DiskFiles
from companion.files.interface import READ_LIMIT, Files, Info
from companion.files.paths import bare, file_name, folder_of, join
from companion.files.places import Places, find_home

__all__ = [
    "READ_LIMIT",
    "DiskFiles",
    "Files",
    "Info",
    "Places",
    "bare",
    "file_name",
    "find_home",
    "folder_of",
    "is_file",
    "join",
    "whole_file",
    "write_whole",
]

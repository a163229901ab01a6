"""Every call on a path that the product makes stands behind this package.

`Files` is the seam: the real disk, memory for the made-up case, and the disks of the tests
that fail, tear and forget all have its shape.
"""

from __future__ import annotations

from companion.files.disk import DiskFiles
from companion.files.memory import MemoryFiles
from companion.files.paths import file_name, folder_of, join
from companion.files.places import Places, find_home
from companion.files.seam import Files, Info
from companion.files.whole import whole_file, write_whole

__all__ = [
    "DiskFiles",
    "Files",
    "Info",
    "MemoryFiles",
    "Places",
    "file_name",
    "find_home",
    "folder_of",
    "join",
    "whole_file",
    "write_whole",
]

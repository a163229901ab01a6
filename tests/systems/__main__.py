"""Does one thing in a world like that of Windows: `python -m tests.systems WHAT FOLDER`."""

from __future__ import annotations

import importlib
import os
import sys

from tests.systems import windows


def main(what: str, folder: str) -> None:
    """Do it; drive C: lies in that folder."""
    os.environ.pop("TZ", None)
    os.environ["COMPANION_HOME"] = r"C:\Users\Alva\companion"
    disk = windows.act_as(folder)
    os.makedirs(disk.real(r"C:\Users\Alva"))
    # Read only now, and with it Companion.
    importlib.import_module("tests.systems.in_windows").WHAT[what](disk)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The data folder (HOME) and the names in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from companion.files.paths import absolute, join

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "companion"
"""The name of its folder where a system keeps its users' data."""
HOME_VARIABLE = "COMPANION_HOME"
"""The environment variable that names another data folder."""


class Places(NamedTuple):
    """The names inside one data folder; nothing is made by naming it."""

    home: str

    @property
    def cases(self) -> str:
        """Return the folder with one folder a case."""
        return join(self.home, "cases")

    @property
    def trash(self) -> str:
        """Return the folder of deleted cases and visits, kept 30 days."""
        return join(self.home, "trash")

    @property
    def derived(self) -> str:
        """Return the folder of indexes that can be made again from the stores."""
        return join(self.home, "derived")

    @property
    def packs(self) -> str:
        """Return the folder of the user's own packs."""
        return join(self.home, "packs")

    @property
    def device(self) -> str:
        """Return the file with the random id of this data folder."""
        return join(self.home, "device")

    @property
    def erased(self) -> str:
        """Return the file with the ids of erased cases, one a line: tombstones."""
        return join(self.home, "erased")

    @property
    def restoring(self) -> str:
        """Return the file that is locked while a backup is restored."""
        return join(self.home, "restore.lock")

    @property
    def days(self) -> str:
        """Return the file with the days on which something in the trash was due."""
        return join(self.trash, "days")

    @property
    def settings(self) -> str:
        """Return the file with the user's settings."""
        return join(self.home, "settings.json")

    @property
    def keymap(self) -> str:
        """Return the file with the user's own keys."""
        return join(self.home, "keymap.txt")


def find_home(given: str | None, environment: Mapping[str, str] | None = None) -> str:
    """Return the data folder: `--home`, else `COMPANION_HOME`, else the system's. Makes nothing."""
    chosen = given or (os.environ if environment is None else environment).get(HOME_VARIABLE)
    if chosen:
        return absolute(chosen)
    return absolute(platformdirs.user_data_dir(PROGRAM, appauthor=False))

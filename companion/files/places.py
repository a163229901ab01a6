"""Where things lie: the data folder (HOME) and what stands in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from companion.files.paths import absolute, join

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "companion"
"""The folder's name where a system keeps its users' data."""
HOME_VARIABLE = "COMPANION_HOME"
"""The environment variable that names another data folder."""


class Places(NamedTuple):
    """The names inside one data folder; naming a place makes nothing."""

    home: str
    """The data folder."""

    @property
    def cases(self) -> str:
        """One folder a case."""
        return join(self.home, "cases")

    @property
    def trash(self) -> str:
        """What was deleted in a room, kept 30 days."""
        return join(self.home, "trash")

    @property
    def derived(self) -> str:
        """Indexes that can be made again from the stores."""
        return join(self.home, "derived")

    @property
    def packs(self) -> str:
        """The user's own packs."""
        return join(self.home, "packs")

    @property
    def device(self) -> str:
        """The random id of this data folder."""
        return join(self.home, "device")

    @property
    def erased(self) -> str:
        """The ids of erased cases, one a line: tombstones."""
        return join(self.home, "erased")

    @property
    def restoring(self) -> str:
        """Held while a backup is being brought back."""
        return join(self.home, "restore.lock")

    @property
    def days(self) -> str:
        """The days on which something in the trash was due."""
        return join(self.trash, "days")

    @property
    def settings(self) -> str:
        """The user's settings."""
        return join(self.home, "settings.json")

    @property
    def keymap(self) -> str:
        """The user's own keys."""
        return join(self.home, "keymap.txt")


def find_home(given: str | None, environment: Mapping[str, str] | None = None) -> str:
    """The data folder: `--home`, else `COMPANION_HOME`, else the system's place. Makes nothing."""
    chosen = given or (os.environ if environment is None else environment).get(HOME_VARIABLE)
    if chosen:
        return absolute(chosen)
    return absolute(platformdirs.user_data_dir(PROGRAM, appauthor=False))

"""Data folder, cases and packs of one run of the program."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion import bootstrap
from companion.cli.errors import RefusedError
from companion.cli.io import say
from companion.storage.errors import StoreError
from companion.words import commands as words

if TYPE_CHECKING:
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.settings import SettingsFile


class CommandContext:
    """Objects that the commands share, each built when first asked for."""

    def __init__(self, home: str | None = None) -> None:
        self.home = home
        """The folder given with `--home`."""

    @cached_property
    def _opened(self) -> tuple[CaseLibrary, SettingsFile]:
        library = bootstrap.library(self.home)
        return library, bootstrap.followed_settings(library.context)

    @property
    def library(self) -> CaseLibrary:
        """The cases of the data folder."""
        return self._opened[0]

    @property
    def settings(self) -> SettingsFile:
        """The settings, and the user's own keys."""
        return self._opened[1]

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every pack there is."""
        return bootstrap.packs(self.library.context)

    def refuse_unknown(self, packs: tuple[str, ...]) -> None:
        """Refuse the name of a pack that is not there.

        Raises:
            RefusedError: There is no such pack.
        """
        known = [head.id for head in self.catalogue.heads]
        for name in packs:
            if name not in known:
                raise RefusedError(words.no_such_pack(name, ", ".join(known)))


def put_in_order(library: CaseLibrary, *, thorough: bool = False) -> None:
    """End what was begun, empty the trash of what is due, close what is open; a full disk can wait.

    Args:
        library: The cases.
        thorough: Look at every file, not at folders alone.
    """
    from companion.services.case.trash import tidy

    try:
        tidy(library, thorough=thorough)
    except StoreError as error:
        say(str(error))

"""Putting the data folder in order, once a command or a room has written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.asking import say
from companion.storage.errors import StoreError

if TYPE_CHECKING:
    from companion.services.case.library import CaseLibrary


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

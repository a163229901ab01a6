"""How a store is opened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from companion.domain.value import Value, field

if TYPE_CHECKING:
    from collections.abc import Callable

JOURNAL_LIMIT = 256 * 1024
"""Bytes of journal after which a new generation is made."""


class OpenOptions(Value):
    """How a store is opened."""

    schema: int = 1
    """The version of the fields that is written."""
    read_only: bool = False
    """Never write."""
    create: bool = False
    """Begin a new store where there is none; its first change makes the file."""
    careful: bool = False
    """Look for other states in every file, as other programs may have put them there."""
    limit: int = JOURNAL_LIMIT
    """Bytes of journal after which a new generation is made."""
    clock: Callable[[], float] = field(default=time.monotonic)
    """Seconds, for the age of changes that are not yet synced."""
    may_come_back: Callable[[], bool] = field(default=lambda: True)
    """Asked before a folder that was taken away is made again: no, where the case was erased."""
    renewed: Callable[[], None] = field(default=lambda: None)
    """Called when a new generation is in place, from the thread that made it."""

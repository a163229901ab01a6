"""Builds the objects: the one place that chooses the real disk, clock and chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.files import DiskFiles, MemoryFiles, find_home
from companion.files.locale_name import time_locale
from companion.services.bell import Bell
from companion.services.settings import SettingsFile
from companion.services.shelf import Shelf
from companion.services.surroundings import Surroundings
from companion.storage.cases import new_id
from companion.storage.device import device_id
from companion.storage.syncing import Syncer
from companion.words.habits import HERE

if TYPE_CHECKING:
    from companion.packs.catalogue import Catalogue

MEMORY_HOME = "/example"
"""The data folder of the made-up example; it is on no disk."""


def _now() -> datetime:
    return datetime.now(UTC)


def surroundings(home: str | None = None) -> Surroundings:
    """What services work with on the real disk; nothing is made until something is kept."""
    files = DiskFiles()
    place = find_home(home)
    bell = Bell()
    return Surroundings(
        home=place,
        files=files,
        device=device_id(files, place),
        clock=_now,
        new_id=new_id,
        syncer=Syncer(bell.ring),
        bell=bell,
    )


def in_memory(like: Surroundings) -> Surroundings:
    """What services work with for the made-up example: the same, but nothing is kept."""
    return replace(like, home=MEMORY_HOME, files=MemoryFiles(), in_memory=True, made_up=True)


def shelf(home: str | None = None) -> Shelf:
    """The cases of a data folder."""
    return Shelf(surroundings(home))


def follow_habit(around: Surroundings) -> None:
    """From now on tell days and times as is usual here, or as the settings say."""
    HERE.follow(SettingsFile(around).locale, time_locale())


def packs(around: Surroundings) -> Catalogue:
    """Every pack there is, the user's own first."""
    from companion.packs import catalogue, locate

    files = DiskFiles()
    home = None if around.in_memory else around.home
    return catalogue.load(files, locate.roots(files, home))

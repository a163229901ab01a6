"""Builds the objects of the program; only here are the real disk, clock and ids chosen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.domain.value import replace
from companion.files import DiskFiles, find_home
from companion.files.zone import time_locale
from companion.services.case.library import CaseLibrary
from companion.services.context import AppContext
from companion.services.settings import SettingsFile
from companion.storage.cases import device_id, new_id
from companion.storage.sync_thread import Syncer
from companion.words.habits import HERE

if TYPE_CHECKING:
    from companion.packs.catalogue import Catalogue
    from companion.services.context import Indexer

MEMORY_HOME = "/example"
"""The data folder of the made-up example; it is on no disk."""


def _now() -> datetime:
    return datetime.now(UTC)


def context(home: str | None = None) -> AppContext:
    """Make the dependencies of the services on the real disk; no file is made before a save."""
    files = DiskFiles()
    place = find_home(home)
    return AppContext(
        home=place,
        files=files,
        device=device_id(files, place),
        clock=_now,
        new_id=new_id,
        syncer=Syncer(),
        indexer=search_indexer,
    )


def search_indexer() -> Indexer:
    """Return what indexes a case for searching; a room opens without it."""
    from companion.services.search import entry

    return entry


def in_memory(like: AppContext) -> AppContext:
    """Make the dependencies of the services for the example case, in memory."""
    from companion.files.memory import MemoryFiles

    return replace(like, home=MEMORY_HOME, files=MemoryFiles(), in_memory=True, made_up=True)


def library(home: str | None = None) -> CaseLibrary:
    """Return the cases of a data folder."""
    return CaseLibrary(context(home))


def followed_settings(context: AppContext) -> SettingsFile:
    """Read the settings; from now on days and times are told as they say, or as is usual here."""
    settings = SettingsFile(context)
    HERE.follow(settings.locale, time_locale())
    return settings


def packs(context: AppContext) -> Catalogue:
    """Return every pack there is, the user's own first."""
    from companion.packs import catalogue, folders

    files = DiskFiles()
    home = None if context.in_memory else context.home
    return catalogue.load(files, folders.roots(files, home))

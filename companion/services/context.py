"""Dependencies shared by all services: data folder, file system, clock, id generator."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

from companion.domain.moments import local_day
from companion.domain.value import Value
from companion.storage import cases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.domain.changes import StoreFile
    from companion.files.interface import Files
    from companion.storage.sync_thread import Syncer

MICROSECONDS = 1000


class Indexer(Protocol):
    """Told by an open case, which holds the case's lock, what happens to its stores."""

    def stores_written(
        self, context: AppContext, case_id: str, values: Mapping[str, StoreFile | None]
    ) -> None:
        """Index what stores hold that were just written.

        Args:
            context: Where the case is.
            case_id: The case.
            values: Name of each store and its value; None forgets what is indexed of it.
        """

    def notes_covered(
        self, context: AppContext, case_id: str, name: str, note_ids: frozenset[str]
    ) -> None:
        """Forget a store in which notes are covered now, and whatever rests on these notes."""


class AppContext(Value):
    """Dependencies that the program hands to its services once."""

    home: str
    """The data folder."""
    files: Files
    device: str
    """Random id of this data folder on this laptop."""
    clock: Callable[[], datetime]
    """Return the time, aware."""
    new_id: Callable[[], str]
    syncer: Syncer
    """Syncs changes to the disk at most 250 ms later, and tells when that begins to fail."""
    indexer: Callable[[], Indexer]
    """Return what indexes a case for searching; called only once something was changed."""
    made_up: bool = False
    """Whether it holds the made-up example; every room says so."""
    in_memory: bool = False
    """Whether nothing is kept."""

    def now(self) -> datetime:
        """Return the time, UTC, cut to whole milliseconds."""
        at = self.clock().astimezone(UTC)
        return at.replace(microsecond=at.microsecond // MICROSECONDS * MICROSECONDS)

    def today(self) -> date:
        """Return the local day."""
        return local_day(self.now())

    def now_ms(self) -> int:
        """Return the time in UTC milliseconds."""
        return int(self.now().timestamp() * 1000)

    def case_path(self, case_id: str) -> str:
        """Return the path of a case's own store."""
        return cases.case_path(self.home, case_id)

    def visit_path(self, case_id: str, visit_id: str) -> str:
        """Return the path of a visit's store."""
        return cases.visit_path(self.home, case_id, visit_id)

    def was_erased(self, case_id: str) -> bool:
        """Return whether a case of that id was erased here for ever."""
        from companion.storage.trash import erased_ids  # noqa: PLC0415 - seldom asked

        return case_id in erased_ids(self.files, self.home)

    def visit_ids(self, case_id: str) -> tuple[str, ...]:
        """Return the ids of the visits that have a store."""
        return tuple(cases.visit_ids(self.files, self.home, case_id))

"""What every service works with: the data folder, the seam to files, the clock, chance."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from companion.domain.moments import local_day
from companion.domain.value import Value
from companion.storage import cases

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files.interface import Files
    from companion.services.case.indexer import Indexer
    from companion.services.case.save_observer import SaveObserver
    from companion.storage.sync_thread import Syncer

MICROSECONDS = 1000


class AppContext(Value):
    """Handed to services once, by the one who builds them."""

    home: str
    """The data folder."""
    files: Files
    """The seam to files."""
    device: str
    """Random id of this data folder."""
    clock: Callable[[], datetime]
    """The time, aware."""
    new_id: Callable[[], str]
    """A new random id."""
    syncer: Syncer
    """Brings edits to the platter at most 250 ms later."""
    save_observer: SaveObserver
    """Rings when saving begins to fail, or works again."""
    indexer: Callable[[], Indexer]
    """Return what indexes a case for searching; called only once something was changed."""
    made_up: bool = False
    """Whether it holds the made-up example, which every room says."""
    in_memory: bool = False
    """Nothing is kept: the made-up example."""

    def now(self) -> datetime:
        """The time, UTC, cut to whole milliseconds."""
        at = self.clock().astimezone(UTC)
        return at.replace(microsecond=at.microsecond // MICROSECONDS * MICROSECONDS)

    def today(self) -> date:
        """Return the local day."""
        return local_day(self.now())

    def now_ms(self) -> int:
        """The time as UTC milliseconds."""
        return int(self.now().timestamp() * 1000)

    def case_path(self, case_id: str) -> str:
        """Where a case's own store lies."""
        return cases.case_path(self.home, case_id)

    def visit_path(self, case_id: str, visit_id: str) -> str:
        """Where a visit's store lies."""
        return cases.visit_path(self.home, case_id, visit_id)

    def was_erased(self, case_id: str) -> bool:
        """Whether a case of that id was erased here for ever."""
        from companion.storage.trash import erased_ids  # noqa: PLC0415 - seldom asked

        return case_id in erased_ids(self.files, self.home)

    def visit_ids(self, case_id: str) -> tuple[str, ...]:
        """The visits of a case that have a store."""
        return tuple(cases.visit_ids(self.files, self.home, case_id))

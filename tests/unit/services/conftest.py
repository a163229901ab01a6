from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.files import MemoryFiles
from companion.services.bell import Bell
from companion.services.shelf import Shelf
from companion.services.surroundings import Surroundings
from companion.storage.cases import new_id
from companion.storage.syncing import Syncer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """No case yet, in memory."""
    bell = Bell()
    syncer = Syncer(bell.ring)
    yield Shelf(
        Surroundings(
            home="/home",
            files=MemoryFiles(),
            device="laptop0001",
            clock=lambda: datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
            new_id=new_id,
            syncer=syncer,
            bell=bell,
            in_memory=True,
        )
    )
    syncer.stop()

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.bootstrap import search_indexer
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary
from companion.services.context import AppContext
from companion.storage.cases import new_id
from companion.storage.sync_thread import Syncer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def library() -> Iterator[CaseLibrary]:
    """No case yet, in memory."""
    syncer = Syncer()
    yield CaseLibrary(
        AppContext(
            home="/home",
            files=MemoryFiles(),
            device="laptop0001",
            clock=lambda: datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
            new_id=new_id,
            syncer=syncer,
            indexer=search_indexer,
            in_memory=True,
        )
    )
    syncer.stop()

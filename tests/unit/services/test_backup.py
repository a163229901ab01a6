"""A backup brings back whole cases, or none."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.files import MemoryFiles
from companion.services.backup import make_backup, restore_backup
from companion.services.planning import NewVisit, plan_visit
from companion.services.shelf import NewCase, Shelf
from companion.storage.errors import Unwritable

if TYPE_CHECKING:
    from pathlib import Path


class FullDisk(MemoryFiles):
    """A disk that takes so many new files and no more."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room
        """How many files may still be made."""

    def create(self, path: str) -> int:
        """A new file, while there is room."""
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        self.room -= 1
        return super().create(path)


def test_a_case_that_did_not_fit_on_the_disk_can_be_brought_back_later(tmp_path: Path) -> None:
    around = bootstrap.surroundings(str(tmp_path))
    here = Shelf(bootstrap.in_memory(around))
    session = here.make(NewCase(title="Knee"))
    plan_visit(session, NewVisit(clinician="Dr Okafor"))
    session.finish()
    raw = make_backup(here)

    disk = FullDisk(room=2)
    other = Shelf(replace(bootstrap.in_memory(around), files=disk))
    with pytest.raises(Unwritable, match="the disk is full"):
        restore_backup(other, raw)
    assert other.case_ids() == ()
    assert not disk.names

    disk.room = 100
    assert restore_backup(other, raw).added == (session.case_id,)
    assert other.peek(session.case_id).case == here.peek(session.case_id).case
    assert restore_backup(other, raw).there == (session.case_id,)

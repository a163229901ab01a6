"""Backups made and brought back without a file, for tests."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from companion.services.transfer.backup import write_backup
from companion.services.transfer.restoration import restore_backup
from companion.storage.backup_contents import BackupContents, ZipSource

if TYPE_CHECKING:
    from companion.services.case.library import CaseLibrary
    from companion.services.transfer.restoration import RestoreResult


def backup_of(library: CaseLibrary) -> bytes:
    """All cases as a zip."""
    zipped = bytearray()
    done = write_backup(library, zipped.extend)
    assert done.missing == []
    return bytes(zipped)


def restored(library: CaseLibrary, raw: bytes) -> RestoreResult:
    """What bringing back a zip did."""
    return restore_backup(library, BackupContents(ZipSource(io.BytesIO(raw))))

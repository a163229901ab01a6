"""A store as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from companion.files import Info
    from companion.storage.checkpoint import Tables
    from companion.storage.findings import Finding


class Loaded(Struct):
    """A store as it was read."""

    tables: Tables = field(default_factory=dict)
    generation: int = 0
    """The generation of the checkpoint that counts; 0 for a new store."""
    highest: int = 0
    """The highest generation that any of the files names."""
    schema: int = 0
    """The schema the checkpoint was written with; 0 for a new store."""
    crc32: str = ""
    """The checksum of the checkpoint."""
    number: int = 0
    """The last change."""
    journal_size: int = 0
    """Bytes of the journal that is appended to."""
    records: int = 0
    """Transactions that are in journals only."""
    clean: bool = False
    """Whether the journal may be appended to; otherwise the next write makes a generation."""
    main_bad: bool = False
    """Whether the checkpoint is set aside before another takes its place."""
    journal_bad: bool = False
    """Whether the journal is set aside before another takes its place."""
    others: list[Tables] = field(default_factory=list)
    """Other states that lie in the store's files and do not lead to the one that counts."""
    aside: list[str] = field(default_factory=list)
    """Files that hold other states: set aside once their state is kept elsewhere."""
    unread: list[str] = field(default_factory=list)
    """Unreadable files that nothing needs: set aside before others take their place."""
    read_only: bool = False
    """Whether it was written by a newer version."""
    findings: list[Finding] = field(default_factory=list)
    """Problems to tell the user."""
    main_info: Info | None = None
    """Identifies the checkpoint, to notice its replacement."""
    journal_info: Info | None = None
    """Identifies the journal."""
    moved_info: Info | None = None
    """The journal at the previous one's place, where a crash left it half-way to a new one."""

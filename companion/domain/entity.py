"""The base of everything kept: an id, who made it when, and when each field last changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from companion.domain.stamps import Stamp
from companion.domain.value import Value, field

ID_PATTERN = re.compile(r"[a-z0-9]{8,40}\Z")


def is_id(text: str) -> bool:
    """Return whether the text has the form of an id."""
    return ID_PATTERN.match(text) is not None


def id_within(parent_id: str, name: str) -> str:
    """Return the id of something there is once in a store: the same on every laptop."""
    import hashlib  # noqa: PLC0415 - most cases open without such a thing

    return hashlib.sha256(f"{parent_id}/{name}".encode()).hexdigest()[:16]


class Version(Value):
    """One of several texts that were written without knowing of each other."""

    stamp: Stamp
    """When and where it was written."""
    text: str
    base: tuple[Stamp, ...] = ()
    """The stamps it was changed from."""


class Entity(Value, kw_only=True):
    """Anything that is kept, changed, merged or deleted by itself."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset()
    """Fields whose texts are both kept when two people changed them apart."""

    id: str
    """Random; `[a-z0-9]{8,40}`."""
    created_at: datetime | None = None
    created_by: str = ""
    """Its author: a person's id, else the id of the data folder."""
    deleted: bool = False
    """Deleted things stay until their case is erased, so that undo and merge can see them."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """Field name to the stamp of its last change."""
    base: Mapping[str, tuple[Stamp, ...]] = field(default_factory=dict)
    """Text field name to the stamps its text was changed from, one a data folder, the newest."""
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """Text field name to the texts that were merged into it and are not edited since."""


BOOKKEEPING = frozenset({"id", "created_at", "created_by", "stamps", "base", "versions"})
"""Fields of an entity that change only together with others."""

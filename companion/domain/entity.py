"""The base of everything kept: an id, who made it when, and when each field last changed.

That is told in hybrid logical time, in an order every laptop agrees on.

Source: Kulkarni and others 2014, *Logical Physical Clocks*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import ClassVar

from companion.domain.value import Value, field

ID_PATTERN = re.compile(r"[a-z0-9]{8,40}\Z")


def is_id(text: str) -> bool:
    """Return whether the text has the form of an id."""
    return ID_PATTERN.match(text) is not None


def id_within(parent_id: str, name: str) -> str:
    """Return the id of something there is once in a store: the same on every laptop."""
    import hashlib  # noqa: PLC0415 - most cases open without such a thing

    return hashlib.sha256(f"{parent_id}/{name}".encode()).hexdigest()[:16]


Stamp = tuple[int, str, int]
"""UTC milliseconds, random id of the data folder, counter; as stored: `[at, device, n]`."""

IMPORTED = "import"
"""Stands for the data folder in stamps of what came from an export, which names none."""
EVERY_FIELD = "*"
"""The stamp of all fields that have none of their own: when the entity was made."""


def order(stamp: Stamp) -> tuple[int, int, str]:
    """Return the key by which stamps are compared: (at, n, device)."""
    at, device, n = stamp
    return at, n, device


def newest_of_each(stamps: Iterable[Stamp]) -> tuple[Stamp, ...]:
    """Return the newest stamp of each data folder, in order."""
    newest: dict[str, Stamp] = {}
    for stamp in stamps:
        newest[stamp[1]] = max(newest.get(stamp[1], stamp), stamp, key=order)
    return tuple(sorted(newest.values(), key=order))


class Clock(Value):
    """Gives stamps that never fall below the greatest seen."""

    device: str
    """Random id of this data folder."""
    at: int = 0
    """Greatest UTC millisecond seen."""
    n: int = -1
    """Greatest counter seen within that millisecond."""

    def tick(self, now: int) -> tuple[Clock, Stamp]:
        """Return the clock after one more change at `now` (UTC ms), and that change's stamp."""
        at = max(now, self.at)
        n = self.n + 1 if at == self.at else 0
        return Clock(self.device, at, n), (at, self.device, n)

    def seen(self, stamp: Stamp) -> Clock:
        """Return the clock after meeting a stamp made here or elsewhere."""
        at, _, n = stamp
        return Clock(self.device, *max((self.at, self.n), (at, n)))


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

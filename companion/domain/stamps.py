"""Hybrid logical time: when a field last changed, in an order every laptop agrees on.

Source: Kulkarni and others 2014, *Logical Physical Clocks*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

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

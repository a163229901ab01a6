"""What opening a store brought to light, to be told to the person once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Found(StrEnum):
    """The kinds of findings; the value is a stable name."""

    PREVIOUS = "previous"
    """The file was damaged; the exact state came from the generation before it."""
    OLDER = "older"
    """The file was damaged; an earlier state was opened."""
    GAPS = "gaps"
    """Damaged journal lines were left out."""
    TORN = "torn"
    """The computer stopped in the middle of a write."""
    EDITED = "edited"
    """Another program changed the file; it was opened as it now is."""
    NEWER = "newer"
    """Written by a newer version; read-only."""
    UNITED = "united"
    """Another state of the store was found; what both hold is shown together."""
    ASIDE = "aside"
    """Another state of the store was found, and cannot be read whole."""
    REMOVED = "removed"
    """Another program took the file away while it was open; it was written again from memory."""
    WAITS = "waits"
    """Something typed in a window that could not write waits beside the visit."""
    CONFLICT = "conflict"
    """Another program replaced the file while it was open; ours goes on in a copy."""


_SENTENCES = {
    Found.PREVIOUS: words.FOUND_PREVIOUS,
    Found.OLDER: words.FOUND_OLDER,
    Found.GAPS: words.FOUND_GAPS,
    Found.TORN: words.FOUND_TORN,
    Found.EDITED: words.FOUND_EDITED,
    Found.NEWER: words.FOUND_NEWER,
    Found.UNITED: words.FOUND_UNITED,
    Found.ASIDE: words.FOUND_ASIDE,
    Found.WAITS: words.FOUND_WAITS,
    Found.REMOVED: words.FOUND_REMOVED,
    Found.CONFLICT: words.FOUND_CONFLICT,
}


_GRAVEST = (
    Found.REMOVED,
    Found.GAPS,
    Found.OLDER,
    Found.TORN,
    Found.CONFLICT,
    Found.EDITED,
    Found.ASIDE,
    Found.UNITED,
    Found.WAITS,
    Found.NEWER,
    Found.PREVIOUS,
)


LASTING = frozenset({Found.CONFLICT, Found.REMOVED, Found.UNITED, Found.ASIDE})
"""What is said as long as a room is open."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found."""

    kind: Found
    """Which kind."""
    name: str
    """The file's name, without its folder."""
    copy: str = ""
    """The name of the copy that was made, where there is one."""

    @property
    def sentence(self) -> str:
        """What to tell the person."""
        return _SENTENCES[self.kind].format(name=self.name, copy=self.copy)

    @property
    def notice(self) -> str:
        """The same in a room, in two lines; without the file."""
        return words.SHORT_FOUND[self.kind]


def gravest(findings: Iterable[Finding]) -> Finding | None:
    """The finding after which most may be missing."""
    return min(findings, key=lambda each: _GRAVEST.index(each.kind), default=None)

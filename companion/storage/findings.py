"""Problems found while opening a store, to be told to the user once."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Iterable


class FindingKind(StrEnum):
    """The kinds of findings, those first after which most may be missing; stable names."""

    REMOVED = "removed"
    """Another program removed the file while it was open; it was written again from memory."""
    GAPS = "gaps"
    """Damaged journal lines were left out."""
    OLDER = "older"
    """The file was damaged; an earlier state was opened."""
    TORN = "torn"
    """The computer stopped in the middle of a write."""
    CONFLICT = "conflict"
    """Another program replaced the file while it was open; ours goes on in a copy."""
    EDITED = "edited"
    """Another program changed the file; it was opened as it now is."""
    ASIDE = "aside"
    """Another state of the store was found, and cannot be read whole."""
    UNITED = "united"
    """Another state of the store was found; both are shown together."""
    WAITS = "waits"
    """Text typed in a window that could not write waits beside the visit."""
    NEWER = "newer"
    """Written by a newer version; read-only."""
    PREVIOUS = "previous"
    """The file was damaged; the exact state came from the generation before it."""


_GRAVEST = tuple(FindingKind)
LASTING = frozenset(
    {FindingKind.CONFLICT, FindingKind.REMOVED, FindingKind.UNITED, FindingKind.ASIDE}
)
"""Findings that are shown as long as a room is open."""


class Finding(Value):
    """One problem found."""

    kind: FindingKind
    name: str
    """The file's name, without its folder."""
    copy: str = ""
    """The name of the copy that was made, where there is one."""

    @property
    def sentence(self) -> str:
        """Return the sentence for the user."""
        return words.FOUND[self.kind].format(name=self.name, copy=self.copy)

    @property
    def notice(self) -> str:
        """Return the same for a room, in two lines; without the file."""
        return words.SHORT_FOUND[self.kind]


def gravest(findings: Iterable[Finding]) -> Finding | None:
    """Return the finding after which most may be missing."""
    return min(findings, key=lambda each: _GRAVEST.index(each.kind), default=None)

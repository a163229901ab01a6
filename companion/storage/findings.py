"""Problems found while opening a store, to be told to the user once."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Iterable


class FindingKind(StrEnum):
    """The kinds of findings; each value is a stable name."""

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
    """Another state of the store was found; both are shown together."""
    ASIDE = "aside"
    """Another state of the store was found, and cannot be read whole."""
    REMOVED = "removed"
    """Another program removed the file while it was open; it was written again from memory."""
    WAITS = "waits"
    """Text typed in a window that could not write waits beside the visit."""
    CONFLICT = "conflict"
    """Another program replaced the file while it was open; ours goes on in a copy."""


_SENTENCES = {
    FindingKind.PREVIOUS: words.FOUND_PREVIOUS,
    FindingKind.OLDER: words.FOUND_OLDER,
    FindingKind.GAPS: words.FOUND_GAPS,
    FindingKind.TORN: words.FOUND_TORN,
    FindingKind.EDITED: words.FOUND_EDITED,
    FindingKind.NEWER: words.FOUND_NEWER,
    FindingKind.UNITED: words.FOUND_UNITED,
    FindingKind.ASIDE: words.FOUND_ASIDE,
    FindingKind.WAITS: words.FOUND_WAITS,
    FindingKind.REMOVED: words.FOUND_REMOVED,
    FindingKind.CONFLICT: words.FOUND_CONFLICT,
}


_GRAVEST = (
    FindingKind.REMOVED,
    FindingKind.GAPS,
    FindingKind.OLDER,
    FindingKind.TORN,
    FindingKind.CONFLICT,
    FindingKind.EDITED,
    FindingKind.ASIDE,
    FindingKind.UNITED,
    FindingKind.WAITS,
    FindingKind.NEWER,
    FindingKind.PREVIOUS,
)


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
        return _SENTENCES[self.kind].format(name=self.name, copy=self.copy)

    @property
    def notice(self) -> str:
        """Return the same for a room, in two lines; without the file."""
        return words.SHORT_FOUND[self.kind]


def gravest(findings: Iterable[Finding]) -> Finding | None:
    """Return the finding after which most may be missing."""
    return min(findings, key=lambda each: _GRAVEST.index(each.kind), default=None)

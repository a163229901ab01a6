"""The priorities: what matters to the patient, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.prepare.part import DONE, NOT_HERE, PartResult
from companion.ui.prepare.parts.checklist import ChecklistPart
from companion.words import prepare as words

if TYPE_CHECKING:
    from collections.abc import Callable


class PrioritiesPart(ChecklistPart):
    """Things that matter to the patient, with stars."""

    NAME = "matters"
    TABLE = "priorities"
    KIND = "priority"
    LABEL = words.PRIORITY_LABEL
    HINT = words.PRIORITY_HINT

    def stars(self, key: str) -> PartResult:
        """Give one star more, none after five."""
        if self._chosen(key) is None:
            self.tick(key)
        chosen = self._chosen(key)
        if chosen is None:
            return NOT_HERE
        self.checklist.more_stars(chosen)
        return DONE

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {**super().actions(), "stars": self.stars}

"""The answers given before leaving, as they are told away from their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.steps import DOOR_ANSWERS
from companion.domain.text import one_line
from companion.domain.value import Value
from companion.words import said as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.cover_choice import Covering
    from companion.domain.visit import VisitFile

DOOR = "door"
"""The kind of these answers: `door/NAME` names one in a list."""
_LABELS = {"results": words.RESULTS, "report": words.REPORT}
"""What stands before an answer that says little without what was asked."""


class DoorAnswer(Value):
    """One answer."""

    name: str
    """call, plan, who, results or report."""
    text: str
    """On one line; what was asked stands before it where it is needed."""

    @property
    def id(self) -> str:
        """Its key among notes."""
        return f"{DOOR}/{self.name}"


def door_answers(visit: VisitFile, covering: Covering) -> Iterator[DoorAnswer]:
    """Yield the answers of a visit that are not hidden for what they say."""
    for card in not_deleted(visit.before_you_leave):
        for name in DOOR_ANSWERS:
            text = one_line(getattr(card, name))
            if text and not covering.takes_text(text):
                label = _LABELS.get(name)
                yield DoorAnswer(name, f"{label}: {text}" if label else text)

"""In which rooms a change is in view: what is taken back in a room was made or is shown there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.steps import RESULTS, door_step_id, steps_in
from companion.domain.visit import VisitFile

if TYPE_CHECKING:
    from companion.domain.changes import Inverse, StoreFile

PREPARE, VISIT, COMPARE = "prepare", "visit", "compare"
_LATER = frozenset(
    {
        *("aspects", "rows", "paths", "confidence", "leaning", "decision", "steps"),
        *("options", "criteria", "option_cells", "option_stars"),
    }
)
"""Tables of a case's file that Compare fills."""
_OPINIONS = frozenset({"opinions", "cells", "ratings", "additions"})
"""Tables of opinions, in either kind of file."""
_PLANNED = frozenset(
    {
        *("clinician_id", "at", "zone", "minutes", "place", "phone", "uid", "goal", "say_first"),
        *("cancelled_at", "deleted"),
    }
)
"""Fields of a visit that are settled before it."""
_IN_THE_VISIT = frozenset({"state", "carried_to"})
"""Fields of a question's place that its visit alone shows."""


def _of_case(inverse: Inverse, visit: VisitFile | None) -> frozenset[str]:
    if inverse.table in _OPINIONS:
        return frozenset({PREPARE, COMPARE})
    if inverse.table == "steps" and visit is not None:
        here = any(step.id == inverse.id for step in steps_in(visit))
        return frozenset({COMPARE, VISIT}) if here else frozenset({COMPARE})
    if inverse.table in _LATER:
        return frozenset({COMPARE})
    if inverse.table == "results" and visit is not None:
        here = inverse.id == door_step_id(visit.id, RESULTS)
        return frozenset({PREPARE, VISIT}) if here else frozenset({PREPARE})
    if inverse.table == "preparation" and {*inverse.fields} == {"covered"}:
        return frozenset({PREPARE, VISIT})
    return frozenset({PREPARE})


def _of_visit(inverse: Inverse, file: VisitFile) -> frozenset[str]:
    if inverse.table in _OPINIONS:
        return frozenset({COMPARE})
    if inverse.table == "about" and {*inverse.fields} <= _PLANNED:
        # A talk that a path made is shown under it.
        return frozenset({PREPARE, VISIT, *([COMPARE] if file.head.say_first else ())})
    if inverse.table in {"listed", "questions"} and not {*inverse.fields} <= _IN_THE_VISIT:
        return frozenset({PREPARE, VISIT})
    if inverse.table == "people":
        return frozenset({PREPARE, VISIT, COMPARE})
    return frozenset({VISIT})


def rooms_of(
    file: StoreFile, inverses: tuple[Inverse, ...], visit: VisitFile | None = None
) -> frozenset[str]:
    """Return the rooms that show a change; those that show all of it, where there are some.

    Args:
        file: The file it was made in, as it is now.
        inverses: What takes it back.
        visit: The visit that is open, for to-dos that stand among its notes.
    """
    every = [
        _of_visit(each, file) if isinstance(file, VisitFile) else _of_case(each, visit)
        for each in inverses
    ]
    return frozenset.intersection(*every) or frozenset.union(*every)


def hides_words(file: StoreFile, inverses: tuple[Inverse, ...]) -> bool:
    """Return whether undoing a change would hide a visit in which something was written since."""
    if not isinstance(file, VisitFile):
        return False
    gone = any(each.table == "about" and each.fields.get("deleted") for each in inverses)
    line = file.line
    half = line is not None and bool(line.text)
    made = file.head.created_at
    since = any(
        made and each.created_at and each.created_at > made for each in not_deleted(file.questions)
    )
    written = half or since or bool(file.live_notes)
    return gone and (written or file.head.started_at is not None)

"""Where in Prepare something that was found is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import found
from companion.domain.progress import PreparationPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import CaseFile
    from companion.ui.widgets.row import Row

_KINDS = {
    "reason": PreparationPart.REASONS,
    "priority": PreparationPart.MATTERS,
    "goal": PreparationPart.GOAL,
    "record": PreparationPart.RECORDS,
    "question": PreparationPart.QUESTIONS,
}
_ANSWERS = {
    "time_check": PreparationPart.TIME,
    "opening": PreparationPart.OPENING,
    "telling": PreparationPart.TELLING,
    "referral": PreparationPart.TELLING,
    "insurance": PreparationPart.TELLING,
    "where_to_go": PreparationPart.TELLING,
    "numbers_wanted": PreparationPart.NUMBERS,
    "role_wanted": PreparationPart.ROLE,
    "expectation": PreparationPart.EXPECTATION,
    "companion_job": PreparationPart.PEOPLE,
    "medicines": PreparationPart.MEDICINES,
    "allergies": PreparationPart.MEDICINES,
    "timeline": PreparationPart.HISTORY,
}


def part_of(thing: str) -> str | None:
    """The part that holds a thing (`kind/id` or `kind/id/which`), or None."""
    kind, _, name = thing.partition("/")
    name, _, _ = name.partition("/")
    part = _ANSWERS.get(name) if kind == "answer" else _KINDS.get(kind)
    return part.value if part is not None else None


def row_of(thing: str, rows: Iterable[Row], file: CaseFile) -> str | None:
    """The key of the row on which a thing (`kind/id` or `kind/id/which`) stands, or None."""
    _, _, name = thing.partition("/")
    name, _, which = name.partition("/")
    chosen = found(file.reasons, name) or found(file.priorities, name)
    source = chosen.source if chosen is not None else None
    keys = [row.key for row in rows if row.selectable]
    wanted = (
        f"line:{name}:{which}",
        *(f"{kind}:{name}" for kind in ("question", "record", "own", "answer")),
        *((f"tick:{source}",) if source else ()),
    )
    return next((key for each in wanted for key in keys if key == each), None)

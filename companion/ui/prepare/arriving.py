"""Where in Prepare something that was found is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.progress import Part
from companion.domain.tables import found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import CaseFile
    from companion.ui.widgets.row import Row

_KINDS = {
    "reason": Part.REASONS,
    "priority": Part.MATTERS,
    "goal": Part.GOAL,
    "record": Part.RECORDS,
    "question": Part.QUESTIONS,
}
_ANSWERS = {
    "time_check": Part.TIME,
    "opening": Part.OPENING,
    "telling": Part.TELLING,
    "referral": Part.TELLING,
    "insurance": Part.TELLING,
    "where_to_go": Part.TELLING,
    "numbers_wanted": Part.NUMBERS,
    "role_wanted": Part.ROLE,
    "expectation": Part.EXPECTATION,
    "companion_job": Part.PEOPLE,
    "medicines": Part.MEDICINES,
    "allergies": Part.MEDICINES,
    "timeline": Part.HISTORY,
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

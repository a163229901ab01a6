"""Where in Prepare something that was found is kept."""

from __future__ import annotations

from companion.domain.progress import Part

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
    """The part that holds a thing (`kind/id`), or None."""
    kind, _, name = thing.partition("/")
    part = _ANSWERS.get(name) if kind == "answer" else _KINDS.get(kind)
    return part.value if part is not None else None

"""The types of the fields of entities: references, days, times, counts.

They stand in the annotations of the entities, and all that has to know what a text or a number
means is derived from there: what the store tries when it reads, what an export and its schema say,
what an import refuses, and which references are emptied where they lead nowhere.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.entity import Entity

PEOPLE = "people"
QUESTIONS = "questions"
NOTES = "notes"
ASPECTS = "aspects"
RECORDS = "records"
VISITS = "visits"
CRITERIA = "criteria"


class Refers(Value):
    """The id of another thing."""

    to: str
    """The list it stands in."""


class Timed(Value):
    """A time or a day, as ISO 8601."""

    day: bool
    """Whether a day alone may stand here."""
    time: bool
    """Whether a time with offset may stand here."""


class Within(Value):
    """A whole number within bounds."""

    least: int
    most: int


PersonId = Annotated[str, Refers(PEOPLE)]
QuestionId = Annotated[str, Refers(QUESTIONS)]
NoteId = Annotated[str, Refers(NOTES)]
AspectId = Annotated[str, Refers(ASPECTS)]
RecordId = Annotated[str, Refers(RECORDS)]
VisitId = Annotated[str, Refers(VISITS)]
CriterionId = Annotated[str, Refers(CRITERIA)]

Day = Annotated[str, Timed(day=True, time=False)]
"""A day alone: `2026-12-03`."""
When = Annotated[str, Timed(day=True, time=True)]
"""A time with offset, or a day alone."""

MOST_STARS = 5
Stars = Annotated[int, Within(1, MOST_STARS)]
"""1 to 5."""
Minutes = Annotated[int, Within(0, 100_000)]
"""Whole minutes."""


def one_star_more(stars: int | None) -> int | None:
    """Return one star more, and none after the most."""
    more = (stars or 0) + 1
    return more if more <= MOST_STARS else None


def markers(hint: Any) -> Iterator[object]:  # noqa: ANN401
    """Yield what the parts of a type are marked with."""
    yield from getattr(hint, "__metadata__", ())
    for part in get_args(hint):
        yield from markers(part)


@cache
def references(kind: type[Entity]) -> dict[str, str]:
    """Return which fields of a kind refer to which list."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        name: marker.to
        for name in kind.__struct_fields__
        for marker in markers(hints[name])
        if isinstance(marker, Refers)
    }

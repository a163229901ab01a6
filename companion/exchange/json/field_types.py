"""What the strings and numbers of the JSON export mean: ids, references, times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec

PEOPLE = "people"
QUESTIONS = "questions"
NOTES = "notes"
ASPECTS = "aspects"
RECORDS = "records"
VISITS = "visits"


@dataclass(frozen=True, slots=True)
class Own:
    """The id of the thing itself."""


@dataclass(frozen=True, slots=True)
class Refers:
    """The id of another thing."""

    to: str
    """The list it stands in."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time or a day, as ISO 8601."""

    day: bool
    """Whether a day alone may stand here."""
    time: bool
    """Whether a time with offset may stand here."""


@dataclass(frozen=True, slots=True)
class Within:
    """A whole number within bounds."""

    least: int
    """The least."""
    most: int
    """The most."""


OwnId = Annotated[str, Own()]
PersonId = Annotated[str, Refers(PEOPLE)]
QuestionId = Annotated[str, Refers(QUESTIONS)]
NoteId = Annotated[str, Refers(NOTES)]
AspectId = Annotated[str, Refers(ASPECTS)]
RecordId = Annotated[str, Refers(RECORDS)]
VisitId = Annotated[str, Refers(VISITS)]

Moment = Annotated[
    str,
    Timed(day=False, time=True),
    msgspec.Meta(extra_json_schema={"format": "date-time"}),
]
"""ISO 8601 with offset, to the millisecond."""
Day = Annotated[
    str, Timed(day=True, time=False), msgspec.Meta(extra_json_schema={"format": "date"})
]
"""A day alone: `2026-12-03`."""
When = Annotated[str, Timed(day=True, time=True)]
"""A time with offset, or a day alone."""

Stars = Annotated[int, Within(1, 5), msgspec.Meta(ge=1, le=5)]
"""1 to 5."""
Minutes = Annotated[int, Within(0, 100_000), msgspec.Meta(ge=0, le=100_000)]
"""Whole minutes."""

"""What opinions and their comparison look like in the JSON export."""

# ruff: noqa: TC001 - msgspec and the readers look at these annotations while the program runs

from __future__ import annotations

from dataclasses import dataclass

from companion.domain.comparison import Verdict, Why
from companion.domain.opinion import OtherOpinionKnown
from companion.exchange.json.field_types import (
    AspectId,
    Day,
    Moment,
    NoteId,
    OwnId,
    PersonId,
    RecordId,
    Stars,
    VisitId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShape:
    """What an opinion says on one aspect."""

    aspect_id: AspectId | None = None
    """The row."""
    text: str = ""
    """In words."""
    note_ids: tuple[NoteId, ...] = ()
    """The notes behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingShape:
    """One person's rating of one side of an opinion."""

    what: str = "trust"
    """trust, daily_life, what_matters or talk."""
    by_id: PersonId | None = None
    """Whose."""
    stars: Stars | None = None
    """1 to 5."""
    words: str = ""
    """Why, in words."""
    note_id: NoteId | None = None
    """The note behind it."""
    gut: bool = False
    """A feeling, no note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionShape:
    """A dated addition to an opinion."""

    id: OwnId = ""
    """The addition."""
    at: Moment | None = None
    """When."""
    text: str = ""
    """What was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionShape:
    """What one clinician said."""

    id: OwnId = ""
    """The opinion."""
    visit_id: VisitId | None = None
    """The visit it was given in."""
    clinician_id: PersonId | None = None
    """Who gave it."""
    frozen_at: Moment | None = None
    """When it was set down for good."""
    cells: tuple[CellShape, ...] = ()
    """By aspect."""
    records_seen: tuple[RecordId, ...] = ()
    """Records this clinician had seen."""
    other_opinion_known: OtherOpinionKnown = OtherOpinionKnown.UNKNOWN
    """Whether the other opinion was known then."""
    ratings: tuple[RatingShape, ...] = ()
    """How it was found."""
    additions: tuple[AdditionShape, ...] = ()
    """What was added later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShape:
    """How the opinions go together on one aspect."""

    aspect_id: AspectId | None = None
    """The row."""
    verdict: Verdict | None = None
    """null: not looked at yet."""
    stars: Stars | None = None
    """How much it matters."""
    why: tuple[Why, ...] = ()
    """Why they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathShape:
    """A path that was chosen; the last one counts."""

    path: str = ""
    """Short name of the path."""
    at: Moment | None = None
    """When."""
    why: str = ""
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceShape:
    """Four yes/no answers on one day."""

    at: Moment | None = None
    """When."""
    by_id: PersonId | None = None
    """Whose."""
    answers: tuple[bool | None, ...] = (None, None, None, None)
    """Four; null where none was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaningShape:
    """Which way somebody leans on one day."""

    at: Moment | None = None
    """When."""
    by_id: PersonId | None = None
    """Whose."""
    text: str = ""
    """In words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonShape:
    """The opinions side by side."""

    rows: tuple[RowShape, ...] = ()
    """By aspect."""
    paths: tuple[PathShape, ...] = ()
    """Paths chosen."""
    confidence: tuple[ConfidenceShape, ...] = ()
    """How sure are we."""
    leaning: tuple[LeaningShape, ...] = ()
    """Which way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShape:
    """What was decided, in the patient's words."""

    text: str = ""
    """In words."""
    at: Moment | None = None
    """When."""
    by_id: PersonId | None = None
    """Whose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShape:
    """Something to do next."""

    id: OwnId = ""
    """The step; that of the note it comes from, where it does."""
    text: str = ""
    """What."""
    owner_id: PersonId | None = None
    """Who does it."""
    due: Day | None = None
    """By when."""
    done_at: Moment | None = None
    """When it was done."""
    note_ids: tuple[NoteId, ...] = ()
    """The notes behind it."""

"""What a case looks like in the JSON export, field by field and in this order."""

# ruff: noqa: TC001 - msgspec and the readers look at these annotations while the program runs

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from companion.domain.people import Role
from companion.domain.preparation import Covered, RecordStatus
from companion.exchange.json.field_types import Day, Moment, OwnId, PersonId, Stars
from companion.exchange.json.model_comparison import (
    ComparisonShape,
    DecisionShape,
    OpinionShape,
    StepShape,
)
from companion.exchange.json.model_visit import FieldShape, Listed, VisitShape

FORMAT = "companion-case"
"""What the file says it is."""
VERSION = 1
"""Within a version things are added, never changed or removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShape:
    """Somebody who takes part."""

    id: OwnId = ""
    """The person."""
    name: str = ""
    """As people call them."""
    role: Role = Role.CLINICIAN
    """patient, companion or clinician."""
    place: str = ""
    """Where a clinician works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonShape:
    """Why an opinion is sought."""

    id: OwnId = ""
    """The reason."""
    text: str = ""
    """In words."""
    source: str | None = None
    """`pack/item`, or null."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityShape:
    """Something that matters to the patient."""

    id: OwnId = ""
    """The priority."""
    text: str = ""
    """In words."""
    stars: Stars | None = None
    """How much."""
    source: str | None = None
    """`pack/item`, or null."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectShape:
    """A row of the comparison."""

    id: OwnId = ""
    """The aspect."""
    text: str = ""
    """Its name."""
    source: str | None = None
    """`pack/item`, or null."""
    position: float = 0.0
    """Order of the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShape:
    """A document to gather."""

    id: OwnId = ""
    """The record."""
    text: str = ""
    """What it is."""
    status: RecordStatus = RecordStatus.NEEDED
    """How far it has come."""
    holder: str = ""
    """Who has it."""
    spoken_to: str = ""
    """Who was spoken to."""
    why: str = ""
    """Why it matters."""
    asked_at: Day | None = None
    """Day it was asked for."""
    sent_at: Day | None = None
    """Day it was sent."""
    arrived_at: Day | None = None
    """Day it arrived."""
    chase_on: Day | None = None
    """Day to ask again."""
    source: str | None = None
    """`pack/item`, or null."""
    changes: str = ""
    """How much it could change a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareShape:
    """The single answers of the Prepare room."""

    time_check: str = ""
    """How long one can wait."""
    opening: str = ""
    """Two sentences to begin with."""
    telling: str = ""
    """How the present doctor was told."""
    referral: str = ""
    """Whether a referral is needed."""
    insurance: str = ""
    """What the insurer covers."""
    numbers_wanted: str = ""
    """How numbers and news are wanted."""
    role_wanted: str = ""
    """How much the patient wants to decide."""
    expectation: str = ""
    """What the patient expects to hear."""
    companion_job: str = ""
    """Who comes, and what job they have."""
    covered: Covered = Covered.SHOW
    """Numbers about living or dying."""
    medicines: tuple[str, ...] = ()
    """Medicines taken."""
    allergies: tuple[str, ...] = ()
    """Allergies."""
    timeline: tuple[str, ...] = ()
    """The history, one line a point."""
    where_to_go: str = ""
    """Where the opinion is sought."""
    page_printed_at: Day | None = None
    """Day the page for the doctor was last made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginShape:
    """Where an imported question came from."""

    kind: str = "import"
    """`import`."""
    key: str = ""
    """sha256 of the text and how many equal texts stood before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShape:
    """One question, in its own words."""

    id: OwnId = ""
    """The question."""
    text: str = ""
    """What is asked."""
    source: str | None = None
    """`pack/item`, or null."""
    origin: OriginShape | None = None
    """Set when it was imported."""
    alone: bool = False
    """Better asked when nobody else listens."""
    group: str = ""
    """Heading it stood under."""
    follow_ups: tuple[str, ...] = ()
    """What one can also ask."""
    why: str = ""
    """Why one might ask it."""
    uncovered: bool = False
    """Shown because somebody asked for it, whatever it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
    """The case's own copy of a piece of guidance."""

    id: OwnId = ""
    """The copy."""
    source: str = ""
    """`pack/item`."""
    kind: str = ""
    """Kind of item."""
    text: str = ""
    """Its words when it was copied."""
    fields: tuple[FieldShape, ...] = ()
    """Its fields in order."""
    group: str = ""
    """Heading it stood under."""
    reviewed: str = ""
    """Review date of its pack then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShape:
    """One health question on which opinions are sought."""

    format: Literal["companion-case"]
    """What this file is."""
    version: Literal[1]
    """Version of the format."""
    id: str
    """The case."""
    title: str
    """In the patient's own words."""
    packs: tuple[str, ...] = ()
    """Ids of the packs chosen."""
    created_at: Moment | None = None
    """When it was made."""
    decide_by: Day | None = None
    """Day by which a decision is wanted."""
    unreadable: tuple[str, ...] = ()
    """Ids of visits whose files cannot be read."""
    people: tuple[PersonShape, ...] = ()
    """Everybody who takes part."""
    reasons: tuple[ReasonShape, ...] = ()
    """Why an opinion is sought."""
    priorities: tuple[PriorityShape, ...] = ()
    """What matters to the patient."""
    aspects: tuple[AspectShape, ...] = ()
    """The rows of the comparison."""
    records: tuple[RecordShape, ...] = ()
    """Documents to gather."""
    prepare: PrepareShape = PrepareShape()
    """Single answers."""
    questions: tuple[QuestionShape, ...] = ()
    """Every question of the case."""
    plan_questions: tuple[Listed, ...] = ()
    """The list before any visit is planned."""
    visits: tuple[VisitShape, ...] = ()
    """By time."""
    opinions: tuple[OpinionShape, ...] = ()
    """Those from before the visits first, then by visit."""
    comparison: ComparisonShape = field(default_factory=ComparisonShape)
    """The opinions side by side."""
    decision: DecisionShape | None = None
    """What was decided."""
    steps: tuple[StepShape, ...] = ()
    """What to do next, to-do notes and door answers included."""
    steps_dropped: tuple[str, ...] = ()
    """Ids of to-do notes and door answers that are no steps any more."""
    writer_id: PersonId | None = None
    """Who wrote last."""
    texts: tuple[TextShape, ...] = ()
    """The case's own copies of guidance."""

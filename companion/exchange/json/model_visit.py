"""What a visit looks like in the JSON export, field by field and in this order."""

# ruff: noqa: TC001 - msgspec and the readers look at these annotations while the program runs

from __future__ import annotations

from dataclasses import dataclass

from companion.domain.marks import NoteKind
from companion.domain.note import TeachBackResult
from companion.domain.question import CarryTo, Priority, QuestionState
from companion.exchange.json.field_types import (
    Minutes,
    Moment,
    NoteId,
    OwnId,
    PersonId,
    QuestionId,
    When,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A question's place and state in a list."""

    question_id: QuestionId | None = None
    """The question; null when its words are gone."""
    number: int | None = None
    """What the room shows, from 1; worked out from the order."""
    priority: Priority = Priority.SHOULD
    """must, should or could."""
    asker_id: PersonId | None = None
    """Who asks."""
    state: QuestionState = QuestionState.OPEN
    """`asked` is worked out: open, with a note under it."""
    carried_to: CarryTo | None = None
    """Where it goes after the visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number card; blanks are still to ask."""

    what: str = ""
    """What happens."""
    count: str = ""
    """How many."""
    out_of: str = ""
    """Out of how many."""
    over: str = ""
    """Over how long."""
    for_whom: str = ""
    """For people like whom."""
    with_treatment: str = ""
    """How many with it."""
    without_treatment: str = ""
    """How many without it."""
    said_by: str = ""
    """Who says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBack:
    """How a note was said back to the doctor."""

    at: Moment | None = None
    """When."""
    result: TeachBackResult = TeachBackResult.CONFIRMED
    """confirmed or corrected."""
    text: str = ""
    """The corrected words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShape:
    """One stamped line or paragraph."""

    id: OwnId = ""
    """The note."""
    at: Moment | None = None
    """When Enter was pressed."""
    author_id: PersonId | None = None
    """Who typed it."""
    speaker: str | None = None
    """The name in front of a colon; worked out from the text."""
    kind: NoteKind = NoteKind.PLAIN
    """Its mark."""
    text: str = ""
    """As typed, without the mark."""
    question_id: QuestionId | None = None
    """The question it stands under; null is Anything else."""
    edited_at: Moment | None = None
    """When it was last changed."""
    pasted: bool = False
    """Came in as a paste of several lines."""
    covered: bool | None = None
    """Hidden until the patient asks; where nothing is said, what the patient chose decides."""
    mine_only: bool = False
    """Left out of every copy but the author's own."""
    later: bool = False
    """Added after the visit was ended."""
    number: Number | None = None
    """Its number card."""
    teach_back: SaidBack | None = None
    """How it was said back."""
    carried_to: str | None = None
    """Where it goes after the visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The five answers of *before you leave*."""

    call: str = ""
    """Whom do we call, and for what?"""
    plan: str = ""
    """What is the plan now?"""
    who: str = ""
    """Who does what?"""
    results: str = ""
    """When are the results, and who tells us?"""
    report: str = ""
    """Can we have a copy of the report?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """One answer written while the visit was fresh."""

    prompt: str = ""
    """The question answered."""
    text: str = ""
    """The answer."""
    at: Moment | None = None
    """When."""
    by_id: PersonId | None = None
    """Who wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShape:
    """One named text."""

    name: str = ""
    """Its name."""
    value: str = ""
    """Its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShape:
    """The unfinished line."""

    text: str = ""
    """As it stands, mark included."""
    question_id: QuestionId | None = None
    """The question shown above it."""
    editing_note_id: NoteId | None = None
    """The note being changed."""
    author_id: PersonId | None = None
    """Who writes."""
    changed_at: Moment | None = None
    """When it last changed."""
    covered: bool = False
    """Hidden while it is typed."""
    field: str = ""
    """The line of a card that is being filled instead."""
    asides: tuple[FieldShape, ...] = ()
    """What was typed into lines of cards and not kept yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitShape:
    """One appointment or call with one clinician."""

    id: OwnId = ""
    """The visit."""
    clinician_id: PersonId | None = None
    """With whom."""
    at: When | None = None
    """Planned for."""
    zone: str | None = None
    """IANA name of the time zone, or null."""
    minutes: Minutes | None = None
    """How long is planned."""
    place: str = ""
    """Where."""
    phone: bool = False
    """A call, not a meeting."""
    uid: str | None = None
    """Calendar entry it was imported from."""
    goal: str = ""
    """What this visit is for."""
    started_at: Moment | None = None
    """When the clock started."""
    ended_at: Moment | None = None
    """When it was ended by hand."""
    handed_over_at: Moment | None = None
    """When the page was handed to the doctor."""
    cancelled_at: Moment | None = None
    """When it was called off."""
    questions: tuple[Listed, ...] = ()
    """Its question list."""
    notes: tuple[NoteShape, ...] = ()
    """In the order entered."""
    before_you_leave: Door = Door()
    """The door card."""
    debrief: tuple[Fresh, ...] = ()
    """Answers in the order written."""
    composer: LineShape | None = None
    """The unfinished line; null when nobody ever typed."""
    created_at: Moment | None = None
    """When it was made."""
    say_first: str = ""
    """Words to begin a call with."""
    clock: str = "shown"
    """shown, last_five or off."""
    added_minutes: Minutes = 0
    """Minutes added by *more time*."""
    news_at: Moment | None = None
    """When *unexpected news* was switched on."""
    description: str = ""
    """What the invitation says."""
    organizer: str = ""
    """Who invites."""
    url: str = ""
    """The address of a page or a video call."""

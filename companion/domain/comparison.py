"""The opinions of a case, by aspect and side by side, how they were found, and what follows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import (
    AspectId,
    Day,
    NoteId,
    PersonId,
    RecordId,
    Stars,
    VisitId,
)


class OtherOpinionKnown(StrEnum):
    """Whether the other opinion was known when this one was given."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Opinion(Entity, kw_only=True):
    """The opinion of one clinician."""

    visit_id: VisitId | None = None
    """The visit it was given in; None when it was written down from before."""
    clinician_id: PersonId | None = None
    frozen_at: datetime | None = None
    """When it was set down for good; later words are additions."""
    records_seen: tuple[RecordId, ...] = ()
    other_opinion_known: OtherOpinionKnown = OtherOpinionKnown.UNKNOWN


class Cell(Entity, kw_only=True):
    """The words of an opinion on one aspect."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    opinion_id: str = ""
    aspect_id: AspectId = ""
    text: str = ""
    note_ids: tuple[NoteId, ...] = ()


class Rated(StrEnum):
    """Subjects that patient and companion rate, each for themselves."""

    TRUST = "trust"
    DAILY_LIFE = "daily_life"
    WHAT_MATTERS = "what_matters"
    TALK = "talk"


class Rating(Entity, kw_only=True):
    """One person's rating of one side of an opinion: words first, then 1-5 stars."""

    opinion_id: str = ""
    what: str = Rated.TRUST
    """trust, daily_life, what_matters or talk."""
    by_id: PersonId | None = None
    stars: Stars | None = None
    words: str = ""
    note_id: NoteId | None = None
    gut: bool = False
    """No note behind it: a feeling."""


class Addition(Entity, kw_only=True):
    """A dated addition to a frozen opinion."""

    opinion_id: str = ""
    at: datetime | None = None
    text: str = ""


# Side by side


class Verdict(StrEnum):
    """How one row goes together."""

    SAME = "same"
    REFINED = "refined"
    DIFFERS = "differs"
    NOT_DISCUSSED = "not_discussed"
    CANNOT_TELL_YET = "cannot_tell_yet"


class Why(StrEnum):
    """Why opinions differ on a row."""

    DIFFERENT_INFORMATION = "different_information"
    DIFFERENT_READING = "different_reading"
    DIFFERENT_STANDARD = "different_standard"
    DIFFERENT_WEIGHTING = "different_weighting"
    MORE_THAN_ONE_GOOD_WAY = "more_than_one_good_way"
    DO_NOT_KNOW = "do_not_know"


class Aspect(Entity, kw_only=True):
    """A row of the comparison."""

    text: str = ""
    source: str | None = None
    """`pack/item` it was copied from."""
    position: float = 0.0


def addition_begins(aspect: Aspect) -> str:
    """Return how an addition to what was said on one aspect begins."""
    return f"{aspect.text}: "


class ComparisonRow(Entity, kw_only=True):
    """How the opinions go together on one aspect."""

    aspect_id: AspectId = ""
    verdict: Verdict | None = None
    """None: not looked at yet."""
    stars: Stars | None = None
    """How much this row matters, 1 to 5."""
    why: tuple[Why, ...] = ()


class ChosenPath(Entity, kw_only=True):
    """A path that was chosen; the last one counts."""

    path: str = ""
    """Short name of the path: stay, take-back, together …"""
    at: datetime | None = None
    why: str = ""
    """Why, in the patient's words."""


class Confidence(Entity, kw_only=True):
    """Four yes/no answers on one day; None where none was given."""

    at: datetime | None = None
    by_id: PersonId | None = None
    answers: tuple[bool | None, ...] = (None, None, None, None)
    """Know the ways, clear what matters, enough support, feel sure."""


class Leaning(Entity, kw_only=True):
    """Which way a person leans, in their words, on one day."""

    at: datetime | None = None
    by_id: PersonId | None = None
    text: str = ""


class Decision(Entity, kw_only=True):
    """The decision and its reason, in the patient's words."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    at: datetime | None = None
    by_id: PersonId | None = None


class Step(Entity, kw_only=True):
    """Something to do next, with owner and date."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    owner_id: PersonId | None = None
    due: Day | None = None
    done_at: datetime | None = None
    note_ids: tuple[NoteId, ...] = ()

"""One clinician's opinion, by aspect, and how patient and companion found it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import AspectId, NoteId, PersonId, RecordId, Stars, VisitId


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

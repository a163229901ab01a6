"""The opinions of a case side by side, and what follows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import AspectId, Day, NoteId, PersonId, Stars


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

"""The opinions of a case side by side, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from companion.domain.entity import Entity


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect(Entity):
    """A row of the comparison."""

    text: str = ""
    """Its name."""
    source: str | None = None
    """`pack/item` it was copied from."""
    position: float = 0.0
    """Order of the rows."""


def addition_begins(aspect: Aspect) -> str:
    """How an addition to what was said on one aspect begins."""
    return f"{aspect.text}: "


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow(Entity):
    """How the opinions go together on one aspect."""

    aspect_id: str = ""
    """The row."""
    verdict: Verdict | None = None
    """None: not looked at yet."""
    stars: int | None = None
    """How much this row matters, 1 to 5."""
    why: tuple[Why, ...] = ()
    """Why they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPath(Entity):
    """A way on that was chosen; the last one counts."""

    path: str = ""
    """Short name of the path: stay, take-back, together …"""
    at: datetime | None = None
    """When."""
    why: str = ""
    """Why, in the patient's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence(Entity):
    """Four yes/no answers on one day; None where none was given."""

    at: datetime | None = None
    """When."""
    by_id: str | None = None
    """Whose."""
    answers: tuple[bool | None, ...] = (None, None, None, None)
    """Know the ways, clear what matters, enough support, feel sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning(Entity):
    """Which way somebody leans, in their words, on one day."""

    at: datetime | None = None
    """When."""
    by_id: str | None = None
    """Whose."""
    text: str = ""
    """In words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entity):
    """What was decided and why, in the patient's words."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    """In words."""
    at: datetime | None = None
    """When."""
    by_id: str | None = None
    """Whose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Entity):
    """Something to do next, with owner and date."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    """What."""
    owner_id: str | None = None
    """Who does it."""
    due: str | None = None
    """By when (ISO date)."""
    done_at: datetime | None = None
    """When it was done."""
    note_ids: tuple[str, ...] = ()
    """The notes behind it."""

"""Notes: one stamped line or paragraph each."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import NoteId, PersonId, QuestionId
from companion.domain.marks import NoteKind
from companion.domain.value import Value


class NumberCard(Value):
    """A number with what is needed to understand it; blanks are still to ask."""

    what: str = ""
    """The event the figures are about."""
    count: str = ""
    """How many, without the treatment spoken of where only one figure is known."""
    out_of: str = ""
    over: str = ""
    """Over how long."""
    for_whom: str = ""
    with_treatment: str = ""
    without_treatment: str = ""
    said_by: str = ""


class TeachBackResult(StrEnum):
    """The doctor's answer when a note was read back."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


class TeachBack(Value):
    """A note said back to the doctor (teach-back)."""

    at: datetime
    result: TeachBackResult
    text: str = ""
    """The corrected words; empty when confirmed."""


class Note(Entity, kw_only=True):
    """One stamped line or paragraph."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    at: datetime | None = None
    """When Enter was pressed, to the millisecond."""
    author_id: PersonId | None = None
    kind: NoteKind = NoteKind.PLAIN
    """Its mark."""
    text: str = ""
    """Code point for code point as typed, without the mark."""
    question_id: QuestionId | None = None
    """The question shown above the composer then; None is Anything else."""
    edited_at: datetime | None = None
    pasted: bool = False
    """Whether it came in as a paste of several lines."""
    covered: bool = False
    """Hidden on every screen and paper until the patient asks."""
    mine_only: bool = False
    """Left out of every copy but the author's own."""
    later: bool = False
    """Added after the visit was ended."""
    number: NumberCard | None = None
    teach_back: TeachBack | None = None
    """How it was said back."""
    carried_to: str | None = None
    """Where an unclear note or a blank goes after the visit: next, message, drop or later."""


FIND_LINE = "find"
"""Name of the line of *find in this visit*: what stands in it is looked for."""


class ComposerLine(Entity, kw_only=True):
    """The unfinished line."""

    text: str = ""
    """As it stands, mark included."""
    question_id: QuestionId | None = None
    """The question shown above it; None is Anything else."""
    editing_note_id: NoteId | None = None
    author_id: PersonId | None = None
    changed_at: datetime | None = None
    covered: bool = False
    """Whether the line is hidden while it is typed."""
    field: str = ""
    """The line of a card that is being filled instead; empty while a note is written."""
    asides: tuple[tuple[str, str], ...] = ()
    """Texts typed into lines of cards and not kept yet, by name of the line."""

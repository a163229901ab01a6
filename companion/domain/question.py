"""Questions, and their place in the list of one visit."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import PersonId, QuestionId
from companion.domain.value import Value


class Priority(StrEnum):
    """How soon a question is asked."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class QuestionState(StrEnum):
    """How far a question has come. `asked` is worked out, never stored."""

    OPEN = "open"
    ASKED = "asked"
    ANSWERED = "answered"
    PARTLY = "partly"
    CARRIED = "carried"
    DROPPED = "dropped"


class CarryTo(StrEnum):
    """Where an open matter goes at the end of a visit."""

    NEXT = "next"
    MESSAGE = "message"
    DROP = "drop"
    LATER = "later"


class Origin(Value):
    """Where an imported question came from."""

    kind: str
    """`import`."""
    key: str
    """sha256 of the text and how many equal texts stood before it in the file."""


class Question(Entity, kw_only=True):
    """One question, in its own words."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    source: str | None = None
    """`pack/item` it was copied from."""
    origin: Origin | None = None
    """Set when it was imported."""
    alone: bool = False
    """Better asked in private."""
    group: str = ""
    """Heading it stood under."""
    follow_ups: tuple[str, ...] = ()
    why: str = ""
    """Why one might ask it, copied from the pack."""
    uncovered: bool = False
    """Shown because the user asked for it, whatever it speaks of."""


class ListedQuestion(Entity, kw_only=True):
    """A question's place and state in the list of one visit, or in the plan before any visit."""

    question_id: QuestionId = ""
    position: float = 0.0
    """Order in the list; numbers 1..n follow it."""
    priority: Priority = Priority.SHOULD
    asker_id: PersonId | None = None
    """The person who asks; None for no person in particular."""
    state: QuestionState = QuestionState.OPEN
    """The state chosen by hand; `open` without a choice."""
    carried_to: CarryTo | None = None

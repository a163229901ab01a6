"""The options a person has, and what is said of each: the parts of a decision table."""

from __future__ import annotations

from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import CriterionId, NoteId, PersonId, Stars


class CareOption(Entity, kw_only=True):
    """One way to go on with care: a treatment, a watch, or to stay as it is."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    wait: bool = False
    """Whether it is the one that is always there: stay as it is, or wait."""
    position: float = 0.0


class Criterion(Entity, kw_only=True):
    """A row of the options: what they are held side by side for."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    position: float = 0.0


class OptionCell(Entity, kw_only=True):
    """What is said of one option on one row."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    option_id: str = ""
    criterion_id: CriterionId = ""
    text: str = ""
    note_ids: tuple[NoteId, ...] = ()


class OptionStars(Entity, kw_only=True):
    """How much one cell matters to one person."""

    option_id: str = ""
    criterion_id: CriterionId = ""
    by_id: PersonId | None = None
    stars: Stars | None = None
    """1 to 5; None: taken away again."""

"""A result that is waited for, as it stands in a case."""

from __future__ import annotations

from typing import ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import Day


class AwaitedResult(Entity, kw_only=True):
    """A test of which the result is waited for."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text", "why", "who_tells"})

    text: str = ""
    """The test."""
    why: str = ""
    taken_on: Day | None = None
    expected_by: Day | None = None
    who_tells: str = ""
    arrived_on: Day | None = None
    """Day the result arrived; None while it is waited for."""

    @property
    def words(self) -> str:
        """All that is written of it."""
        return "\n".join(filter(None, (self.text, self.why, self.who_tells)))

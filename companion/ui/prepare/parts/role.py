"""The patient's role: how much they want to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.ui.prepare.parts.answers import AnswersPart
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class RolePart(AnswersPart):
    """How much the patient wants to decide."""

    NAME = "role"
    LABELS: ClassVar[dict[str, str]] = {"role_wanted": words.ROLE_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """Return the field, and sentences to choose from."""
        return (*self.answers(), *self.choices("role_wanted", words.ROLE_CHOICES))

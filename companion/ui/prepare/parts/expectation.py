"""The expectation: what the patient thinks they will hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import words_row
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class ExpectationPart(AnswersPart):
    """A field for what the patient expects to hear."""

    NAME = "expectation"
    LABELS: ClassVar[dict[str, str]] = {"expectation": words.EXPECTATION_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """Return why to write it, and the field."""
        return (words_row("intro", words.EXPECTATION_INTRO), *self.answers())

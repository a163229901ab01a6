"""The opening: two sentences to begin the visit with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from companion.ui.prepare.part import PartResult
from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import blank, words_row
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class OpeningPart(AnswersPart):
    """Two sentences to begin with."""

    NAME = "opening"
    LABELS: ClassVar[dict[str, str]] = {"opening": words.OPENING_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """Return the sentences, how many words they have, and what helps to write them."""
        return (
            words_row("intro", words.OPENING_INTRO),
            *self.answers(),
            words_row("count", words.words_so_far(self.preparation.answer("opening"))),
            blank("helps"),
            *self.guidance_rows("opening"),
        )

    def activate(self, key: str) -> PartResult:
        """Write the sentences; their words are counted while they are typed."""
        del key
        draft = self.preparation.answer_draft("opening", words.OPENING_LABEL)
        counted = replace(draft, label=words.OPENING_SHORT, echo=words.words_so_far)
        return PartResult(draft=counted, cursor="answer:opening")

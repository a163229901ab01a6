"""Telling the present doctor: referral, insurer, where to go, letters, words to use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.prepare.present_opinion import PresentDoctor
from companion.ui.prepare.part import origin, said_of
from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import kind_of, paper_row
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row

WORDS_FOR = {
    "telling": "general/tell-openly",
    "referral": "general/tell-referral",
    "insurance": "general/tell-insurer",
    "where_to_go": "general/tell-ask-name",
}
"""The line of guidance whose words stand beside each field."""


class TellingPart(AnswersPart):
    """Telling the present doctor, referral, insurer, where to go."""

    NAME = "telling"
    LABELS = words.TELLING

    @property
    def title(self) -> str:
        """The words over the part: who is told."""
        return words.part_name(self.NAME, PresentDoctor(self.session).name())

    def rows(self) -> tuple[Row, ...]:
        """Return the fields, letters, then what can be said."""
        letters = (paper_row(name, text) for name, text in words.TELLING_PAPERS.items())
        return (*self.answers(), *letters, *self.guidance_rows("telling"))

    def beside(self, key: str) -> tuple[str, ...]:
        """Return words to use, also beside a field."""
        text = self.guidance_of(WORDS_FOR.get(kind_of(key)[1], ""))
        return (*said_of(text), origin(text)) if text else self.guidance_beside(key)

"""Numbers and news: how the patient wants them, and which are covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.preparation import Covered
from companion.ui.prepare.part import DONE, PartResult
from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import choice_row, heading, kind_of
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class NumbersPart(AnswersPart):
    """How the patient wants numbers and news."""

    NAME = "numbers"
    LABELS: ClassVar[dict[str, str]] = {"numbers_wanted": words.NUMBERS_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """Return sentences to choose from, and what happens to numbers about living or dying."""
        covered = self.session.file.prepare.covered
        return (
            *self.answers(),
            *self.choices("numbers_wanted", words.NUMBERS_CHOICES),
            heading("covered", words.COVERED),
            *(
                choice_row(
                    f"cover:{each.value}", words.COVERED_AS[each.value], chosen=each is covered
                )
                for each in Covered
            ),
        )

    def activate(self, key: str) -> PartResult:
        """Write or choose."""
        kind, which = kind_of(key)
        if kind == "cover":
            self.preparation.cover(Covered(which))
            return DONE
        return super().activate(key)

"""Is there time: urgent guidance, the doctor's answer, the day to decide by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.date_input import day_of
from companion.ui.prepare.part import URGENT, PartResult
from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import answer_row, blank, kind_of
from companion.words import appointment as planning
from companion.words import prepare as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row

ANSWER = "answer:time_check"
"""The row of the doctor's answer."""


class TimePart(AnswersPart):
    """Is there time? Urgent things first."""

    NAME = "time"
    HINT = words.TIME_HINT
    LABELS: ClassVar[dict[str, str]] = {"time_check": words.TIME_ANSWER}

    def rows(self) -> tuple[Row, ...]:
        """Return urgent lines of every pack, the question to put, the answer, the rest."""
        first, rest = _parted(self.guidance_rows("time"))
        day = day_of(self.session.file.head.decide_by)
        decide = long_day(day, self.session.context.today()) if day else ""
        return (
            *first,
            blank("answer"),
            *self.answers(),
            answer_row("decide:", planning.DECIDE_BY, decide),
            blank("rest"),
            *rest,
        )

    def activate(self, key: str) -> PartResult:
        """Write what the doctor says, or the day to decide by."""
        if kind_of(key)[0] == "decide":
            return PartResult(draft=self.appointment.decide_by_draft())
        return PartResult(draft=super().activate(ANSWER).draft, cursor=ANSWER)


def _parted(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return urgent rows with the group after them (the question to put), and the others."""
    last = max((at for at, row in enumerate(rows) if row.lead == URGENT), default=-1)
    headings = [at for at, row in enumerate(rows) if not row.selectable and at > last]
    end = headings[1] if len(headings) > 1 else len(rows)
    return rows[:end], rows[end:]

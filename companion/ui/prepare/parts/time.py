"""Is there time: urgent guidance, the doctor's answer, the day to decide by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.date_input import day_of
from companion.domain.reading_order import item_groups, item_of
from companion.ui.prepare.part import PartResult, text_row
from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import answer_row, blank, heading, kind_of
from companion.words import appointment as planning
from companion.words import prepare as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from companion.domain.reading_order import ItemGroup
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
        groups = item_groups(map(item_of, self.preparation.guidance("time")))
        before = 2 if groups and groups[0].urgent else 1
        return (
            *_rows_of(groups[:before]),
            blank("answer"),
            *self.in_view(),
            blank("rest"),
            *_rows_of(groups[before:]),
        )

    def in_view(self) -> tuple[Row, ...]:
        """Return the answer and the day to decide by: urgent lines above fill many screens."""
        day = day_of(self.session.file.head.decide_by)
        decide = long_day(day, self.session.context.today()) if day else ""
        return (*self.answers(), answer_row("decide:", planning.DECIDE_BY, decide))

    def activate(self, key: str) -> PartResult:
        """Write what the doctor says, or the day to decide by."""
        if kind_of(key)[0] == "decide":
            return PartResult(draft=self.appointment.decide_by_draft())
        return PartResult(draft=super().activate(ANSWER).draft, cursor=ANSWER)


def _rows_of(groups: tuple[ItemGroup, ...]) -> list[Row]:
    rows: list[Row] = []
    for group in groups:
        if group.heading:
            # What is urgent and what is not may stand under headings of the same words.
            rows.append(heading(f"time-{group.urgent}-{group.heading}", group.heading))
        rows += [text_row(item.id, item.text, urgent=group.urgent) for item in group.items]
    return rows

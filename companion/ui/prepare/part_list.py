"""The list of parts: how far each has come, what it is called, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.progress import (
    PartProgress,
    PreparationPart,
    Stand,
    extra_parts,
    main_parts,
    next_in_order,
    next_part,
    prepared_visit,
)
from companion.domain.results import expected_day, shown_results
from companion.services.prepare.present_opinion import PresentDoctor
from companion.ui.prepare.rows import blank, heading
from companion.ui.widgets.line_list import Row
from companion.words import prepare as words
from companion.words.results import count

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession

MAIN = tuple(part.value for part in PreparationPart)[:9]
"""The nine main parts by name."""
_MOODS = {words.MARKS["ready"]: "good", words.MARKS["begun"]: "mark"}
_BELOW = ("visit", "results", "page", "enough")


class PartList:
    """The parts of a case as a list, worked out from the case whenever it is asked."""

    def __init__(self, session: CaseSession) -> None:
        self._session = session

    @property
    def main(self) -> tuple[PartProgress, ...]:
        """The nine main parts, and how far each has come."""
        return main_parts(self._session.case, self._session.now())

    @property
    def extra(self) -> tuple[PartProgress, ...]:
        """The optional parts, and how far each has come."""
        return extra_parts(self._session.file)

    @property
    def next_main(self) -> PreparationPart | None:
        """The first main part where something is to be done; None when there is none."""
        return next_part(self.main)

    def next_after(self, name: str = "") -> str:
        """Return the next place where something waits, after the one with that name.

        *Enough for today* always does: going on from thing to thing ends there.
        """
        visit = prepared_visit(self._session.case, self._session.now())
        no_page = not self._session.file.prepare.page_printed_at
        late, _ = self._results
        below = (visit is None or not visit.head.at, bool(late), no_page, True)
        waiting = [(each.part.value, each.calls) for each in (*self.main, *self.extra)]
        waiting += zip(_BELOW, below, strict=True)
        return next_in_order(waiting, name) or "enough"

    def is_ready(self, name: str) -> bool:
        """Return whether a part is ready; what stands below the parts never is."""
        parts = (*self.main, *self.extra)
        return any(each.part == name and each.stand is Stand.READY for each in parts)

    @property
    def _doctor(self) -> str:
        return PresentDoctor(self._session).name()

    def name_of(self, part: str) -> str:
        """Return what a part is called; two of them name the present doctor."""
        return words.part_name(part, self._doctor)

    def rows(self, blanks: int = 0) -> tuple[Row, ...]:
        """Return the parts with how far they have come, and what stands below them.

        Args:
            blanks: Blank lines there is room for, between the groups.
        """
        late, waiting = self._results
        awaited = count(late, waiting)
        return part_rows(self.main, self.extra, self._doctor, blanks, awaited)

    @property
    def _results(self) -> tuple[int, int]:
        """How many test results are late, and how many are waited for."""
        today = self._session.context.today()
        waiting = [each for each in shown_results(self._session.file) if not each.arrived_on]
        days = (expected_day(each) for each in waiting)
        return sum(day is not None and day < today for day in days), len(waiting)


def part_rows(
    main: tuple[PartProgress, ...],
    extra: tuple[PartProgress, ...],
    doctor: str,
    blanks: int = 0,
    awaited: str = "",
) -> tuple[Row, ...]:
    """Return the parts with how far they have come, and what stands below them."""
    right = {"results": awaited}
    return (
        *(_row(each, doctor) for each in main),
        *([blank("extra")] if blanks > 0 else []),
        heading("extra", words.OPTIONAL),
        *(_row(each, doctor) for each in extra),
        *([blank("below")] if blanks > 1 else []),
        *(
            Row(name, words.PARTS[name], "    ", right.get(name, ""), right_mood="muted")
            for name in _BELOW
        ),
    )


def _row(each: PartProgress, doctor: str) -> Row:
    name, lead = words.part_name(each.part, doctor), f"{words.MARKS[each.stand.value]} "
    tints = tuple((mark, mood) for mark, mood in _MOODS.items() if lead.startswith(mark))
    right = _count_words(each)
    return Row(each.part.value, name, lead=lead, right=right, right_mood="muted", tints=tints)


def _count_words(each: PartProgress) -> str:
    """Return what stands at the right of a part."""
    if each.part is PreparationPart.RECORDS and each.of:
        return words.arrived(each.done, each.of)
    if each.part is PreparationPart.QUESTIONS and each.of:
        return words.questions(each.of, each.done)
    return ""

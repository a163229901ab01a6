"""The list of parts at the left, and the top line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.domain.date_input import day_of
from companion.domain.moments import local_day
from companion.domain.progress import (
    PartProgress,
    PreparationPart,
    extra_parts,
    main_parts,
    prepared_visit,
    ready,
)
from companion.domain.visit_times import day_here
from companion.ui.prepare.part import heading
from companion.ui.prepare.visits import when_words
from companion.ui.widgets.line_list import Row
from companion.words import prepare as words
from companion.words.days import distance, plain_day, short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from datetime import date, datetime

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile

BELOW = ("visit", "page", "enough")
"""What stands below the parts."""
MAIN = tuple(part.value for part in PreparationPart)[:9]
"""The nine main parts by name."""


def places(case: Case, now: datetime) -> list[tuple[str, bool]]:
    """Every place of the room in order, and whether something waits there.

    *Enough for today* always does: whoever goes on from thing to thing ends there.
    """
    visit = prepared_visit(case, now)
    parts = (*main_parts(case, now), *extra_parts(case.file))
    waiting = [(each.part.value, each.calls) for each in parts]
    below = (visit is None or not visit.head.at, not case.file.prepare.page_printed_at, True)
    return [*waiting, *zip(BELOW, below, strict=True)]


def count_words(each: PartProgress) -> str:
    """What stands at the right of a part."""
    if each.part is PreparationPart.RECORDS and each.of:
        return words.arrived(each.done, each.of)
    if each.part is PreparationPart.QUESTIONS and each.of:
        return words.questions(each.of, each.done)
    return ""


def _row(each: PartProgress, doctor: str) -> Row:
    name = words.part_name(each.part, doctor)
    return Row(
        each.part.value, name, lead=f"{words.MARKS[each.stand.value]} ", right=count_words(each)
    )


def part_rows(case: Case, now: datetime, doctor: str) -> tuple[Row, ...]:
    """The parts with how far they have come, and what stands below them."""
    return (
        *(_row(each, doctor) for each in main_parts(case, now)),
        heading("extra", f"   {words.IF_YOU_LIKE}"),
        *(_row(each, doctor) for each in extra_parts(case.file)),
        *(Row(name, words.PARTS[name], lead="    ") for name in BELOW),
    )


def top_right(case: Case, visit: VisitFile | None, now: datetime, width: int) -> str:
    """How far away the visit is, how much is ready, the day to decide by.

    What stands first goes first where there is less room: the visit's day stands at the left, the
    marks in the list, and the day to decide by stays at every size.

    Args:
        case: The case.
        visit: The visit that is prepared for.
        now: The time.
        width: Columns there are for it.
    """
    today = local_day(now)
    day = day_here(visit.head) if visit else None
    parts = main_parts(case, now)
    by = day_of(case.file.head.decide_by)
    left = (by - today).days if by else 0
    said = [
        distance((day - today).days) if day else "",
        words.ready_of(ready(parts), len(parts)),
        words.decide_by(_day(by, today, width), left) if by else "",
    ]
    said = [each for each in said if each]
    while len(said) > 1 and cell_len(BETWEEN.join(said)) > width:
        said = said[1:]
    return BETWEEN.join(said)


def _day(day: date, today: date, width: int) -> str:
    return short_day(day, today) if width < _LONG_DAYS else plain_day(day, today)


_LONG_DAYS = 60
"""Columns at the right from which there is room for the long name of a month."""


def top_left(visit: VisitFile | None, clinician: str, *, short: bool) -> str:
    """The room, and the visit that is prepared for."""
    if visit is None:
        return words.top(words.NO_VISIT)
    when = when_words(visit.head, short=True).partition(",")[0] if short else ""
    if not short:
        when = when_words(visit.head).partition(",")[0]
    return words.top(", ".join(part for part in (clinician, when) if part))

"""Where a case stands, in one or two lines of plain text, and for `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli.asking import on_one_line
from companion.domain.agenda import DueKind
from companion.domain.date_input import day_of
from companion.domain.moments import local_day
from companion.domain.visit_times import day_here, told_when
from companion.services.home.case_list import case_line
from companion.words import days
from companion.words import home as words

if TYPE_CHECKING:
    from datetime import date, datetime

    from companion.domain.agenda import Due
    from companion.domain.case import Case
    from companion.services.home.case_list import CaseLine


def standing(case: Case, now: datetime) -> tuple[str, ...]:
    """What comes next and by when; then, where there is any, what is late."""
    line, today = case_line(case, now), local_day(now)
    late = [_late(due, today) for due in line.due if due.late]
    every = [_ahead(line, today), f"{words.LATE}: {' · '.join(late)}" if late else ""]
    return tuple(on_one_line(each) for each in every if each)


def _ahead(line: CaseLine, today: date) -> str:
    """The next thing, how soon the visit is, how much is ready, the day to decide by."""
    what = line.next
    by = days.long_day(what.day, today) if what.day is not None else ""
    late = what.day is not None and what.day < today
    parts = [words.next_thing(what.kind, what.text, what.who, by, late=late)]
    about = line.planned.head if line.planned is not None else None
    day = day_here(about) if about is not None else None
    if about is not None and day is not None:
        told = told_when(about, lambda each: days.long_day(each, today))
        parts.append(words.visit_on(told, days.distance((day - today).days)))
        parts.append(words.ready(line.ready, line.parts))
    decide_by = day_of(line.case.file.head.decide_by)
    if decide_by is not None:
        parts.append(words.decide_by(days.long_day(decide_by, today)))
    return " · ".join(parts)


def _late(due: Due, today: date) -> str:
    texts = {
        DueKind.VISIT: words.due_visit(due.text, "", None, ""),
        DueKind.RECORD: words.due_record(due.text, due.who),
        DueKind.STEP: words.due_step(due.text, due.who),
        DueKind.DECIDE: words.DECIDE_BY,
    }
    return words.was_due(texts[due.kind], days.long_day(due.day, today))


def standing_row(case: Case, now: datetime) -> dict[str, Any]:
    """The same for `--json`."""
    line = case_line(case, now)
    what = line.next
    return {
        "next": {
            "kind": what.kind,
            "text": what.text,
            "who": what.who,
            "by": what.day.isoformat() if what.day is not None else None,
        },
        "late": [
            {"kind": due.kind, "text": due.text, "who": due.who, "day": due.day.isoformat()}
            for due in line.due
            if due.late
        ],
    }

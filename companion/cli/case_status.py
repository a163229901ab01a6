"""Status of a case: what comes next and what is late, as lines of text and as values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli.io import on_one_line
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


def status_lines(case: Case, now: datetime) -> tuple[str, ...]:
    """Return what comes next and by when; then, if anything is late, what."""
    line, today = case_line(case, now), local_day(now)
    late = [_late(due, today) for due in line.due if due.late]
    every = [_ahead(line, today), f"{words.LATE}: {' · '.join(late)}" if late else ""]
    return tuple(on_one_line(each) for each in every if each)


def _ahead(line: CaseLine, today: date) -> str:
    """Return the next thing, how soon the visit is, how much is ready, the day to decide by."""
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
        DueKind.RESULT: words.due_result(due.text, due.who),
        DueKind.STEP: words.due_step(due.text, due.who),
        DueKind.DECIDE: words.DECIDE_BY,
    }
    return words.was_due(texts[due.kind], days.long_day(due.day, today))


def status_row(case: Case, now: datetime) -> dict[str, Any]:
    """Return the status as values for `--json`."""
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

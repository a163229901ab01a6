"""The agenda of a case: the next thing to do, everything with a day, and everything late."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.changes import not_deleted
from companion.domain.correction import StepsTold
from companion.domain.date_input import day_of
from companion.domain.moments import local_day
from companion.domain.preparation import SEEN_TO, board_order, next_to_ask
from companion.domain.progress import PreparationPart, main_parts, next_part
from companion.domain.results import expected_day, shown_results
from companion.domain.steps import shown_steps
from companion.domain.value import Value
from companion.domain.visit_selection import is_planned, may_come, next_planned, under_way
from companion.domain.visit_times import day_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import Case
    from companion.domain.comparison import Step
    from companion.domain.preparation import Record
    from companion.domain.visit import VisitFile


class DueKind(StrEnum):
    """Kinds of things with a day."""

    VISIT = "visit"
    STEP = "step"
    RECORD = "record"
    RESULT = "result"
    DECIDE = "decide"


class Due(Value):
    """Something with a day."""

    kind: DueKind
    day: date
    """Its day, local."""
    late: bool
    """Whether the day is over and it is not done."""
    text: str = ""
    """Its words; a clinician's name for a visit."""
    who: str = ""
    id: str = ""
    """The visit, step, record or result."""
    visit: VisitFile | None = None
    room: str = "prepare"

    @property
    def thing(self) -> str:
        """The thing to go to there, as `kind/id`; empty for a visit."""
        return "" if self.kind is DueKind.VISIT else f"{self.kind}/{self.id}"


class NextKind(StrEnum):
    """Kinds of things to do next."""

    WRITE = "write"
    TODAY = "today"
    RECORD = "record"
    RESULT = "result"
    PART = "part"
    READY = "ready"
    PLAN = "plan"
    ANOTHER = "another"
    COMPARE = "compare"
    STEP = "step"
    PATHS = "ways"
    DECIDED = "decided"


class NextThing(Value):
    """The next thing to do in a case, and where it is done."""

    kind: NextKind
    room: str
    text: str = ""
    """Its own words: a record, a result, a step, a clinician; for a part of Prepare its name."""
    who: str = ""
    visit_id: str | None = None
    day: date | None = None
    thing: str = ""
    """The thing to go to in the room, as `kind/id`."""


def _visits(case: Case, now: datetime) -> list[Due]:
    result = []
    for visit in case.visits:
        day = day_here(visit.head)
        if day is not None and is_planned(visit.head):
            late = not may_come(visit, now)
            name = name_of(case, visit.head.clinician_id)
            room = "prepare" if day > local_day(now) else "visit"
            result.append(Due(DueKind.VISIT, day, late, name, "", visit.id, visit, room))
    return result


def _steps(case: Case, today: date) -> list[Due]:
    says = StepsTold(case)
    found = []
    for step in shown_steps(case):
        day = day_of(step.due) if step.done_at is None else None
        if day is not None:
            who = name_of(case, step.owner_id)
            due = Due(DueKind.STEP, day, day < today, says(step), who, step.id, room="compare")
            found.append(due)
    return found


def next_call(records: Iterable[Record]) -> Record | None:
    """Return the record to ask after next, by its day."""
    waiting = (each for each in board_order(records) if call_day(each) is not None)
    return min(waiting, key=lambda each: each.chase_on or "", default=None)


def call_day(record: Record) -> date | None:
    """Return the day to ask again, while there is anything to ask after."""
    return None if record.status in SEEN_TO else day_of(record.chase_on)


def _records(case: Case, today: date) -> list[Due]:
    return [
        Due(DueKind.RECORD, day, day < today, record.text, record.spoken_to, record.id)
        for record in not_deleted(case.file.records)
        if (day := call_day(record)) is not None
    ]


def _results(case: Case, today: date) -> list[Due]:
    return [
        Due(DueKind.RESULT, day, day < today, result.text, result.who_tells, result.id)
        for result in shown_results(case.file)
        if (day := expected_day(result)) is not None
    ]


def agenda_of(case: Case, now: datetime) -> tuple[Due, ...]:
    """Everything with a day that is not done, by day; what is late stands last."""
    today = local_day(now)
    every = [
        *_visits(case, now),
        *_steps(case, today),
        *_records(case, today),
        *_results(case, today),
    ]
    decide_by = day_of(case.file.head.decide_by)
    if decide_by is not None and not not_deleted(case.file.decision):
        every.append(Due(DueKind.DECIDE, decide_by, decide_by < today, room="compare"))
    return tuple(sorted(every, key=lambda due: (due.late, due.day, due.kind)))


def _step(case: Case, step: Step) -> NextThing:
    who, day = name_of(case, step.owner_id), day_of(step.due)
    text = StepsTold(case)(step)
    return NextThing(NextKind.STEP, "compare", text, who, day=day, thing=f"step/{step.id}")


def _due_now(case: Case, now: datetime) -> NextThing | None:
    """Return the step, record or result whose day has come, or was; the earliest."""
    today = local_day(now)
    kinds = (DueKind.STEP, DueKind.RECORD, DueKind.RESULT)
    due = [each for each in agenda_of(case, now) if each.day <= today and each.kind in kinds]
    if not due:
        return None
    at = min(due, key=lambda each: each.day)
    return NextThing(NextKind(at.kind), at.room, at.text, at.who, day=at.day, thing=at.thing)


def _before(case: Case, now: datetime) -> NextThing:
    """Things to do before a planned visit."""
    due = _due_now(case, now)
    if due is not None:
        return due
    part = next_part(main_parts(case, now))
    wanted = next_to_ask(not_deleted(case.file.records))
    if part is PreparationPart.RECORDS and wanted is not None:
        return NextThing(NextKind.RECORD, "prepare", wanted.text, thing=f"record/{wanted.id}")
    if part is None:
        return NextThing(NextKind.READY, "prepare")
    return NextThing(NextKind.PART, "prepare", part)


def _has_two_opinions(case: Case) -> bool:
    """Return whether there is something to compare: two visits, or one and what was said before."""
    been = sum(each.head.started_at is not None for each in case.visits)
    return been + bool(not_deleted(case.file.cells)) > 1


def _after(case: Case, now: datetime) -> NextThing:
    """Things to do when a visit is over and none lies ahead."""
    due = _due_now(case, now)
    if due is not None:
        return due
    judged = any(row.verdict is not None for row in not_deleted(case.file.rows))
    chosen = not_deleted(case.file.paths)
    if not (judged or chosen):
        kind = NextKind.COMPARE if _has_two_opinions(case) else NextKind.ANOTHER
        return NextThing(kind, "compare")
    if not chosen:
        return NextThing(NextKind.PATHS, "compare")
    waiting = [step for step in shown_steps(case) if step.done_at is None]
    if waiting:
        first = min(waiting, key=lambda step: (step.due or "9999", step.created_at is None))
        return _step(case, first)
    return NextThing(NextKind.DECIDED, "compare")


def next_thing(case: Case, now: datetime) -> NextThing:
    """Return the one thing to do next in a case."""
    running = under_way(case.visits)
    if running is not None:
        name = name_of(case, running.head.clinician_id)
        return NextThing(NextKind.WRITE, "visit", name, visit_id=running.id)
    today = local_day(now)
    for visit in case.visits:
        if is_planned(visit.head) and day_here(visit.head) == today:
            return NextThing(NextKind.TODAY, "visit", visit_id=visit.id)
    if next_planned(case.visits, now) is not None:
        return _before(case, now)
    if any(visit.head.started_at is not None for visit in case.visits):
        return _after(case, now)
    part = next_part(main_parts(case, now))
    if part in (PreparationPart.TIME, PreparationPart.REASONS):
        return NextThing(NextKind.PART, "prepare", part)
    return NextThing(NextKind.PLAN, "prepare")

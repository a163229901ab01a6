"""How far the preparation of a visit has come, in parts; nothing of it is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.date_input import day_of
from companion.domain.moments import local_day
from companion.domain.people import Role
from companion.domain.preparation import Covered, RecordStatus
from companion.domain.question import Priority
from companion.domain.question_rows import in_order
from companion.domain.value import Value
from companion.domain.visit_selection import is_under_way, next_planned

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from companion.domain.case import Case, CaseFile
    from companion.domain.comparison import Opinion
    from companion.domain.preparation import Record
    from companion.domain.question import ListedQuestion
    from companion.domain.visit import VisitFile


class PreparationPart(StrEnum):
    """The parts of the preparation: nine main ones, then optional ones."""

    TIME = "time"
    REASONS = "reasons"
    GOAL = "goal"
    TELLING = "telling"
    RECORDS = "records"
    QUESTIONS = "questions"
    PRIORITIES = "matters"
    OPINION = "opinion"
    PEOPLE = "people"
    OPENING = "opening"
    MEDICINES = "medicines"
    HISTORY = "history"
    NUMBERS = "numbers"
    ROLE = "role"
    EXPECTATION = "expectation"


class Stand(StrEnum):
    """How far a part has come."""

    READY = "ready"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"


class PartProgress(Value):
    """One part and how far it has come."""

    part: PreparationPart
    stand: Stand
    done: int = 0
    """Records arrived, or must-asks."""
    of: int = 0
    """Records wanted, or questions."""
    waits: bool = False
    """Whether others are waited for, and nothing is to be done now."""

    @property
    def calls(self) -> bool:
        """Whether something is to be done here."""
        return self.stand is not Stand.READY and not self.waits


def prepared_visit(case: Case, now: datetime) -> VisitFile | None:
    """Return the visit that is prepared for: the next one planned, else the one under way."""
    planned = next_planned(case.visits, now)
    if planned is not None:
        return planned
    return next((visit for visit in case.visits if is_under_way(visit.head)), None)


def earlier_opinion(file: CaseFile) -> Opinion | None:
    """Return the present doctor's opinion, from before the visits."""
    return next((each for each in not_deleted(file.opinions) if each.visit_id is None), None)


def _stand(ready: object, begun: object = None) -> Stand:
    if ready:
        return Stand.READY
    return Stand.BEGUN if begun else Stand.NOT_BEGUN


def _all_or_some(answers: Iterable[object]) -> Stand:
    given = [bool(answer) for answer in answers]
    return _stand(all(given), any(given))


def _records(file: CaseFile, today: date) -> PartProgress:
    wanted = [
        each for each in not_deleted(file.records) if each.status is not RecordStatus.NOT_NEEDED
    ]
    arrived = sum(each.status is RecordStatus.ARRIVED for each in wanted)
    stand = _stand(wanted and arrived == len(wanted), wanted)
    waits = bool(wanted) and all(_is_waited_for(each, today) for each in wanted)
    return PartProgress(PreparationPart.RECORDS, stand, arrived, len(wanted), waits)


def _is_waited_for(record: Record, today: date) -> bool:
    """Return whether a record was asked for or is here, and the day to ask again has not come."""
    call = day_of(record.chase_on) if record.status is RecordStatus.ASKED else None
    return record.status is not RecordStatus.NEEDED and (call is None or call > today)


def _questions(listed: tuple[ListedQuestion, ...]) -> PartProgress:
    asked = in_order(listed)
    musts = sum(entry.priority is Priority.MUST for entry in asked)
    return PartProgress(PreparationPart.QUESTIONS, _stand(musts, asked), musts, len(asked))


def _opinion(file: CaseFile) -> Stand:
    opinion = earlier_opinion(file)
    return _stand(opinion is not None and opinion.frozen_at, opinion)


def _people(file: CaseFile) -> Stand:
    named = any(one.role is Role.COMPANION and one.name for one in not_deleted(file.people))
    return _stand(file.prepare.companion_job, named)


def main_parts(case: Case, now: datetime) -> tuple[PartProgress, ...]:
    """Return the nine main parts."""
    file, visit = case.file, prepared_visit(case, now)
    answers = file.prepare
    told = (answers.telling, answers.referral, answers.insurance)
    telling = _all_or_some(told)
    if answers.where_to_go and telling is Stand.NOT_BEGUN:
        telling = Stand.BEGUN
    return (
        PartProgress(PreparationPart.TIME, _stand(answers.time_check, file.head.decide_by)),
        PartProgress(PreparationPart.REASONS, _stand(not_deleted(file.reasons))),
        PartProgress(PreparationPart.GOAL, _stand(visit and visit.head.goal)),
        PartProgress(PreparationPart.TELLING, telling),
        _records(file, local_day(now)),
        _questions(visit.listed if visit else file.listed),
        PartProgress(PreparationPart.PRIORITIES, _stand(not_deleted(file.priorities))),
        PartProgress(PreparationPart.OPINION, _opinion(file)),
        PartProgress(PreparationPart.PEOPLE, _people(file)),
    )


def extra_parts(file: CaseFile) -> tuple[PartProgress, ...]:
    """Return the parts *if you like*."""
    answers = file.prepare
    chose = answers.covered is not Covered.SHOW
    return (
        PartProgress(PreparationPart.OPENING, _stand(answers.opening)),
        PartProgress(
            PreparationPart.MEDICINES, _all_or_some((answers.medicines, answers.allergies))
        ),
        PartProgress(PreparationPart.HISTORY, _stand(answers.timeline)),
        PartProgress(PreparationPart.NUMBERS, _stand(answers.numbers_wanted, chose)),
        PartProgress(PreparationPart.ROLE, _stand(answers.role_wanted)),
        PartProgress(PreparationPart.EXPECTATION, _stand(answers.expectation)),
    )


def ready(parts: Iterable[PartProgress]) -> int:
    """Return how many parts are ready."""
    return sum(each.stand is Stand.READY for each in parts)


def next_part(parts: Iterable[PartProgress]) -> PreparationPart | None:
    """Return the first part where something is to be done; None when there is none."""
    return next((each.part for each in parts if each.calls), None)


def next_in_order(places: Iterable[tuple[str, bool]], after: str = "") -> str | None:
    """Return the first place where something waits; None when nothing does.

    Args:
        places: Name of each place in order, and whether something waits there.
        after: The present part: those after it come first, and it comes last.
    """
    order = list(places)
    begin = next((at for at, (name, _) in enumerate(order, 1) if name == after), 0)
    return next((name for name, waits in order[begin:] + order[:begin] if waits), None)

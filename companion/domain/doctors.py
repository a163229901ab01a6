"""The doctors and visits that are meant: the present doctor, the one asked, the visit ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison_table import columns
from companion.domain.progress import earlier_opinion
from companion.domain.visit_selection import next_planned

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile


def present_doctor_id(case: Case) -> str | None:
    """Return the doctor whose opinion came first; None when there is none."""
    opinion = earlier_opinion(case.file)
    if opinion is not None:
        return opinion.clinician_id
    first = next(iter(columns(case)), None)
    visit = first.visit if first is not None else None
    return visit.head.clinician_id if visit is not None else None


def visits_that_were(case: Case) -> tuple[VisitFile, ...]:
    """Return the visits that took place, in order."""
    return tuple(column.visit for column in columns(case) if column.visit is not None)


def visit_elsewhere(case: Case, now: datetime | None = None) -> VisitFile | None:
    """Return the visit with a doctor who is not the present one: the next planned, else the latest.

    Args:
        case: The case.
        now: The time; None looks only at visits that took place.
    """
    present = present_doctor_id(case)
    if now is not None:
        others = tuple(v for v in case.visits if v.head.clinician_id != present or present is None)
        ahead = next_planned(others, now)
        if ahead is not None:
            return ahead
    been = visits_that_were(case)
    others = tuple(visit for visit in been if visit.head.clinician_id != present)
    return next(reversed(others or been), None)

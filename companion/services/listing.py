"""The list of cases at Home: what each is about, what comes next, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.choosing import next_planned
from companion.domain.coming_up import coming_up, next_thing, under_way
from companion.domain.progress import main_parts, ready

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.coming_up import Due, NextThing
    from companion.domain.visit import VisitFile
    from companion.services.shelf import Shelf, UnreadableCase


@dataclass(frozen=True, slots=True)
class CaseLine:
    """What Home shows of one case."""

    case: Case
    """The case."""
    next: NextThing
    """The next thing to do."""
    planned: VisitFile | None
    """The visit that lies ahead."""
    last: VisitFile | None
    """The visit begun last."""
    open: VisitFile | None
    """A visit begun and never ended."""
    due: tuple[Due, ...]
    """Everything with a day; what is late stands last."""
    ready: int
    """How many main parts of getting ready are done."""
    parts: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that Home shows."""

    lines: tuple[CaseLine, ...]
    """The cases, the one with the nearest day first."""
    unreadable: tuple[UnreadableCase, ...]
    """Cases that cannot be read."""
    now: datetime
    """When it was put together."""

    @property
    def late(self) -> int:
        """How many things are late."""
        return sum(due.late for line in self.lines for due in line.due)

    @property
    def open_visit(self) -> tuple[CaseLine, VisitFile] | None:
        """The visit that was never ended, if there is one: the one begun last."""
        begun = [(line, line.open) for line in self.lines if line.open is not None]
        return max(begun, key=lambda pair: str(pair[1].head.started_at), default=None)


def case_line(case: Case, now: datetime) -> CaseLine:
    """What Home shows of one case."""
    begun = [visit for visit in case.visits if visit.head.started_at is not None]
    parts = main_parts(case, now)
    return CaseLine(
        case=case,
        next=next_thing(case, now),
        planned=next_planned(case.visits, now),
        last=max(begun, key=lambda visit: str(visit.head.started_at), default=None),
        open=under_way(case),
        due=coming_up(case, now),
        ready=ready(parts),
        parts=len(parts),
    )


def _order(line: CaseLine) -> tuple[str, str]:
    """By the nearest day ahead, then the newest case first comes last."""
    ahead = [due.day.isoformat() for due in line.due if not due.late]
    return (min(ahead, default="9999"), str(line.case.file.head.created_at))


def listing(shelf: Shelf) -> Listing:
    """Read every case of a data folder; nothing is written and no lock is taken."""
    now = shelf.surroundings.now()
    readable, unreadable = shelf.read_all()
    lines = [case_line(case, now) for case in readable if not case.file.head.deleted]
    return Listing(tuple(sorted(lines, key=_order)), unreadable, now)

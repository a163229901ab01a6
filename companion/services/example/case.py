"""The made-up case: two opinions in and a call to come, so that every room shows its use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import at_clock, here
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.example.comparison import compared
from companion.services.example.preparation import prepared
from companion.services.example.visit import as_it_went, half_way
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import example as words
from companion.words import example_opinions as opinions

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.pack import Pack
    from companion.services.case.session import CaseSession

PACKS = ("general", "hemophilia")
"""The packs the case is made with, as far as they are there."""
VISIT_WAS = timedelta(days=8)
"""How long ago the other doctor was seen."""
PRESENT_WAS = timedelta(days=52)
"""How long before that the present doctor was."""
MINUTES = 30
SO_FAR = timedelta(minutes=19)
"""How far the visit has come when it is seen in the middle."""
CALL_MINUTES = 10
CALL_WITHIN = timedelta(minutes=45)
"""The call is at the first half hour after this."""


@dataclass(slots=True)
class StoryClock:
    """A clock that is put forward by the one who tells the story."""

    at: datetime
    """The time it shows."""

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.at


@dataclass(frozen=True, slots=True)
class StoryDays:
    """The days of the story, in local time."""

    opinion: datetime
    """When the present doctor gave an opinion."""
    visit: datetime
    """When the other doctor was seen."""
    call: datetime
    """When the present doctor is to be called."""


def days_before(now: datetime) -> StoryDays:
    """The days of a story that has come as far as `now`."""
    local = here(now)
    visit = datetime.combine((local - VISIT_WAS).date(), time(14))
    opinion = datetime.combine(visit.date() - PRESENT_WAS, time(18))
    soon = (local + CALL_WITHIN).replace(second=0, microsecond=0)
    call = soon + timedelta(minutes=-soon.minute % 30)
    return StoryDays(here(opinion), here(visit), call)


def make_example(library: CaseLibrary, packs: tuple[Pack, ...]) -> str:
    """Make the case and let it go; its id.

    It ends an hour before a call with the present doctor.

    Args:
        library: The cases it is put among, in memory.
        packs: All packs there are; the case is whole without any.
    """
    now = library.context.now()
    return _told(library, packs, days_before(now), _to_the_end)


def make_example_in_the_visit(library: CaseLibrary, packs: tuple[Pack, ...]) -> str:
    """The same case, nineteen minutes into the visit with the other doctor; its id.

    Args:
        library: The cases it is put among, in memory; its clock says when the visit is seen.
        packs: All packs there are.
    """
    seen = here(library.context.now()) - SO_FAR
    opinion = at_clock(datetime.combine(seen.date() - PRESENT_WAS, time(18)))
    return _told(library, packs, StoryDays(opinion, seen, seen), _to_the_middle)


def _told(
    library: CaseLibrary,
    packs: tuple[Pack, ...],
    days: StoryDays,
    tell: Callable[[CaseSession, StoryClock, StoryDays], None],
) -> str:
    clock = StoryClock(days.opinion)
    told = CaseLibrary(replace(library.context, clock=clock))
    wanted = tuple(pack for identity in PACKS for pack in packs if pack.id == identity)
    session = told.create(
        NewCase(words.TITLE, wanted, patient=words.PATIENT, companion=words.COMPANION)
    )
    tell(session, clock, days)
    session.close()
    return session.case_id


def _as_planned(session: CaseSession, clock: StoryClock, days: StoryDays) -> str:
    session.change_case("", lambda file: prepared(file, days.visit, clock.at, _ids(session)))
    clock.at = days.visit - timedelta(days=21)
    visit = NewVisit(
        clinician=words.OTHER_DOCTOR,
        at=days.visit.isoformat(timespec="minutes"),
        minutes=MINUTES,
        place=words.OTHER_PLACE,
    )
    return plan_visit(session, visit)


def _to_the_middle(session: CaseSession, clock: StoryClock, days: StoryDays) -> None:
    visit_id = _as_planned(session, clock, days)
    clock.at = days.visit
    session.change_visit(visit_id, "", lambda visit: half_way(visit, session, days.visit))


def _to_the_end(session: CaseSession, clock: StoryClock, days: StoryDays) -> None:
    visit_id = _as_planned(session, clock, days)
    clock.at = days.visit + timedelta(hours=1)
    session.change_visit(visit_id, "", lambda visit: as_it_went(visit, session, days.visit))
    clock.at = days.visit + timedelta(days=7)
    visit = session.visit(visit_id)
    session.change_case("", lambda file: compared(file, visit, clock.at, _ids(session)))
    call = NewVisit(
        clinician=words.PRESENT_DOCTOR,
        at=days.call.isoformat(timespec="minutes"),
        minutes=CALL_MINUTES,
        phone=True,
        say_first=opinions.SAY_FIRST,
        questions=opinions.CALL_QUESTIONS,
    )
    plan_visit(session, call)


def _ids(session: CaseSession) -> Callable[[], str]:
    return session.context.new_id

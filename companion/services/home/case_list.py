"""The list of cases at Home: for each its title, what comes next, and what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.agenda import agenda_of, next_thing
from companion.domain.case import Case
from companion.domain.changes import not_deleted
from companion.domain.progress import main_parts, ready
from companion.domain.value import replace
from companion.domain.visit import was_over
from companion.domain.visit_selection import NEAR, left_open, left_since, next_planned
from companion.services.case.files import case_of
from companion.services.search.index import SearchIndex
from companion.storage.cases import visit_of_store
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from companion.domain.agenda import Due, NextThing
    from companion.domain.case import CaseFile
    from companion.domain.visit import VisitAbout, VisitFile
    from companion.services.case.library import CaseLibrary, UnreadableCase
    from companion.services.case.session import CaseSession
    from companion.services.search.case_index import CaseIndex
    from companion.storage.index_file import StoreFacts


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case, as Home shows it."""

    case: Case
    next: NextThing
    planned: VisitFile | None
    """The visit that lies ahead."""
    last: VisitFile | None
    """The visit begun last, else one of which only the doctor or the day was remembered."""
    open: VisitFile | None
    """A visit begun and never ended, or one in which half a line waits."""
    due: tuple[Due, ...]
    """Everything with a day; what is late stands last."""
    ready: int
    """Main parts of getting ready that are done."""
    parts: int


@dataclass(frozen=True, slots=True)
class CaseList:
    """The cases, as Home shows them."""

    lines: tuple[CaseLine, ...]
    """The cases, the one with the nearest day first."""
    unreadable: tuple[UnreadableCase, ...]
    now: datetime
    reading: bool = False
    """Whether the visits are still to be read."""

    @property
    def late(self) -> int:
        """The number of things that are late."""
        return sum(due.late for line in self.lines for due in line.due)

    @property
    def open_visit(self) -> tuple[CaseLine, VisitFile] | None:
        """The visit to go on with: the one begun or typed in last."""
        left = [(line, line.open) for line in self.lines if line.open is not None]
        return max(left, key=lambda pair: left_since(pair[1]), default=None)


def case_line(case: Case, now: datetime) -> CaseLine:
    """Return one case as Home shows it."""
    been = [visit for visit in case.visits if visit.head.started_at or _is_remembered(visit.head)]
    parts = main_parts(case, now)
    return CaseLine(
        case=case,
        next=next_thing(case, now),
        planned=next_planned(case.visits, now),
        last=max(been, key=lambda visit: str(visit.head.started_at or ""), default=None),
        open=left_open(case.visits, now),
        due=agenda_of(case, now),
        ready=ready(parts),
        parts=len(parts),
    )


def _is_remembered(about: VisitAbout) -> bool:
    """Return whether a visit has been of which no note was written, but with whom, or when."""
    return was_over(about) and bool(about.clinician_id or about.at)


def _order(line: CaseLine) -> tuple[str, str]:
    """Sort by the nearest day ahead, then by age."""
    ahead = [due.day.isoformat() for due in line.due if not due.late]
    return (min(ahead, default="9999"), str(line.case.file.head.created_at))


def read_cases(library: CaseLibrary) -> CaseList:
    """Read every case of a data folder; nothing is written and no lock is taken."""
    sessions, unreadable = library.read_heads()
    cases = [_whole(library, session) for session in sessions]
    return _listed(library, cases, unreadable)


def read_cases_by_index(library: CaseLibrary, go_on: Callable[[], bool] = lambda: True) -> CaseList:
    """Do the same with the search index: only the visits that Home needs are read.

    Args:
        library: The data folder.
        go_on: Asked before each store is read; after a no, what was read so far is listed.
    """
    sessions, unreadable = library.read_heads()
    index, now = SearchIndex(library), library.context.now()
    searched = {case.case_id: case for case in index.cases} if index.read(go_on) else {}
    cases = []
    for session in sessions:
        case = searched.get(session.case_id)
        if case is None:
            cases.append(_whole(library, session, go_on))
            continue
        needed = visits_home_needs(case, session.file, now)
        whole = _whole(library, session, go_on, needed)
        unreadable_ones = tuple(sorted(case.unreadable))
        elsewhere = frozenset(case.covered) if not unreadable_ones else None
        cases.append(replace(whole, unreadable=unreadable_ones, covered_elsewhere=elsewhere))
    return _listed(library, cases, unreadable)


def read_case_heads(library: CaseLibrary) -> CaseList:
    """Do the same without the visits that are over: at once, however many there are."""
    sessions, unreadable = library.read_heads()
    cases = [
        Case(file=session.file, visits=session.unfinished_at_once, covered_elsewhere=None)
        for session in sessions
    ]
    return _listed(library, cases, unreadable, reading=True)


def count_visits(library: CaseLibrary) -> int:
    """Return the number of visits in all cases."""
    return sum(_visits_in(library, case_id) for case_id in library.case_ids())


def _visits_in(library: CaseLibrary, case_id: str) -> int:
    try:
        return len(library.context.visit_ids(case_id))
    except StoreError:
        # Its folder is shut: the case is told as one that cannot be read.
        return 0


def _whole(
    library: CaseLibrary,
    session: CaseSession,
    go_on: Callable[[], bool] = lambda: True,
    only: frozenset[str] | None = None,
) -> Case:
    """Return a case with its visits, or some of them."""
    visits, unreadable = [], []
    for visit_id in library.context.visit_ids(session.case_id) if only is None else only:
        if not go_on():
            return Case(file=session.file, covered_elsewhere=None)
        try:
            visits.append(session.visit(visit_id))
        except (StoreError, UnreadableDocumentError):
            unreadable.append(visit_id)
    return case_of(session.file, visits, tuple(unreadable))


def _listed(
    library: CaseLibrary,
    cases: Iterable[Case],
    unreadable: tuple[UnreadableCase, ...],
    *,
    reading: bool = False,
) -> CaseList:
    now = library.context.now()
    lines = [case_line(case, now) for case in cases if not case.file.head.deleted]
    return CaseList(tuple(sorted(lines, key=_order)), unreadable, now, reading)


def visits_home_needs(case: CaseIndex, file: CaseFile, now: datetime) -> frozenset[str]:
    """Return the ids of the visits that can change what Home shows; only these are read.

    They are: those not over, and one in which half a line waits; the one begun last; the first with
    a cell of the comparison, and the first with a step that is not kept in the case's file; those
    with a note that was put right after it had become a step of the case; and those in which the
    people of all these first came up.
    """
    facts = {
        visit_id: entry.facts
        for entry in case.entries.values()
        if (visit_id := visit_of_store(entry.name)) is not None and not entry.facts.deleted
    }
    order = sorted(facts, key=lambda visit_id: facts[visit_id].when or ())
    # An answer that stands on the list of results is no step any more.
    kept = {each.id for each in (*file.steps, *not_deleted(file.results))}
    needed = {visit_id for visit_id in order if _goes_on(facts[visit_id], now)}
    needed.add(max(order, key=lambda visit_id: str(facts[visit_id].began or ""), default=""))
    needed.add(next((each for each in order if facts[each].cells), ""))
    needed.add(next((each for each in order if not kept.issuperset(facts[each].steps)), ""))
    behind = kept.union(*(step.note_ids for step in file.steps))
    needed |= {each for each in order if not behind.isdisjoint(facts[each].corrected)}
    needed.discard("")
    people = {facts[visit_id].doctor for visit_id in needed}
    needed |= {visit_id for visit_id in order if people & facts[visit_id].people.keys()}
    return frozenset(needed)


def _goes_on(facts: StoreFacts, now: datetime) -> bool:
    half = facts.half
    return not facts.over or (half is not None and now - half <= NEAR)

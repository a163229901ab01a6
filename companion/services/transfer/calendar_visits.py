"""Turns appointments of a calendar file into visits of a case, and says where the two differ."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from companion.domain.case_queries import all_people
from companion.domain.changes import with_added, with_head
from companion.domain.folded_text import folded
from companion.domain.note import ComposerLine
from companion.domain.people import Person, Role
from companion.domain.visit import VisitAbout, VisitFile
from companion.exchange.calendar.write import description, summary, visit_uid
from companion.exchange.errors import ImportRefusedError
from companion.exchange.json.from_json import made
from companion.exchange.papers.paper_context import planned_in_words
from companion.services.case.bulk_visits import make_visits
from companion.services.visit.plan import NewVisit, find_or_new_clinician, plan_visit
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.domain.case import Case
    from companion.exchange.calendar.read import CalendarEntry, CalendarRead
    from companion.services.case.session import CaseSession

_CLINICIAN = "clinician"
"""Key of the clinician's name among the values; a clinician is a person of the case."""
_TEXTS = ("place", "description", "organizer", "url")
"""Fields that a file may leave empty; the visit's own text is then kept."""


# Where the two differ


@dataclass(frozen=True, slots=True)
class _Difference:
    """One difference between a visit and its appointment."""

    sentence: str
    """The value here and the value in the file, without a full stop."""
    field: str = ""
    """The field of the visit; empty where nothing is to be changed."""
    value: Any = None
    """The value in the file."""


def _as_time(at: str) -> date:
    """Read a kept day or time."""
    return datetime.fromisoformat(at) if "T" in at else date.fromisoformat(at)


def _same_time(one: str, other: str) -> bool:
    """Whether two kept days or times are the same."""
    if not one or not other or ("T" in one) != ("T" in other):
        return one == other
    return _as_time(one) == _as_time(other)


def _told_time(at: str, zone: str | None) -> str:
    """Return a kept day or time in words; empty where there is none."""
    return planned_in_words(at, zone) if at else ""


def _differences(each: CalendarEntry, head: VisitAbout, name: str) -> tuple[_Difference, ...]:
    """Compare a visit with its appointment.

    Args:
        each: The appointment.
        head: The visit.
        name: The name of its clinician.
    """
    found = (
        *_called_off(head),
        *_with_whom(each, head, name),
        *_when(each, head),
        *_texts(each, head),
    )
    return (*found, *_call(each, head, found))


def _called_off(head: VisitAbout) -> Iterator[_Difference]:
    if head.cancelled_at is not None:
        yield _Difference(words.ON_AGAIN, "cancelled_at", None)


def _with_whom(each: CalendarEntry, head: VisitAbout, name: str) -> Iterator[_Difference]:
    """Say whether the clinician changed; a name in more words is the same one."""
    ours = head.uid is None and each.name == summary(name)
    here, there = (folded(text) for text in (name, each.name))
    same = here == there or (bool(here) and (here in there or there in here))
    if there and not same and not ours:
        yield _Difference(words.other_name(name, each.name), _CLINICIAN, each.name)


def _when(each: CalendarEntry, head: VisitAbout) -> Iterator[_Difference]:
    if (head.at or head.started_at is None) and not _same_time(head.at, each.at):
        here, there = _told_time(head.at, head.zone), _told_time(each.at, each.zone)
        sentence = words.other_time(here, there)
        if head.started_at is None:
            yield _Difference(sentence, "at", each.at)
        else:
            # What was written in a visit was written at its time.
            yield _Difference(sentence)
    if each.minutes is not None and each.minutes != head.minutes:
        sentence = words.other_length(head.minutes, each.minutes)
        yield _Difference(sentence, "minutes", each.minutes)


def _texts(each: CalendarEntry, head: VisitAbout) -> Iterator[_Difference]:
    for name in _TEXTS:
        here, there = getattr(head, name).strip(), getattr(each, name).strip()
        if name == "description" and there == description(head).strip():
            continue
        if there and here != there:
            yield _Difference(words.other_text(name, here, there), name, getattr(each, name))
        elif here and not there and head.uid is not None:
            yield _Difference(words.no_text(name, here))


def _call(
    each: CalendarEntry, head: VisitAbout, others: tuple[_Difference, ...]
) -> Iterator[_Difference]:
    """Say whether it became a call or a meeting; a file with the same place does not tell."""
    moved = any(other.field == "place" for other in others)
    if each.phone != head.phone and (each.phone or moved):
        yield _Difference(words.OTHER_WAY[each.phone], "phone", each.phone)


# The visits of the case

_ONE_TIME = re.compile(r"(?P<series>.*?)(?P<day>\d{8})(?:T\d{6}Z?)?\Z", re.DOTALL)
"""The UID of one time of a series: the UID of all, and that time."""


@dataclass(slots=True)
class _KnownVisits:
    """Index of the visits of a case by the UIDs of calendars."""

    by_uid: dict[str, list[VisitAbout]] = field(default_factory=dict)
    """UID, or UID and RECURRENCE-ID."""
    by_day: dict[str, list[VisitAbout]] = field(default_factory=dict)
    """UID of a series and the day of one of its times."""
    by_series: dict[str, list[VisitAbout]] = field(default_factory=dict)
    """UID of a series."""

    def take(self, head: VisitAbout) -> None:
        """Add a visit."""
        for uid in {head.uid or visit_uid(head.id), visit_uid(head.id)}:
            self.by_uid.setdefault(uid, []).append(head)
        one = _ONE_TIME.match(head.uid or "")
        if one is not None:
            self.by_day.setdefault(one["series"] + one["day"], []).append(head)
            self.by_series.setdefault(one["series"], []).append(head)

    def find(self, each: CalendarEntry) -> list[VisitAbout]:
        """Find the visits that an appointment is, deleted and called-off ones too."""
        found = self.by_uid.get(each.uid, [])
        if each.slot:
            # A visit that was, of a series that now begins later, is another one.
            found = [head for head in found if head.started_at is None or _same_day(head, each)]
            found = found or self._of_slot(each)
        return found

    def _of_slot(self, each: CalendarEntry) -> list[VisitAbout]:
        """Find one time of a series that is written otherwise, or came in as the first."""
        alone = [
            head for head in self.by_uid.get(each.series, ()) if _same_time(head.at, each.slot)
        ]
        slot = _as_time(each.slot)
        days = {f"{slot:%Y%m%d}"}
        if isinstance(slot, datetime):
            days.add(f"{slot.astimezone(UTC):%Y%m%d}")
        return alone or [
            head for day in sorted(days) for head in self.by_day.get(each.series + day, ())
        ]

    def all_of(self, each: CalendarEntry) -> list[VisitAbout]:
        """Find the visits that are meant where an appointment or a whole series is called off."""
        found = self.find(each)
        return found if each.slot else [*found, *self.by_series.get(each.uid, ())]


def add_appointments(
    session: CaseSession, calendar: CalendarRead, case: Case, *, update: bool = False
) -> tuple[str, ...]:
    """Plan a visit for each appointment that the case does not have; return remarks.

    Args:
        session: The case, open for changing.
        calendar: The appointments.
        case: The case with its deleted visits too: what was deleted does not come back.
        update: Whether to change visits that are here to what the file says.

    Raises:
        ImportRefusedError: The file only calls off what is not here.
        StoreError: A store cannot be made.
    """
    return _CalendarImport(session, calendar, case, update=update).add()


class _CalendarImport:
    """Imports one calendar into a case."""

    def __init__(
        self, session: CaseSession, calendar: CalendarRead, case: Case, *, update: bool
    ) -> None:
        self._session = session
        self._calendar = calendar
        self._update = update
        self._here = _KnownVisits()
        self._names = {one.id: one.name for one in all_people(case)}
        for visit in case.visits:
            self._here.take(visit.head)
        self._differ: list[str] = []
        self._changed = 0
        self._waiting = 0

    def add(self) -> tuple[str, ...]:
        """Import everything; return remarks."""
        new: list[CalendarEntry] = []
        met: set[str] = set()
        for each in self._calendar.appointments:
            head = self._met(each, met)
            if head is None:
                new.append(each)
            else:
                met.add(head.id)
                self._compare(each, head)
        off, gone = self._call_off(met)
        there = len(self._calendar.appointments) - len(new) + off
        if not (new or there):
            raise ImportRefusedError(" ".join(gone[:1]) or words.NO_APPOINTMENT)
        self._plan(new)
        remarks = [
            words.appointments_imported(len(new), there, self._calendar.left_out + len(gone)),
            *self._differ,
        ]
        if self._waiting:
            remarks.append(words.update_offered(self._waiting))
        if self._changed:
            remarks.append(words.updated(self._changed))
        return (*remarks, *gone, *self._calendar.remarks)

    def _met(self, each: CalendarEntry, met: set[str]) -> VisitAbout | None:
        """Return the visit of an appointment; no visit is taken twice."""
        found = [head for head in self._here.find(each) if head.id not in met]
        live = [head for head in found if not head.deleted] or found
        same = [head for head in live if _same_time(head.at, each.at)]
        return next(iter(same or live), None)

    # What is new

    def _plan(self, new: list[CalendarEntry]) -> None:
        first, *rest = (*new, None)
        if first is not None:
            # The first one takes over the questions that wait for a visit.
            plan_visit(self._session, made(NewVisit, first, clinician=first.name))
        make_visits(self._session, _new_visits(self._session, rest))

    # What is here already

    def _compare(self, each: CalendarEntry, head: VisitAbout) -> None:
        """Say what differs, and change the visit if that is wanted."""
        if not head.deleted:
            found = _differences(each, head, self._name(head))
            values = {one.field: one.value for one in found if one.field}
            if "at" in values:
                values["zone"] = each.zone
            self._tell(head, [one.sentence for one in found], values)

    def _name(self, head: VisitAbout) -> str:
        return self._names.get(head.clinician_id or "", "")

    def _tell(self, head: VisitAbout, said: Sequence[str], values: dict[str, Any]) -> None:
        when = _told_time(head.at, head.zone)
        self._differ += [words.differs(self._name(head), when, each) for each in said]
        if self._update and values:
            self._alter(head, values)
            self._changed += 1
        elif values:
            self._waiting += 1

    def _alter(self, head: VisitAbout, values: dict[str, Any]) -> None:
        clinician = values.pop(_CLINICIAN, None)
        person: Person | None = None
        if clinician is not None:
            values["clinician_id"], person = find_or_new_clinician(self._session, clinician)

        def change(visit: VisitFile) -> VisitFile:
            visit = with_added(visit, "people", person) if person is not None else visit
            return with_head(visit, **values)

        self._session.change_visit(head.id, words.UNDO_UPDATE, change)

    def _call_off(self, met: set[str]) -> tuple[int, list[str]]:
        """Cancel visits; return how many entries were about them, and sentences on the others."""
        there, gone = 0, []
        off: set[str] = set()
        for each in self._calendar.called_off:
            found = {one.id: one for one in self._here.all_of(each) if one.id not in met}
            if not found:
                gone.append(words.called_off(each.name, _told_time(each.at, each.zone)))
                continue
            there += 1
            off.update(found)
            self._offer_to_call_off(found.values())
        for each in self._calendar.taken_out:
            found = {one.id: one for one in self._here.find(each) if one.id not in met | off}
            self._offer_to_call_off(found.values())
        return there, gone

    def _offer_to_call_off(self, heads: Iterable[VisitAbout]) -> None:
        for head in heads:
            if not head.deleted and head.cancelled_at is None and head.started_at is None:
                self._tell(head, [words.OFF_NOW], {"cancelled_at": self._session.now()})


def _same_day(head: VisitAbout, each: CalendarEntry) -> bool:
    return bool(head.at) and head.at.partition("T")[0] == each.at.partition("T")[0]


def _new_visits(
    session: CaseSession, appointments: Iterable[CalendarEntry | None]
) -> list[VisitFile]:
    """Return visits with empty lists; a clinician named before is the same person."""
    new_id, now = session.context.new_id, session.now()
    clinicians = {
        one.name: one.id for one in all_people(session.case) if one.role is Role.CLINICIAN
    }
    visits = []
    for each in filter(None, appointments):
        people: tuple[Person, ...] = ()
        if each.name.strip() and each.name not in clinicians:
            people = (Person(id=new_id(), created_at=now, name=each.name),)
            clinicians[each.name] = people[0].id
        visit_id = new_id()
        about = made(
            VisitAbout, each, id=visit_id, created_at=now, clinician_id=clinicians.get(each.name)
        )
        line = ComposerLine(id=visit_id, author_id=session.file.head.writer_id)
        visits.append(VisitFile(id=visit_id, about=(about,), people=people, composer=(line,)))
    return visits

"""Appointments of a calendar file as visits of a case."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from companion.domain.gathering import all_people
from companion.domain.note import Composer
from companion.domain.people import Person, Role
from companion.domain.visit import VisitAbout, VisitFile
from companion.exchange.calendar_out import visit_uid
from companion.exchange.entities import made
from companion.services.new_stores import make_visits
from companion.services.planning import NewVisit, plan_visit
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.case import Case
    from companion.exchange.calendar_in import Appointment, CalendarRead
    from companion.services.session import Session


def add_appointments(session: Session, calendar: CalendarRead, case: Case) -> tuple[str, ...]:
    """Plan a visit for each appointment that the case does not have; what is to be said.

    Args:
        session: The case, open for changing.
        calendar: The appointments.
        case: The case with its deleted visits too: what was deleted does not come back.

    Raises:
        StoreError: A store cannot be made.
    """
    here: dict[str, list[VisitAbout]] = {}
    for head in (visit.head for visit in case.visits):
        for uid in {head.uid or visit_uid(head.id), visit_uid(head.id)}:
            here.setdefault(uid, []).append(head)
    new = [each for each in calendar.appointments if each.uid not in here]
    first, *rest = (*new, None)
    if first is not None:
        # The first one takes over the questions that wait for a visit.
        plan_visit(
            session,
            NewVisit(
                clinician=first.name,
                at=first.at,
                zone=first.zone,
                minutes=first.minutes,
                place=first.place,
                uid=first.uid,
            ),
        )
    make_visits(session, _visits(session, rest))
    there = len(calendar.appointments) - len(new)
    moved = (each for each in calendar.appointments if _moved(each, here.get(each.uid, ())))
    return (
        words.appointments_imported(len(new), there),
        *(words.appointment(each.name, words.OTHER_TIME) for each in moved),
        *calendar.remarks,
    )


def _moved(appointment: Appointment, here: Sequence[VisitAbout]) -> bool:
    """Whether the visits that came from an appointment are all planned for another time."""
    planned = [head.at for head in here if head.at and not head.deleted and not head.cancelled_at]
    at = _instant(appointment.at)
    return bool(planned) and all(_instant(each) != at for each in planned)


def _instant(at: str) -> date:
    return datetime.fromisoformat(at) if "T" in at else date.fromisoformat(at)


def _visits(session: Session, appointments: Iterable[Appointment | None]) -> list[VisitFile]:
    """Visits with empty lists; a clinician named before is the same one."""
    new_id, now = session.surroundings.new_id, session.now()
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
        line = Composer(id=visit_id, author_id=session.file.head.writer_id)
        visits.append(VisitFile(id=visit_id, about=(about,), people=people, composer=(line,)))
    return visits

"""Writes calendar files, and one visit as an entry so short that it fits a QR code."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.case_queries import all_people
from companion.domain.correction import StepsTold
from companion.domain.date_input import day_of
from companion.domain.moments import after, second_of_two
from companion.domain.text import one_line
from companion.domain.visit import planned_for
from companion.domain.visit_times import day_of_visit, moment_of, named_zone
from companion.exchange.calendar.values import OUR_UIDS, STEP_UID
from companion.words import papers as words

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.domain.comparison import Step
    from companion.domain.preparation import AwaitedResult
    from companion.domain.visit import VisitAbout, VisitFile
    from companion.exchange.redaction import SharedCase

PRODUCT = "-//Companion//Second opinions//EN"
"""The program that made the file."""
ZONED = range(1971, 2100)
"""Years in which a time is written in its zone; in others it is written in UTC."""
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""Creation time of something whose time is not known."""

NO_ADDRESS = "nobody@companion.invalid"
"""Address of an organizer who has only a name; calendars ask for one."""
_WITH_ADDRESS = re.compile(r"(.+) \(([^()\s]+@[^()\s]+)\)")

BEFORE_IT_IS_DUE = timedelta(hours=15)
"""How long a reminder comes before the day begins: at nine in the morning of the day before."""


def visit_uid(visit_id: str) -> str:
    """Return the UID of a visit in calendars; it never changes."""
    return f"{visit_id}{OUR_UIDS}"


def step_uid(step_id: str) -> str:
    """Return the UID of a step in calendars; it never changes."""
    return f"{STEP_UID}{step_id}{OUR_UIDS}"


def _stamp(case: Case, made_at: datetime | None) -> datetime:
    """Return when a thing was made, as far as the data tells: the same data gives the same file."""
    at = made_at or case.file.head.created_at or LONG_AGO
    return at.astimezone(UTC).replace(microsecond=0)


def _visit(case: Case, visit: VisitFile, name: str) -> Any:  # noqa: ANN401
    from icalendar import Event  # noqa: PLC0415 - see calendar_in

    about = visit.head
    event = Event()
    event.add("UID", visit_uid(visit.id))
    event.add("DTSTAMP", _stamp(case, about.created_at))
    event.add("SUMMARY", summary(name))
    _add_time(event, about)
    if about.place:
        event.add("LOCATION", about.place)
    described = description(about)
    if described:
        event.add("DESCRIPTION", described)
    if about.organizer:
        event.add("ORGANIZER", _organizer(about.organizer))
    if about.url:
        event.add("URL", one_line(about.url))
    if about.cancelled_at is not None:
        event.add("STATUS", "CANCELLED")
    return event


def summary(name: str) -> str:
    """Return with whom a visit is, on one line."""
    return one_line(name) or words.VISIT


def description(about: VisitAbout) -> str:
    """Return what a visit is for, and what its invitation says."""
    return "\n\n".join(filter(None, (about.goal, about.description)))


def _organizer(written: str) -> Any:  # noqa: ANN401
    """Return name and address of the organizer; an address alone is a name too."""
    from icalendar import vCalAddress, vText  # noqa: PLC0415 - see calendar_in

    found = _WITH_ADDRESS.fullmatch(one_line(written))
    name, address = (found[1], found[2]) if found else (one_line(written), "")
    if not found and "@" in name:
        name, address = "", name
    organizer = vCalAddress(f"mailto:{address or NO_ADDRESS}")
    if name:
        organizer.params["CN"] = vText(name.replace('"', "'"))
    return organizer


def _start(at: datetime, about: VisitAbout) -> datetime:
    """Return a time in the zone of its visit, so that a relative's calendar shows the same hour.

    In UTC where the visit names no zone, and where clocks show that hour twice.
    """
    zone = named_zone(about.zone or "")
    if zone is None or at.year not in ZONED:
        return at.astimezone(UTC)
    there = at.astimezone(zone)
    twice = there.fold or second_of_two(at, zone) is not None
    return at.astimezone(UTC) if twice else there


def _add_time(event: Any, about: VisitAbout) -> None:  # noqa: ANN401
    if about.at and "T" not in about.at:
        event.add("DTSTART", date.fromisoformat(about.at))
        return
    at = planned_for(about) or about.started_at
    if at is not None:
        start = _start(at, about)
        event.add("DTSTART", start)
        if about.minutes:
            event.add("DTEND", after(start, timedelta(minutes=about.minutes)))


def _due(case: Case, thing: Step | AwaitedResult, text: str, day: str, *, done: bool) -> Any:  # noqa: ANN401
    """Return a step or an expected result on its day, with a reminder as long as it is not done."""
    from icalendar import Event  # noqa: PLC0415 - see calendar_in

    event = Event()
    event.add("UID", step_uid(thing.id))
    event.add("DTSTAMP", _stamp(case, thing.created_at))
    event.add("SUMMARY", text)
    event.add("DTSTART", day_of(day))
    event.add("TRANSP", "TRANSPARENT")
    if not done:
        event.add_component(_reminder(text))
    return event


def _reminder(text: str) -> Any:  # noqa: ANN401
    """Return the reminder on the morning before a step is due."""
    from icalendar import Alarm  # noqa: PLC0415 - see calendar_in

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", -BEFORE_IT_IS_DUE)
    return alarm


def write_calendar(shared: SharedCase) -> bytes:
    """Return visits, dated steps and expected results of a case as a calendar file."""
    from icalendar import Calendar  # noqa: PLC0415 - see calendar_in

    case = shared.case
    names = {person.id: person.name for person in all_people(case)}
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    for visit in case.visits:
        if moment_of(visit.head) is not None:
            name = names.get(visit.head.clinician_id or "", "")
            calendar.add_component(_visit(case, visit, name))
    told = StepsTold(case)
    for step in shared.steps:
        if step.due:
            text, done = one_line(told(step)) or words.STEP, step.done_at is not None
            calendar.add_component(_due(case, step, text, step.due, done=done))
    for result in case.file.results:
        if result.expected_by:
            text = one_line(words.result_expected(result.text, result.who_tells))
            done = bool(result.arrived_on)
            calendar.add_component(_due(case, result, text, result.expected_by, done=done))
    _add_zones(calendar, case)
    return bytes(calendar.to_ical(sorted=False))


def _add_zones(calendar: Any, case: Case) -> None:  # noqa: ANN401
    """Add the rules of every zone that is named, for the years that are needed."""
    days = [day for visit in case.visits if (day := day_of_visit(visit.head)) is not None]
    years = [day.year for day in days if day.year in ZONED]
    if years:
        first, last = date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)
        calendar.add_missing_timezones(first_date=first, last_date=last)


_ESCAPED = re.compile(r"([\\;,])")


def phone_entries(about: VisitAbout, doctor: str) -> tuple[str, ...]:
    """Return the entry of a visit that has a day, whole and then with less and less in it."""
    first = (f"SUMMARY:{_escaped(summary(doctor))}", *_times(about))
    place = (f"LOCATION:{_escaped(about.place)}",) if about.place else ()
    goal = (f"DESCRIPTION:{_escaped(about.goal)}",) if about.goal else ()
    forms = ((*first, *place, *goal), (*first, *place), first)
    return tuple(
        dict.fromkeys("\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT")) for lines in forms)
    )


def _escaped(words: str) -> str:
    return _ESCAPED.sub(r"\\\1", one_line(words))


def _times(about: VisitAbout) -> tuple[str, ...]:
    """Return begin and end; in UTC, so that a phone in any zone shows the right hour."""
    if about.at and "T" not in about.at:
        return (f"DTSTART;VALUE=DATE:{date.fromisoformat(about.at):%Y%m%d}",)
    at = planned_for(about)
    if at is None:
        return ()
    ends = after(at, timedelta(minutes=about.minutes)) if about.minutes else None
    return (f"DTSTART:{_utc(at)}", *([f"DTEND:{_utc(ends)}"] if ends is not None else []))


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"

"""Names, days and times as papers tell them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from companion.domain.asking import all_questions
from companion.domain.gathering import all_people
from companion.domain.told import StepsTold, told_from
from companion.domain.visit import VisitAbout, planned_for
from companion.words import days
from companion.words import papers as words

if TYPE_CHECKING:
    from datetime import tzinfo

    from companion.domain.note import Note
    from companion.domain.opinion import Cell, Opinion
    from companion.domain.visit import VisitFile
    from companion.exchange.extract import Extract


def zone_of(about: VisitAbout) -> tzinfo | None:
    """The zone a visit's times are told in; None for the laptop's own."""
    if about.zone:
        try:
            return ZoneInfo(about.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return _offset(about)  # a name of no zone: the time's own offset is as right
    return _offset(about)


def _offset(about: VisitAbout) -> tzinfo | None:
    return datetime.fromisoformat(about.at).tzinfo if "T" in about.at else None


def day_in_words(day: date) -> str:
    """A day with its year: `3 December 2026`."""
    return f"{days.plain_day(day)} {day.year}"


def day_text(text: str | None) -> str:
    """An ISO day in words; as it stands when it is none."""
    try:
        return day_in_words(date.fromisoformat(text)) if text else ""
    except ValueError:
        return text or ""


def weekday_text(text: str | None) -> str:
    """An ISO day in words with its weekday; as it stands when it is none."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return text or ""
    return f"{days.long_day(day)} {day.year}" if day is not None else ""


def planned_in_words(at: str, zone: str | None) -> str:
    """A planned day or time in words: `Thursday 3 December 2026, 14:00`."""
    about = VisitAbout(id="", at=at, zone=zone)
    when = planned_for(about)
    if when is None:
        return ""
    there = when.astimezone(zone_of(about))
    day = f"{days.long_day(there.date())} {there.year}"
    return f"{day}, {days.clock_time(there, zone_of(about))}" if "T" in at else day


class Telling:
    """What is looked up again and again while a paper is written."""

    def __init__(self, extract: Extract) -> None:
        self.extract = extract
        self.case = extract.case
        self.file = extract.case.file
        self._names = {person.id: person.name for person in all_people(extract.case)}
        self._visits = {visit.id: visit for visit in extract.case.visits}
        self.questions = all_questions(extract.case)
        self.notes = {note.id: note for visit in self.case.visits for note in visit.notes}
        self._visit_of = {note.id: visit for visit in self.case.visits for note in visit.notes}
        self.step = StepsTold(extract.case)
        """Tells a step's words; an answer at the door with what was asked."""
        self.records = {record.id: record.text for record in self.file.records}

    def note_and_visit(self, note_id: str) -> tuple[Note, VisitFile] | None:
        """A note with the visit it was written in; None when it is not there."""
        visit = self._visit_of.get(note_id)
        return (self.notes[note_id], visit) if visit is not None else None

    def cell(self, cell: Cell) -> str:
        """The words of a cell of the comparison, with what was put right in the notes behind it."""
        return told_from(cell, self.behind(cell.note_ids))

    def behind(self, note_ids: tuple[str, ...]) -> tuple[Note, ...]:
        """The notes of those ids that are there."""
        return tuple(self.notes[each] for each in note_ids if each in self.notes)

    def name(self, person_id: str | None) -> str:
        """A person's name, or an empty string."""
        return self._names.get(person_id or "", "")

    def moment(self, visit: VisitFile) -> datetime | None:
        """When a visit is or was, in its own zone."""
        about = visit.head
        at = planned_for(about) or about.started_at
        return at.astimezone(zone_of(about)) if at else None

    def day(self, visit: VisitFile) -> str:
        """The day of a visit: `3 December`."""
        at = self.moment(visit)
        return days.plain_day(at.date()) if at else ""

    def title(self, visit: VisitFile) -> str:
        """The title of a visit's notes: `Notes of 3 December with Dr Okafor`."""
        return words.notes_of(self.day(visit), self.name(visit.head.clinician_id))

    def when(self, visit: VisitFile) -> str:
        """Weekday, day, year and time of a visit, where and how long."""
        about = visit.head
        at = self.moment(visit)
        parts = []
        if at is not None:
            parts.append(f"{days.long_day(at.date())} {at.year}")
            if "T" in about.at or not about.at:
                parts.append(days.clock_time(at, zone_of(about)))
        if about.minutes:
            parts.append(words.minutes(about.minutes))
        if about.phone:
            parts.append(words.PHONE)
        if about.place:
            parts.append(about.place)
        if about.cancelled_at:
            parts.append(words.CALLED_OFF)
        return ", ".join(parts)

    def clock(self, at: datetime | None, visit: VisitFile) -> str:
        """The time of day of a note, in the visit's zone."""
        return days.clock_time(at, zone_of(visit.head)) if at else ""

    def dated(self, at: datetime | None) -> str:
        """The day of something outside visits, in the laptop's zone."""
        return day_in_words(at.astimezone().date()) if at else ""

    def opinion(self, opinion: Opinion) -> str:
        """An opinion by clinician and date, never by rank."""
        visit = self._visits.get(opinion.visit_id or "")
        at = self.moment(visit) if visit else None
        day = day_in_words(at.date()) if at else self.dated(opinion.frozen_at)
        doctor = opinion.clinician_id or (visit.head.clinician_id if visit else None)
        return words.opinion_of(self.name(doctor), day)

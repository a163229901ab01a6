"""Names, days and times of a case, as papers write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people
from companion.domain.correction import StepsTold, told_from
from companion.domain.moments import local_day
from companion.domain.people import Role
from companion.domain.question_rows import all_questions
from companion.domain.text import one_line
from companion.domain.visit import VisitAbout
from companion.domain.visit_times import (
    day_of_visit,
    note_day,
    note_stamp,
    told_day,
    told_when,
)
from companion.words import days, letters
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from companion.domain.comparison import Cell, Opinion
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import SaidText, VisitFile
    from companion.exchange.redaction import SharedCase


def day_text(text: str | None) -> str:
    """Return a kept day in words: `3 December 2026`."""
    return days.told_text(text, days.plain_date)


def weekday_text(text: str | None) -> str:
    """Return a kept day in words with its weekday: `Thursday 3 December 2026`."""
    return days.told_text(text, days.long_date)


def planned_in_words(at: str, zone: str | None) -> str:
    """Return a planned day or time in words: `Thursday 3 December 2026, 14:00`."""
    return told_when(VisitAbout(id="", at=at, zone=zone), days.long_date)


class PaperContext:
    """Names, notes and labels of a case, looked up once for all sections of a paper."""

    def __init__(self, shared: SharedCase) -> None:
        self.shared = shared
        self.case = shared.case
        self.file = shared.case.file
        self._names = {person.id: one_line(person.name) for person in all_people(shared.case)}
        self._visits = {visit.id: visit for visit in shared.case.visits}
        self.questions = all_questions(shared.case)
        self.notes = {note.id: note for visit in self.case.visits for note in visit.notes}
        self._visit_of = {note.id: visit for visit in self.case.visits for note in visit.notes}
        self.step = StepsTold(shared.case)
        """Returns the words of a step; an answer to *before you leave* with what was asked."""
        self.records = {record.id: record.text for record in self.file.records}

    def note_and_visit(self, note_id: str) -> tuple[Note, VisitFile] | None:
        """Return a note with the visit it was written in; None when it is not there."""
        visit = self._visit_of.get(note_id)
        return (self.notes[note_id], visit) if visit is not None else None

    def told(self, made: Cell | SaidText) -> str:
        """Return the words of what was made from notes, with later corrections of those."""
        return told_from(made, self.behind(made.note_ids))

    def behind(self, note_ids: tuple[str, ...]) -> tuple[Note, ...]:
        """Return the notes of those ids that are there."""
        return tuple(self.notes[each] for each in note_ids if each in self.notes)

    def kept_back(self, rows: Iterable[NumberedQuestion], visit_id: str | None) -> Iterator[str]:
        """Return remarks on the questions that are not on a page which others read.

        Args:
            rows: The questions of a visit, or the plan, that may be sent.
            visit_id: The visit; None for the plan.
        """
        every = (*rows, *self.shared.hidden_rows(visit_id))
        asked = [row.question for row in every if row.question is not None]
        if alone := sum(each.alone for each in asked):
            yield letters.alone(alone)
        if covered := sum(self.shared.veil.hides(each) and not each.alone for each in asked):
            yield letters.covered(covered)

    def patient(self) -> str:
        """Return the patient's name on one line; empty where there is none."""
        people = self.file.people
        named = (one.name for one in people if one.role is Role.PATIENT)
        return one_line(next(named, ""))

    def name(self, person_id: str | None) -> str:
        """Return a person's name; empty where there is none."""
        return self._names.get(person_id or "", "")

    def day(self, visit: VisitFile) -> str:
        """Return the day of a visit: `3 December`."""
        return told_day(visit.head, days.plain_day)

    def title(self, visit: VisitFile) -> str:
        """Return the title of a visit's notes: `Notes of 3 December with Dr Okafor`."""
        return words.notes_of(self.day(visit), self.name(visit.head.clinician_id))

    def when(self, visit: VisitFile) -> str:
        """Return weekday, day, year and time of a visit, where and how long."""
        about = visit.head
        parts = [told for told in (told_when(about, days.long_date),) if told]
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
        """Return the time of a note by the clocks of the visit; with its day where that differs."""
        if at is None:
            return ""
        own, day = day_of_visit(visit.head), note_day(at, visit.head)
        parts = "" if day == own else days.plain_day(day, own), note_stamp(at, visit.head)
        return ", ".join(part for part in parts if part)

    def dated(self, at: datetime | None) -> str:
        """Return the day of something outside visits, in the laptop's zone."""
        return days.plain_date(local_day(at)) if at else ""

    def opinion(self, opinion: Opinion) -> str:
        """Return the label of an opinion: clinician and date, never a rank."""
        visit = self._visits.get(opinion.visit_id or "")
        day = told_day(visit.head, days.plain_date) if visit else ""
        day = day or self.dated(opinion.frozen_at)
        doctor = opinion.clinician_id or (visit.head.clinician_id if visit else None)
        return words.opinion_of(self.name(doctor), day)

"""Merge fields of letters: names, days and words of a case."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people
from companion.domain.comparison_table import present_doctor_id, visit_elsewhere, visits_that_were
from companion.domain.correction import told_in_one
from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind
from companion.domain.moments import local_day
from companion.domain.number import number_of, still_to_ask
from companion.domain.outcome import DIAGNOSIS, short_id
from companion.domain.people import Role
from companion.domain.preparation import RecordStatus, rank
from companion.domain.progress import earlier_opinion
from companion.domain.question import CarryTo
from companion.domain.question_rows import DONE
from companion.domain.results import results_order
from companion.domain.text import is_blank, one_line
from companion.domain.veil import is_private
from companion.domain.visit_times import told_day
from companion.exchange.papers.paper_context import day_text
from companion.words import days, letters
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from companion.domain.note import NumberCard
    from companion.domain.preparation import Record
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.paper_context import PaperContext

PLAN = "aspect-plan"
"""The aspect that holds the plan, in the packs."""
_ON_THE_WAY = frozenset({RecordStatus.SENT, RecordStatus.ARRIVED})
_TO_ASK = frozenset({RecordStatus.NEEDED, RecordStatus.ASKED})


def _texts(entities: Iterable[object]) -> tuple[str, ...]:
    lines = (one_line(str(getattr(each, "text", ""))) for each in entities)
    return tuple(line for line in lines if line)


def _known(*texts: str) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := one_line(text)))


def _has_it_oneself(record: Record) -> bool:
    """Whether the patient has a record at home, so that no holder is asked to send it."""
    holder = re.split(r"[,;]| or | and ", record.holder, maxsplit=1)[0]
    return holder.strip().casefold() == words.YOURSELF


def _day(day: date, today: date | None) -> str:
    """Return a day as letters name it; with its year where that is not the letter's own."""
    return days.long_date(day) if today is None else days.long_day(day, today)


def visit_day(visit: VisitFile | None, today: date | None) -> str:
    """Return the day of a visit as letters name it; empty when it has none."""
    return told_day(visit.head, partial(_day, today=today)) if visit is not None else ""


class MergeFields:
    """Texts of the merge fields of one letter.

    Args:
        context: The case.
        now: The time; it dates the letter, and decides which visit lies ahead.
        after: Whether the letter is written after the visit with the other doctor.
        visit: The visit it is about, where that is known; else the one elsewhere.
        questions: The questions of this letter.
        with_year: Whether days have their year, though it is this one: a page that is put away
            bears no other date.
    """

    def __init__(
        self,
        context: PaperContext,
        now: datetime,
        *,
        after: bool = False,
        visit: VisitFile | None = None,
        questions: tuple[str, ...] = (),
        with_year: bool = False,
    ) -> None:
        self._context = context
        self._case = context.case
        self._now = now
        self._questions = questions
        self._with_year = with_year
        self.visit = visit or visit_elsewhere(context.case, None if after else now)
        """The visit the letter is about."""

    def all(self) -> dict[str, tuple[str, ...]]:
        """Return every field a letter may have; empty where nothing is known."""
        return {**self._people(), **self._days(), **self._words(), **self._lists()}

    def _people(self) -> dict[str, tuple[str, ...]]:
        context = self._context
        people = {person.role: person.name for person in reversed(context.file.people)}
        present = present_doctor_id(self._case)
        doctor = self.visit.head.clinician_id if self.visit is not None else None
        doctor = doctor if context.name(doctor) else self._only_doctor_but(present)
        other = present if present != doctor else None
        other = other if context.name(other) else self._only_doctor_but(doctor)
        return {
            "patient": _known(people.get(Role.PATIENT, "")),
            "companion": _known(people.get(Role.COMPANION, "")),
            "signature": (),
            "clinician": _known(context.name(doctor)),
            "clinic": _known(self._place(doctor)),
            "other_clinician": _known(context.name(other)),
            "other_clinic": _known(self._place(other)),
            "insurer": (),
            "birth_date": (),
            "phone": (),
        }

    def _only_doctor_but(self, person_id: str | None) -> str | None:
        """Return the one other doctor whom the case knows by name; None where there are several."""
        others = {
            one.name: one.id
            for one in all_people(self._case)
            if one.role is Role.CLINICIAN and one.id != person_id and one.name.strip()
        }
        known = self._context.name(person_id)
        ids = [its_id for name, its_id in others.items() if name != known]
        return ids[0] if len(ids) == 1 and person_id is not None else None

    def _place(self, person_id: str | None) -> str:
        visit = self.visit
        if visit is not None and visit.head.clinician_id == person_id and visit.head.place:
            return visit.head.place
        return next((one.place for one in self._context.file.people if one.id == person_id), "")

    def _days(self) -> dict[str, tuple[str, ...]]:
        today = local_day(self._now)
        seen_from = None if self._with_year else today
        decide_by = self._context.file.head.decide_by
        return {
            "date": (days.plain_date(today),),
            "visit_date": _known(visit_day(self.visit, seen_from)),
            "decide_by": _known(days.told_text(decide_by, partial(_day, today=seen_from))),
        }

    def _words(self) -> dict[str, tuple[str, ...]]:
        prepared = self._context.file.prepare
        goal = self.visit.head.goal if self.visit is not None else ""
        said = self._present_opinion()
        return {
            "condition": (),
            "diagnosis": said.get(DIAGNOSIS, ()),
            "plan": said.get(PLAN, ()),
            "present_opinion": tuple(text for texts in said.values() for text in texts),
            "goal": _known(goal),
            "opening": _known(prepared.opening),
            "telling": _known(prepared.telling),
            "referral": _known(prepared.referral),
            "numbers": _known(letters.OUTLOOK[prepared.covered], prepared.numbers_wanted),
        }

    def _present_opinion(self) -> dict[str, tuple[str, ...]]:
        """Return what the present doctor said, by the aspect's own id."""
        opinion = earlier_opinion(self._case.file)
        names = {each.id: short_id(each.source) or each.id for each in self._case.file.aspects}
        return {
            names.get(cell.aspect_id, ""): _known(self._context.told(cell))
            for cell in self._case.file.cells
            if opinion is not None
            and cell.opinion_id == opinion.id
            and cell.text
            and not self._context.shared.private.hides(cell)
        }

    def _lists(self) -> dict[str, tuple[str, ...]]:
        file = self._context.file
        reasons = _texts(file.reasons)
        by_weight = sorted(file.records, key=lambda record: rank(record.changes))
        priorities = sorted(file.priorities, key=lambda priority: -(priority.stars or 0))
        extract = self._context.shared
        every = (step for step in extract.steps if step.done_at is None)
        steps = (step for step in every if not extract.private.hides(step))
        return {
            "reason": reasons,
            "reasons": reasons,
            "priorities": _texts(priorities),
            "records": _texts(
                each for each in by_weight if each.status in _TO_ASK and not _has_it_oneself(each)
            ),
            "records_there": _texts(each for each in by_weight if each.status in _ON_THE_WAY),
            "results": tuple(
                letters.result_expected(one_line(each.text), day_text(each.expected_by))
                for each in results_order(file.results)
                if not (each.arrived_on or is_blank(each.text) or extract.private.hides(each))
            ),
            "questions": self._questions,
            "medicines": _known(*file.prepare.medicines),
            "allergies": _known(*file.prepare.allergies),
            "timeline": _known(*file.prepare.timeline),
            "answers": (),
            "summary": (),
            "steps": _known(*map(self._context.step.alone, steps)),
        }


# Questions of a message


def _blanks(card: NumberCard) -> str:
    return ", ".join(words.CARD[name].lower() for name in still_to_ask(card))


def _from_notes(visit: VisitFile) -> Iterator[str]:
    for note in visit.notes:
        if note.kind is NoteKind.SPELLING:
            continue
        if note.carried_to == CarryTo.MESSAGE and not is_private(note):
            number = number_of(note)
            yield letters.still_open(
                one_line(told_in_one(note)), _blanks(number) if number is not None else ""
            )


def message_questions(context: PaperContext, *, of: str | None = None) -> tuple[str, ...]:
    """Return what was carried over to a message: questions, then unclear notes and open figures.

    Where nothing was carried over: the must-asks of past visits that are still open.

    Args:
        context: The case.
        of: Only what came up in visits with that clinician; None takes every visit.
    """
    found: list[str] = []
    visits = [each for each in context.case.visits if of in (None, each.head.clinician_id)]
    for visit in visits:
        rows = context.shared.rows_to_send(visit.id)
        found += [one_line(row.text) for row in rows if row.listed.carried_to is CarryTo.MESSAGE]
        found += _from_notes(visit)
    found = found or [
        one_line(row.text)
        for visit in visits_that_were(context.case)
        if visit in visits
        for row in context.shared.rows_to_send(visit.id)
        if row.must and row.state not in DONE
    ]
    return tuple(dict.fromkeys(text for text in found if text))


def asks_about(doctor: str, text: str) -> bool:
    """Whether a text names a doctor; a single word may not be a name."""
    name = re.escape(folded(doctor))
    return " " in doctor and bool(re.search(rf"(?<!\w){name}(?!\w)", folded(text)))

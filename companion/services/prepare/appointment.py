"""People of a case, the day to decide by, and a visit: with whom, when, how long, where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.case_queries import visit_of
from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed, with_head
from companion.domain.people import Person, Role
from companion.domain.text import is_blank
from companion.domain.typed_lengths import read_minutes
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, was_over
from companion.domain.visit_selection import holds_half_a_line
from companion.services.draft import Draft, into_case
from companion.services.entry_table import EntryTable
from companion.services.prepare.preparation import PreparationEditor
from companion.services.time_fields import WhenField
from companion.services.visit.plan import (
    NewVisit,
    find_or_new_clinician,
    plan_visit,
    similar_doctor,
)
from companion.words import appointment as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

MOST_MINUTES = 600


class Appointment:
    """People and dates of a case, and one visit: the one prepared for unless another is named."""

    def __init__(self, session: CaseSession, visit_id: str | None = None) -> None:
        """Take the visit with that id; an id that no visit has plans one with its first letter."""
        self.session = session
        self.preparation = PreparationEditor(session)
        self._visit_id = visit_id

    @property
    def visit(self) -> VisitFile | None:
        """The visit; None as long as none is planned."""
        if self._visit_id is None:
            return self.preparation.visit
        return visit_of(self.session.case, self._visit_id)

    # People, and the day

    def person(self, role: Role) -> Person | None:
        """Return the patient or the first companion."""
        return next(
            (one for one in not_deleted(self.session.file.people) if one.role is role), None
        )

    def name_of(self, role: Role) -> str:
        """Return their name, or a word that stands in for it."""
        one = self.person(role)
        return one.name if one and one.name else words.STANDS_IN[role.value]

    def name_draft(self, role: Role, label: str) -> Draft:
        """Return a field for the name of the patient or companion."""
        one = self.person(role)
        made = one or self.session.new(Person, role=role)

        def change(file: CaseFile, text: str) -> CaseFile:
            if find_by_id(file.people, made.id) is None:
                return with_added(file, "people", replace(made, name=text))
            return with_changed(file, "people", made.id, name=text)

        return Draft(
            label,
            one.name if one else "",
            into_case(self.session, change),
            words.undo_answer(label),
        )

    def decide_by_draft(self) -> Draft:
        """Return a field for the day by which a decision is wanted."""
        head = EntryTable(self.session, "about")
        return head.day_draft(words.DECIDE_BY, self.session.file.head.id, "decide_by")

    # The visit

    def _plan(self) -> str:
        """Return the id of the visit; one is made when there is none."""
        visit = self.visit
        if visit is not None:
            return visit.id
        visit_id = self.another(NewVisit())
        if self._visit_id is not None:
            self._visit_id = visit_id
        return visit_id

    def another(self, new: NewVisit) -> str:
        """Plan one more visit, and return its id."""
        visit_id = plan_visit(self.session, new)
        # A store is made without a step of undo: taking it in as a change makes it one.
        self._alter(visit_id, "", deleted=True)
        self._alter(visit_id, words.UNDO_PLANNED, deleted=False)
        return visit_id

    def _alter(self, visit_id: str, sentence: str, **values: Any) -> None:  # noqa: ANN401
        self.session.change_visit(visit_id, sentence, lambda visit: with_head(visit, **values))

    def _draft(
        self,
        label: str,
        text: str,
        values: Callable[[str], dict[str, Any]],
        **reading: Any,  # noqa: ANN401 - read, echo and unread of `Draft`
    ) -> Draft:
        """Return a field of the visit, which is planned with the first letter if there is none."""
        visit_id = self._same_visit()
        key = f"{self.visit.id if self.visit is not None else ''}/{label}"

        def write(sentence: str, value: str) -> None:
            self._alter(visit_id(), sentence, **values(value))

        sentence = words.undo_answer(label)
        return Draft(label, text, write, sentence, key=key, waits=self.session.unread, **reading)

    def _same_visit(self) -> Callable[[], str]:
        """Return a function for the id of the visit, the same one while a field is typed in."""
        known = [self.visit.id] if self.visit is not None else []

        def visit_id() -> str:
            if not known:
                known.append(self._plan())
            return known[0]

        return visit_id

    def text_draft(self, name: str, label: str) -> Draft:
        """Return a field for the goal or the place."""
        visit = self.visit
        text = str(getattr(visit.head, name)) if visit else ""
        return self._draft(label, text, lambda value: {name: value})

    def set_goal(self, goal: str) -> None:
        """Take an example as the goal."""
        self._alter(self._plan(), words.undo_answer(words.GOAL), goal=goal)

    def when_draft(self, *, past: bool = False) -> Draft:
        """Return a field for day and time; the weekday is said while it is typed.

        Args:
            past: Whether the visit was already: *Tuesday* is then the last one.
        """
        visit = self.visit
        about = visit.head if visit else VisitAbout(id="")
        field = WhenField(about, self.session.context.today(), past)
        return self._draft(
            words.WHEN,
            field.text(),
            lambda value: {"at": value, "zone": field.zone(value)},
            read=field.read,
            echo=field.echo,
            unread=words.when_unread(),
        )

    def minutes_draft(self) -> Draft:
        """Return a field for the minutes that are planned."""
        visit = self.visit
        minutes = visit.head.minutes if visit else None
        return self._draft(
            words.MINUTES,
            str(minutes) if minutes else "",
            lambda value: {"minutes": int(value) if value else None},
            read=_minutes,
            echo=_minutes_echo,
            unread=words.MINUTES_UNREAD,
        )

    def clinician_name(self) -> str:
        """Return with whom the visit is, or an empty string."""
        visit = self.visit
        return self.session.person_name(visit.head.clinician_id, visit) if visit else ""

    def clinician_draft(self) -> Draft:
        """Return a field for the doctor; a new name becomes a person of the visit."""
        made = self.session.context.new_id()
        visit_id = self._same_visit()

        def write(sentence: str, name: str) -> None:
            known, person = find_or_new_clinician(self.session, name)
            person = replace(person, id=made) if person else None

            def change(visit: VisitFile) -> VisitFile:
                if person is not None and find_by_id(visit.people, made) is None:
                    visit = with_added(visit, "people", person)
                else:
                    visit = with_changed(visit, "people", made, name=name)
                return with_head(visit, clinician_id=made if person else known)

            self.session.change_visit(visit_id(), sentence, change)

        meant = similar_doctor(self.session)
        return Draft(
            words.WITH,
            self.clinician_name(),
            write,
            words.undo_answer(words.WITH),
            echo=lambda name: words.perhaps(meant(name)),
        )

    def by_phone(self) -> None:
        """Make a call of a meeting, or the other way round."""
        visit_id = self._plan()
        phone = self.session.visit(visit_id).head.phone
        self._alter(visit_id, words.UNDO_PHONE, phone=not phone)

    def call_off(self) -> bool:
        """Call the visit off; undo brings it back. False when none is planned."""
        visit = self.visit
        if visit is not None:
            self._alter(visit.id, words.UNDO_CALLED_OFF, cancelled_at=self.session.now())
        return visit is not None

    def take_away(self) -> bool:
        """Take a visit planned by mistake off the list; undo brings it back.

        False when it has begun, or when a note or a question was written in it.
        """
        visit = self.visit
        if visit is None or visit.head.started_at is not None or _holds_words(visit):
            return False
        self._alter(visit.id, words.UNDO_TAKEN_AWAY, deleted=True)
        return True

    def take_away_if_not_remembered(self) -> bool:
        """Take a visit off the list that was to be written from memory, and of which nothing was.

        False when anything is known of it: the doctor, the day, a note, a word in a line.
        """
        visit = self.visit
        if visit is None or not was_over(visit.head) or visit.head.clinician_id or visit.head.at:
            return False
        return self.take_away()


def _holds_words(visit: VisitFile) -> bool:
    line = visit.line
    return bool(
        visit.live_notes
        or not_deleted(visit.questions)
        or (line is not None and holds_half_a_line(line))
    )


def _minutes(text: str) -> str | None:
    if is_blank(text):
        return ""
    number = read_minutes(text)
    return str(number) if number is not None and 0 < number <= MOST_MINUTES else None


def _minutes_echo(text: str) -> str:
    kept = _minutes(text)
    return words.minutes_echo(int(kept)) if kept else ""

"""The people of a visit who write in it: the patient and those who come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer
from companion.domain.changes import not_deleted
from companion.domain.people import WRITERS, Person, Role
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.services.case.session import OpenVisit


def display_name(person: Person | None) -> str:
    """Return a person's name, or else their role; an unknown person is the patient."""
    if person is None:
        return words.THE_PATIENT
    if person.name.strip():
        return person.name.strip()
    return words.THE_PATIENT if person.role is Role.PATIENT else words.THE_COMPANION


class VisitPeople:
    """Tells who may write in a visit and who does, and changes who does."""

    def __init__(self, here: OpenVisit) -> None:
        self._here = here

    def writers(self) -> tuple[Person, ...]:
        """Return the patient and the companions, in that order."""
        people = not_deleted((*self._here.session.file.people, *self._here.visit.people))
        mine = [one for one in people if one.role in WRITERS]
        return tuple(sorted(mine, key=lambda one: WRITERS.index(one.role)))

    def patient(self) -> Person | None:
        """Return the patient."""
        return next((one for one in self.writers() if one.role is Role.PATIENT), None)

    def companions(self) -> tuple[Person, ...]:
        """Return those who come along."""
        return tuple(one for one in self.writers() if one.role is Role.COMPANION)

    def patient_name(self) -> str:
        """Return the patient's name, or a word that stands in for it."""
        return display_name(self.patient())

    def writer(self) -> Person | None:
        """Return who writes now, if that is known."""
        line = composer.line_of(self._here.visit)
        chosen = line.author_id or self._here.session.file.head.writer_id
        return next((one for one in self.writers() if one.id == chosen), None)

    def set_writer(self, person_id: str | None) -> None:
        """Let that person write the next notes."""
        self._here.change("", lambda visit: composer.with_line(visit, author_id=person_id))

    def next_writer(self) -> Person | None:
        """Let the next person write; return who that is."""
        writers = self.writers()
        if not writers:
            return None
        now = self.writer()
        after = writers[(writers.index(now) + 1) % len(writers)] if now in writers else writers[0]
        self.set_writer(after.id)
        return after

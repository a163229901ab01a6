"""The acts of the Visit room. Each changes the visit's own file and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer
from companion.domain.changes import live
from companion.domain.people import Person, Role
from companion.services.visit.clock import CourseActs
from companion.services.visit.questions import QuestionActs
from companion.services.visit.teach_back import TellingActs
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.visit import Debrief


def called(person: Person | None) -> str:
    """Somebody's name, or what they are; an unknown person is the patient."""
    if person is None:
        return words.THE_PATIENT
    if person.name.strip():
        return person.name.strip()
    return words.THE_PATIENT if person.role is Role.PATIENT else words.THE_COMPANION


class Visiting(TellingActs, QuestionActs, CourseActs):
    """The acts of one visit; here those of the unfinished line."""

    def type(self, text: str) -> None:
        """Keep the unfinished line; not a step of undo."""
        self._change("", composer.typed(self.visit, text, self.session.now()))

    def go_to(self, question_id: str | None) -> None:
        """Write under that question from here on; the line is kept."""
        self._change("", composer.gone_to(self.visit, question_id))

    def write_as(self, author_id: str | None) -> None:
        """Somebody else writes from here on."""
        self._change("", composer.written_by(self.visit, author_id))

    def cover_line(self, *, covered: bool) -> None:
        """Hide the unfinished line while it is typed, and the note after."""
        self._change("", composer.covered(self.visit, on=covered))

    def fill(self, field: str) -> None:
        """Type into that line of a card from here on; empty: into the note again."""
        self._change("", composer.filling(self.visit, field))

    def type_aside(self, field: str, text: str) -> None:
        """Keep what is typed into a line of a card; the half-written note waits."""
        self._change("", composer.typed_aside(self.visit, field, text, self.session.now()))

    def fresh_answers(self, prompt: str) -> tuple[tuple[Person, Debrief], ...]:
        """What each wrote to one of the five questions; nothing until all of them have."""
        answers = [(one, self.fresh_answer(prompt, one.id)) for one in self.writers()]
        known = tuple((one, answer) for one, answer in answers if answer is not None)
        return known if len(known) == len(answers) else ()

    # Who writes

    def writers(self) -> tuple[Person, ...]:
        """The patient and the companions, in that order."""
        people = live((*self.session.file.people, *self.visit.people))
        order = (Role.PATIENT, Role.COMPANION)
        mine = [one for one in people if one.role in order]
        return tuple(sorted(mine, key=lambda one: order.index(one.role)))

    def patient(self) -> Person | None:
        """Whose visit it is."""
        return next((one for one in self.writers() if one.role is Role.PATIENT), None)

    def companions(self) -> tuple[Person, ...]:
        """Who comes along."""
        return tuple(one for one in self.writers() if one.role is Role.COMPANION)

    def patient_name(self) -> str:
        """The patient's name, or a word that stands in for it."""
        return called(self.patient())

    def writer(self) -> Person | None:
        """Who writes now, if that is known."""
        chosen = composer.line_of(self.visit).author_id or self.session.file.head.writer_id
        return next((one for one in self.writers() if one.id == chosen), None)

    def next_writer(self) -> Person | None:
        """Let the other person write; who that is."""
        writers = self.writers()
        if not writers:
            return None
        now = self.writer()
        after = writers[(writers.index(now) + 1) % len(writers)] if now in writers else writers[0]
        self.write_as(after.id)
        return after

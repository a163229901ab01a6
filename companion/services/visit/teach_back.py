"""Telling a doctor what the other one said: a note with its time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain import composer
from companion.domain.changes import added, altered, live
from companion.domain.opinion import Opinion, OtherOpinionKnown
from companion.services.visit.notes import NoteActs
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile


class TellingActs(NoteActs):
    """What this doctor comes to know."""

    def tell_other_opinion(self) -> Note | None:
        """Note that the doctor has been told the other opinion, and that it was known from then.

        Doctors who know another opinion lean to it (PMC3445697), so when it was told is worth a
        line with its time.
        """
        line = words.told_other(self._other_doctor())
        note = self._made(line, composer.line_of(self.visit).question_id)
        if note is not None:
            visit = replace(composer.noted(self.visit, note), composer=self.visit.composer)
            self._change(words.UNDO_TOLD_OTHER, self._with_opinion_known(visit))
        return note

    def _with_opinion_known(self, visit: VisitFile) -> VisitFile:
        opinion = next(iter(live(visit.opinions)), None)
        if opinion is not None:
            return altered(visit, "opinions", opinion.id, other_opinion_known=OtherOpinionKnown.YES)
        made = Opinion(
            id=self.session.surroundings.new_id(),
            created_at=self.session.now(),
            visit_id=visit.id,
            clinician_id=visit.head.clinician_id,
            other_opinion_known=OtherOpinionKnown.YES,
        )
        return added(visit, "opinions", made)

    def _other_doctor(self) -> str:
        """The name of the doctor whose opinion was there before; empty when it is this one."""
        opinions = live(self.session.file.opinions)
        doctor = next((each.clinician_id for each in opinions if each.visit_id is None), None)
        here = self.visit.head.clinician_id
        return self.session.person_name(doctor) if doctor != here else ""

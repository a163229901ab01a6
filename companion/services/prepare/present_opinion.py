"""The present doctor and what they say, written down before the visit and then set down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import clinician_named
from companion.domain.changes import find_by_id, with_added, with_changed
from companion.domain.comparison_table import (
    Column,
    ComparisonTable,
    aspects_in_order,
    holds_nothing,
)
from companion.domain.people import Person
from companion.domain.progress import earlier_opinion
from companion.domain.text import is_blank
from companion.domain.value import replace
from companion.services.compare.opinions import OpinionEditor, OpinionSentences
from companion.services.draft import Draft, into_case
from companion.services.visit.plan import similar_doctor
from companion.words import opinion as words
from companion.words.appointment import perhaps

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.comparison import Aspect
    from companion.services.case.session import CaseSession

IN_PREPARE = OpinionSentences(
    cell=lambda aspect, _: aspect,
    addition=words.ADDITION,
    undo_cell=words.UNDO_CELL,
    undo_known=words.UNDO_KNOWN,
)


class PresentDoctor:
    """The doctor whose opinion was there before the visits; the case's own file holds both."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session

    @property
    def opinion(self) -> OpinionEditor:
        """The doctor's opinion as it stands, for changing it."""
        column = Column(earlier_opinion(self.session.file), None, self.name(), None)
        return OpinionEditor(self.session, column, IN_PREPARE)

    def name(self) -> str:
        """Return the doctor's name, or an empty string."""
        opinion = earlier_opinion(self.session.file)
        return self.session.person_name(opinion.clinician_id) if opinion else ""

    def aspects(self) -> tuple[Aspect, ...]:
        """Return the rows that the opinion can say something on."""
        return aspects_in_order(self.session.file)

    def name_draft(self) -> Draft:
        """Return a field for the doctor's name."""
        editor = self.opinion
        now = editor.column.opinion.clinician_id if editor.column.opinion else None
        new = self.session.new(Person)
        own = now if now is not None and self._is_own(now) else new.id

        def change(file: CaseFile, name: str) -> CaseFile:
            known = clinician_named(self.session.case, name, but=own)
            mine = known is None and not is_blank(name)
            if find_by_id(file.people, own) is not None:
                file = with_changed(file, "people", own, name=name, deleted=not mine)
            elif mine:
                file = with_added(file, "people", replace(new, name=name))
            file, opinion = editor.with_opinion(file)
            doctor = own if mine else known and known.id
            file = with_changed(file, "opinions", opinion.id, clinician_id=doctor)
            return editor.without_empty(file)

        meant = similar_doctor(self.session)
        return Draft(
            words.DOCTOR,
            self.name(),
            into_case(self.session, change),
            words.UNDO_DOCTOR,
            echo=lambda name: perhaps(meant(name)),
        )

    def _is_own(self, doctor_id: str) -> bool:
        """Return whether no visit is with that doctor, so that the name can be changed here."""
        visits = self.session.case.visits
        in_file = find_by_id(self.session.file.people, doctor_id) is not None
        return in_file and all(visit.head.clinician_id != doctor_id for visit in visits)

    def freeze(self) -> bool:
        """Set the opinion down, dated now; False when there is nothing, or it was before.

        Where nothing is written here, the opinion is what the doctor said in a visit.
        """
        editor = self.opinion
        opinion = editor.column.opinion
        if opinion is None:
            return False
        if not holds_nothing(self.session.file, opinion):
            return editor.freeze()
        doctor = opinion.clinician_id
        columns = ComparisonTable(self.session.case).columns if doctor else ()
        given = next((c for c in columns if c.visit and c.visit.head.clinician_id == doctor), None)
        return given is not None and OpinionEditor(self.session, given).freeze()

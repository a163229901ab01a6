"""The one way to change a visit: a facade whose parts each change the visit's own file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.case.session import OpenVisit
from companion.services.visit.answers import VisitAnswers
from companion.services.visit.clock import VisitClock
from companion.services.visit.line import UnfinishedLine
from companion.services.visit.notes import VisitNotes
from companion.services.visit.people import VisitPeople
from companion.services.visit.questions import VisitQuestions

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession


class VisitEditor:
    """A visit that is open to be changed, by what is changed in it."""

    def __init__(self, session: CaseSession, visit_id: str) -> None:
        self.session = session
        self.visit_id = visit_id
        self._open = OpenVisit(session, visit_id)
        self.questions = VisitQuestions(self._open)
        self.notes = VisitNotes(self._open, self.questions)
        self.line = UnfinishedLine(self._open, self.notes)
        self.clock = VisitClock(self._open)
        self.people = VisitPeople(self._open)
        self.answers = VisitAnswers(self._open, self.people)

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self._open.visit

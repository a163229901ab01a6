"""One visit of an open case, as every act of the Visit room finds it."""

from __future__ import annotations

from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING, Any

from companion.domain.asking import visit_list, with_more_notes
from companion.domain.tables import altered, with_rows

if TYPE_CHECKING:
    from companion.domain.asking import NumberedQuestion
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile
    from companion.services.session import Session


class OpenVisit:
    """A visit that is open to be read and changed. Each act changes its file and nothing else."""

    def __init__(self, session: Session, visit_id: str) -> None:
        self.session = session
        self.visit_id = visit_id
        self._rests_on: tuple[object, ...] = ()
        self._noted: tuple[Note, ...] = ()
        self._rows: tuple[NumberedQuestion, ...] = ()

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """The question list with numbers and states; worked out again only after a change."""
        visit = self.visit
        rests_on = (visit.listed, visit.questions, self.session.file.questions)
        as_before = bool(self._rests_on) and all(map(is_, self._rests_on, rests_on))
        if as_before and visit.notes is self._noted:
            return self._rows
        count = len(self._noted)
        if as_before and visit.notes[:count] == self._noted:
            self._rows = with_more_notes(self._rows, visit.notes[count:])
        else:
            self._rows = visit_list(visit, self.session.questions(visit))
        self._rests_on, self._noted = rests_on, visit.notes
        return self._rows

    def _change(self, sentence: str, visit: VisitFile) -> bool:
        return self.session.change_visit(self.visit_id, sentence, lambda _: visit)

    def _alter_note(self, sentence: str, note_id: str, **values: Any) -> bool:  # noqa: ANN401
        return self._change(sentence, altered(self.visit, "notes", note_id, **values))

    def _alter_head(self, sentence: str, **values: Any) -> bool:  # noqa: ANN401
        head = replace(self.visit.head, **values)
        return self._change(sentence, with_rows(self.visit, {"about": (head,)}))

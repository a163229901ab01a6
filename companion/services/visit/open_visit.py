"""One visit of an open case, as every act of the Visit room finds it."""

from __future__ import annotations

from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING, Any

from companion.domain.changes import altered, with_rows
from companion.domain.question_rows import visit_list, with_more_notes
from companion.domain.veil import FROM_NOTE, veiled

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.case.session import Session

_OWN = 4
"""So many of the things a list rests on are not notes of other visits."""


class OpenVisit:
    """A visit that is open to be read and changed. Each act changes its file and nothing else."""

    def __init__(self, session: Session, visit_id: str) -> None:
        self.session = session
        self.visit_id = visit_id
        self._rests_on: tuple[object, ...] = ()
        self._noted: tuple[Note, ...] = ()
        self._rows: tuple[NumberedQuestion, ...] = ()
        self._origins: tuple[str, ...] = ()

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """The question list with numbers and states; worked out again only after a change."""
        visit = self.visit
        session = self.session
        elsewhere = (session.visit(each).notes for each in self._origins)
        rests_on = (
            visit.listed,
            visit.questions,
            session.file.questions,
            session.covering,
            *elsewhere,
        )
        as_before = bool(self._rests_on) and all(map(is_, self._rests_on, rests_on))
        if as_before and visit.notes is self._noted:
            return self._rows
        count = len(self._noted)
        if as_before and visit.notes[:count] == self._noted:
            self._rows = with_more_notes(self._rows, visit.notes[count:])
        else:
            rests_on = (*rests_on[:_OWN], *self._find_origins(visit))
            self._rows = self._all_rows(visit)
        self._rests_on, self._noted = rests_on, visit.notes
        return self._rows

    def _all_rows(self, visit: VisitFile) -> tuple[NumberedQuestion, ...]:
        rows = visit_list(visit, self.session.questions(visit))
        return veiled(rows, self.session.veil_over(each.question for each in rows if each.question))

    def _find_origins(self, visit: VisitFile) -> list[tuple[Note, ...]]:
        """Look for the visits whose notes became questions here, to see when one is covered."""
        origins = {
            each.origin.key
            for each in visit.questions
            if each.origin is not None and each.origin.kind == FROM_NOTE
        }
        others = self.session.case.visits if origins else ()
        from_here = [each for each in others if any(note.id in origins for note in each.notes)]
        self._origins = tuple(each.id for each in from_here)
        return [each.notes for each in from_here]

    def _change(self, sentence: str, visit: VisitFile) -> bool:
        return self.session.change_visit(self.visit_id, sentence, lambda _: visit)

    def _alter_note(self, sentence: str, note_id: str, **values: Any) -> bool:  # noqa: ANN401
        return self._change(sentence, altered(self.visit, "notes", note_id, **values))

    def _alter_head(self, sentence: str, **values: Any) -> bool:  # noqa: ANN401
        head = replace(self.visit.head, **values)
        return self._change(sentence, with_rows(self.visit, {"about": (head,)}))

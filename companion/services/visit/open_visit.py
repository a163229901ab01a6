"""One visit of an open case: read it, change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import with_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession


class OpenVisit:
    """A visit that is open to be changed; the parts of its editor share it."""

    def __init__(self, session: CaseSession, visit_id: str) -> None:
        self.session = session
        self.visit_id = visit_id

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    def now(self) -> datetime:
        """Return the time, aware, UTC, whole milliseconds."""
        return self.session.now()

    def new_id(self) -> str:
        """Return a new random id."""
        return self.session.context.new_id()

    def change(self, sentence: str, change: Callable[[VisitFile], VisitFile]) -> None:
        """Change the visit; an empty sentence makes no step of undo."""
        self.session.change_visit(self.visit_id, sentence, change)

    def change_head(self, sentence: str, **values: Any) -> None:  # noqa: ANN401
        """Change some fields of the visit itself."""
        self.change(sentence, lambda visit: with_head(visit, **values))

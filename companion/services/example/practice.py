"""A visit of two questions in memory, to try the keys in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import replace
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words.home import PRACTICE_QUESTIONS

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.services.context import AppContext

MEMORY_HOME = "/practice"


def practice_session(context: AppContext) -> CaseSession:
    """Return a case in memory, open, whose one visit has begun; nothing of it is kept.

    Args:
        context: The program's own; its clock and ids are used, its files are not.
    """
    in_memory = replace(context, home=MEMORY_HOME, files=MemoryFiles(), in_memory=True)
    session = CaseLibrary(in_memory).create(NewCase())
    visit_id = plan_visit(session, NewVisit(questions=PRACTICE_QUESTIONS, fits=0))
    VisitEditor(session, visit_id).clock.doctor_is_here()
    return session

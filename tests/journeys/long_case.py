"""Visits with Dr Okafor that were written in before: six notes, or two thousand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.changes import with_added, with_rows
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.question import Priority
from companion.domain.value import replace
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.visit_case import plan_with_okafor

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.services.case.library import CaseLibrary

BEGAN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SAID = (
    "long wait in the corridor",
    "the level falls before the third day",
    "we would rather measure it again in March",
    "two in a hundred get inhibitors over five years, and nobody can say beforehand who",
    "ask the clinic for the gene report",
)
KINDS = tuple(NoteKind)


def six_notes(library: CaseLibrary, case_id: str) -> str:
    """Three notes of Alva under 0, 1 and 2, three of Sam under 2, and half a line; the visit."""
    visit_id = plan_with_okafor(library, case_id)
    session = library.open(case_id)
    editor = VisitEditor(session, visit_id)
    first, second, *_ = (row.listed.question_id for row in editor.questions.rows())
    editor.line.save("long wait")
    editor.line.go_to(first)
    editor.line.save('" it is moderate, not mild')
    editor.line.go_to(second)
    editor.line.save("? what is a trough level")
    editor.people.next_writer()
    editor.line.save("! ask for the gene report")
    editor.line.save("# 2 in 100 get inhibitors")
    editor.line.save("Levels fall by day three")
    editor.line.type("half a ")
    session.close()
    return visit_id


def long_visit(library: CaseLibrary, case_id: str, notes: int, questions: int) -> str:
    """Plan the visit and write it full; its id.

    Every note says which it is (`n17`); marks, questions and writers take turns.
    """
    session = library.open(case_id)
    asked = tuple(f"Question number {n}?" for n in range(1, min(questions, 3) + 1))
    new = NewVisit("Dr Okafor", "2026-11-24T09:00+00:00", minutes=60, questions=asked)
    visit_id = plan_visit(session, new)
    editor = VisitEditor(session, visit_id)
    for number in range(len(asked) + 1, questions + 1):
        editor.questions.add(f"Question number {number}?", Priority.COULD)
    under = [None, *(row.listed.question_id for row in editor.questions.rows())]
    writers = [one.id for one in editor.people.writers()]
    written = [
        Note(
            id=f"note{place:06}",
            created_at=BEGAN,
            at=BEGAN + timedelta(seconds=place),
            author_id=writers[place % len(writers)],
            kind=KINDS[place % len(KINDS)],
            question_id=under[place % len(under)],
            text=f"n{place} {SAID[place % len(SAID)]}",
        )
        for place in range(notes)
    ]

    def filled(visit: VisitFile) -> VisitFile:
        head = replace(visit.head, started_at=BEGAN)
        return with_rows(with_added(visit, "notes", *written), {"about": (head,)})

    session.change_visit(visit_id, "", filled)
    session.close()
    return visit_id

"""What is looked for is found however it was typed, everywhere one can look."""

from __future__ import annotations

import pytest

from companion.services.case.library import CaseLibrary, NewCase
from companion.services.search.index import SearchIndex
from companion.services.visit.editor import VisitEditor
from companion.services.visit.note_finder import NoteFilter, NoteFinder
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, new_context

PAIRS = [
    ("Mu\u0308ller called", "Müller"),
    ("Müller called", "muller"),
    ("don\u2019t stop", "don't"),
    ("the 5\u2011year plan", "5-year"),
    ("the 5-year plan", "5 year"),
    ("follow up in May", "follow-up"),
    ("followup in May", "follow-up"),
    ("follow\u2010up in May", "follow up"),
    ("meta\u00adstasis", "metastasis"),
    ("50\u202fmg", "50 mg"),
    ("\uff45\uff43\uff47 done", "ecg"),
    ("\ufb01brosis", "fibrosis"),
    ("left\u200d knee\u200f", "left knee"),
]


@pytest.mark.parametrize(("text", "words"), PAIRS)
def test_search_and_find_find_it(text: str, words: str) -> None:
    context = new_context(StandingClock())
    library = CaseLibrary(context)
    session = library.create(NewCase(title="t", patient="Alva"))
    editor = VisitEditor(session, plan_visit(session, NewVisit("Dr Okafor")))
    note = editor.line.save(text)
    editor.line.save("something else")
    found = NoteFinder().find(editor.visit.notes, NoteFilter(words=words), {})
    assert note is not None
    assert [each.id for each in found.notes] == [note.id]
    index = SearchIndex(library)
    assert index.read()
    assert [hit.id for hit in index.find(words).hits()] == [note.id]
    session.close()
    context.syncer.stop()

"""One screen to read aloud: at 80x24 a real talk is in view at once; what is not is counted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from companion.domain.answer_places import ALWAYS_THERE
from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile
from companion.services.case.library import CaseLibrary
from companion.ui.visit.cards.said import ALL, PAPERS, SaidCard
from companion.ui.widgets.row import wrap_row
from companion.words import said as words
from tests.journeys.conftest import StandingClock, new_context
from tests.support.corpora import Consultation, each_of
from tests.support.said_talks import ACI, NOW, PRIMOCK, case_of, named

COLUMNS, LINES = 76, 15
"""Of a card in a window of 80 columns and 24 lines."""


def card_of(case: Case, columns: int = COLUMNS, lines: int = LINES) -> SaidCard:
    session = CaseLibrary(new_context(StandingClock(NOW))).create_from(case.file)
    for visit in case.visits:
        session.add_visit(visit)
    editor = SimpleNamespace(visit_id=case.visits[0].id)
    state = SimpleNamespace(session=session, editor=editor)
    context: Any = SimpleNamespace(state=state, card_width=columns, card_height=lines)
    return SaidCard(context)


@pytest.mark.parametrize("talk", each_of("primock57 and aci-bench", [*PRIMOCK, *ACI]), ids=named)
def test_a_talk_is_one_screen_to_read_aloud(talk: Consultation) -> None:
    card = card_of(case_of(talk))
    rows = card.rows()
    assert sum(len(wrap_row(row, COLUMNS)) for row in rows) <= LINES
    leads = "\n".join(row.lead for row in rows)
    assert all(words.PARTS[part] in leads for part in ALWAYS_THERE)
    keys = [row.key for row in rows]
    assert keys[-1] == PAPERS
    card.whole = True
    whole = card.rows()
    shown = [row.text for row in rows if "/" in row.key]
    everything = [row.text for row in whole if "/" in row.key]
    assert (ALL in keys) == (shown != everything)


def test_a_small_window_has_all_of_it_to_go_through() -> None:
    card = card_of(case_of(Consultation("one", ((0.0, "Hello, how are you?"),), "")), 36, 5)
    keys = [row.key for row in card.rows()]
    assert ALL not in keys
    assert len([key for key in keys if key.endswith("/0")]) >= len(ALWAYS_THERE)


def test_an_empty_part_is_explained_where_notes_are_under_no_question() -> None:
    note = Note(id="note0001", text="a dose every three days", kind=NoteKind.QUOTE)
    for notes, explained in (
        ((), set()),
        ((note,), {words.WHY_EMPTY}),
        ((replace(note, kind=NoteKind.PLAIN),), {words.WHY_EMPTY_NOTES}),
    ):
        visit = VisitFile(id="visit001", about=(VisitAbout(id="visit001"),), notes=notes)
        case = Case(
            file=CaseFile(id="case0001", about=(CaseAbout(id="case0001"),)), visits=(visit,)
        )
        texts = {row.text for row in card_of(case).rows()}
        assert texts & {words.WHY_EMPTY, words.WHY_EMPTY_NOTES} == explained

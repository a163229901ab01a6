"""What is more than a store can hold is refused in one sentence, and all the rest is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion.cli.commands.note import BulkNotes
from companion.services.case import bulk_visits
from companion.services.case.library import NewCase
from companion.services.transfer.imports import import_file
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage import store
from companion.storage.errors import TooLarge
from companion.words.storage import lines_too_large

if TYPE_CHECKING:
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession

LONG = "é" * 800_000
"""Nearly five million bytes of a store."""


@pytest.fixture
def session(library: CaseLibrary) -> CaseSession:
    return library.create(NewCase(title="Left knee", patient="Alva"))


def texts(library: CaseLibrary, session: CaseSession) -> list[str]:
    case = library.open_readonly(session.case_id).case
    assert not case.unreadable
    return [note.text for visit in case.visits for note in visit.live_notes]


@pytest.mark.parametrize(
    ("lines", "kept", "said"),
    [
        (["a", LONG, "b"], ["a", "b"], "Line 2 was too long"),
        ([LONG], [], "there was no other note"),
        ([LONG, "a", LONG], ["a"], "Lines 1, 3 were too long"),
        (["a", f"? {LONG}"], ["a"], "1 other note was added"),
        (["🙂" * 400_000, "a"], ["a"], "Line 1 was"),
        (["a", *[LONG] * 7], ["a"], "Lines 2, 3, 4, 5, 6, … were"),
    ],
    ids=["between", "alone", "around", "marked", "pictures", "many"],
)
def test_a_line_that_is_too_long_is_named_and_the_others_are_noted(
    library: CaseLibrary, session: CaseSession, lines: list[str], kept: list[str], said: str
) -> None:
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    notes = BulkNotes(session, session.visit(visit_id), None)
    assert notes.add(lines)
    session.close()
    sentence = lines_too_large(notes.count, notes.too_large)
    assert said in sentence
    assert "\n" not in sentence
    assert texts(library, session) == kept


def test_lines_that_would_fill_a_visit_up_are_left_out_before_it_cannot_be_read(
    library: CaseLibrary, session: CaseSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_IN_A_STORE", 100_000)
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    lines = [f"{number} " + "x" * 1000 for number in range(200)]
    notes = BulkNotes(session, session.visit(visit_id), None)
    assert notes.add(lines)
    assert notes.too_large
    session.close()
    found = texts(library, session)
    assert found == lines[: len(found)]
    assert 10 < len(found) < 100


def a_case(notes: int) -> bytes:
    every = [{"id": f"note{number:08}", "text": "é" * 400_000} for number in range(notes)]
    visit = {"id": "visitvisit01", "notes": every}
    case = {"format": "companion-case", "version": 1, "id": "casecase0001", "title": "T"}
    return json.dumps({**case, "visits": [visit]}, ensure_ascii=False).encode()


def test_a_case_that_is_too_large_is_refused_whole(library: CaseLibrary) -> None:
    assert import_file(library, "a.json", a_case(2)).case_id == "casecase0001"
    for large in (a_case(26),):
        with pytest.raises(TooLarge):
            import_file(library, "b.json", large.replace(b"casecase0001", b"casecase0002"))
        with pytest.raises(TooLarge):
            import_file(library, "b.json", large)
    assert library.case_ids() == ("casecase0001",)
    (visit,) = library.open_readonly("casecase0001").case.visits
    assert len(visit.notes) == 2


def test_a_visit_that_is_made_from_outside_is_measured_too(
    library: CaseLibrary, session: CaseSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_visits, "MOST_IN_A_STORE", 100)
    session.close()
    calendar = (
        b"BEGIN:VCALENDAR\r\n"
        b"BEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261203T140000Z\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
        b"BEGIN:VEVENT\r\nUID:v\r\nDTSTART:20261204T140000Z\r\nSUMMARY:B\r\nEND:VEVENT\r\n"
        b"END:VCALENDAR\r\n"
    )
    with pytest.raises(TooLarge):
        import_file(library, "a.ics", calendar, session.case_id)
    assert len(library.open_readonly(session.case_id).case.visits) == 1

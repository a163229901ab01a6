"""What was taken from a covered note is in no search, on no screen and in nothing derived."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from companion.domain.agenda import agenda_of, next_thing
from companion.domain.comparison_table import ComparisonTable
from companion.domain.question import CarryTo
from companion.domain.shared_questions import questions_for_both
from companion.domain.value import replace
from companion.exchange.papers.catalogue import ExportRequest
from companion.exchange.redaction import Audience
from companion.services.compare.comparison import Comparison
from companion.services.compare.opinions import OpinionEditor
from companion.services.compare.steps import Steps
from companion.services.home.case_list import read_case_heads, read_cases, read_cases_by_index
from companion.services.search.index import SearchIndex
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.compare.aspect_view import aspect_rows
from companion.ui.compare.table_view import table_rows
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.services.case.library import CaseLibrary

CASE, VISIT, LATER = "coveredcase1", "visitvisit01", "visitvisit02"
NOTE, OPEN_NOTE, TODO = "notenote0001", "notenote0002", "notenote0003"
CANARY = "canary"
"""Stands in everything that was taken from the covered notes, and in nothing else."""


def a_case(*, covered: bool = True, **visit: object) -> dict[str, Any]:
    """A case in which everything that can be taken from a note was taken from it."""
    note = {"kind": "plain", "covered": covered, "at": "2026-11-01T10:05:00+00:00"}
    return {
        "format": "companion-case",
        "version": 1,
        "id": CASE,
        "title": "Left knee",
        "people": [
            {"id": "patientpatient", "name": "Alva", "role": "patient"},
            {"id": "doctordoctor", "name": "Dr O", "role": "clinician"},
            {"id": "beforebefore", "name": "Dr L", "role": "clinician"},
        ],
        "aspects": [
            {"id": "aspectaspect", "text": "How long", "position": 1.0},
            {"id": "aspectbbbbbb", "text": "Diet", "position": 2.0},
        ],
        "visits": [
            {
                "id": VISIT,
                "clinician_id": "doctordoctor",
                "at": "2026-11-01T10:00:00+00:00",
                "started_at": "2026-11-01T10:00:00+00:00",
                "ended_at": "2026-11-01T10:30:00+00:00",
                "notes": [
                    {"id": NOTE, "text": f"{CANARY} note", **note},
                    {"id": OPEN_NOTE, "text": "less salt", "at": note["at"]},
                    {"id": TODO, "text": f"{CANARY} to do", **note, "kind": "todo"},
                ],
                **visit,
            },
            {"id": LATER, "clinician_id": "doctordoctor", "at": "2027-01-02T10:00:00+00:00"},
        ],
        "opinions": [
            {
                "id": "opinionopini",
                "visit_id": VISIT,
                "clinician_id": "doctordoctor",
                "cells": [
                    {
                        "aspect_id": "aspectaspect",
                        "text": f"{CANARY} cell",
                        "note_ids": [OPEN_NOTE, NOTE],
                    },
                    {"aspect_id": "aspectbbbbbb", "text": "no salt", "note_ids": [OPEN_NOTE]},
                ],
                "ratings": [
                    {
                        "what": "trust",
                        "by_id": "patientpatient",
                        "stars": 2,
                        "words": f"{CANARY} words",
                        "note_id": NOTE,
                    }
                ],
                "additions": [
                    {"id": "addition0001", "text": f"How long: {CANARY} added"},
                ],
            },
            {
                "id": "opinionbefor",
                "clinician_id": "beforebefore",
                "cells": [
                    {"aspect_id": "aspectaspect", "text": f"{CANARY} own", "note_ids": [NOTE]},
                    {"aspect_id": "aspectbbbbbb", "text": "any diet", "note_ids": []},
                ],
                "additions": [{"id": "addition0002", "text": f"How long: {CANARY} more"}],
            },
        ],
        "steps": [
            {
                "id": "stepstep0001",
                "text": f"{CANARY} step by hand",
                "due": "2026-12-24",
                "note_ids": [NOTE],
            },
            {
                "id": TODO,
                "text": f"{CANARY} to do, edited",
                "due": "2026-12-24",
                "note_ids": [TODO],
            },
            {"id": "stepstep0002", "text": "buy a salt meter", "due": "2026-12-24"},
        ],
    }


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


def read_in(library: CaseLibrary, case: dict[str, Any]) -> None:
    import_file(library, "case.json", json.dumps(case).encode())


def derived(library: CaseLibrary) -> bytes:
    folder = Path(library.context.home, "derived")
    return b"".join(path.read_bytes() for path in sorted(folder.glob("*")))


def found(library: CaseLibrary, words: str = CANARY) -> list[str]:
    index = SearchIndex(shelf_in(Path(library.context.home)))
    assert index.read()
    return sorted(hit.text for hit in index.find(words).hits())


def cover(library: CaseLibrary, *, covered: bool) -> None:
    session = library.open(CASE)
    for note_id in (NOTE, TODO):
        VisitEditor(session, VISIT).notes.cover(note_id, covered=covered)
    session.close()


def in_rooms(library: CaseLibrary) -> str:
    """All that the rooms say of the case."""
    session = library.open_readonly(CASE)
    case, now = session.case, session.now()
    table = ComparisonTable(case)
    rows = [row for aspect in table.aspects for row in aspect_rows(table, aspect)]
    rows += table_rows(table, 140)
    said = [row.text for row in rows]
    said += [step.text for step in Steps(session).listed()]
    said += [due.text for due in agenda_of(case, now)]
    said.append(next_thing(case, now).text)
    said += [each.text for each in questions_for_both(case)]
    for one in (read_case_heads(library), read_cases(library), read_cases_by_index(library)):
        said += [due.text for line in one.lines for due in line.due]
        said += [line.next.text for line in one.lines]
    return "\n".join(said)


EVERYTHING = sorted(
    f"{before}{CANARY} {what}"
    for before, what in (
        ("", "note"),
        ("", "to do"),
        ("", "cell"),
        ("How long: ", "added"),
        ("", "own"),
        ("How long: ", "more"),
        ("", "step by hand"),
        ("", "to do, edited"),
    )
)


def test_nothing_of_it_is_found_shown_or_kept(library: CaseLibrary) -> None:
    read_in(library, a_case())
    assert found(library) == []
    assert CANARY.encode() not in derived(library)
    assert CANARY not in in_rooms(library)
    assert found(library, "salt") == ["buy a salt meter", "less salt", "no salt"]


def test_all_of_it_is_found_and_shown_when_the_notes_are_not_covered(library: CaseLibrary) -> None:
    read_in(library, a_case(covered=False))
    assert found(library) == EVERYTHING
    said = in_rooms(library)
    for what in ("cell", "own", "step by hand", "to do, edited"):
        assert f"{CANARY} {what}" in said


def test_the_moment_a_note_is_covered_nothing_of_it_is_kept_any_more(library: CaseLibrary) -> None:
    read_in(library, a_case(covered=False))
    assert found(library) == EVERYTHING
    assert CANARY.encode() in derived(library)
    session = library.open(CASE)
    for note_id in (NOTE, TODO):
        VisitEditor(session, VISIT).notes.cover(note_id, covered=True)
    assert CANARY.encode() not in derived(library)
    assert found(library) == []
    session.close()
    assert found(library) == []
    assert CANARY.encode() not in derived(library)


def test_a_note_that_is_shown_again_is_found_with_all_that_was_taken_from_it(
    library: CaseLibrary,
) -> None:
    read_in(library, a_case())
    assert found(library) == []
    cover(library, covered=False)
    assert found(library) == EVERYTHING
    cover(library, covered=True)
    assert found(library) == []
    assert CANARY.encode() not in derived(library)


def test_what_is_written_after_the_note_was_covered_is_hidden_as_well(library: CaseLibrary) -> None:
    read_in(library, a_case())
    session = library.open(CASE)
    comparison = Comparison(session)
    table = comparison.table
    column = next(each for each in table.columns if each.visit is not None)
    diet = table.aspects[1]
    editor = OpinionEditor(session, column)
    assert editor.toggle_note(diet, NOTE)
    assert editor.hides(diet.id)
    steps = Steps(session)
    steps.text_draft(next(each for each in steps.listed())).finish("salt meter again")
    session.close()
    assert found(library, "salt") == ["less salt", "salt meter again"]
    assert b"no salt" not in derived(library)


def test_a_covered_note_cannot_be_taken_away_from_behind_words(library: CaseLibrary) -> None:
    read_in(library, a_case())
    session = library.open(CASE)
    comparison = Comparison(session)
    table = comparison.table
    column = next(each for each in table.columns if each.visit is not None)
    editor = OpinionEditor(session, column)
    assert not editor.toggle_note(table.aspects[0], NOTE)
    assert editor.toggle_note(table.aspects[0], OPEN_NOTE)
    assert CANARY not in in_rooms(library)
    session.close()


def test_a_note_covered_in_another_window_hides_what_lies_in_the_case(library: CaseLibrary) -> None:
    read_in(library, a_case(covered=False))
    assert found(library) == EVERYTHING
    other = shelf_in(Path(library.context.home))
    cover(other, covered=True)
    assert found(library) == []


def test_where_the_visit_cannot_be_read_what_rests_on_its_notes_is_hidden(
    library: CaseLibrary,
) -> None:
    read_in(library, a_case(covered=False))
    assert found(library) == EVERYTHING
    store = Path(library.context.visit_path(CASE, VISIT))
    for path in store.parent.glob(f"{store.name}*"):
        path.write_bytes(b"damaged")
    assert found(library) == []
    assert found(library, "salt") == ["buy a salt meter"]
    assert f"{CANARY} step by hand" not in in_rooms(library)


def test_a_covered_note_in_a_deleted_visit_hides_what_was_taken_from_it(
    library: CaseLibrary,
) -> None:
    read_in(library, a_case())
    session = library.open(CASE)

    def gone(visit: VisitFile) -> VisitFile:
        return replace(visit, about=(replace(visit.head, deleted=True),))

    session.change_visit(VISIT, "deleted", gone)
    session.close()
    assert found(library) == []
    assert CANARY.encode() not in derived(library)
    assert CANARY not in in_rooms(library)
    shown = export(
        library.open_readonly(CASE).case, ExportRequest(format="text", on_screen=True)
    ).data.decode()
    assert f"{CANARY} own" not in shown
    assert f"{CANARY} step by hand" not in shown


@pytest.mark.parametrize("private", ["covered", "mine_only"])
def test_nothing_of_a_private_note_is_in_a_copy_or_a_letter(
    library: CaseLibrary, private: str
) -> None:
    case = a_case(covered=False)
    for note in case["visits"][0]["notes"]:
        note[private] = note["id"] != OPEN_NOTE
    read_in(library, case)
    whole = library.open_readonly(CASE).case
    for audience in (Audience.DOCTOR, Audience.FAMILY):
        for form in ("json", "text", "html", "csv", "ics"):
            data = export(whole, ExportRequest(format=form, audience=audience)).data
            assert CANARY.encode() not in data, (audience, form)
    for paper in ("summary", "comparison", "timeline"):
        wanted = ExportRequest(format="text", paper=paper, audience=Audience.FAMILY)
        assert CANARY.encode() not in export(whole, wanted).data, paper


def test_a_question_that_a_covered_note_became_is_hidden_with_it(library: CaseLibrary) -> None:
    unclear = {"id": "unclear00001", "kind": "unclear", "text": f"{CANARY} unclear"}
    read_in(library, a_case(notes=[unclear]) | {"opinions": [], "steps": []})
    session = library.open(CASE)
    VisitEditor(session, VISIT).notes.carry("unclear00001", CarryTo.NEXT)
    plan_visit(session, NewVisit(clinician="Dr N"))
    session.close()
    assert found(library) == [f"{CANARY} unclear"] * 2
    session = library.open(CASE)
    VisitEditor(session, VISIT).notes.cover("unclear00001", covered=True)
    assert CANARY.encode() not in derived(library)
    session.close()
    assert found(library) == []
    whole = library.open_readonly(CASE).case
    shown = export(whole, ExportRequest(format="text", on_screen=True)).data
    assert CANARY.encode() not in shown
    family = export(whole, ExportRequest(format="json", audience=Audience.FAMILY)).data
    assert CANARY.encode() not in family

"""Unfinished visits are known without reading all, and never believed when that may be old."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from companion.files import Places
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.transfer.imports import import_file
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, find_or_plan_visit, plan_visit
from companion.storage import trash
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


IMPORTED = b"""{"format": "companion-case", "version": 1, "title": "From elsewhere", "visits": [
{"id": "visitthatended", "started_at": "2026-11-30T08:00Z", "ended_at": "2026-11-30T09:00Z"},
{"id": "visitunderway", "started_at": "2026-12-01T08:50Z"}]}"""


def case_with_three_visits(library: CaseLibrary) -> tuple[str, list[str]]:
    """A case with visits that are over, under way and ahead."""
    session = library.create(NewCase(title="Left knee"))
    over, running, ahead = (
        plan_visit(session, NewVisit(clinician=name))
        for name in ("Dr Okafor", "Dr Lindqvist", "Dr Okafor")
    )
    VisitEditor(session, over).line.save("it was")
    VisitEditor(session, over).clock.end()
    VisitEditor(session, running).line.save("it is")
    session.close()
    return session.case_id, [over, running, ahead]


def kept(library: CaseLibrary, case_id: str) -> str:
    return os.path.join(Places(library.context.home).derived, f"{case_id}.visits")


def known(library: CaseLibrary, case_id: str) -> set[str] | None:
    session = library.open_readonly(case_id)
    return {visit.id for visit in session.unfinished_at_once} or None


def test_the_visits_that_are_over_are_not_read_to_find_the_one_under_way(
    library: CaseLibrary,
) -> None:
    case_id, (over, running, ahead) = case_with_three_visits(library)
    with open(library.context.visit_path(case_id, over), "wb") as file:
        file.write(b"never looked at")
    assert known(library, case_id) == {running, ahead}


def test_what_is_kept_is_not_believed_once_the_folder_has_changed(library: CaseLibrary) -> None:
    case_id, (over, running, ahead) = case_with_three_visits(library)
    path = library.context.visit_path(case_id, "visitfromelsewhere")
    with open(path, "wb") as file:
        file.write(b"{}")
    assert known(library, case_id) is None
    assert {visit.id for visit in library.open_readonly(case_id).unfinished} == {
        over,
        running,
        ahead,
    }


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"form": "visits-not-over 2"}', b"\xff"])
def test_a_damaged_one_is_as_good_as_none(library: CaseLibrary, damage: bytes) -> None:
    case_id, _ = case_with_three_visits(library)
    with open(kept(library, case_id), "wb") as file:
        file.write(damage)
    assert known(library, case_id) is None


def test_it_holds_after_a_kill_too(library: CaseLibrary) -> None:
    case_id, (over, running, ahead) = case_with_three_visits(library)
    killed = library.open(case_id)
    VisitEditor(killed, running).clock.end()
    assert known(library, case_id) == {running, ahead}
    new = plan_visit(killed, NewVisit(clinician="Dr Okafor"))
    assert known(library, case_id) == {ahead, new}
    VisitEditor(killed, over).line.save("one more thing")
    assert known(library, case_id) == {over, ahead, new}
    killed.close()
    assert known(library, case_id) == {ahead, new}


def test_another_generation_of_a_store_does_not_make_it_void(library: CaseLibrary) -> None:
    case_id, (_, running, ahead) = case_with_three_visits(library)
    killed = library.open(case_id)
    for line in range(40):
        VisitEditor(killed, running).line.save(
            f"{line} " + "long enough for a new generation " * 300
        )
    library.context.syncer.flush()
    assert known(library, case_id) == {running, ahead}
    killed.close()


def test_ids_that_lead_out_of_the_folder_are_refused(library: CaseLibrary) -> None:
    case_id, _ = case_with_three_visits(library)
    with open(kept(library, case_id), encoding="ascii") as file:
        text = file.read()
    with open(kept(library, case_id), "w", encoding="ascii") as file:
        file.write(text.replace('"visits": ["', '"visits": ["../../other", "'))
    assert known(library, case_id) is None


def test_erasing_a_case_erases_it_too(library: CaseLibrary) -> None:
    case_id, _ = case_with_three_visits(library)
    trash.erase_case(library.context.files, library.context.home, case_id)
    assert not os.path.exists(kept(library, case_id))


def test_a_visit_under_way_in_an_imported_case_is_the_one_gone_on_with(
    library: CaseLibrary,
) -> None:
    case_id = import_file(library, "case.json", IMPORTED).case_id
    assert known(library, case_id) == {"visitunderway"}
    session = library.open(case_id)
    assert find_or_plan_visit(session) == "visitunderway"
    session.close()


def test_a_visit_imported_into_a_case_is_among_those_that_are_not_over(
    library: CaseLibrary,
) -> None:
    case_id, (_, running, ahead) = case_with_three_visits(library)
    import_file(library, "case.json", IMPORTED, into=case_id)
    assert known(library, case_id) == {running, ahead, "visitunderway"}

"""Home says the same of a case whether all its visits are read or only those it needs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added, with_changed
from companion.domain.comparison import Cell, Step
from companion.domain.value import replace
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.home.case_list import CaseLine, read_cases, read_cases_by_index
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.cases import new_id
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.services.case.session import CaseSession


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


def told(lines: tuple[CaseLine, ...]) -> list[object]:
    """All that Home shows of them, without the visits that are behind it."""
    return [
        (
            line.case.file.id,
            line.case.unreadable,
            line.next,
            [visit and visit.id for visit in (line.planned, line.last, line.open)],
            [replace(due, visit=None) for due in line.due],
            (line.ready, line.parts),
        )
        for line in lines
    ]


def nothing_more(session: CaseSession, visits: list[str]) -> None:
    """Three visits, and that is all."""


def some_are_over(session: CaseSession, visits: list[str]) -> None:
    for visit_id in visits:
        VisitEditor(session, visit_id).line.save("it was")
        VisitEditor(session, visit_id).clock.end()


def a_step_in_an_early_visit(session: CaseSession, visits: list[str]) -> None:
    some_are_over(session, visits)
    cell = Cell(id=new_id(), opinion_id="opinion1", aspect_id="aspect01", text="wait")
    session.change_visit(visits[1], "x", lambda file: with_added(file, "cells", cell))
    VisitEditor(session, visits[0]).notes.add("! call the clinic", None)
    VisitEditor(session, visits[2]).notes.add("! send the letter", None)


def a_step_that_was_kept(session: CaseSession, visits: list[str]) -> None:
    a_step_in_an_early_visit(session, visits)
    note = session.visit(visits[0]).live_notes[-1]
    step = Step(id=note.id, text=note.text, due="2026-12-01", note_ids=(note.id,))
    session.change_case("x", lambda file: with_added(file, "steps", step))


def a_step_that_is_done(session: CaseSession, visits: list[str]) -> None:
    a_step_that_was_kept(session, visits)
    note = session.visit(visits[0]).live_notes[-1]
    now = session.now()
    session.change_case("x", lambda file: with_changed(file, "steps", note.id, done_at=now))


def one_lies_ahead(session: CaseSession, visits: list[str]) -> None:
    some_are_over(session, visits)
    at = (session.now() + timedelta(days=9)).isoformat()
    plan_visit(session, NewVisit(clinician="Dr Okafor", at=at, minutes=30))


def half_a_line_waits(session: CaseSession, visits: list[str]) -> None:
    some_are_over(session, visits)
    VisitEditor(session, visits[1]).line.type("and one thing mo")


def one_is_under_way(session: CaseSession, visits: list[str]) -> None:
    VisitEditor(session, visits[1]).line.save("it is")


def one_is_called_off(session: CaseSession, visits: list[str]) -> None:
    now = session.now()
    session.change_visit(
        visits[1], "x", lambda file: with_changed(file, "about", visits[1], cancelled_at=now)
    )
    some_are_over(session, visits[:1])


@pytest.mark.parametrize(
    "doing",
    [
        nothing_more,
        some_are_over,
        a_step_in_an_early_visit,
        a_step_that_was_kept,
        a_step_that_is_done,
        one_lies_ahead,
        half_a_line_waits,
        one_is_under_way,
        one_is_called_off,
    ],
)
def test_the_few_visits_that_home_reads_are_all_it_needs(
    library: CaseLibrary, doing: Callable[[CaseSession, list[str]], None]
) -> None:
    session = library.create(NewCase(title="Left knee", patient="Alva", companion="Sam"))
    names = ("Dr Okafor", "Dr Lindqvist", "Dr Okafor")
    visits = [plan_visit(session, NewVisit(clinician=name)) for name in names]
    doing(session, visits)
    session.close()
    assert told(read_cases_by_index(library).lines) == told(read_cases(library).lines)


def test_a_visit_that_cannot_be_read_is_named_either_way(library: CaseLibrary) -> None:
    session = library.create(NewCase(title="Left knee"))
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    session.close()
    with open(library.context.visit_path(session.case_id, visit_id), "wb") as file:
        file.write(b"nothing of ours")
    assert told(read_cases_by_index(library).lines) == told(read_cases(library).lines)
    assert read_cases(library).lines[0].case.unreadable == (visit_id,)


def test_of_ten_visits_that_are_over_few_are_read(library: CaseLibrary) -> None:
    session = library.create(NewCase(title="Left knee"))
    visits = [plan_visit(session, NewVisit(clinician="Dr Okafor")) for _ in range(10)]
    some_are_over(session, visits)
    session.close()
    (line,) = read_cases_by_index(library).lines
    assert len(line.case.visits) < 3

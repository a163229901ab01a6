from __future__ import annotations

from datetime import UTC, datetime

from companion.domain.agenda import DueKind, NextKind, agenda_of, next_thing
from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Cell, ChosenPath, ComparisonRow, Step, Verdict
from companion.domain.people import Person
from companion.domain.preparation import Preparation, Reason, Record, RecordStatus
from companion.domain.visit import VisitAbout, VisitFile

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
DOCTOR = Person(id="doctor01", name="Dr Okafor")


def visit(**about: object) -> VisitFile:
    head = VisitAbout(id="visit001", clinician_id="doctor01", **about)  # type: ignore[arg-type]
    return VisitFile(id="visit001", about=(head,))


def case(*visits: VisitFile, decide_by: str | None = None, **tables: object) -> Case:
    about = CaseAbout(id="case0001", decide_by=decide_by)
    file = CaseFile(id="case0001", about=(about,), people=(DOCTOR,), **tables)  # type: ignore[arg-type]
    return Case(file=file, visits=visits)


def test_what_has_a_day_stands_by_day_and_what_is_late_last() -> None:
    made = case(
        visit(at="2026-12-03"),
        decide_by="2026-12-20",
        steps=(
            Step(id="step0001", text="Call", due="2026-11-27"),
            Step(id="step0002", text="Insurance", due="2026-11-20"),
            Step(id="step0003", text="Done", due="2026-11-20", done_at=NOW),
        ),
        records=(
            Record(id="record01", text="Labs", chase_on="2026-11-25"),
            Record(id="record02", chase_on="2026-11-25", status=RecordStatus.ARRIVED),
        ),
    )
    every = agenda_of(made, NOW)
    assert [due.kind for due in every] == [
        DueKind.RECORD,
        DueKind.STEP,
        DueKind.VISIT,
        DueKind.DECIDE,
        DueKind.STEP,
    ]
    assert [due.text for due in every if due.late] == ["Insurance"]


def test_a_visit_of_this_morning_is_not_late_yet() -> None:
    (due,) = agenda_of(case(visit(at="2026-11-24T08:00+00:00")), NOW)
    assert not due.late


def test_a_visit_that_was_called_off_has_no_day() -> None:
    assert not agenda_of(case(visit(at="2026-12-03", cancelled_at=NOW)), NOW)


def test_an_open_visit_comes_before_all_else() -> None:
    thing = next_thing(case(visit(started_at=NOW)), NOW)
    assert (thing.kind, thing.room, thing.visit_id) == (NextKind.WRITE, "visit", "visit001")


def test_a_visit_of_today_leads_to_its_room() -> None:
    thing = next_thing(case(visit(at="2026-11-24")), NOW)
    assert (thing.kind, thing.visit_id) == (NextKind.TODAY, "visit001")


def test_a_new_case_begins_with_the_parts_of_getting_ready_then_the_visit() -> None:
    assert next_thing(case(), NOW).text == "time"
    settled = case(
        preparation=(Preparation(id="case0001", time_check="three weeks"),),
        reasons=(Reason(id="reason01"),),
    )
    assert next_thing(settled, NOW).kind is NextKind.PLAN


def test_after_a_visit_comes_comparing_then_the_ways_then_steps() -> None:
    was = visit(started_at=NOW, ended_at=NOW)
    row = ComparisonRow(id="row00001", verdict=Verdict.SAME)
    path = ChosenPath(id="path0001", path="stay")
    step = Step(id="step0001", text="Call")
    assert next_thing(case(was, was), NOW).kind is NextKind.COMPARE
    assert next_thing(case(was, rows=(row,)), NOW).kind is NextKind.PATHS
    chosen = case(was, rows=(row,), paths=(path,), steps=(step,))
    assert next_thing(chosen, NOW).text == "Call"
    done = case(was, rows=(row,), paths=(path,))
    assert next_thing(done, NOW).kind is NextKind.DECIDED


def test_opinions_are_compared_once_there_are_two_also_where_one_was_written_before() -> None:
    was = visit(started_at=NOW, ended_at=NOW)
    assert next_thing(case(was), NOW).kind is NextKind.ANOTHER
    before = Cell(id="cell0001", text="Wait")
    assert next_thing(case(was, cells=(before,)), NOW).kind is NextKind.COMPARE


def test_a_step_or_record_whose_day_has_come_is_next_before_and_after_a_visit() -> None:
    was = visit(started_at=NOW, ended_at=NOW)
    late = Record(id="record01", text="Labs", spoken_to="Mrs Berg", chase_on="2026-11-20")
    step = Step(id="step0001", text="Call", due="2026-11-24")
    for context in (visit(at="2026-12-03"), was):
        first = next_thing(case(context, steps=(step,), records=(late,)), NOW)
        assert (first.kind, first.text, first.who) == (NextKind.RECORD, "Labs", "Mrs Berg")
        assert (str(first.day), first.room, first.thing) == (
            "2026-11-20",
            "prepare",
            "record/record01",
        )
        then = next_thing(case(context, steps=(step,)), NOW)
        assert (then.kind, str(then.day), then.thing) == (
            NextKind.STEP,
            "2026-11-24",
            "step/step0001",
        )


def test_each_thing_with_a_day_knows_the_room_it_is_seen_to_in() -> None:
    made = case(
        visit(at="2026-12-03"),
        decide_by="2026-12-20",
        steps=(Step(id="step0001", text="Call", due="2026-11-27"),),
        records=(Record(id="record01", text="Labs", chase_on="2026-11-25"),),
    )
    assert {due.kind: (due.room, due.thing) for due in agenda_of(made, NOW)} == {
        DueKind.VISIT: ("prepare", ""),
        DueKind.STEP: ("compare", "step/step0001"),
        DueKind.RECORD: ("prepare", "record/record01"),
        DueKind.DECIDE: ("compare", "decide/"),
    }
    assert agenda_of(case(visit(at="2026-11-24")), NOW)[0].room == "visit"

from __future__ import annotations

from datetime import UTC, datetime

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Opinion
from companion.domain.people import Person, Role
from companion.domain.preparation import Covered, Matter, Preparation, Reason, Record, RecordStatus
from companion.domain.progress import (
    PreparationPart,
    Stand,
    extra_parts,
    main_parts,
    next_in_order,
    next_part,
    prepared_visit,
    ready,
)
from companion.domain.question import ListedQuestion, Priority
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
EMPTY = CaseFile(id="case0001", about=(CaseAbout(id="case0001"),))


def stands(file: CaseFile, *visits: VisitFile) -> dict[PreparationPart, Stand]:
    case = Case(file=file, visits=visits)
    return {each.part: each.stand for each in (*main_parts(case, NOW), *extra_parts(file))}


def test_nothing_is_begun_in_a_new_case_and_time_comes_first() -> None:
    parts = main_parts(Case(file=EMPTY), NOW)
    assert len(parts) == 9
    assert ready(parts) == 0
    assert next_part(parts) is PreparationPart.TIME


def test_the_next_place_comes_after_the_one_that_one_is_in_and_goes_round() -> None:
    places = [("time", True), ("reasons", False), ("goal", True)]
    assert next_in_order(places) == "time"
    assert next_in_order(places, "time") == "goal"
    assert next_in_order(places, "goal") == "time"
    assert next_in_order(places[:1], "time") == "time"
    assert next_in_order(places[1:2], "time") is None
    assert next_in_order((), "time") is None


def test_records_that_are_only_waited_for_call_for_nothing() -> None:
    asked = Record(id="record01", status=RecordStatus.ASKED, chase_on="2026-12-01")
    for records, calls in (
        ((asked,), False),
        ((asked, Record(id="record02", status=RecordStatus.SENT)), False),
        ((replace(asked, chase_on="2026-11-24"),), True),
        ((asked, Record(id="record02")), True),
        ((), True),
    ):
        parts = main_parts(Case(file=replace(EMPTY, records=records)), NOW)
        (board,) = (each for each in parts if each.part is PreparationPart.RECORDS)
        assert board.stand is not Stand.READY
        assert board.calls is calls


def test_each_answer_makes_its_part_ready() -> None:
    answers = Preparation(
        id="case0001",
        time_check="four weeks",
        telling="on Monday",
        referral="not needed",
        insurance="covered",
        companion_job="writes",
        opening="I am Alva.",
        medicines=("factor",),
        allergies=("none",),
        timeline=("2019: found",),
        numbers_wanted="all",
        role_wanted="together",
        expectation="weekly",
    )
    file = replace(
        EMPTY,
        preparation=(answers,),
        reasons=(Reason(id="reason01"),),
        priorities=(Matter(id="matter01"),),
        records=(Record(id="record01", status=RecordStatus.ARRIVED),),
        listed=(ListedQuestion(id="listed01", priority=Priority.MUST),),
        opinions=(Opinion(id="opinion1", frozen_at=NOW),),
    )
    visit = VisitFile(
        id="visit001",
        about=(VisitAbout(id="visit001", goal="To know."),),
        listed=(ListedQuestion(id="listed02", priority=Priority.MUST),),
    )
    assert set(stands(file, visit).values()) == {Stand.READY}
    assert next_part(main_parts(Case(file=file, visits=(visit,)), NOW)) is None


def test_half_of_a_part_is_begun() -> None:
    file = replace(
        EMPTY,
        about=(replace(EMPTY.head, decide_by="2026-12-20"),),
        people=(Person(id="person01", name="Sam", role=Role.COMPANION),),
        preparation=(Preparation(id="case0001", where_to_go="St. Anna", covered=Covered.COVER),),
        records=(Record(id="record01"), Record(id="record02", status=RecordStatus.ARRIVED)),
        listed=(ListedQuestion(id="listed01"),),
        opinions=(Opinion(id="opinion1"),),
    )
    begun = {part for part, stand in stands(file).items() if stand is Stand.BEGUN}
    assert begun == {
        *(
            PreparationPart.TIME,
            PreparationPart.TELLING,
            PreparationPart.RECORDS,
            PreparationPart.QUESTIONS,
        ),
        *(PreparationPart.OPINION, PreparationPart.PEOPLE, PreparationPart.NUMBERS),
    }


def test_a_record_that_is_not_needed_holds_nothing_up() -> None:
    file = replace(
        EMPTY,
        records=(
            Record(id="record01", status=RecordStatus.ARRIVED),
            Record(id="record02", status=RecordStatus.NOT_NEEDED),
        ),
    )
    assert stands(file)[PreparationPart.RECORDS] is Stand.READY


def test_what_is_deleted_does_not_count() -> None:
    file = replace(EMPTY, reasons=(Reason(id="reason01", deleted=True),))
    assert stands(file)[PreparationPart.REASONS] is Stand.NOT_BEGUN


def test_the_visit_prepared_for_is_the_next_one_planned_then_the_one_under_way() -> None:
    def visit(name: str, **values: object) -> VisitFile:
        return VisitFile(id=name, about=(VisitAbout(id=name, **values),))  # type: ignore[arg-type]

    over = visit("visit001", at="2026-10-01T09:00+00:00", started_at=NOW, ended_at=NOW)
    going = visit("visit002", at="2026-11-24T09:00+00:00", started_at=NOW)
    ahead = visit("visit003", at="2026-12-03T09:00+00:00")
    undated = visit("visit004")

    def prepared(*visits: VisitFile) -> VisitFile | None:
        return prepared_visit(Case(file=EMPTY, visits=visits), NOW)

    assert prepared(over, going, ahead, undated) is ahead
    assert prepared(over, going, undated) is undated
    assert prepared(over, going) is going
    assert prepared(over) is None

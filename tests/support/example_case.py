"""A made-up case with something in every field: Alva, Sam, Dr Okafor, Dr Lindqvist."""

from __future__ import annotations

from companion.domain.case import Case, CaseAbout, CaseFile, CopiedText
from companion.domain.comparison import (
    Aspect,
    Cell,
    ChosenPath,
    ComparisonRow,
    Confidence,
    Decision,
    Leaning,
    Opinion,
    Step,
    Verdict,
    Why,
)
from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.people import Person, Role
from companion.domain.preparation import (
    AwaitedResult,
    Covered,
    Matter,
    Preparation,
    Reason,
    Record,
    RecordStatus,
)
from companion.domain.question import (
    Origin,
    Question,
)
from tests.support.example_visits import (
    ALONE,
    ALVA,
    LETTER,
    LINDQVIST,
    MADE,
    OKAFOR,
    OTHER,
    PLAN,
    RISKS,
    SAM,
    SLIDES,
    WAIT,
    at,
    first_visit,
    second_visit,
)


def case_file() -> CaseFile:
    """The case's own file."""
    return CaseFile(
        id="example1",
        about=(
            CaseAbout(
                id="example1",
                created_at=MADE,
                title="Alva's second opinion",
                packs=("general", "leukemia"),
                decide_by="2027-01-15",
                writer_id=SAM,
            ),
        ),
        people=(
            Person(id=ALVA, name="Alva", role=Role.PATIENT),
            Person(id=SAM, name="Sam", role=Role.COMPANION),
            Person(id=OKAFOR, name="Dr Okafor", place="University hospital"),
            Person(id=LINDQVIST, name="Dr Lindqvist"),
        ),
        reasons=(Reason(id="reason01", text="The plan is hard", source="general/reason-plan"),),
        priorities=(Matter(id="matter01", text="Going on singing", stars=5),),
        aspects=(
            Aspect(id=PLAN, text="Plan", source="general/aspect-plan", position=1.0),
            Aspect(id=RISKS, text="Risks", position=2.0),
        ),
        records=(
            Record(
                id=SLIDES,
                text="Slides of the sample",
                status=RecordStatus.ARRIVED,
                holder="County hospital",
                why="another eye",
                asked_at="2026-11-21",
                arrived_at="2026-11-28",
            ),
            Record(id=LETTER, text="Referral letter", chase_on="2026-12-10", changes="some"),
        ),
        results=(
            AwaitedResult(
                id="result01",
                text="Blood count",
                why="to see where it stands",
                taken_on="2026-12-03",
                expected_by="2026-12-08",
                who_tells="The nurse calls",
                arrived_on="2026-12-09",
            ),
            AwaitedResult(id="result02", text="Gene test", expected_by="2026-12-17"),
        ),
        preparation=(
            Preparation(
                id="example1",
                time_check="Four weeks are fine",
                opening="I am Alva. This is Sam.",
                companion_job="writes",
                covered=Covered.COVER,
                medicines=("Tablet A, 50 mg, daily",),
                allergies=("penicillin",),
                timeline=("June: first tests",),
            ),
        ),
        questions=(
            Question(
                id=WAIT,
                text="Is there time to wait?",
                source="general/question-wait",
                follow_ups=("Until when?",),
                why="Not every plan is urgent.",
            ),
            Question(
                id=OTHER,
                text="What other ways are there?",
                origin=Origin("import", "0" * 64),
                group="Treatment",
            ),
            Question(id=ALONE, text="Will it hurt us?", alone=True),
            Question(id="question5", text="On no list"),
        ),
        opinions=(Opinion(id="opinion1", clinician_id=LINDQVIST, frozen_at=at(8, 0, day=1)),),
        cells=(Cell(id="cell0001", opinion_id="opinion1", aspect_id=PLAN, text="Begin at once."),),
        rows=(
            ComparisonRow(
                id="row00001",
                aspect_id=PLAN,
                verdict=Verdict.DIFFERS,
                stars=5,
                why=(Why.DIFFERENT_WEIGHTING,),
            ),
        ),
        paths=(ChosenPath(id="path0001", path="stay", at=at(9, 0, day=6), why="time to think"),),
        confidence=(
            Confidence(
                id="sure0001", at=at(9, 0, day=6), by_id=ALVA, answers=(True, False, None, True)
            ),
        ),
        leaning=(Leaning(id="lean0001", at=at(9, 1, day=6), by_id=ALVA, text="towards waiting"),),
        options=(
            CareOption(id="option001", text="Chemotherapy now", position=1.0),
            CareOption(id="option002", text="Wait until spring", wait=True, position=2.0),
        ),
        criteria=(Criterion(id="optiongood", text="What's good about it?", position=1.0),),
        option_cells=(
            OptionCell(
                id="optcell01",
                option_id="option002",
                criterion_id="optiongood",
                text="A winter at home",
                note_ids=("note00005",),
            ),
        ),
        option_stars=(
            OptionStars(
                id="optstar01",
                option_id="option002",
                criterion_id="optiongood",
                by_id=ALVA,
                stars=4,
            ),
        ),
        decision=(Decision(id="decision1", text="We wait.", at=at(9, 2, day=6), by_id=ALVA),),
        steps=(
            Step(
                id="note00005",
                text="ring the ward on Monday",
                owner_id=SAM,
                due="2026-12-07",
                note_ids=("note00005",),
            ),
            Step(id="step0001", text="Ask for the letter", done_at=at(9, 3, day=6)),
        ),
        texts=(
            CopiedText(
                id="text0001",
                source="general/question-wait",
                kind="questions",
                text="Is there time to wait?",
                fields=(("why", "Not every plan is urgent."),),
                group="First",
                reviewed="2026-10-01",
            ),
        ),
    )


def example_case() -> Case:
    """The whole case."""
    return Case(file=case_file(), visits=(first_visit(), second_visit()))

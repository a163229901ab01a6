from __future__ import annotations

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Aspect, Cell, ComparisonRow, Opinion, Verdict
from companion.domain.comparison_table import ComparisonTable, columns, put_to_one, unequal_records
from companion.domain.note import Note
from companion.domain.outcome import OutcomeKind, outcome
from companion.domain.people import Person
from companion.domain.preparation import Record, RecordStatus
from companion.domain.question import ListedQuestion, Question
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile

NAMES = ("aspect-diagnosis", "aspect-plan", "aspect-risks", "aspect-tests", "own")
LABS, GENE = Record(id="labs0000", text="Labs"), Record(id="gene0000", text="Gene")
PRESENT = Opinion(id="opinion1", clinician_id="doctor01", records_seen=("labs0000",))
OTHER = Opinion(
    id="opinion2",
    clinician_id="doctor02",
    visit_id="visit001",
    records_seen=("labs0000", "gene0000"),
)
NOTE = Note(id="note0001", text="Weekly", question_id="question")


def visit(**tables: object) -> VisitFile:
    about = VisitAbout(id="visit001", clinician_id="doctor02")
    values = {"notes": (NOTE,), "opinions": (OTHER,), **tables}
    return VisitFile(id="visit001", about=(about,), **values)  # type: ignore[arg-type]


def table(*verdicts: Verdict | None, **tables: object) -> ComparisonTable:
    aspects = tuple(
        Aspect(id=f"aspect{n:02}", text=name, source=f"general/{name}", position=float(n))
        for n, name in enumerate(NAMES)
    )
    file = CaseFile(
        id="case0001",
        about=(CaseAbout(id="case0001"),),
        people=(
            Person(id="doctor01", name="Dr Lindqvist"),
            Person(id="doctor02", name="Dr Okafor"),
        ),
        aspects=aspects,
        records=(LABS, GENE),
        opinions=(PRESENT,),
        questions=(Question(id="question", text="Is it working?"),),
        rows=tuple(
            ComparisonRow(id=f"row{n:05}", aspect_id=aspects[n].id, verdict=verdict)
            for n, verdict in enumerate(verdicts)
        ),
    )
    return ComparisonTable(Case(file=file, visits=(visit(**tables),)))


SAME, REFINED, DIFFERS = Verdict.SAME, Verdict.REFINED, Verdict.DIFFERS


@pytest.mark.parametrize(
    ("verdicts", "kind"),
    [
        ((), None),
        ((Verdict.CANNOT_TELL_YET, Verdict.NOT_DISCUSSED), None),
        ((SAME, SAME), OutcomeKind.SAME),
        ((SAME, REFINED), OutcomeKind.REFINED),
        ((DIFFERS, DIFFERS, DIFFERS), OutcomeKind.NEW_DIAGNOSIS),
        ((SAME, DIFFERS, SAME), OutcomeKind.DIFFERENT_TREATMENT),
        ((SAME, DIFFERS, DIFFERS, DIFFERS), OutcomeKind.CONTRADICT),
        ((SAME, SAME, DIFFERS, DIFFERS), OutcomeKind.CONTRADICT),
        ((SAME, SAME, DIFFERS), None),
        ((None, DIFFERS), None),
        ((Verdict.NOT_DISCUSSED, DIFFERS), None),
        ((None, DIFFERS, DIFFERS), OutcomeKind.CONTRADICT),
    ],
)
def test_the_outcome_says_what_the_verdicts_show_and_no_more(
    verdicts: tuple[Verdict, ...], kind: OutcomeKind | None
) -> None:
    assert outcome(table(*verdicts)).kind is kind


def test_the_row_on_the_diagnosis_is_named_as_long_as_it_is_open() -> None:
    assert [each.text for each in outcome(table(None, DIFFERS)).diagnosis_open] == [NAMES[0]]
    assert not outcome(table(REFINED, DIFFERS)).diagnosis_open


def test_what_is_the_same_so_far_is_told_from_what_is_the_same() -> None:
    assert outcome(table(SAME, SAME)).so_far
    assert outcome(table(SAME, SAME, Verdict.CANNOT_TELL_YET, SAME, SAME)).so_far
    assert not outcome(table(SAME, SAME, SAME, SAME, SAME)).so_far


def test_a_row_nobody_judged_is_counted_as_not_looked_at() -> None:
    result = outcome(table(SAME, None, DIFFERS))
    assert result.not_looked_at == 3
    assert [aspect.text for aspect in result.differ] == ["aspect-risks"]


def test_opinions_stand_in_the_order_they_were_given_named_by_doctor() -> None:
    assert [column.doctor for column in table().columns] == ["Dr Lindqvist", "Dr Okafor"]


def test_a_visit_that_has_not_begun_is_no_opinion() -> None:
    planned = visit(notes=(), opinions=())
    assert len(columns(Case(file=table().case.file, visits=(planned,)))) == 1


def test_a_record_that_only_one_doctor_saw_is_named_with_who_did() -> None:
    (unequal,) = unequal_records(table())
    assert unequal.record is GENE
    assert [column.doctor for column in unequal.seen_by] == ["Dr Okafor"]
    assert [column.doctor for column in unequal.not_seen_by] == ["Dr Lindqvist"]


def test_an_opinion_of_which_nobody_noted_a_record_is_not_held_against_anybody() -> None:
    unknown = Opinion(id="opinion2", visit_id="visit001")
    assert not unequal_records(table(opinions=(unknown,)))
    assert RecordStatus.NEEDED is LABS.status


def test_a_question_put_to_one_doctor_is_named_with_the_doctor() -> None:
    listed = (ListedQuestion(id="listed00", question_id="question"),)
    assert put_to_one(table(listed=listed)) == {"Dr Okafor": ("Is it working?",)}
    assert put_to_one(table(listed=listed, notes=())) == {}


def asked_at(visit_id: str, doctor: str, *questions: Question) -> VisitFile:
    """A visit with a doctor who was asked these, each with a note under it."""
    about = VisitAbout(id=visit_id, clinician_id=doctor)
    return VisitFile(
        id=visit_id,
        about=(about,),
        questions=questions,
        listed=tuple(ListedQuestion(id=f"l{q.id}", question_id=q.id) for q in questions),
        notes=tuple(Note(id=f"n{visit_id}{q.id}", text="yes", question_id=q.id) for q in questions),
    )


def test_a_question_is_the_same_in_other_visits_by_its_id_and_by_its_words() -> None:
    first = Question(id="first000", text="How sure are you?")
    made = table()
    people = (*made.case.file.people, Person(id="doctor03", name="Dr Brandt"))
    file = replace(made.case.file, people=people, opinions=())
    visits = (
        asked_at("visit002", "doctor02", first),
        asked_at("visit003", "doctor03", Question(id="second00", text=" How  sure are you? ")),
    )
    assert put_to_one(ComparisonTable(Case(file=file, visits=visits))) == {}
    other = asked_at("visit003", "doctor03", Question(id="second00", text="How sure?"))
    assert put_to_one(ComparisonTable(Case(file=file, visits=(visits[0], other)))) == {
        "Dr Okafor": ("How sure are you?",),
        "Dr Brandt": ("How sure?",),
    }


def test_with_three_doctors_those_who_were_asked_are_named() -> None:
    first = Question(id="first000", text="How sure are you?")
    made = table()
    people = (*made.case.file.people, Person(id="doctor03", name="Dr Brandt"))
    visits = (
        asked_at("visit002", "doctor02", first),
        asked_at("visit003", "doctor03", first),
    )
    case = Case(file=replace(made.case.file, people=people), visits=visits)
    assert put_to_one(ComparisonTable(case)) == {"Dr Okafor, Dr Brandt": ("How sure are you?",)}


def test_two_doctors_without_a_name_are_two() -> None:
    first = Question(id="first000", text="How sure are you?")
    visits = (asked_at("visit002", "", first), asked_at("visit003", ""))
    started = replace(visits[1], notes=(Note(id="note0009", text="Hello"),))
    case = Case(file=replace(table().case.file, opinions=()), visits=(visits[0], started))
    assert put_to_one(ComparisonTable(case)) == {"": ("How sure are you?",)}


def test_a_cell_without_words_shows_its_first_note_and_never_a_covered_one() -> None:
    covered = Note(id="note0002", text="5 in 100", covered=True)
    cell = Cell(
        id="cell0001",
        opinion_id="opinion2",
        aspect_id="aspect01",
        note_ids=("note0002", "gone0000", "note0001"),
    )
    made = table(cells=(cell,), notes=(NOTE, covered))
    said = made.said(made.columns[1], made.aspects[1])
    assert said.text == "Weekly"
    assert [note.id for note in said.notes] == ["note0002", "note0001"]
    assert said.gone == 1

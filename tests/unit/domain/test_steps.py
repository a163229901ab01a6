from __future__ import annotations

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Step
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.steps import all_steps, door_labels, door_step_id, shown_steps, step_words
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, VisitAbout, VisitFile

VISIT = VisitFile(
    id="visit001",
    about=(VisitAbout(id="visit001"),),
    notes=(
        Note(id="note0001", kind=NoteKind.TODO, text="Ask clinic for the gene report"),
        Note(id="note0002", text="Levels fall"),
        Note(id="note0003", kind=NoteKind.TODO, text="gone", deleted=True),
    ),
    before_you_leave=(BeforeYouLeave(id="visit001", call="Nurse line, mornings"),),
)


def case(*steps: Step) -> Case:
    file = CaseFile(id="case0001", about=(CaseAbout(id="case0001"),), steps=steps)
    return Case(file=file, visits=(VISIT,))


@pytest.mark.promise("files.steps")
def test_a_to_do_note_and_a_door_answer_are_steps() -> None:
    assert [step.text for step in all_steps(case())] == [
        "Ask clinic for the gene report",
        "Nurse line, mornings",
    ]


@pytest.mark.promise("files.steps")
def test_a_step_with_the_notes_id_stands_in_its_place() -> None:
    step = Step(id="note0001", text="Ask clinic for the gene report", due="2026-12-09")
    assert all_steps(case(step))[0] == step


def test_a_deleted_step_hides_the_note_from_the_steps() -> None:
    step = Step(id="note0001", text="x", deleted=True)
    assert [step.text for step in all_steps(case(step))] == ["Nurse line, mornings"]


def test_own_steps_come_after_those_of_the_visits() -> None:
    own = Step(id="own00001", text="Call Dr Lindqvist")
    assert all_steps(case(own))[-1] == own


def test_an_answer_at_the_door_says_what_was_asked_where_it_is_a_step() -> None:
    labels = door_labels(case())
    said = [step_words(step, labels) for step in all_steps(case())]
    assert said == ["Ask clinic for the gene report", "Who to call: Nurse line, mornings"]


def test_the_step_of_a_door_answer_has_an_id_that_never_changes() -> None:
    assert door_step_id("visit001", "call") == door_step_id("visit001", "call")
    changed = replace(VISIT.before_you_leave[0], call="Nurse line, all day")
    again = Case(file=case().file, visits=(replace(VISIT, before_you_leave=(changed,)),))
    assert all_steps(again)[1].id == door_step_id("visit001", "call")


def test_what_a_covered_note_became_stands_on_no_screen() -> None:
    hidden = replace(VISIT, notes=(replace(VISIT.notes[0], covered=True),))
    for step in (Step(id="note0001", text="Ask clinic", due="2026-12-09"), Step(id="own00001")):
        covered = Case(file=case(step).file, visits=(hidden,))
        assert "note0001" not in {each.id for each in shown_steps(covered)}
        assert "note0001" in {each.id for each in all_steps(covered)}

"""What was taken from a hidden note is hidden with it, wherever it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Addition, Aspect, Cell, Opinion, Rating, Step
from companion.domain.comparison_table import ComparisonTable
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.question import Origin, Question
from companion.domain.steps import shown_steps
from companion.domain.value import replace
from companion.domain.veil import covered_elsewhere, is_private, veil_of
from companion.domain.visit import VisitAbout, VisitFile

if TYPE_CHECKING:
    from companion.domain.entity import Entity

OPEN = Note(id="openopen01", text="mild")
COVERED = Note(id="covered001", text="two years", covered=True)
PRIVATE = Note(id="private001", text="I am afraid", mine_only=True)
ASPECT = Aspect(id="aspectaspect", text="How long", position=1.0)
OPINION = Opinion(id="opinionopini", visit_id="visitvisit01")


def a_case(*notes: Note, **tables: object) -> Case:
    """A case with these notes in a visit, and tables of its own file."""
    visit = VisitFile(
        id="visitvisit01",
        about=(VisitAbout(id="visitvisit01"),),
        notes=notes or (OPEN, COVERED, PRIVATE),
        opinions=(OPINION,),
    )
    values = {"aspects": (ASPECT,), **tables}
    file = CaseFile(id="casecase01", about=(CaseAbout(id="casecase01"),), **values)  # type: ignore[arg-type]
    return Case(file=file, visits=(visit,))


def resting(*note_ids: str) -> tuple[Entity, ...]:
    """One of each thing that can be taken from notes."""
    last = note_ids[-1]
    return (
        Cell(id="cellcell01", text="two years", note_ids=note_ids),
        Step(id="stepstep01", text="edited by hand", note_ids=note_ids),
        Rating(id="rating0001", words="hard to hear", note_id=last),
        Question(id="question01", text="how long?", origin=Origin("note", last)),
    )


@pytest.mark.parametrize("entity", resting(COVERED.id), ids=lambda each: type(each).__name__)
def test_what_rests_on_a_covered_note_is_hidden(entity: Entity) -> None:
    assert veil_of(a_case()).hides(entity)


@pytest.mark.parametrize(
    "entity", resting(OPEN.id, COVERED.id), ids=lambda each: type(each).__name__
)
def test_one_covered_note_of_two_is_enough(entity: Entity) -> None:
    assert veil_of(a_case()).hides(entity)


@pytest.mark.parametrize(
    "entity",
    [*resting(OPEN.id), Step(id="ownstep001"), Cell(id="cell000001"), Rating(id="r0000001")],
    ids=lambda each: type(each).__name__,
)
def test_what_rests_on_no_covered_note_is_shown(entity: Entity) -> None:
    assert not veil_of(a_case()).hides(entity)


@pytest.mark.parametrize("entity", resting(PRIVATE.id), ids=lambda each: type(each).__name__)
def test_what_rests_on_a_private_note_is_hidden_from_others_alone(entity: Entity) -> None:
    assert not veil_of(a_case()).hides(entity)
    assert veil_of(a_case(), is_private).hides(entity)


def test_a_step_that_a_covered_note_became_is_hidden_under_the_notes_own_id() -> None:
    todo = replace(COVERED, kind=NoteKind.TODO)
    kept = Step(id=todo.id, text="other words", due="2026-12-24")
    assert shown_steps(a_case(todo, steps=(kept,))) == ()
    assert shown_steps(a_case(replace(todo, covered=False), steps=(kept,))) == (kept,)


@pytest.mark.parametrize("note", [replace(COVERED, deleted=True), replace(COVERED, text="")])
def test_a_covered_note_that_was_deleted_still_hides(note: Note) -> None:
    assert veil_of(a_case(note)).hides(resting(note.id)[0])


def test_a_covered_note_in_a_deleted_visit_still_hides() -> None:
    gone = VisitFile(id="visitgone01", about=(VisitAbout(id="visitgone01"),), notes=(COVERED,))
    case = replace(a_case(OPEN), covered_elsewhere=covered_elsewhere([gone]))
    assert veil_of(case).hides(resting(COVERED.id)[0])


def test_where_a_visit_cannot_be_read_what_nobody_knows_is_hidden() -> None:
    case = replace(a_case(OPEN), covered_elsewhere=covered_elsewhere([], all_read=False))
    veil = veil_of(case)
    assert veil.hides(resting("unknown001")[0])
    assert not veil.hides(resting(OPEN.id)[0])
    assert not veil.hides(Step(id="ownstep001", text="buy bread"))
    assert not veil_of(a_case(OPEN)).hides(resting("unknown001")[0])


def test_an_addition_is_hidden_with_the_cell_it_was_added_to() -> None:
    cell = Cell(id="cellcell01", opinion_id=OPINION.id, aspect_id=ASPECT.id, note_ids=(COVERED.id,))
    veil = veil_of(a_case(cells=(cell,)))
    on_it = Addition(id="addition01", opinion_id=OPINION.id, text="How long: less")
    assert veil.hides(on_it)
    assert not veil.hides(replace(on_it, opinion_id="opinionother"))
    assert not veil.hides(replace(on_it, text="Diet: less salt"))


def test_the_comparison_says_that_a_cell_is_hidden_and_none_of_its_words() -> None:
    cell = Cell(
        id="cellcell01",
        opinion_id=OPINION.id,
        aspect_id=ASPECT.id,
        text="two years",
        note_ids=(OPEN.id, COVERED.id),
    )
    added = Addition(id="addition01", opinion_id=OPINION.id, text="How long: one")
    table = ComparisonTable(a_case(cells=(cell,), additions=(added,)))
    said = table.said(table.columns[0], ASPECT)
    assert said.hidden
    assert (said.text, said.beside) == ("", ())
    assert said.additions == ()
    assert not said.empty
    shown = ComparisonTable(
        a_case(OPEN, replace(COVERED, covered=False), cells=(cell,), additions=(added,))
    )
    said = shown.said(shown.columns[0], ASPECT)
    assert (said.text, said.additions) == ("two years", (added,))

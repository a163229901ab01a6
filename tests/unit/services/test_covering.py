"""What speaks of living or dying is covered as it comes in, and stays open once it was shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added
from companion.domain.comparison import Aspect, Cell, Opinion
from companion.domain.comparison_table import ComparisonTable
from companion.domain.note import NumberCard
from companion.domain.preparation import Covered
from companion.domain.question import CarryTo
from companion.exchange.papers.catalogue import ExportRequest
from companion.exchange.redaction import Audience
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.compare.steps import Steps
from companion.services.prepare.preparation import PreparationEditor
from companion.services.prepare.present_opinion import PresentDoctor
from companion.services.prepare.question_list import QuestionEditor
from companion.services.search.index import SearchIndex
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.compare.aspect_view import aspect_rows
from companion.ui.visit.question_rows import QuestionListView, question_rows
from tests.journeys.conftest import StandingClock, new_context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.note import Note

SPEAKS = "he gives her five to eight good years"
SILENT = "two tablets a day for 3 months"


@pytest.fixture(params=[Covered.COVER, Covered.LEAVE_OUT])
def editor(request: pytest.FixtureRequest) -> Iterator[VisitEditor]:
    """A visit of a patient who wants no numbers about living or dying."""
    context = new_context(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    session = CaseLibrary(context).create(NewCase(title="t", patient="Alva", companion="Sam"))
    asked = ("Does it hurt?", "Who calls?", "How many are alive after ten years?")
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=asked))
    PreparationEditor(session).cover(request.param)
    yield VisitEditor(session, visit_id)
    session.close()
    context.syncer.stop()


def question(editor: VisitEditor, number: int) -> str:
    return editor.questions.rows()[number - 1].listed.question_id


def ask_alone(editor: VisitEditor, number: int) -> str:
    question_id = question(editor, number)
    QuestionEditor(editor.session).toggle_alone(question_id)
    return question_id


def saved(editor: VisitEditor, line: str) -> Note:
    note = editor.line.save(line)
    assert note is not None
    return note


def newest(editor: VisitEditor) -> Note:
    return editor.visit.live_notes[-1]


def test_a_line_is_covered_for_what_it_speaks_of(editor: VisitEditor) -> None:
    assert saved(editor, SPEAKS).covered
    assert not saved(editor, SILENT).covered


def test_nothing_is_covered_where_the_patient_wants_to_see_it(editor: VisitEditor) -> None:
    PreparationEditor(editor.session).cover(Covered.SHOW)
    ask_alone(editor, 1)
    editor.line.go_to(question(editor, 1))
    assert not saved(editor, SPEAKS).covered


@pytest.mark.parametrize("number", [1, 3])
def test_all_under_a_question_to_ask_alone_or_of_living_is_covered(
    editor: VisitEditor, number: int
) -> None:
    if number == 1:
        ask_alone(editor, number)
    editor.line.go_to(question(editor, number))
    assert saved(editor, "about twelve, he thinks").covered
    editor.line.go_to(question(editor, 2))
    note = saved(editor, "about twelve, he thinks")
    assert not note.covered
    editor.notes.move(note.id, question(editor, number))
    assert newest(editor).covered


def test_lines_from_outside_the_room_are_covered_too(editor: VisitEditor) -> None:
    editor.notes.add(SPEAKS, None)
    assert newest(editor).covered
    editor.notes.add("twelve", ask_alone(editor, 1))
    assert newest(editor).covered
    editor.notes.add_all((SILENT, SPEAKS), None)
    assert [note.covered for note in editor.visit.live_notes[-2:]] == [False, True]


def test_a_number_card_covers_its_note(editor: VisitEditor) -> None:
    note = saved(editor, "# 3 in 100 get a rash")
    editor.notes.keep_number(note.id, NumberCard(what="rash", count="3", out_of="100"))
    assert not newest(editor).covered
    editor.notes.keep_number(note.id, NumberCard(what="alive", count="3", out_of="100"))
    assert newest(editor).covered


def test_what_the_doctor_put_right_covers_its_note(editor: VisitEditor) -> None:
    note = saved(editor, "= take it for 3 months")
    editor.notes.say_back(note.id, "no, you may have 3 years")
    assert newest(editor).covered


def test_a_note_that_was_shown_by_hand_stays_open(editor: VisitEditor) -> None:
    note = saved(editor, SPEAKS)
    editor.notes.cover(note.id, covered=False)
    editor.line.edit_note(note.id)
    editor.line.save(f"{SPEAKS}, he says")
    editor.notes.keep_number(note.id, NumberCard(what="alive"))
    editor.notes.say_back(note.id, "six to eight years")
    editor.notes.move(note.id, question(editor, 3))
    assert not newest(editor).covered


def test_a_line_the_typist_leaves_open_is_open(editor: VisitEditor) -> None:
    note = editor.line.save(SPEAKS, shown=True)
    assert note is not None
    assert not note.covered


def test_what_undo_says_of_a_covered_note_does_not_tell_it(editor: VisitEditor) -> None:
    saved(editor, SPEAKS)
    past = editor.session.undo()
    assert past is not None
    assert "years" not in past.sentence


# Questions


def covered_rows(editor: VisitEditor) -> list[bool]:
    return [row.covered for row in editor.questions.rows()]


def test_a_question_of_living_and_one_to_ask_alone_are_covered_in_every_list(
    editor: VisitEditor,
) -> None:
    assert covered_rows(editor) == [False, False, True]
    ask_alone(editor, 1)
    assert covered_rows(editor) == [True, False, True]
    prepared = QuestionEditor(editor.session).rows()
    assert [row.covered for row in prepared] == [True, False, True]
    PreparationEditor(editor.session).cover(Covered.SHOW)
    assert covered_rows(editor) == [False, False, False]


def test_a_question_that_was_shown_stays_shown_and_its_answers_open(editor: VisitEditor) -> None:
    editor.questions.show(question(editor, 3))
    assert covered_rows(editor) == [False, False, False]
    QuestionEditor(editor.session).reword_draft(question(editor, 3)).finish("Who is alive then?")
    assert covered_rows(editor) == [False, False, False]
    editor.line.go_to(question(editor, 3))
    assert not saved(editor, "about twelve, he thinks").covered
    editor.session.undo()
    editor.session.undo()
    editor.session.undo()
    assert covered_rows(editor) == [False, False, True]


def test_a_question_shown_before_is_covered_once_it_is_to_be_asked_alone(
    editor: VisitEditor,
) -> None:
    editor.questions.show(question(editor, 3))
    ask_alone(editor, 3)
    assert covered_rows(editor)[2]


def test_a_question_that_was_a_note_is_covered_the_moment_the_note_is(
    editor: VisitEditor,
) -> None:
    session = editor.session
    PreparationEditor(session).cover(Covered.SHOW)
    note = saved(editor, "? what is a trough")
    editor.notes.carry(note.id, CarryTo.NEXT)
    later = VisitEditor(session, plan_visit(session, NewVisit("Dr Lind")))
    assert covered_rows(later)[-1] is False
    editor.notes.cover(note.id, covered=True)
    assert covered_rows(later)[-1] is True
    later.questions.show(later.questions.rows()[-1].listed.question_id)
    assert covered_rows(later)[-1] is True
    editor.notes.cover(note.id, covered=False)
    assert covered_rows(later)[-1] is False


def test_undo_does_not_tell_a_covered_question(editor: VisitEditor) -> None:
    QuestionEditor(editor.session).take_away(question(editor, 3))
    past = editor.session.undo()
    assert past is not None
    assert "alive" not in past.sentence


# Copies and searches

CANARY = "quixotic"
OUTLOOK = f"{CANARY}: half of them are alive after 5 years"


def filled(editor: VisitEditor) -> None:
    """Everything that can be written in a visit, and beside it, speaks of living."""
    session = editor.session
    alone = ask_alone(editor, 1)
    editor.line.go_to(alone)
    saved(editor, f"{CANARY} twelve")
    editor.line.go_to(None)
    saved(editor, OUTLOOK)
    saved(editor, f"! {OUTLOOK}")
    note = saved(editor, f"# {CANARY} 3 of 4")
    editor.notes.keep_number(note.id, NumberCard(what=f"{CANARY} alive", count="3", out_of="4"))
    editor.questions.add(OUTLOOK)
    editor.answers.save_before_you_leave("plan", OUTLOOK)
    editor.answers.save_before_you_leave("call", "the ward")
    for writer in editor.people.writers():
        editor.answers.save_debrief("How was it?", OUTLOOK, writer.id)
    Steps(session).new_draft().finish(OUTLOOK)
    opinion = Opinion(id="opinion00001", visit_id=editor.visit_id)
    cell = Cell(id="cell00000001", opinion_id=opinion.id, aspect_id="aspect000001", text=OUTLOOK)
    aspect = Aspect(id="aspect000001", text="How long", position=1.0)
    session.change_case("", lambda file: with_added(file, "aspects", aspect))
    session.change_visit(
        editor.visit_id,
        "",
        lambda file: with_added(with_added(file, "opinions", opinion), "cells", cell),
    )


def test_what_is_added_to_it_is_hidden_in_prepare_too(editor: VisitEditor) -> None:
    session = editor.session
    aspect = Aspect(id="aspect000001", text="Plan", position=1.0)
    session.change_case("", lambda file: with_added(file, "aspects", aspect))
    doctor = PresentDoctor(session)
    doctor.opinion.cell_draft(aspect).finish(OUTLOOK)
    assert doctor.freeze()
    doctor.opinion.cell_draft(aspect).finish("Plan: we wait")
    doctor.opinion.addition_draft().finish("She called again")
    shown = [each.text for each in doctor.opinion.shown_additions()]
    assert shown == ["She called again"]


@pytest.mark.promise("json.audience")
@pytest.mark.parametrize("audience", [Audience.DOCTOR, Audience.FAMILY])
@pytest.mark.parametrize("form", ["json", "text", "markdown", "html", "csv", "ics"])
def test_no_copy_for_others_holds_it(editor: VisitEditor, audience: Audience, form: str) -> None:
    filled(editor)
    case = editor.session.case
    copy = export(case, ExportRequest(format=form, audience=audience)).data.decode()
    assert CANARY not in copy
    assert "Does it hurt?" not in copy
    if form in ("json", "text"):
        assert "the ward" in copy
    assert CANARY in export(case, ExportRequest(format="json")).data.decode()


def test_no_screen_shows_it(editor: VisitEditor) -> None:
    filled(editor)
    session = editor.session
    shown = export(session.case, ExportRequest(format="text", on_screen=True)).data.decode()
    assert CANARY not in shown
    said = [row.text for row in question_rows(QuestionListView(editor.questions.rows(), None))]
    said += [step.text for step in Steps(session).listed()]
    table = ComparisonTable(session.case)
    said += [row.text for aspect in table.aspects for row in aspect_rows(table, aspect)]
    assert CANARY not in "\n".join(said)


def test_no_search_finds_it(editor: VisitEditor) -> None:
    filled(editor)
    index = SearchIndex(CaseLibrary(editor.session.context))
    assert index.read()
    assert [hit.kind for hit in index.find(CANARY).hits()] == []
    assert index.find("hurt").count == 0
    assert index.find("the ward").count == 1


def test_a_note_shown_by_hand_is_in_the_copies_with_what_was_taken_from_it(
    editor: VisitEditor,
) -> None:
    note = saved(editor, f"! {OUTLOOK}")
    editor.notes.cover(note.id, covered=False)
    copy = export(editor.session.case, ExportRequest(format="json", audience=Audience.FAMILY)).data
    assert copy.decode().count(OUTLOOK) == 2


@pytest.mark.parametrize("audience", [Audience.DOCTOR, Audience.FAMILY])
def test_what_was_written_before_the_patient_chose_is_in_no_copy_for_others_until_shown(
    editor: VisitEditor, audience: Audience
) -> None:
    session, wanted = editor.session, ExportRequest(format="json", audience=audience)
    chosen = session.file.prepare.covered
    PreparationEditor(session).cover(Covered.SHOW)
    note = saved(editor, OUTLOOK)
    assert not note.covered
    assert OUTLOOK in export(session.case, wanted).data.decode()
    PreparationEditor(session).cover(chosen)
    assert OUTLOOK not in export(session.case, wanted).data.decode()
    editor.notes.cover(note.id, covered=True)
    editor.notes.cover(note.id, covered=False)
    assert OUTLOOK in export(session.case, wanted).data.decode()

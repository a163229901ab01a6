"""What speaks of living or dying is covered as it comes in, and stays open once it was shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import added
from companion.domain.comparison import Aspect
from companion.domain.comparison_table import ComparisonTable
from companion.domain.note import NumberCard
from companion.domain.opinion import Cell, Opinion
from companion.domain.preparation import Covered
from companion.domain.question import CarryTo
from companion.exchange.redaction import Audience
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.compare.steps import StepKeeping
from companion.services.prepare.preparation import Preparing
from companion.services.prepare.question_list import QuestionEditor
from companion.services.search.index import SearchIndex
from companion.services.transfer.exports import ExportRequest, export
from companion.services.visit.editor import Visiting
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.compare.aspect_view import aspect_rows
from companion.ui.visit.question_rows import QuestionListView, question_rows
from tests.journeys.conftest import StandingClock, new_surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.note import Note

SPEAKS = "he gives her five to eight good years"
SILENT = "two tablets a day for 3 months"


@pytest.fixture(params=[Covered.COVER, Covered.LEAVE_OUT])
def visiting(request: pytest.FixtureRequest) -> Iterator[Visiting]:
    """A visit of a patient who wants no numbers about living or dying."""
    around = new_surroundings(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    session = CaseLibrary(around).make(NewCase(title="t", patient="Alva", companion="Sam"))
    asked = ("Does it hurt?", "Who calls?", "How many are alive after ten years?")
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=asked))
    Preparing(session).cover(request.param)
    yield Visiting(session, visit_id)
    session.close()
    around.syncer.stop()


def question(visiting: Visiting, number: int) -> str:
    return visiting.rows()[number - 1].listed.question_id


def ask_alone(visiting: Visiting, number: int) -> str:
    question_id = question(visiting, number)
    QuestionEditor(visiting.session).toggle_alone(question_id)
    return question_id


def saved(visiting: Visiting, line: str) -> Note:
    note = visiting.save_line(line)
    assert note is not None
    return note


def newest(visiting: Visiting) -> Note:
    return visiting.visit.live_notes[-1]


def test_a_line_is_covered_for_what_it_speaks_of(visiting: Visiting) -> None:
    assert saved(visiting, SPEAKS).covered
    assert not saved(visiting, SILENT).covered


def test_nothing_is_covered_where_the_patient_wants_to_see_it(visiting: Visiting) -> None:
    Preparing(visiting.session).cover(Covered.SHOW)
    ask_alone(visiting, 1)
    visiting.go_to(question(visiting, 1))
    assert not saved(visiting, SPEAKS).covered


@pytest.mark.parametrize("number", [1, 3])
def test_all_under_a_question_to_ask_alone_or_of_living_is_covered(
    visiting: Visiting, number: int
) -> None:
    if number == 1:
        ask_alone(visiting, number)
    visiting.go_to(question(visiting, number))
    assert saved(visiting, "about twelve, he thinks").covered
    visiting.go_to(question(visiting, 2))
    note = saved(visiting, "about twelve, he thinks")
    assert not note.covered
    visiting.move_note(note.id, question(visiting, number))
    assert newest(visiting).covered


def test_lines_from_outside_the_room_are_covered_too(visiting: Visiting) -> None:
    visiting.dictate(SPEAKS, None)
    assert newest(visiting).covered
    visiting.dictate("twelve", ask_alone(visiting, 1))
    assert newest(visiting).covered
    visiting.dictate_all((SILENT, SPEAKS), None)
    assert [note.covered for note in visiting.visit.live_notes[-2:]] == [False, True]


def test_a_number_card_covers_its_note(visiting: Visiting) -> None:
    note = saved(visiting, "# 3 in 100 get a rash")
    visiting.keep_number(note.id, NumberCard(what="rash", count="3", out_of="100"))
    assert not newest(visiting).covered
    visiting.keep_number(note.id, NumberCard(what="alive", count="3", out_of="100"))
    assert newest(visiting).covered


def test_what_the_doctor_put_right_covers_its_note(visiting: Visiting) -> None:
    note = saved(visiting, "= take it for 3 months")
    visiting.say_back(note.id, "no, you may have 3 years")
    assert newest(visiting).covered


def test_a_note_that_was_shown_by_hand_stays_open(visiting: Visiting) -> None:
    note = saved(visiting, SPEAKS)
    visiting.cover_note(note.id, covered=False)
    visiting.edit_note(note.id)
    visiting.save_line(f"{SPEAKS}, he says")
    visiting.keep_number(note.id, NumberCard(what="alive"))
    visiting.say_back(note.id, "six to eight years")
    visiting.move_note(note.id, question(visiting, 3))
    assert not newest(visiting).covered


def test_a_line_the_typist_leaves_open_is_open(visiting: Visiting) -> None:
    note = visiting.save_line(SPEAKS, shown=True)
    assert note is not None
    assert not note.covered


def test_what_undo_says_of_a_covered_note_does_not_tell_it(visiting: Visiting) -> None:
    saved(visiting, SPEAKS)
    past = visiting.session.undo()
    assert past is not None
    assert "years" not in past.sentence


# Questions


def covered_rows(visiting: Visiting) -> list[bool]:
    return [row.covered for row in visiting.rows()]


def test_a_question_of_living_and_one_to_ask_alone_are_covered_in_every_list(
    visiting: Visiting,
) -> None:
    assert covered_rows(visiting) == [False, False, True]
    ask_alone(visiting, 1)
    assert covered_rows(visiting) == [True, False, True]
    prepared = QuestionEditor(visiting.session).rows()
    assert [row.covered for row in prepared] == [True, False, True]
    Preparing(visiting.session).cover(Covered.SHOW)
    assert covered_rows(visiting) == [False, False, False]


def test_a_question_that_was_shown_stays_shown_and_its_answers_open(visiting: Visiting) -> None:
    visiting.show_question(question(visiting, 3))
    assert covered_rows(visiting) == [False, False, False]
    QuestionEditor(visiting.session).reword_draft(question(visiting, 3)).finish(
        "Who is alive then?"
    )
    assert covered_rows(visiting) == [False, False, False]
    visiting.go_to(question(visiting, 3))
    assert not saved(visiting, "about twelve, he thinks").covered
    visiting.session.undo()
    visiting.session.undo()
    visiting.session.undo()
    assert covered_rows(visiting) == [False, False, True]


def test_a_question_shown_before_is_covered_once_it_is_to_be_asked_alone(
    visiting: Visiting,
) -> None:
    visiting.show_question(question(visiting, 3))
    ask_alone(visiting, 3)
    assert covered_rows(visiting)[2]


def test_a_question_that_was_a_note_is_covered_the_moment_the_note_is(visiting: Visiting) -> None:
    session = visiting.session
    Preparing(session).cover(Covered.SHOW)
    note = saved(visiting, "? what is a trough")
    visiting.carry_note(note.id, CarryTo.NEXT)
    later = Visiting(session, plan_visit(session, NewVisit("Dr Lind")))
    assert covered_rows(later)[-1] is False
    visiting.cover_note(note.id, covered=True)
    assert covered_rows(later)[-1] is True
    later.show_question(later.rows()[-1].listed.question_id)
    assert covered_rows(later)[-1] is True
    visiting.cover_note(note.id, covered=False)
    assert covered_rows(later)[-1] is False


def test_undo_does_not_tell_a_covered_question(visiting: Visiting) -> None:
    QuestionEditor(visiting.session).take_away(question(visiting, 3))
    past = visiting.session.undo()
    assert past is not None
    assert "alive" not in past.sentence


# Copies and searches

CANARY = "quixotic"
OUTLOOK = f"{CANARY}: half of them are alive after 5 years"


def filled(visiting: Visiting) -> None:
    """Everything that can be written in a visit, and beside it, speaks of living."""
    session = visiting.session
    alone = ask_alone(visiting, 1)
    visiting.go_to(alone)
    saved(visiting, f"{CANARY} twelve")
    visiting.go_to(None)
    saved(visiting, OUTLOOK)
    saved(visiting, f"! {OUTLOOK}")
    note = saved(visiting, f"# {CANARY} 3 of 4")
    visiting.keep_number(note.id, NumberCard(what=f"{CANARY} alive", count="3", out_of="4"))
    visiting.new_question(OUTLOOK)
    visiting.answer_at_the_door("plan", OUTLOOK)
    visiting.answer_at_the_door("call", "the ward")
    for writer in visiting.writers():
        visiting.debrief("How was it?", OUTLOOK, writer.id)
    StepKeeping(session).new_step_draft().finish(OUTLOOK)
    opinion = Opinion(id="opinion00001", visit_id=visiting.visit_id)
    cell = Cell(id="cell00000001", opinion_id=opinion.id, aspect_id="aspect000001", text=OUTLOOK)
    aspect = Aspect(id="aspect000001", text="How long", position=1.0)
    session.change_case("", lambda file: added(file, "aspects", aspect))
    session.change_visit(
        visiting.visit_id,
        "",
        lambda file: added(added(file, "opinions", opinion), "cells", cell),
    )


@pytest.mark.parametrize("audience", [Audience.DOCTOR, Audience.FAMILY])
@pytest.mark.parametrize("form", ["json", "text", "markdown", "html", "csv", "ics"])
def test_no_copy_for_others_holds_it(visiting: Visiting, audience: Audience, form: str) -> None:
    filled(visiting)
    case = visiting.session.case
    copy = export(case, ExportRequest(format=form, audience=audience)).data.decode()
    assert CANARY not in copy
    assert "Does it hurt?" not in copy
    if form in ("json", "text"):
        assert "the ward" in copy
    assert CANARY in export(case, ExportRequest(format="json")).data.decode()


def test_no_screen_shows_it(visiting: Visiting) -> None:
    filled(visiting)
    session = visiting.session
    shown = export(session.case, ExportRequest(format="text", on_screen=True)).data.decode()
    assert CANARY not in shown
    said = [row.text for row in question_rows(QuestionListView(visiting.rows(), None))]
    said += [step.text for step in StepKeeping(session).steps()]
    table = ComparisonTable(session.case)
    said += [row.text for aspect in table.aspects for row in aspect_rows(table, aspect)]
    assert CANARY not in "\n".join(said)


def test_no_search_finds_it(visiting: Visiting) -> None:
    filled(visiting)
    index = SearchIndex(CaseLibrary(visiting.session.surroundings))
    assert index.read()
    assert [hit.kind for hit in index.find(CANARY).hits()] == []
    assert index.find("hurt").count == 0
    assert index.find("the ward").count == 1


def test_a_note_shown_by_hand_is_in_the_copies_with_what_was_taken_from_it(
    visiting: Visiting,
) -> None:
    note = saved(visiting, f"! {OUTLOOK}")
    visiting.cover_note(note.id, covered=False)
    copy = export(
        visiting.session.case, ExportRequest(format="json", audience=Audience.FAMILY)
    ).data
    assert copy.decode().count(OUTLOOK) == 2


@pytest.mark.parametrize("audience", [Audience.DOCTOR, Audience.FAMILY])
def test_what_was_written_before_the_patient_chose_is_in_no_copy_for_others_until_shown(
    visiting: Visiting, audience: Audience
) -> None:
    session, wanted = visiting.session, ExportRequest(format="json", audience=audience)
    chosen = session.file.prepare.covered
    Preparing(session).cover(Covered.SHOW)
    note = saved(visiting, OUTLOOK)
    assert not note.covered
    assert OUTLOOK in export(session.case, wanted).data.decode()
    Preparing(session).cover(chosen)
    assert OUTLOOK not in export(session.case, wanted).data.decode()
    visiting.cover_note(note.id, covered=True)
    visiting.cover_note(note.id, covered=False)
    assert OUTLOOK in export(session.case, wanted).data.decode()

"""Acts of the Visit room: each changes the visit's own file, and can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added, with_changed
from companion.domain.marks import NoteKind
from companion.domain.note import NumberCard, TeachBackResult
from companion.domain.people import Person, Role
from companion.domain.question import CarryTo, QuestionState
from companion.domain.question_rows import is_for_news
from companion.domain.visit import Debrief
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.visit.editor import VisitEditor
from companion.services.visit.people import display_name
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, new_context
from tests.support.walked import files_passed

if TYPE_CHECKING:
    from collections.abc import Iterator


FILES_TO_SAVE_A_LETTER = 18
"""Files of the program that a typed letter passes from the visit's editor to its file in memory."""


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC))


@pytest.fixture
def editor(clock: StandingClock) -> Iterator[VisitEditor]:
    """A visit with two must-asks, open to be written in."""
    context = new_context(clock)
    session = CaseLibrary(context).create(NewCase(title="t", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=("One?", "Two?")))
    yield VisitEditor(session, visit_id)
    session.close()
    context.syncer.stop()


def texts(editor: VisitEditor) -> list[str]:
    return [note.text for note in editor.visit.live_notes]


def test_a_saved_line_is_a_note_and_the_line_is_empty(editor: VisitEditor) -> None:
    editor.line.type("? what is a trough")
    note = editor.line.save("? what is a trough")
    assert note is not None
    assert (note.kind, note.text) == (NoteKind.UNCLEAR, "what is a trough")
    assert editor.visit.composer[0].text == ""
    assert editor.visit.head.started_at == note.at


def test_a_note_is_its_writers_even_when_nobody_chose_one(editor: VisitEditor) -> None:
    editor.people.set_writer(None)
    note = editor.line.save("words")
    assert note is not None
    assert note.author_id == editor.session.file.head.writer_id


def test_the_next_writer_is_the_other_person_and_back(editor: VisitEditor) -> None:
    names = [writer.name for _ in range(2) if (writer := editor.people.next_writer()) is not None]
    assert names == ["Sam", "Alva"]


def test_a_name_of_blanks_is_no_name_on_the_screen() -> None:
    assert display_name(Person(id="p", name=" ", role=Role.COMPANION)) == "the companion"
    assert display_name(Person(id="p", name="Sam ", role=Role.COMPANION)) == "Sam"


def test_what_is_typed_into_a_card_waits_beside_the_note(editor: VisitEditor) -> None:
    editor.line.type("half a note")
    editor.line.focus_field("door:call")
    editor.line.type_in_card("door:call", "Nurse")
    editor.line.type_in_card("question", "What")
    editor.line.type_in_card("door:call", "")
    line = editor.visit.composer[0]
    assert (line.text, line.field, line.asides) == (
        "half a note",
        "door:call",
        (("question", "What"),),
    )


@pytest.mark.promise("files.undo")
def test_typing_is_no_step_of_undo(editor: VisitEditor) -> None:
    editor.line.save("one")
    editor.line.type("two")
    past = editor.session.undo()
    assert past is not None
    assert past.sentence == "note: one"
    assert texts(editor) == []
    assert editor.visit.composer[0].text == "two"


def test_a_covered_note_is_not_named_when_it_is_taken_back(editor: VisitEditor) -> None:
    editor.line.type("poor odds")
    editor.line.cover(covered=True)
    editor.line.save("poor odds")
    past = editor.session.undo()
    assert past is not None
    assert "odds" not in past.sentence


def test_f2_goes_answered_partly_and_back(editor: VisitEditor) -> None:
    question_id = editor.visit.listed[0].question_id
    states = [editor.questions.next_state(question_id) for _ in range(3)]
    assert states == [QuestionState.ANSWERED, QuestionState.PARTLY, QuestionState.OPEN]


def test_a_new_question_takes_the_next_number(editor: VisitEditor) -> None:
    editor.line.save("words")
    editor.questions.add("Three?")
    assert [row.number for row in editor.questions.rows()] == [1, 2, 3]
    assert editor.questions.rows()[-1].text == "Three?"


def test_unexpected_news_brings_five_questions_also_without_a_pack(editor: VisitEditor) -> None:
    editor.questions.unexpected_news(on=True)
    assert editor.visit.head.news_at is not None
    assert len([row for row in editor.questions.rows() if is_for_news(row)]) == 5
    editor.questions.unexpected_news(on=False)
    assert editor.visit.head.news_at is None


def test_the_doctor_coming_starts_the_clock_again_and_reopens(
    editor: VisitEditor, clock: StandingClock
) -> None:
    editor.line.save("early")
    editor.clock.end()
    clock.forward(minutes=10)
    editor.clock.doctor_is_here()
    head = editor.visit.head
    assert head.ended_at is None
    assert head.started_at == datetime(2026, 12, 3, 14, 0, tzinfo=UTC) + timedelta(minutes=10)


def test_a_note_after_the_end_is_added_later(editor: VisitEditor, clock: StandingClock) -> None:
    editor.line.save("in the visit")
    clock.forward(minutes=10)
    editor.clock.end()
    note = editor.line.save("on the way out")
    assert note is not None
    assert note.later


def test_a_note_is_said_back_confirmed_or_put_right(editor: VisitEditor) -> None:
    note = editor.line.save("by day three")
    assert note is not None
    editor.notes.say_back(note.id)
    editor.notes.say_back(note.id, "by day four")
    (kept,) = editor.visit.live_notes
    assert kept.teach_back is not None
    assert (kept.text, kept.teach_back.result) == ("by day three", TeachBackResult.CORRECTED)


def test_open_matters_go_where_somebody_chose(editor: VisitEditor) -> None:
    question_id = editor.visit.listed[0].question_id
    note = editor.line.save("? trough")
    assert note is not None
    editor.questions.carry(question_id, CarryTo.NEXT)
    editor.notes.carry(note.id, CarryTo.MESSAGE)
    editor.notes.keep_number(note.id, NumberCard(count="2"))
    states = [editor.visit.listed[0].state]
    assert editor.visit.live_notes[0].carried_to == "message"
    editor.questions.carry(question_id, CarryTo.LATER)
    states.append(editor.visit.listed[0].state)
    assert states == [QuestionState.CARRIED, QuestionState.OPEN]


def test_each_person_has_one_answer_to_each_question_after(editor: VisitEditor) -> None:
    editor.answers.save_debrief("What was it?", "first", "alva0000")
    editor.answers.save_debrief("What was it?", "second", "alva0000")
    editor.answers.save_debrief("What was it?", "mine", "sam00000")
    assert [answer.text for answer in editor.visit.debrief] == ["second", "mine"]


def test_each_act_writes_the_visits_own_file_alone(editor: VisitEditor) -> None:
    before = editor.session.file
    note = editor.line.save("words")
    assert note is not None
    editor.answers.save_before_you_leave("call", "Nurse line")
    editor.answers.save_before_you_leave("plan", "Weekly")
    editor.clock.hand_over()
    editor.clock.add_minutes(5)
    editor.notes.mark(note.id, NoteKind.TODO)
    editor.notes.delete(note.id)
    assert editor.session.file is before
    (card,) = editor.visit.before_you_leave
    assert (card.call, card.plan) == ("Nurse line", "Weekly")


def test_who_is_done_with_the_debrief_has_left_the_rest_blank(editor: VisitEditor) -> None:
    asked = ("What was it?", "What next?")
    alva, sam = editor.people.writers()
    editor.answers.save_debrief(asked[0], "mild", alva.id)
    assert not editor.answers.has_been_through(asked, alva.id)
    editor.answers.leave_rest_blank(asked, alva.id)
    assert editor.answers.has_been_through(asked, alva.id)
    assert editor.answers.debriefs(asked[0]) == ()
    editor.answers.leave_rest_blank(asked, sam.id)
    assert [answer.text for _, answer in editor.answers.debriefs(asked[0])] == ["mild", ""]
    editor.answers.save_debrief(asked[0], "late", sam.id)
    assert [answer.text for _, answer in editor.answers.debriefs(asked[0])] == ["mild", "late"]


def test_nobody_waits_for_an_answer_of_a_companion_without_a_name(editor: VisitEditor) -> None:
    alva, sam = editor.people.writers()
    editor.session.change_case("", lambda file: with_changed(file, "people", sam.id, name=" "))
    editor.answers.save_debrief("What was it?", "mild", alva.id)
    assert [answer.text for _, answer in editor.answers.debriefs("What was it?")] == ["mild"]
    editor.answers.save_debrief("What next?", "a scan", sam.id)
    assert editor.answers.debriefs("What next?") == ()


def test_words_of_another_notebook_come_before_what_was_left_blank_here(
    editor: VisitEditor,
) -> None:
    _, sam = editor.people.writers()
    editor.answers.leave_rest_blank(("What was it?",), sam.id)
    other = Debrief(id="debrief9", prompt="What was it?", text="mild", by_id=sam.id)
    editor.session.change_visit(
        editor.visit_id, "", lambda visit: with_added(visit, "debrief", other)
    )
    answer = editor.answers.debrief_of("What was it?", sam.id)
    assert answer is not None
    assert answer.text == "mild"


def test_a_letter_goes_to_its_file_by_a_short_way(editor: VisitEditor) -> None:
    editor.line.type("a")
    passed = files_passed(lambda: editor.line.type("ab"))
    assert passed[FILES_TO_SAVE_A_LETTER:] == []

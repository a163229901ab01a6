"""Acts of the Visit room: each changes the visit's own file, and can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from companion.domain.marks import NoteKind
from companion.domain.note import NumberCard, TeachBackResult
from companion.domain.people import Person, Role
from companion.domain.question import CarryTo, QuestionState
from companion.domain.question_rows import is_for_news
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.visit.editor import Visiting, called
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, new_surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC))


@pytest.fixture
def visiting(clock: StandingClock) -> Iterator[Visiting]:
    """A visit with two must-asks, open to be written in."""
    around = new_surroundings(clock)
    session = CaseLibrary(around).make(NewCase(title="t", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=("One?", "Two?")))
    yield Visiting(session, visit_id)
    session.close()
    around.syncer.stop()


def texts(visiting: Visiting) -> list[str]:
    return [note.text for note in visiting.visit.live_notes]


def test_a_saved_line_is_a_note_and_the_line_is_empty(visiting: Visiting) -> None:
    visiting.type("? what is a trough")
    note = visiting.save_line("? what is a trough")
    assert note is not None
    assert (note.kind, note.text) == (NoteKind.UNCLEAR, "what is a trough")
    assert visiting.visit.composer[0].text == ""
    assert visiting.visit.head.started_at == note.at


def test_a_note_is_its_writers_even_when_nobody_chose_one(visiting: Visiting) -> None:
    visiting.write_as(None)
    note = visiting.save_line("words")
    assert note is not None
    assert note.author_id == visiting.session.file.head.writer_id


def test_the_next_writer_is_the_other_person_and_back(visiting: Visiting) -> None:
    names = [writer.name for _ in range(2) if (writer := visiting.next_writer()) is not None]
    assert names == ["Sam", "Alva"]


def test_a_name_of_blanks_is_no_name_on_the_screen() -> None:
    assert called(Person(id="p", name=" ", role=Role.COMPANION)) == "the companion"
    assert called(Person(id="p", name="Sam ", role=Role.COMPANION)) == "Sam"


def test_what_is_typed_into_a_card_waits_beside_the_note(visiting: Visiting) -> None:
    visiting.type("half a note")
    visiting.fill("door:call")
    visiting.type_aside("door:call", "Nurse")
    visiting.type_aside("question", "What")
    visiting.type_aside("door:call", "")
    line = visiting.visit.composer[0]
    assert (line.text, line.field, line.asides) == (
        "half a note",
        "door:call",
        (("question", "What"),),
    )


def test_typing_is_no_step_of_undo(visiting: Visiting) -> None:
    visiting.save_line("one")
    visiting.type("two")
    past = visiting.session.undo()
    assert past is not None
    assert past.sentence == "note: one"
    assert texts(visiting) == []
    assert visiting.visit.composer[0].text == "two"


def test_a_covered_note_is_not_named_when_it_is_taken_back(visiting: Visiting) -> None:
    visiting.type("poor odds")
    visiting.cover_line(covered=True)
    visiting.save_line("poor odds")
    past = visiting.session.undo()
    assert past is not None
    assert "odds" not in past.sentence


def test_f2_goes_answered_partly_and_back(visiting: Visiting) -> None:
    question_id = visiting.visit.listed[0].question_id
    states = [visiting.next_state(question_id) for _ in range(3)]
    assert states == [QuestionState.ANSWERED, QuestionState.PARTLY, QuestionState.OPEN]


def test_a_new_question_takes_the_next_number(visiting: Visiting) -> None:
    visiting.save_line("words")
    visiting.new_question("Three?")
    assert [row.number for row in visiting.rows()] == [1, 2, 3]
    assert visiting.rows()[-1].text == "Three?"


def test_unexpected_news_brings_five_questions_also_without_a_pack(visiting: Visiting) -> None:
    visiting.unexpected_news(on=True)
    assert visiting.visit.head.news_at is not None
    assert len([row for row in visiting.rows() if is_for_news(row)]) == 5
    visiting.unexpected_news(on=False)
    assert visiting.visit.head.news_at is None


def test_the_doctor_coming_starts_the_clock_again_and_reopens(
    visiting: Visiting, clock: StandingClock
) -> None:
    visiting.save_line("early")
    visiting.end()
    clock.forward(minutes=10)
    visiting.doctor_is_here()
    head = visiting.visit.head
    assert head.ended_at is None
    assert head.started_at == datetime(2026, 12, 3, 14, 0, tzinfo=UTC) + timedelta(minutes=10)


def test_a_note_after_the_end_is_added_later(visiting: Visiting) -> None:
    visiting.end()
    note = visiting.save_line("on the way out")
    assert note is not None
    assert note.later


def test_a_note_is_said_back_confirmed_or_put_right(visiting: Visiting) -> None:
    note = visiting.save_line("by day three")
    assert note is not None
    visiting.say_back(note.id)
    visiting.say_back(note.id, "by day four")
    (kept,) = visiting.visit.live_notes
    assert kept.teach_back is not None
    assert (kept.text, kept.teach_back.result) == ("by day three", TeachBackResult.CORRECTED)


def test_open_matters_go_where_somebody_chose(visiting: Visiting) -> None:
    question_id = visiting.visit.listed[0].question_id
    note = visiting.save_line("? trough")
    assert note is not None
    visiting.carry_question(question_id, CarryTo.NEXT)
    visiting.carry_note(note.id, CarryTo.MESSAGE)
    visiting.keep_number(note.id, NumberCard(count="2"))
    states = [visiting.visit.listed[0].state]
    assert visiting.visit.live_notes[0].carried_to == "message"
    visiting.carry_question(question_id, CarryTo.LATER)
    states.append(visiting.visit.listed[0].state)
    assert states == [QuestionState.CARRIED, QuestionState.OPEN]


def test_each_person_has_one_answer_to_each_question_after(visiting: Visiting) -> None:
    visiting.debrief("What was it?", "first", "alva0000")
    visiting.debrief("What was it?", "second", "alva0000")
    visiting.debrief("What was it?", "mine", "sam00000")
    assert [answer.text for answer in visiting.visit.debrief] == ["second", "mine"]


def test_each_act_writes_the_visits_own_file_alone(visiting: Visiting) -> None:
    before = visiting.session.file
    note = visiting.save_line("words")
    assert note is not None
    visiting.answer_at_the_door("call", "Nurse line")
    visiting.answer_at_the_door("plan", "Weekly")
    visiting.hand_over()
    visiting.more_time(5)
    visiting.mark_note(note.id, NoteKind.TODO)
    visiting.delete_note(note.id)
    assert visiting.session.file is before
    (card,) = visiting.visit.before_you_leave
    assert (card.call, card.plan) == ("Nurse line", "Weekly")

"""What speaks of living or dying is covered as it comes in, and stays open once it was shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.note import NumberCard
from companion.domain.preparation import Covered
from companion.services.planning import NewVisit, plan_visit
from companion.services.preparing import Preparing
from companion.services.question_list import QuestionList
from companion.services.shelf import NewCase, Shelf
from companion.services.visiting import Visiting
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
    session = Shelf(around).make(NewCase(title="t", patient="Alva", companion="Sam"))
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
    QuestionList(visiting.session).toggle_alone(question_id)
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

"""What is settled before a visit: kept at every key, one file an act, one key takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted
from companion.domain.people import Role
from companion.domain.preparation import Covered, Matter
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.checklist import Checklist
from companion.services.prepare.preparation import PreparationEditor
from companion.services.visit.plan import find_or_plan_visit
from tests.unit.services.preparing_case import files_written, new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft


@pytest.fixture
def session() -> CaseSession:
    return new_session()


def typed(draft: Draft, text: str) -> bool:
    """Type letter by letter, then finish."""
    for end in range(1, len(text) + 1):
        draft.keep(text[:end])
    return draft.finish(text)


def test_every_letter_of_an_answer_is_kept_while_it_is_typed(session: CaseSession) -> None:
    draft = PreparationEditor(session).answer_draft("time_check", "Time")
    draft.keep("four wee")
    assert session.file.prepare.time_check == "four wee"


def test_a_finished_answer_is_one_change_to_take_back(session: CaseSession) -> None:
    preparing = PreparationEditor(session)
    typed(preparing.answer_draft("time_check", "Time"), "four weeks")
    typed(preparing.answer_draft("time_check", "Time"), "six weeks")
    session.undo()
    assert session.file.prepare.time_check == "four weeks"
    session.undo()
    assert session.file.prepare.time_check == ""
    session.redo()
    assert session.file.prepare.time_check == "four weeks"


def test_an_answer_left_as_it_was_is_no_change(session: CaseSession) -> None:
    preparing = PreparationEditor(session)
    draft = preparing.answer_draft("opening", "Opening")
    draft.keep("I am")
    draft.finish("")
    assert session.undo() is None
    assert preparing.answer("opening") == ""


@pytest.mark.promise("text.code-points")
def test_the_text_of_an_answer_is_kept_code_point_for_code_point(session: CaseSession) -> None:
    text = "  e\u0301 \u202eabc ?  "
    typed(PreparationEditor(session).answer_draft("telling", "Telling"), text)
    assert session.file.prepare.telling == text


def test_a_reason_is_ticked_reworded_and_let_go(session: CaseSession) -> None:
    choices = Checklist(session, "reasons")
    text = PreparationEditor(session).guidance("reasons")[0]
    choices.tick(text)
    assert [each.source for each in choices.chosen()] == [text.source]
    typed(choices.own_draft("Reason", choices.chosen()[0].id), "My own words")
    assert choices.chosen()[0].text == "My own words"
    choices.tick(text)
    assert choices.chosen() == ()
    session.undo()
    assert choices.chosen()[0].text == "My own words"


def test_an_own_reason_that_is_emptied_again_is_gone(session: CaseSession) -> None:
    choices = Checklist(session, "reasons")
    draft = choices.own_draft("Reason")
    draft.keep("a")
    draft.keep("")
    draft.finish("")
    assert choices.chosen() == ()
    assert session.undo() is None


def test_stars_go_from_one_to_five_and_off(session: CaseSession) -> None:
    choices = Checklist(session, "priorities")
    choices.tick(PreparationEditor(session).guidance("priorities")[0])
    seen = []
    for _ in range(6):
        choices.more_stars(choices.chosen()[0].id)
        matter = choices.chosen()[0]
        assert isinstance(matter, Matter)
        seen.append(matter.stars)
    assert seen == [1, 2, 3, 4, 5, None]


def test_medicines_are_kept_line_by_line(session: CaseSession) -> None:
    preparing = PreparationEditor(session)
    typed(preparing.line_draft("medicines", "Medicines"), "Factor\nTablets")
    typed(preparing.line_draft("medicines", "Medicines"), "Drops")
    typed(preparing.line_draft("medicines", "Medicines", 1), "Pills")
    assert session.file.prepare.medicines == ("Factor", "Pills", "Drops")
    preparing.drop_line("medicines", 0)
    assert preparing.answer("medicines") == "Pills\nDrops"
    session.undo()
    assert session.file.prepare.medicines == ("Factor", "Pills", "Drops")


def test_jobs_are_ticked_into_one_answer(session: CaseSession) -> None:
    preparing = PreparationEditor(session)
    preparing.tick_line("companion_job", "Writes.")
    preparing.tick_line("companion_job", "Asks.")
    preparing.tick_line("companion_job", "Writes.")
    assert session.file.prepare.companion_job == "Asks."


def test_numbers_can_be_covered_before_the_visit(session: CaseSession) -> None:
    PreparationEditor(session).cover(Covered.COVER)
    assert session.file.prepare.covered is Covered.COVER


def test_a_name_is_put_right_where_the_person_is(session: CaseSession) -> None:
    appointment = Appointment(session)
    typed(appointment.name_draft(Role.COMPANION, "Who comes"), "Sami")
    assert [one.name for one in not_deleted(session.file.people)] == ["Alva", "Sami"]


def test_a_person_without_a_name_is_called_by_a_word(session: CaseSession) -> None:
    appointment = Appointment(session)
    typed(appointment.name_draft(Role.PATIENT, "The patient"), "")
    appointment.name_draft(Role.PATIENT, "The patient").finish("")
    assert appointment.name_of(Role.PATIENT) == "the patient"


def test_a_day_that_cannot_be_read_changes_nothing_and_says_so(session: CaseSession) -> None:
    draft = Appointment(session).decide_by_draft()
    typed(draft, "20 December")
    assert session.file.head.decide_by == "2026-12-20"
    draft = Appointment(session).decide_by_draft()
    assert not typed(draft, "some day")
    assert "3 December" in draft.unread
    assert session.file.head.decide_by == "2026-12-20"


def test_the_weekday_is_said_while_a_day_is_typed(session: CaseSession) -> None:
    draft = Appointment(session).when_draft()
    assert draft.echo("2026-12-03 14:00") == "Thursday 3 December, 14:00, in 9 days"
    assert draft.echo("2026-12-") == "like 3 December, 14:00"


def test_a_visit_is_planned_field_by_field(session: CaseSession) -> None:
    appointment = Appointment(session)
    typed(appointment.clinician_draft(), "Dr Okafor")
    typed(appointment.when_draft(), "2026-12-03 14:00")
    typed(appointment.minutes_draft(), "30")
    typed(appointment.text_draft("place", "Where"), "St. Anna")
    appointment.by_phone()
    (visit,) = session.case.visits
    head = visit.head
    assert (head.at[:16], head.minutes, head.place, head.phone) == (
        *("2026-12-03T14:00", 30, "St. Anna"),
        True,
    )
    assert appointment.clinician_name() == "Dr Okafor"
    assert [one.name for one in visit.people] == ["Dr Okafor"]


def test_a_visit_that_was_planned_by_mistake_is_taken_back(session: CaseSession) -> None:
    typed(Appointment(session).clinician_draft(), "Dr Okafor")
    session.undo()
    session.undo()
    assert session.case.visits == ()
    session.redo()
    assert len(session.case.visits) == 1


def test_looking_at_a_field_of_the_visit_plans_none(session: CaseSession) -> None:
    Appointment(session).text_draft("goal", "Goal").finish("")
    assert session.case.visits == ()


def test_the_goal_stands_in_the_visit(session: CaseSession) -> None:
    appointment = Appointment(session)
    appointment.set_goal("To know.")
    assert session.case.visits[0].head.goal == "To know."
    assert files_written(session, lambda: appointment.set_goal("Else.")) == {
        session.case.visits[0].id
    }


def test_a_visit_without_a_day_is_the_one_to_write_in(session: CaseSession) -> None:
    appointment = Appointment(session)
    appointment.set_goal("To know.")
    assert find_or_plan_visit(session) == session.case.visits[0].id


def test_a_visit_can_be_called_off_and_brought_back(session: CaseSession) -> None:
    appointment = Appointment(session)
    assert not appointment.call_off()
    appointment.set_goal("To know.")
    assert appointment.call_off()
    assert PreparationEditor(session).visit is None
    session.undo()
    assert PreparationEditor(session).visit is not None


@pytest.mark.promise("files.one-file")
def test_an_answer_touches_the_case_file_alone(session: CaseSession) -> None:
    Appointment(session).set_goal("To know.")
    draft = PreparationEditor(session).answer_draft("opening", "Opening")
    assert files_written(session, lambda: draft.finish("I am Alva.")) == {"case"}


def test_a_further_visit_is_planned_with_the_first_letter_of_its_doctor(
    session: CaseSession,
) -> None:
    typed(Appointment(session).clinician_draft(), "Dr Okafor")
    typed(Appointment(session, "new").clinician_draft(), "Dr Sato")
    first, second = session.case.visits
    assert Appointment(session, first.id).clinician_name() == "Dr Okafor"
    other = Appointment(session, second.id)
    typed(other.when_draft(), "2026-12-10 9:00")
    assert other.clinician_name() == "Dr Sato"
    assert session.visit(second.id).head.at.startswith("2026-12-10T09:00")
    assert session.visit(first.id).head.at == ""

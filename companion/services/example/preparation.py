"""The weeks before the visit, in the made-up case: what is prepared, and the first opinion."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.changes import with_changed
from companion.domain.question import Priority
from companion.services.compare.comparison import Comparison
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.checklist import Checklist
from companion.services.prepare.preparation import PreparationEditor
from companion.services.prepare.present_opinion import PresentDoctor
from companion.services.prepare.question_list import QuestionEditor
from companion.services.prepare.record_board import RecordBoard
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import example as words
from companion.words import example_opinions as opinions

if TYPE_CHECKING:
    from companion.services.example.story import Story

DECIDE_AFTER = 17
"""Days after the visit by which a decision is wanted."""
ADDED_AFTER = timedelta(days=8)
"""How long after the opinion something was added to it."""
PLANNED_BEFORE = timedelta(days=21)
"""How long before the visit it was planned."""
MINUTES = 30
ANSWERS: dict[str, str] = {
    "time_check": words.TIME_CHECK,
    "opening": words.OPENING,
    "telling": words.TELLING,
    "referral": words.REFERRAL,
    "insurance": words.INSURANCE,
    "where_to_go": words.WHERE_TO_GO,
    "numbers_wanted": words.NUMBERS_WANTED,
    "role_wanted": words.ROLE_WANTED,
    "expectation": words.EXPECTATION,
    "companion_job": words.COMPANION_JOB,
    "medicines": "\n".join(words.MEDICINES),
    "allergies": "\n".join(words.ALLERGIES),
    "timeline": "\n".join(words.TIMELINE),
}
"""Answers of the Prepare room by their field; an item of a list stands on a line."""


def prepare(story: Story) -> str:
    """Prepare the visit with the other doctor, and return its id."""
    session = story.session
    story.clock.at = story.days.opinion
    Appointment(session).decide_by_draft().finish(story.day(DECIDE_AFTER))
    _choose(story, "reasons", words.REASONS)
    _choose(story, "priorities", words.PRIORITIES)
    _list_records(story)
    _answer(story)
    _ask(story)
    _write_opinion_down(story)
    story.clock.at = story.days.visit - PLANNED_BEFORE
    visit_id = plan_visit(
        session,
        NewVisit(
            clinician=words.OTHER_DOCTOR,
            at=story.days.visit.isoformat(timespec="minutes"),
            minutes=MINUTES,
            place=words.OTHER_PLACE,
        ),
    )
    Appointment(session, visit_id).set_goal(words.GOAL)
    story.clock.at = story.days.visit - timedelta(days=1)
    bring_records_up_to_date(story)
    PreparationEditor(session).printed()
    return visit_id


def _choose(story: Story, table: str, wanted: tuple[words.Sourced, ...]) -> None:
    """Choose reasons, or what matters, and put them into the patient's own words."""
    checklist = Checklist(story.session, table)
    for each in wanted:
        guidance = story.guidance(each.source)
        if guidance is not None:
            checklist.tick(guidance)
        chosen = checklist.chosen()[-1].id if guidance is not None else None
        checklist.own_draft("", chosen).finish(each.text)
        for _ in range(each.stars):
            checklist.more_stars(checklist.chosen()[-1].id)


def _list_records(story: Story) -> None:
    board = RecordBoard(story.session)
    for told in words.RECORDS:
        guidance = story.guidance(told.source)
        if guidance is not None:
            board.tick(guidance)
        else:
            board.own_draft().finish(told.text)
        record_id = story.session.file.records[-1].id
        for name in ("text", "holder", "spoken_to"):
            board.field_draft(record_id, name).finish(getattr(told, name))


def bring_records_up_to_date(story: Story) -> None:
    """Bring every record as far as it has come by now."""
    board, today = RecordBoard(story.session), story.session.context.today().isoformat()
    for told, record in zip(words.RECORDS, story.session.file.records, strict=True):
        so_far = (story.day(told.asked), story.day(told.sent), story.day(told.arrived))
        if max(so_far) > today:
            continue
        status: str = record.status
        while status != told.status:
            status = board.move_on(record.id) or told.status
        dates = dict(zip(("asked_at", "sent_at", "arrived_at"), so_far, strict=True))
        for name, day in {**dates, "chase_on": story.day(told.chase)}.items():
            board.field_draft(record.id, name).finish(day)


def _answer(story: Story) -> None:
    preparation = PreparationEditor(story.session)
    for name, text in ANSWERS.items():
        preparation.set_answer(name, text)


def _ask(story: Story) -> None:
    """Put the questions into the list: how much each matters, who asks it."""
    session, editor = story.session, QuestionEditor(story.session)
    for told in words.QUESTIONS:
        guidance = story.guidance(told.source)
        if guidance is not None:
            editor.tick(guidance)
        else:
            editor.own_draft().finish(told.text)
        question = session.file.questions[-1]
        editor.reword_draft(question.id).finish(told.text)
        editor.set_priority(question.id, Priority(told.priority))
        if question.alone is not told.alone:
            editor.toggle_alone(question.id)
        asker = story.person_id(told.asker)
        while session.file.listed[-1].asker_id != asker:
            editor.next_asker(question.id)


def _write_opinion_down(story: Story) -> None:
    """Write down what the present doctor says, set it down, and add to it a week later."""
    session, doctor = story.session, PresentDoctor(story.session)
    doctor.name_draft().finish(words.PRESENT_DOCTOR)
    # No room asks where a doctor is, but a file that is imported can say it.
    doctor_id = story.person_id(words.PRESENT_DOCTOR) or ""
    session.change_case(
        "", lambda file: with_changed(file, "people", doctor_id, place=words.PRESENT_PLACE)
    )
    for said in opinions.ASPECTS:
        if story.aspect(said) is None:
            Comparison(session).aspect_draft().finish(said.name)
        aspect = story.aspect(said)
        if aspect is not None and said.present:
            doctor.opinion.cell_draft(aspect).finish(said.present)
    for record_id in story.record_ids(words.LABS, words.SUMMARIES):
        doctor.opinion.toggle_record(record_id)
    for _ in ("yes", "no"):
        doctor.opinion.next_known()
    doctor.freeze()
    story.clock.at += ADDED_AFTER
    doctor.opinion.addition_draft().finish(words.ADDITION)

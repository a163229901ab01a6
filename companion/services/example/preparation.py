"""What was settled before the visit, in the made-up case."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.comparison import Aspect
from companion.domain.opinion import Addition, Cell, Opinion, OtherOpinionKnown
from companion.domain.people import Person
from companion.domain.preparation import (
    Covered,
    Matter,
    Preparation,
    Reason,
    Record,
    RecordStatus,
)
from companion.domain.question import ListedQuestion, Priority, Question
from companion.domain.value import replace
from companion.services.case.library import field_of, fields_of
from companion.words import example as words
from companion.words import example_opinions as opinions

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.case import CaseFile

    NewId = Callable[[], str]

DECIDE_AFTER = 17
"""Days after the visit by which a decision is wanted."""
ADDED_AFTER = timedelta(days=8)
"""How long after the opinion something was added to it."""


def day(visit: datetime, days: int | None) -> str | None:
    """A day counted from the visit, as an ISO date."""
    return None if days is None else (visit + timedelta(days=days)).date().isoformat()


def person_id(file: CaseFile, name: str) -> str | None:
    """The id of a person of the case by first name."""
    return next((one.id for one in file.people if one.name == name), None)


def aspect_id(file: CaseFile, said: opinions.SaidOn) -> str:
    """The id of a row of the comparison."""
    return next(
        row.id for row in file.aspects if said.source == row.source or said.name == row.text
    )


def record_ids(file: CaseFile, *texts: str) -> tuple[str, ...]:
    """The ids of some records."""
    return tuple(record.id for record in file.records if record.text in texts)


def prepared(file: CaseFile, visit: datetime, at: datetime, new_id: NewId) -> CaseFile:
    """The case as it stands before the visit with the other doctor.

    Args:
        file: The case as it was made.
        visit: When the other doctor is seen.
        at: When the present doctor gave an opinion.
        new_id: Gives a new id.
    """
    present = Person(
        id=new_id(), created_at=at, name=words.PRESENT_DOCTOR, place=words.PRESENT_PLACE
    )
    about = replace(file.head, decide_by=day(visit, DECIDE_AFTER))
    file = replace(file, about=(about,), people=(*file.people, present))
    file = replace(
        file,
        aspects=(*file.aspects, *_missing_aspects(file, at, new_id)),
        reasons=tuple(
            Reason(id=new_id(), created_at=at, text=each.text, source=_known(file, each.source))
            for each in words.REASONS
        ),
        priorities=tuple(
            Matter(
                id=new_id(),
                created_at=at,
                text=each.text,
                stars=each.stars,
                source=_known(file, each.source),
            )
            for each in words.PRIORITIES
        ),
        records=tuple(_record(file, each, visit, at, new_id()) for each in words.RECORDS),
        preparation=(_answers(visit, at, new_id()),),
        questions=tuple(_question(file, each, at, new_id()) for each in words.QUESTIONS),
    )
    return _with_opinion(_with_plan(file, at, new_id), present.id, at, new_id)


def _known(file: CaseFile, source: str) -> str | None:
    """The source, when the case has a copy of it."""
    return source if any(text.source == source for text in file.texts) else None


def _field(file: CaseFile, source: str, name: str) -> str:
    return next((field_of(text, name) for text in file.texts if text.source == source), "")


def _missing_aspects(file: CaseFile, at: datetime, new_id: NewId) -> tuple[Aspect, ...]:
    have = {row.source for row in file.aspects}
    return tuple(
        Aspect(id=new_id(), created_at=at, text=said.name, position=float(place))
        for place, said in enumerate(opinions.ASPECTS, len(have) + 1)
        if said.source not in have
    )


def _record(
    file: CaseFile, told: words.GatheredRecord, visit: datetime, at: datetime, new_id: str
) -> Record:
    return Record(
        id=new_id,
        created_at=at,
        text=told.text,
        status=RecordStatus(told.status),
        holder=told.holder,
        spoken_to=told.spoken_to,
        why=_field(file, told.source, "why"),
        changes=_field(file, told.source, "changes"),
        asked_at=day(visit, told.asked),
        sent_at=day(visit, told.sent),
        arrived_at=day(visit, told.arrived),
        chase_on=day(visit, told.chase),
        source=_known(file, told.source),
    )


def _answers(visit: datetime, at: datetime, new_id: str) -> Preparation:
    return Preparation(
        id=new_id,
        created_at=at,
        time_check=words.TIME_CHECK,
        opening=words.OPENING,
        telling=words.TELLING,
        referral=words.REFERRAL,
        insurance=words.INSURANCE,
        where_to_go=words.WHERE_TO_GO,
        numbers_wanted=words.NUMBERS_WANTED,
        role_wanted=words.ROLE_WANTED,
        expectation=words.EXPECTATION,
        companion_job=words.COMPANION_JOB,
        covered=Covered.COVER,
        medicines=words.MEDICINES,
        allergies=words.ALLERGIES,
        timeline=words.TIMELINE,
        page_printed_at=day(visit, -1),
    )


def _question(file: CaseFile, told: words.PlannedQuestion, at: datetime, new_id: str) -> Question:
    copy = next((text for text in file.texts if text.source == told.source), None)
    return Question(
        id=new_id,
        created_at=at,
        text=told.text,
        source=copy.source if copy else None,
        alone=told.alone,
        group=copy.group if copy else "",
        follow_ups=fields_of(copy, "ask also") if copy else (),
        why=field_of(copy, "why") if copy else "",
    )


def _with_plan(file: CaseFile, at: datetime, new_id: NewId) -> CaseFile:
    listed = tuple(
        ListedQuestion(
            id=new_id(),
            created_at=at,
            question_id=question.id,
            position=float(place),
            priority=Priority(told.priority),
            asker_id=person_id(file, told.asker),
        )
        for place, (question, told) in enumerate(
            zip(file.questions, words.QUESTIONS, strict=True), 1
        )
    )
    return replace(file, listed=listed)


def _with_opinion(file: CaseFile, doctor_id: str, at: datetime, new_id: NewId) -> CaseFile:
    opinion = Opinion(
        id=new_id(),
        created_at=at,
        clinician_id=doctor_id,
        frozen_at=at,
        records_seen=record_ids(file, words.LABS, words.SUMMARIES),
        other_opinion_known=OtherOpinionKnown.NO,
    )
    cells = tuple(
        Cell(
            id=new_id(),
            created_at=at,
            opinion_id=opinion.id,
            aspect_id=aspect_id(file, said),
            text=said.present,
        )
        for said in opinions.ASPECTS
        if said.present
    )
    later = Addition(
        id=new_id(),
        created_at=at + ADDED_AFTER,
        opinion_id=opinion.id,
        at=at + ADDED_AFTER,
        text=words.ADDITION,
    )
    return replace(file, opinions=(opinion,), cells=cells, additions=(later,))

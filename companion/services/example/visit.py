"""The visit with the other doctor, in the made-up case, as it would have been typed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain import composer
from companion.domain.changes import added, altered, with_rows
from companion.domain.note import NumberCard, TeachBack, TeachBackResult
from companion.domain.opinion import Cell, Opinion, OtherOpinionKnown, Rating
from companion.domain.question import CarryTo, QuestionState
from companion.domain.question_rows import in_order
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, Debrief
from companion.services.example.preparation import aspect_id, person_id, record_ids
from companion.words import example as words
from companion.words import example_opinions as opinions
from companion.words import example_visit as visit_words

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

LASTED = timedelta(minutes=27)
FRESH_AFTER = timedelta(minutes=35)
FROZEN_AFTER = timedelta(minutes=55)
ANSWERED = QuestionState.ANSWERED, None
STATES = (
    ANSWERED,
    ANSWERED,
    (QuestionState.CARRIED, CarryTo.NEXT),
    (QuestionState.PARTLY, None),
    (QuestionState.CARRIED, CarryTo.MESSAGE),
    (QuestionState.OPEN, CarryTo.LATER),
)
"""How far each question had come at the end, and where it goes."""


def _minutes(start: datetime, minutes: int) -> datetime:
    return start + timedelta(minutes=minutes)


def _begun(visit: VisitFile, session: CaseSession, start: datetime) -> VisitFile:
    writer = person_id(session.file, words.COMPANION)
    visit = composer.written_by(visit, writer)
    head = replace(visit.head, goal=words.GOAL, handed_over_at=start)
    return with_rows(visit, {"about": (head,)})


def _question_id(visit: VisitFile, number: int) -> str | None:
    return in_order(visit.listed)[number - 1].question_id if number else None


def _with_notes(
    visit: VisitFile,
    session: CaseSession,
    start: datetime,
    notes: tuple[visit_words.WrittenNote, ...],
) -> VisitFile:
    """The visit with those notes typed one after the other."""
    for told in notes:
        visit = composer.gone_to(visit, _question_id(visit, told.question))
        written = composer.Written(session.context.new_id(), _minutes(start, told.minute))
        note = composer.new_note(visit, told.line, written)
        visit = composer.noted(visit, note) if note else visit
    return visit


def _said_back(visit: VisitFile, start: datetime) -> VisitFile:
    answer = TeachBack(
        _minutes(start, visit_words.SAID_BACK_MINUTE),
        TeachBackResult.CORRECTED,
        visit_words.CORRECTED,
    )
    card = NumberCard(
        what=visit_words.NUMBER_WHAT,
        count=visit_words.NUMBER_COUNT,
        out_of=visit_words.NUMBER_OUT_OF,
        over=visit_words.NUMBER_OVER,
        for_whom=visit_words.NUMBER_FOR_WHOM,
        with_treatment=visit_words.NUMBER_COUNT,
        said_by=words.OTHER_DOCTOR,
    )
    visit = altered(visit, "notes", visit.notes[visit_words.SAID_BACK].id, teach_back=answer)
    return altered(visit, "notes", visit.notes[visit_words.NUMBER].id, number=card)


def half_way(visit: VisitFile, session: CaseSession, start: datetime) -> VisitFile:
    """The visit in its middle: seven notes, one question answered.

    Args:
        visit: The visit as planned.
        session: Its case.
        start: When it began.
    """
    visit = _begun(visit, session, start)
    visit = _with_notes(visit, session, start, visit_words.NOTES[: visit_words.LIVE_UNTIL])
    visit = altered(visit, "listed", in_order(visit.listed)[0].id, state=QuestionState.ANSWERED)
    visit = composer.gone_to(visit, _question_id(visit, 2))
    return composer.typed(visit, visit_words.HALF_WRITTEN, session.now())


def as_it_went(visit: VisitFile, session: CaseSession, start: datetime) -> VisitFile:
    """The visit from the first note to the opinion set down an hour later.

    Args:
        visit: The visit as planned.
        session: Its case.
        start: When it began.
    """
    end = start + LASTED
    during = tuple(told for told in visit_words.NOTES if _minutes(start, told.minute) <= end)
    visit = _with_notes(_begun(visit, session, start), session, start, during)
    visit = with_rows(visit, {"about": (replace(visit.head, ended_at=end),)})
    visit = _with_notes(visit, session, start, visit_words.NOTES[len(during) :])
    visit = _said_back(visit, start)
    for entry, (state, goes_to) in zip(in_order(visit.listed), STATES, strict=True):
        visit = altered(visit, "listed", entry.id, state=state, carried_to=goes_to)
    visit = _marked(visit)
    return _with_opinion(_with_answers(visit, session, start), session, start + FROZEN_AFTER)


def _marked(visit: VisitFile) -> VisitFile:
    changes: tuple[tuple[int, dict[str, object]], ...] = (
        (visit_words.COVERED, {"covered": True}),
        (visit_words.MINE_ONLY, {"mine_only": True}),
        (visit_words.UNCLEAR, {"carried_to": CarryTo.LATER.value}),
        (visit_words.NUMBER, {"carried_to": CarryTo.MESSAGE.value}),
    )
    for place, values in changes:
        visit = altered(visit, "notes", visit.notes[place].id, **values)
    return visit


def _with_answers(visit: VisitFile, session: CaseSession, start: datetime) -> VisitFile:
    door = BeforeYouLeave(
        id=visit.id,
        created_at=start + LASTED,
        call=visit_words.DOOR_CALL,
        plan=visit_words.DOOR_PLAN,
        results=visit_words.DOOR_RESULTS,
    )
    copies = {text.source: text.text for text in session.file.texts}
    fresh = start + FRESH_AFTER
    answers = tuple(
        Debrief(
            id=session.context.new_id(),
            created_at=fresh,
            prompt=copies.get(source, prompt),
            text=answer,
            at=fresh,
            by_id=person_id(session.file, words.COMPANION),
        )
        for (source, prompt), answer in zip(
            visit_words.DEBRIEF, visit_words.DEBRIEF_ANSWERS, strict=True
        )
    )
    return added(added(visit, "before_you_leave", door), "debrief", *answers)


def _with_opinion(visit: VisitFile, session: CaseSession, at: datetime) -> VisitFile:
    new_id = session.context.new_id
    file = session.file
    opinion = Opinion(
        id=new_id(),
        created_at=at,
        visit_id=visit.id,
        clinician_id=visit.head.clinician_id,
        frozen_at=at,
        records_seen=record_ids(file, words.LABS, words.SUMMARIES, words.GENE_REPORT),
        other_opinion_known=OtherOpinionKnown.YES,
    )
    cells = tuple(
        Cell(
            id=new_id(),
            created_at=at,
            opinion_id=opinion.id,
            aspect_id=aspect_id(file, said),
            text=said.other,
            note_ids=tuple(visit.notes[place].id for place in said.notes),
        )
        for said in opinions.ASPECTS
        if said.other
    )
    ratings = tuple(
        Rating(
            id=new_id(),
            created_at=at,
            opinion_id=opinion.id,
            what=rated.what,
            by_id=person_id(file, words.COMPANION),
            stars=rated.stars,
            words=rated.words,
            note_id=None if rated.note is None else visit.notes[rated.note].id,
            gut=rated.note is None,
        )
        for rated in opinions.RATINGS
    )
    visit = added(visit, "opinions", opinion)
    return added(added(visit, "cells", *cells), "ratings", *ratings)

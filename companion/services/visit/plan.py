"""Plan a visit with its question list; find the visit to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people, clinician_named
from companion.domain.changes import field_names, not_deleted
from companion.domain.correction import told_in_one
from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind
from companion.domain.moments import here
from companion.domain.note import ComposerLine
from companion.domain.people import Person, Role, is_same_name, may_be_same_name
from companion.domain.question import (
    CarryTo,
    ListedQuestion,
    Origin,
    Priority,
    Question,
    QuestionState,
)
from companion.domain.question_rows import all_questions, in_order, visit_list
from companion.domain.value import Value, replace
from companion.domain.veil import FROM_NOTE
from companion.domain.visit import VisitAbout, VisitFile, ended_before, planned_for
from companion.domain.visit_selection import by_time, visit_to_open
from companion.files.zone import local_zone
from companion.words.questions import how_spelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.note import Note
    from companion.services.case.session import CaseSession


class NewVisit(Value):
    """A visit to be planned; those of its fields that `VisitAbout` has are as there."""

    clinician: str = ""
    at: str = ""
    zone: str | None = None
    minutes: int | None = None
    place: str = ""
    phone: bool = False
    uid: str | None = None
    description: str = ""
    organizer: str = ""
    url: str = ""
    say_first: str = ""
    over: bool = False
    """Whether it has been, and is written down from memory."""
    questions: tuple[str, ...] = ()
    """Texts of further questions."""
    later: tuple[str, ...] = ()
    """Texts of questions to ask only after those that earlier visits left open."""
    fits: int | None = None
    """How many questions fit a talk: so many are must-asks, `questions` first, then what is
    unanswered; all others are should-asks. None: `questions` are must-asks, and come last."""


def plan_visit(session: CaseSession, new: NewVisit) -> str:
    """Add a visit with its question list, and return its id; only its own file is written."""
    visit = new_visit(session, new)
    session.add_visit(visit)
    return visit.id


def new_visit(session: CaseSession, new: NewVisit) -> VisitFile:
    """Return a visit with its question list, before it has a file.

    The first visit takes over the case's list; a later one takes the questions that earlier visits
    carried to it, and those added to the case's list since.
    """
    new_id = session.context.new_id
    now = session.now()
    clinician, made = find_or_new_clinician(session, new.clinician)
    listed, questions = _carried(session.case, new_id, now)
    if new.fits is not None:
        listed += _unanswered(session.case, clinician, new_id, now)
    for text in _not_listed(session.case, listed, (*new.questions, *new.later)):
        question = Question(id=new_id(), created_at=now, text=text)
        questions.append(question)
        listed.append(_further(question, new_id()))
    if new.fits is not None:
        listed = _fitted(session.case, listed, questions, new)
    visit_id = new_id()
    planned = {name: getattr(new, name) for name in field_names(VisitAbout) if hasattr(new, name)}
    about = VisitAbout(
        id=visit_id,
        created_at=now,
        clinician_id=clinician,
        ended_at=ended_before(now) if new.over else None,
        **planned,
    )
    return VisitFile(
        id=visit_id,
        about=(about,),
        people=(made,) if made else (),
        listed=tuple(
            replace(entry, position=float(place)) for place, entry in enumerate(listed, 1)
        ),
        questions=tuple(questions),
        composer=(ComposerLine(id=visit_id, author_id=session.file.head.writer_id),),
    )


def _not_listed(case: Case, listed: list[ListedQuestion], texts: tuple[str, ...]) -> list[str]:
    """Return the texts that no question of the list has yet."""
    known = all_questions(case)
    words = {
        folded(known[entry.question_id].text) for entry in listed if entry.question_id in known
    }
    return [text for text in texts if folded(text) not in words]


def _further(question: Question, entry_id: str) -> ListedQuestion:
    """Return an entry for a new question; its position follows."""
    return ListedQuestion(
        id=entry_id,
        created_at=question.created_at,
        question_id=question.id,
        priority=Priority.MUST,
    )


def _unanswered(
    case: Case, clinician: str | None, new_id: Callable[[], str], now: datetime
) -> list[ListedQuestion]:
    """Return the must-asks that this doctor has not answered, though there was a visit for it."""
    last: dict[str, ListedQuestion] = {}
    for visit in by_time(case.visits):
        was = visit.live_notes and not (visit.head.deleted or visit.head.cancelled_at)
        if was and clinician is not None and visit.head.clinician_id == clinician:
            rows = visit_list(visit, all_questions(case))
            last |= {row.listed.question_id: row.listed for row in rows if row.must}
    left = (QuestionState.OPEN, QuestionState.PARTLY)
    notes = {note.question_id for visit in case.visits for note in visit.live_notes}
    return [
        _again(entry, new_id(), now)
        for entry in last.values()
        if entry.state in left
        and not (entry.state is QuestionState.OPEN and entry.question_id in notes)
    ]


def _fitted(
    case: Case, listed: list[ListedQuestion], new: list[Question], wanted: NewVisit
) -> list[ListedQuestion]:
    """Return the list of a talk, the most important first; as many as fit are must-asks."""
    known = all_questions(case) | {question.id: question for question in new}
    first, later = ({folded(text) for text in texts} for texts in (wanted.questions, wanted.later))

    def order(entry: ListedQuestion) -> tuple[int, int]:
        question = known.get(entry.question_id)
        words = folded(question.text) if question is not None else ""
        if words in first:
            return 0, 0
        return (2, 0) if words in later else (1, (*Priority,).index(entry.priority))

    once: dict[str, ListedQuestion] = {}
    for entry in listed:
        once.setdefault(entry.question_id, entry)
    fits = wanted.fits or 0
    return [
        replace(entry, priority=Priority.MUST)
        if place < fits
        else replace(entry, priority=Priority.SHOULD)
        if entry.priority is Priority.MUST
        else entry
        for place, entry in enumerate(sorted(once.values(), key=order))
    ]


def similar_doctor(session: CaseSession) -> Callable[[str], str]:
    """Return a function from a typed name to the known doctor who may be meant.

    It returns the doctor's full name; empty where the name is known, or is like none.
    """
    doctors = [one.name for one in all_people(session.case) if one.role is Role.CLINICIAN]

    def meant(name: str) -> str:
        if any(is_same_name(one, name) for one in doctors):
            return ""
        return next((one for one in doctors if may_be_same_name(one, name)), "")

    return meant


def find_or_new_clinician(session: CaseSession, name: str) -> tuple[str | None, Person | None]:
    """Return the id of the clinician of that name, and a new person where there is none yet."""
    if not name.strip():
        return None, None
    known = clinician_named(session.case, name)
    if known is not None:
        return known.id, None
    made = session.new(Person, name=name)
    return made.id, made


def _carried(
    case: Case, new_id: Callable[[], str], now: datetime
) -> tuple[list[ListedQuestion], list[Question]]:
    visits = [visit for visit in case.visits if visit.head.cancelled_at is None]
    if not visits:
        return [_again(entry, new_id(), now) for entry in in_order(case.file.listed)], []
    taken = {
        entry.question_id
        for visit in visits
        for entry in not_deleted(visit.listed)
        if entry.state is not QuestionState.CARRIED and not _goes_on(entry)
    }
    met = {entry.question_id for visit in visits for entry in visit.listed}
    listed = {
        entry.question_id: _again(entry, new_id(), now)
        for entry in in_order(case.file.listed)
        if entry.question_id not in met
    }
    questions: list[Question] = []
    for visit in visits:
        for entry in in_order(visit.listed):
            if _goes_on(entry) and entry.question_id not in taken:
                listed[entry.question_id] = _again(entry, new_id(), now)
        for note in visit.live_notes:
            if note.carried_to == CarryTo.NEXT and not _asked_since(case, note.id):
                question = _asking(note, new_id(), now)
                questions.append(question)
                listed[question.id] = ListedQuestion(
                    id=new_id(), created_at=now, question_id=question.id
                )
    return list(listed.values()), questions


def _goes_on(entry: ListedQuestion) -> bool:
    """Return whether a question is to be asked in the next visit."""
    carried = entry.state in (QuestionState.CARRIED, QuestionState.PARTLY)
    return carried and entry.carried_to is CarryTo.NEXT


def _asking(note: Note, question_id: str, now: datetime) -> Question:
    """Return the question that an unclear note, or a spelling to check, becomes."""
    origin, text = Origin(FROM_NOTE, note.id), told_in_one(note)
    if note.kind is NoteKind.SPELLING:
        text = how_spelled(text)
    return Question(id=question_id, created_at=now, text=text, origin=origin)


def _asked_since(case: Case, note_id: str) -> bool:
    """Return whether an unclear note has become a question of a visit already."""
    origin = Origin(FROM_NOTE, note_id)
    return any(question.origin == origin for visit in case.visits for question in visit.questions)


def _again(entry: ListedQuestion, entry_id: str, now: datetime) -> ListedQuestion:
    return ListedQuestion(
        id=entry_id,
        created_at=now,
        question_id=entry.question_id,
        priority=entry.priority,
        asker_id=entry.asker_id,
    )


def find_or_plan_visit(session: CaseSession) -> str | None:
    """Return the id of the visit that is meant when the user names none; plan one if need be.

    The visit under way; else the nearest one planned within twelve hours; else a new one that
    starts now. Where nothing can be written, the latest visit there is.
    """
    now = session.now()
    visit = visit_to_open(session.unfinished, now)
    if visit is not None:
        return visit.id
    if session.read_only:
        return latest_visit(session)
    return plan_visit_now(session)


def plan_visit_now(session: CaseSession) -> str:
    """Plan a visit that starts now, without a doctor, and return its id."""
    return plan_visit(session, _from_now(session))


def _from_now(session: CaseSession) -> NewVisit:
    at = here(session.now()).isoformat(timespec="minutes")
    return NewVisit(at=at, zone=local_zone())


def find_visit_for_notes(session: CaseSession) -> tuple[VisitFile, bool]:
    """Return the visit for notes when the user names none, and whether it has a file.

    As `find_or_plan_visit`; a visit that would start now gets its file with the first note.
    """
    visit = visit_to_open(session.unfinished, session.now())
    if visit is not None:
        return visit, True
    return new_visit(session, _from_now(session)), False


def latest_visit(session: CaseSession) -> str | None:
    """Return the id of the visit that began last, else of the one planned last."""
    visits = session.case.visits
    begun = [visit for visit in visits if visit.head.started_at is not None]
    chosen = max(begun or visits, key=_when, default=None)
    return chosen.id if chosen else None


def _when(visit: VisitFile) -> float:
    at = visit.head.started_at or planned_for(visit.head)
    return at.timestamp() if at else 0.0

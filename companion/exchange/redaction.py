"""Selects what each audience may read: no deleted entities, no dangling references, covers kept."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.answer_places import AnswerPlaces
from companion.domain.case import Case, CaseFile
from companion.domain.case_queries import all_people
from companion.domain.changes import Rows, not_deleted, rows, table_names, with_rows
from companion.domain.comparison import Rating
from companion.domain.cover_choice import is_older_than_choice
from companion.domain.field_types import (
    ASPECTS,
    CRITERIA,
    NOTES,
    PEOPLE,
    QUESTIONS,
    RECORDS,
    VISITS,
    references,
)
from companion.domain.note import ComposerLine, Note
from companion.domain.option import OptionStars
from companion.domain.options_table import GIVEN_CRITERIA, stars_may_be_seen
from companion.domain.preparation import Covered, Preparation
from companion.domain.question import ListedQuestion, Question
from companion.domain.question_rows import (
    NumberedQuestion,
    all_questions,
    numbered_questions,
    visible_questions,
    visit_list,
)
from companion.domain.rating import may_be_seen
from companion.domain.steps import DOOR_ANSWERS, all_steps
from companion.domain.value import Value, field, replace
from companion.domain.veil import Veil, covered_elsewhere, is_covered, is_private, veil_of
from companion.domain.visit import BeforeYouLeave, SaidText, VisitFile
from companion.domain.visit_selection import by_time
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from companion.domain.comparison import Step
    from companion.domain.entity import Entity

FileT = TypeVar("FileT", CaseFile, VisitFile)
EntityT = TypeVar("EntityT", bound="Entity")
Known = dict[str, set[str]]
"""Name of a list to the ids that stand in it."""


class Audience(StrEnum):
    """For whom an export is made."""

    ME = "me"
    DOCTOR = "doctor"
    FAMILY = "family"


class SharedCase(Value):
    """A case as an audience reads it."""

    case: Case
    """Nothing deleted; every reference leads to an entity, or is empty."""
    audience: Audience
    rows: Mapping[str, tuple[NumberedQuestion, ...]]
    """Visit id to its question list, numbers and states as the room shows them."""
    plan: tuple[NumberedQuestion, ...]
    """The list before any visit; empty once there is one."""
    steps: tuple[Step, ...]
    """Every step."""
    steps_dropped: tuple[str, ...]
    """To-do notes and answers to *before you leave* that are not steps any more."""
    veil: Veil = field(default_factory=Veil)
    """The veil over covered notes and everything taken from them."""
    private: Veil = field(default_factory=Veil)
    """The veil over those and notes that a person wrote only for themselves; used for letters."""
    let_go: frozenset[str] = frozenset()
    """Questions that were taken off every list."""
    places: AnswerPlaces = field(default_factory=AnswerPlaces)
    """Where answers belong, as the guidance says it."""
    withdrawn: frozenset[str] = frozenset()
    """Rewritten parts of *what was said* behind which a note was deleted."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How many of each kind were left out; keys of `words.LEFT_OUT`."""

    def told(self, visit_id: str) -> tuple[NumberedQuestion, ...]:
        """Return the questions of a visit as papers show them.

        The questions offered for unexpected news are among them once they were used.
        """
        return visible_questions(self.rows[visit_id], news=False)

    def rows_to_send(self, visit_id: str | None) -> tuple[NumberedQuestion, ...]:
        """Return the questions of a visit, or the plan, without those taken from a private note."""
        hidden = self.hidden_rows(visit_id)
        return tuple(row for row in self._rows_of(visit_id) if row not in hidden)

    def hidden_rows(self, visit_id: str | None) -> tuple[NumberedQuestion, ...]:
        """Return those questions of a visit, or the plan, that no letter may hold."""
        rows = self._rows_of(visit_id)
        return tuple(row for row in rows if row.question and self.private.hides(row.question))

    def _rows_of(self, visit_id: str | None) -> tuple[NumberedQuestion, ...]:
        rows = self.plan if visit_id is None else self.rows.get(visit_id, ())
        return visible_questions(rows, news=False)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences on what was left out; none for `me`."""
        if self.audience is Audience.ME:
            return ()
        return (words.left_out(self.audience, self.left_out),)


def known_ids(case: Case) -> Known:
    """Return the ids of everything live that can be referred to, by list."""
    file = case.file
    return {
        PEOPLE: {each.id for each in all_people(case)},
        QUESTIONS: {
            each.id
            for table in (file.questions, *(visit.questions for visit in case.visits))
            for each in not_deleted(table)
        },
        NOTES: {note.id for visit in case.visits for note in visit.live_notes},
        ASPECTS: {each.id for each in not_deleted(file.aspects)},
        RECORDS: {each.id for each in not_deleted(file.records)},
        VISITS: {visit.id for visit in case.visits},
        CRITERIA: {each.id for each in (*GIVEN_CRITERIA, *not_deleted(file.criteria))},
    }


def without_dangling(entity: EntityT, known: Known) -> EntityT:
    """Return the entity with every reference that leads nowhere emptied."""
    changes: dict[str, Any] = {}
    for name, kind in references(type(entity)).items():
        value = getattr(entity, name)
        if isinstance(value, tuple):
            kept = tuple(each for each in value if each in known[kind])
            if kept != value:
                changes[name] = kept
        elif value and value not in known[kind]:
            changes[name] = getattr(type(entity)(id=""), name)
    return replace(entity, **changes) if changes else entity


def _with_tables(file: FileT, keep: Callable[[str, Rows], Rows]) -> FileT:
    return with_rows(file, {name: keep(name, rows(file, name)) for name in table_names(type(file))})


def _with_all_tables(case: Case, keep: Callable[[str, Rows], Rows]) -> Case:
    return replace(
        case,
        file=_with_tables(case.file, keep),
        visits=tuple(_with_tables(visit, keep) for visit in case.visits),
    )


def with_visits_in_order(case: Case) -> Case:
    """Return the case with the visits that are not deleted, by time."""
    shown = tuple(visit for visit in case.visits if not visit.head.deleted)
    gone = (visit for visit in case.visits if visit.head.deleted)
    elsewhere = case.covered_elsewhere
    if elsewhere is not None:
        elsewhere |= covered_elsewhere(gone) or frozenset()
    return replace(case, visits=by_time(shown), covered_elsewhere=elsewhere)


def without_deleted(case: Case) -> Case:
    """Return the case without what is deleted; references that lead nowhere are empty."""
    case = with_visits_in_order(case)
    known = known_ids(case)

    def keep(name: str, table: Rows) -> Rows:
        return tuple(
            without_dangling(each, known) for each in table if name == "about" or not each.deleted
        )

    return _with_all_tables(case, keep)


def _questions_let_go(case: Case) -> frozenset[str]:
    """Return the ids of questions that stood on a list, and stand on none now."""
    tables = (case.file.listed, *(visit.listed for visit in case.visits))
    entries = [entry for table in tables for entry in table]
    gone = {entry.question_id for entry in entries if entry.deleted}
    return frozenset(gone - {entry.question_id for entry in entries if not entry.deleted})


def for_audience(case: Case, audience: Audience = Audience.ME) -> SharedCase:
    """Return what an audience may read of a case, and what is left out."""
    full = without_deleted(case)
    known = known_ids(full)
    steps = tuple(without_dangling(step, known) for step in all_steps(with_visits_in_order(case)))
    questions = all_questions(full)
    planned = not full.visits and not full.unreadable
    shared = SharedCase(
        full,
        audience,
        {visit.id: visit_list(visit, questions) for visit in full.visits},
        numbered_questions(full.file.listed, (), questions) if planned else (),
        steps,
        tuple(step.id for step in case.file.steps if step.deleted),
        _veil(case),
        _veil(case, is_private),
        _questions_let_go(case),
        AnswerPlaces(case.file.texts),
        _withdrawn(case),
    )
    return shared if audience is Audience.ME else _for_others(shared, case)


def _withdrawn(case: Case) -> frozenset[str]:
    """Return the rewritten parts that may hold words of a note which was deleted since."""
    gone = {note.id for visit in case.visits for note in visit.notes if note.deleted}
    every = (each for visit in case.visits for each in visit.said)
    return frozenset(each.id for each in every if not gone.isdisjoint(each.note_ids))


def _veil(case: Case, hidden: Callable[[Note], bool] = is_covered) -> Veil:
    """Return the veil over a case as it lies in its files: there everything names its source."""
    ordered = with_visits_in_order(case)
    return veil_of(ordered, hidden).pinned_over((ordered.file, *ordered.visits))


def _hidden_from_others(
    shared: SharedCase, whole: Case, count: Counter[str]
) -> tuple[Veil, set[str]]:
    """Return what hides notes from others, and the ids of questions that others do not get."""
    covering, asked = shared.veil.covering, all_questions(shared.case)
    covers = covering.choice is not Covered.SHOW
    alone: set[str] = set()
    if shared.audience is Audience.FAMILY or covers:
        alone = {each.id for each in asked.values() if each.alone}

    def why(note: Note) -> str:
        """Return why a note is in no copy for others; empty for one that is."""
        question = asked.get(note.question_id or "")
        old = covers and is_older_than_choice(note, whole.file)
        if note.covered or (old and covering.takes_note(note, question)):
            return "covered"
        if note.mine_only:
            return "mine_only"
        return "under_alone" if note.question_id in alone else ""

    notes = (note for visit in shared.case.visits for note in visit.notes)
    count.update(filter(None, map(why, notes)))
    veil = _veil(whole, lambda note: bool(why(note)))
    taken = {each.id for each in asked.values() if veil.hides(each)}
    count["alone"] = len(alone)
    count["questions"] = len(taken - alone)
    return veil, alone | taken


NOT_FOR_DOCTOR = frozenset({"ratings", "leaning", "confidence", "debrief"})
"""Ratings and leanings of patient and companion, which are theirs alone."""


TOLD_TO_OTHERS = frozenset({"ask-both", "paths"})
"""Kinds of guidance whose words appear in papers for others."""


def _for_others(shared: SharedCase, whole: Case) -> SharedCase:
    count: Counter[str] = Counter()
    veil, questions = _hidden_from_others(shared, whole, count)
    doctor = shared.audience is Audience.DOCTOR

    def goes(name: str, each: Entity) -> bool:
        if isinstance(each, ComposerLine):
            return bool(each.text)
        if veil.hides(each) or (isinstance(each, SaidText) and each.id in shared.withdrawn):
            return True
        return (doctor and name in NOT_FOR_DOCTOR) or _is_apart(shared.case, each)

    def keep(name: str, table: Rows) -> Rows:
        if name == "texts":
            return tuple(each for each in table if getattr(each, "kind", "") in TOLD_TO_OTHERS)
        if name in {"notes", "questions", "listed"}:
            return tuple(each for each in table if not (veil.hides(each) or _asks(each, questions)))
        if name in _IN_PART:
            return tuple(_IN_PART[name](each, veil, count) for each in table)
        kept = tuple(each for each in table if not goes(name, each))
        count[name] += len(table) - len(kept)
        return () if name == "composer" else kept

    kept = _with_some(shared, keep, lambda step: not goes("steps", step), questions)
    count["steps"] = len(shared.steps) - len(kept.steps)
    left_out = {name: n for name, n in count.items() if n}
    return replace(kept, steps_dropped=(), left_out=left_out)


def _with_some(
    shared: SharedCase,
    keep: Callable[[str, Rows], Rows],
    stays: Callable[[Step], bool],
    without: set[str],
) -> SharedCase:
    """Return a case with some rows of each table and some steps, without some questions."""
    case = _with_all_tables(shared.case, keep)
    known = known_ids(case)
    return replace(
        shared,
        case=_with_all_tables(
            case, lambda _, table: tuple(without_dangling(each, known) for each in table)
        ),
        steps=tuple(without_dangling(each, known) for each in shared.steps if stays(each)),
        rows={visit: _without(table, without) for visit, table in shared.rows.items()},
        plan=_without(shared.plan, without),
    )


def on_screen(shared: SharedCase) -> SharedCase:
    """Return the case as a screen may show it.

    A covered note stays covered until the user asks for it, and so does what was taken from it.
    Patient and companion rate apart: each sees the other's stars once both have rated.
    """
    veil = shared.veil
    questions = {each.id for each in all_questions(shared.case).values() if veil.hides(each)}

    def stays(each: Entity) -> bool:
        hidden = veil.hides(each) or _asks(each, questions)
        return not hidden and not _is_apart(shared.case, each)

    def shown(name: str, table: Rows) -> Rows:
        if name == "before_you_leave":
            return tuple(_without_answers(each, veil, Counter()) for each in table)
        if name == "composer":
            lines = (each for each in table if isinstance(each, ComposerLine) and not each.covered)
            return tuple(each for each in lines if not veil.covering.takes_text(each.text))
        return tuple(filter(stays, table))

    return _with_some(shared, shown, stays, questions)


def _is_apart(case: Case, each: Entity) -> bool:
    """Whether it is a rating that a person who has still to rate must not see."""
    if isinstance(each, OptionStars):
        return not stars_may_be_seen(case, each)
    return isinstance(each, Rating) and not may_be_seen(case, each.opinion_id, each.what)


def _without_expectation(each: Entity, _: Veil, count: Counter[str]) -> Entity:
    """Return the answers of Prepare without what the patient expects to hear."""
    if not isinstance(each, Preparation) or not each.expectation:
        return each
    count["expectation"] += 1
    return replace(each, expectation="")


def _without_answers(each: Entity, veil: Veil, count: Counter[str]) -> Entity:
    """Return the answers to *before you leave* without those that are covered for what they say."""
    if not isinstance(each, BeforeYouLeave):
        return each
    takes = veil.covering.takes_text
    covered: dict[str, Any] = {name: "" for name in DOOR_ANSWERS if takes(getattr(each, name))}
    count["before_you_leave"] += len(covered)
    return replace(each, **covered) if covered else each


_IN_PART = {"preparation": _without_expectation, "before_you_leave": _without_answers}
"""Functions that leave out a part of each answer, by table."""


def _asks(entity: Entity, questions: Collection[str]) -> bool:
    """Whether it is one of these questions, or its place in a list."""
    if isinstance(entity, ListedQuestion):
        return entity.question_id in questions
    return isinstance(entity, Question) and entity.id in questions


def _without(
    table: tuple[NumberedQuestion, ...], questions: set[str]
) -> tuple[NumberedQuestion, ...]:
    return tuple(row for row in table if row.listed.question_id not in questions)

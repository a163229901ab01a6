"""The comparison as a table: an opinion a column, an aspect a row, what was said in the cells."""

from __future__ import annotations

import operator
from copy import copy
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_additions, all_cells, all_notes, name_of
from companion.domain.changes import not_deleted, stamp_of
from companion.domain.comparison import OtherOpinionKnown, addition_begins
from companion.domain.correction import told_beside, told_from
from companion.domain.folded_text import folded
from companion.domain.moments import local_day
from companion.domain.preparation import Record, RecordStatus
from companion.domain.progress import earlier_opinion
from companion.domain.proposals import DoorAnswer, Proposals, door_answers
from companion.domain.question import QuestionState
from companion.domain.question_rows import all_questions, visit_list
from companion.domain.value import Value, replace
from companion.domain.veil import veil_of
from companion.domain.visit import was_over
from companion.domain.visit_selection import next_planned
from companion.domain.visit_times import day_of_visit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from companion.domain.case import Case, CaseFile
    from companion.domain.changes import StoreFile
    from companion.domain.comparison import Addition, Aspect, Cell, ComparisonRow, Opinion, Rating
    from companion.domain.note import Note
    from companion.domain.proposals import Proposal
    from companion.domain.veil import Veil
    from companion.domain.visit import VisitFile

FIRST_ASPECTS = frozenset({"aspect-diagnosis", "aspect-plan", "aspect-look-again"})
"""The rows that a comparison begins with: what it is, what is advised, what happens next."""
PUT = frozenset({QuestionState.ASKED, QuestionState.ANSWERED, QuestionState.PARTLY})
"""States of a question that was put to the doctor."""


class Column(Value):
    """One opinion: given in a visit, or written down from before."""

    opinion: Opinion | None
    """None as long as nothing of a visit has been put into a cell."""
    visit: VisitFile | None
    """The visit it was given in; None when it is from before."""
    doctor: str
    """Whose it is; may be empty."""
    day: date | None
    """When it was given: the visit's own day, else the day here."""

    @property
    def key(self) -> str:
        """The visit's id, or the opinion's when it is not from a visit."""
        return self.visit.id if self.visit is not None else self.opinion_id

    @property
    def opinion_id(self) -> str:
        """The opinion's id; empty as long as nothing of a visit has been put into a cell."""
        return self.opinion.id if self.opinion is not None else ""

    @property
    def frozen(self) -> bool:
        """Whether it was set down for good."""
        return self.opinion is not None and self.opinion.frozen_at is not None

    @property
    def records_seen(self) -> tuple[str, ...]:
        """Ids of the records its doctor had seen."""
        return self.opinion.records_seen if self.opinion is not None else ()

    @property
    def other_opinion_known(self) -> OtherOpinionKnown:
        """Whether its doctor knew the other opinion."""
        unknown = OtherOpinionKnown.UNKNOWN
        return self.opinion.other_opinion_known if self.opinion is not None else unknown


def _local(at: datetime | None) -> date | None:
    return local_day(at) if at is not None else None


def _took_place(visit: VisitFile) -> bool:
    if visit.head.cancelled_at is not None:
        return False
    told = visit.live_notes, not_deleted(visit.before_you_leave), not_deleted(visit.opinions)
    return visit.head.started_at is not None or any(told)


def _came_ms(visit: VisitFile, proposal: Proposal) -> float:
    """Return when a note was made, or an answer's visit began, in milliseconds of UTC."""
    noted = None if isinstance(proposal, DoorAnswer) else proposal.at
    at = noted or visit.head.started_at or visit.head.created_at
    return at.timestamp() * 1000 if at is not None else 0.0


def holds_nothing(file: StoreFile, opinion: Opinion) -> bool:
    """Return whether nothing is written down of an opinion but, perhaps, whose it is."""
    if (
        opinion.frozen_at
        or opinion.records_seen
        or opinion.other_opinion_known is not OtherOpinionKnown.UNKNOWN
    ):
        return False
    written: tuple[Cell | Addition | Rating, ...] = (*file.cells, *file.additions, *file.ratings)
    return all(each.deleted or each.opinion_id != opinion.id for each in written)


def columns(case: Case) -> tuple[Column, ...]:
    """Return the opinions side by side: those from before the visits, then visit by visit."""
    doctors = {visit.head.clinician_id for visit in case.visits if _took_place(visit)}
    result = []
    for each in not_deleted(case.file.opinions):
        doctor = name_of(case, each.clinician_id)
        if holds_nothing(case.file, each) and (not doctor or each.clinician_id in doctors):
            continue
        result.append(Column(each, None, doctor, _local(each.frozen_at or each.created_at)))
    for visit in case.visits:
        if _took_place(visit):
            own = next(iter(not_deleted(visit.opinions)), None)
            day = day_of_visit(visit.head)
            if day is None and not was_over(visit.head):
                day = _local(visit.head.created_at)
            doctor = name_of(case, visit.head.clinician_id)
            result.append(Column(own, visit, doctor, day))
    return tuple(result)


def aspects_in_order(file: CaseFile) -> tuple[Aspect, ...]:
    """Return the rows, in their order."""
    return tuple(sorted(not_deleted(file.aspects), key=lambda each: each.position))


def rows_by_aspect(case: Case) -> dict[str, ComparisonRow]:
    """The verdict on each aspect, by the aspect's id."""
    return {row.aspect_id: row for row in not_deleted(case.file.rows)}


class Said(Value):
    """The words of one opinion on one aspect."""

    column: Column
    cell: Cell | None
    notes: tuple[Note, ...]
    """The notes behind it that are still there."""
    additions: tuple[Addition, ...]
    """Additions after it was set down."""
    hidden: bool = False
    """Whether it rests on a note that is hidden: its words are on no screen then."""
    proposed: tuple[Proposal, ...] = ()
    """What proposes itself, as long as nothing was put here."""
    answers: tuple[DoorAnswer, ...] = ()
    """The answers before leaving that stand in its words."""

    @property
    def gone(self) -> int:
        """How many of the notes behind it are not there any more."""
        return len(self.cell.note_ids) - len(self.notes) if self.cell is not None else 0

    @property
    def text(self) -> str:
        """Its words; without any, those of the notes behind it, a line each.

        Words that rest on a hidden note are hidden; the notes that are not say what they say.
        """
        if self.cell is not None and self.cell.text.strip():
            return "" if self.hidden else told_from(self.cell, self.notes)
        return "\n".join(told_beside(self.notes))

    @property
    def beside(self) -> tuple[str, ...]:
        """The words of every note behind it that its own words do not hold, each once."""
        text = self.text
        if self.cell is None or not text or not self.cell.text.strip():
            return ()
        return told_beside(self.notes, text)

    @property
    def empty(self) -> bool:
        """Whether nothing was put here."""
        return not (self.hidden or self.text or self.notes or self.additions)


class ComparisonTable:
    """The whole comparison of a case, worked out once."""

    def __init__(
        self,
        case: Case,
        today: date | None = None,
        topics: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Work it out.

        Args:
            case: The case.
            today: The day on which it is shown, so that days of other years are told with theirs.
            topics: The rows that questions of packs speak to, by `pack/item`, for a case whose own
                copies do not say so.
        """
        self.case = case
        self.today = today
        self.columns = columns(case)
        self.aspects = aspects_in_order(case.file)
        self.rows = rows_by_aspect(case)
        self._cells = {(cell.opinion_id, cell.aspect_id): cell for cell in all_cells(case)}
        self._notes = all_notes(case)
        self.veil = veil_of(case)
        self._additions = [each for each in all_additions(case) if not self.veil.hides(each)]
        self.proposals = Proposals(case, self.aspects, self.veil, topics)
        self._lines: dict[str, tuple[Said, ...]] = {}

    def judged_anew(self, case: Case) -> ComparisonTable | None:
        """Return the table of a case in which nothing but verdicts changed; None where more did."""
        before, after = self.case, case
        same = (
            len(before.visits) == len(after.visits)
            and all(map(operator.is_, before.visits, after.visits))
            and (before.unreadable, before.covered_elsewhere)
            == (after.unreadable, after.covered_elsewhere)
            and all(
                getattr(before.file, name) is getattr(after.file, name)
                for name in before.file.__struct_fields__
                if name != "rows"
            )
        )
        if not same:
            return None
        table = copy(self)
        table.case, table.rows = case, rows_by_aspect(case)
        return table

    @property
    def several(self) -> bool:
        """Whether there is more than one opinion: only then can anything be compared."""
        return len(self.columns) > 1

    def column(self, key: str) -> Column | None:
        """Return the opinion with that key."""
        return next((each for each in self.columns if each.key == key), None)

    def said(self, column: Column, aspect: Aspect) -> Said:
        """The words of one opinion on one aspect."""
        said = self._said(column, aspect)
        if column.visit is None or column.frozen or said.cell is not None or not said.empty:
            return said
        return replace(said, proposed=self.proposals.of(column.visit, aspect))

    def _said(self, column: Column, aspect: Aspect) -> Said:
        if column.opinion is None:
            return Said(column, None, (), ())
        cell = self._cells.get((column.opinion.id, aspect.id))
        ids = cell.note_ids if cell is not None else ()
        notes = tuple(self._notes[each] for each in ids if each in self._notes)
        begin = addition_begins(aspect)
        added = tuple(
            each
            for each in self._additions
            if each.opinion_id == column.opinion.id and each.text.startswith(begin)
        )
        if cell is None:
            return Said(column, None, notes, added)
        hidden = self.veil.hides(cell)
        lines = [] if hidden else cell.text.split("\n")
        answers = tuple(each for each in self.answers(column) if each.text in lines)
        return Said(column, cell, notes, added, hidden, answers=answers)

    def answers(self, column: Column) -> tuple[DoorAnswer, ...]:
        """The answers before leaving that were given to the doctor of an opinion."""
        visit = column.visit
        return tuple(door_answers(visit, self.veil.covering)) if visit is not None else ()

    def line(self, aspect: Aspect) -> tuple[Said, ...]:
        """The words of each opinion on one aspect."""
        line = self._lines.get(aspect.id)
        if line is None:
            line = tuple(self.said(column, aspect) for column in self.columns)
            self._lines[aspect.id] = line
        return line

    # Which rows are work

    def is_told(self, aspect: Aspect) -> bool:
        """Whether anybody said something on it, or may have: what is noted proposes itself."""
        return any(not said.empty or said.proposed for said in self.line(aspect))

    def is_to_compare(self, aspect: Aspect) -> bool:
        """Whether something is told of a row and nobody has said yet how it compares."""
        row = self.rows.get(aspect.id)
        return (row is None or row.verdict is None) and self.is_told(aspect)

    def is_new_since(self, aspect: Aspect) -> bool:
        """Whether something proposes itself that came after a row was judged."""
        row = self.rows.get(aspect.id)
        if row is None or row.verdict is None:
            return False
        judged, _, _ = stamp_of(row, "verdict")
        return any(
            said.column.visit is not None and _came_ms(said.column.visit, each) > judged
            for said in self.line(aspect)
            for each in said.proposed
        )

    def waits(self, aspect: Aspect) -> bool:
        """Whether there is something to judge in a row, for the first time or again."""
        return self.is_to_compare(aspect) or self.is_new_since(aspect)

    def is_given(self, aspect: Aspect) -> bool:
        """Whether a row is compared without being asked for.

        That are the first three, those of the user's own, and every one in which words stand.
        """
        return (
            aspect.source is None
            or aspect.source.rpartition("/")[2] in FIRST_ASPECTS
            or any(not said.empty for said in self.line(aspect))
        )

    def at_hand(self, aspect: Aspect) -> bool:
        """Whether a row is given, was judged, or was asked for."""
        return aspect.id in self.rows or self.is_given(aspect)

    def further(self) -> tuple[Aspect, ...]:
        """The rows that are not at hand, those with notes first."""
        others = [aspect for aspect in self.aspects if not self.at_hand(aspect)]
        return tuple(sorted(others, key=lambda aspect: not self.is_told(aspect)))


# What each doctor knew


class UnequalRecord(Value):
    """A record that some of the doctors had seen and others had not."""

    record: Record
    seen_by: tuple[Column, ...]
    not_seen_by: tuple[Column, ...]


def unequal_records(table: ComparisonTable) -> tuple[UnequalRecord, ...]:
    """Records not all had seen; opinions without any noted record are left out."""
    noted = [column for column in table.columns if column.records_seen]
    result = []
    for record in not_deleted(table.case.file.records):
        if record.status is RecordStatus.NOT_NEEDED:
            continue
        seen = tuple(column for column in noted if record.id in column.records_seen)
        if 0 < len(seen) < len(noted):
            unseen = tuple(column for column in noted if column not in seen)
            result.append(UnequalRecord(record, seen, unseen))
    return tuple(result)


def put_to_one(table: ComparisonTable, veil: Veil | None = None) -> dict[str, tuple[str, ...]]:
    """Questions that were not put to every doctor: who was asked, to the questions' words.

    A question is the same under the same id, and where its words are. A doctor whose opinion was
    not given in a visit was asked nothing.

    Args:
        table: The comparison.
        veil: What hides questions, where they stand on a screen.
    """
    doctors = {_whose(column) for column in table.columns}
    questions = all_questions(table.case)
    known: dict[str, str] = {}
    put: dict[str, dict[str, str]] = {}
    for column in table.columns:
        rows = visit_list(column.visit, questions) if column.visit is not None else ()
        for row in rows:
            hidden = veil is not None and row.question is not None and veil.hides(row.question)
            if row.state in PUT and row.text and not hidden:
                of_words = folded(row.text)
                text = known.get(row.listed.question_id) or known.get(of_words) or row.text
                known[row.listed.question_id] = known[of_words] = text
                put.setdefault(text, {})[_whose(column)] = column.doctor
    alone: dict[str, tuple[str, ...]] = {}
    for text, to in put.items():
        if len(to) < len(doctors):
            names = ", ".join(name for name in to.values() if name)
            alone[names] = (*alone.get(names, ()), text)
    return alone


def _whose(column: Column) -> str:
    """Return a doctor, by name; without a name each opinion has a doctor of its own."""
    return column.doctor or column.key


# The doctors and visits that are meant


def present_doctor_id(case: Case) -> str | None:
    """Return the doctor whose opinion came first; None when there is none."""
    opinion = earlier_opinion(case.file)
    if opinion is not None:
        return opinion.clinician_id
    first = next(iter(columns(case)), None)
    visit = first.visit if first is not None else None
    return visit.head.clinician_id if visit is not None else None


def visits_that_were(case: Case) -> tuple[VisitFile, ...]:
    """Return the visits that took place, in order."""
    return tuple(column.visit for column in columns(case) if column.visit is not None)


def visit_elsewhere(case: Case, now: datetime | None = None) -> VisitFile | None:
    """Return the visit with a doctor who is not the present one: the next planned, else the latest.

    Args:
        case: The case.
        now: The time; None looks only at visits that took place.
    """
    present = present_doctor_id(case)
    if now is not None:
        others = tuple(v for v in case.visits if v.head.clinician_id != present or present is None)
        ahead = next_planned(others, now)
        if ahead is not None:
            return ahead
    been = visits_that_were(case)
    others = tuple(visit for visit in been if visit.head.clinician_id != present)
    return next(reversed(others or been), None)

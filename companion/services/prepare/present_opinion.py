"""The present doctor's opinion, written down before the visit and then frozen."""

from __future__ import annotations

from dataclasses import replace
from itertools import filterfalse
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people
from companion.domain.changes import added, altered, found, live
from companion.domain.comparison import addition_begins
from companion.domain.comparison_table import ComparisonTable, holds_nothing
from companion.domain.names import is_same_name
from companion.domain.opinion import Addition, Cell, Opinion, OtherOpinionKnown
from companion.domain.people import Person, Role
from companion.domain.progress import earlier_opinion
from companion.domain.text import is_blank
from companion.domain.veil import Veil, veil_of
from companion.services.compare.opinion_columns import OpinionColumns
from companion.services.draft import Draft, into_case
from companion.services.visit.plan import perhaps_meant
from companion.words import opinion as words
from companion.words.appointment import perhaps

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.comparison import Aspect
    from companion.services.case.session import CaseSession

NEXT_KNOWN = {
    OtherOpinionKnown.UNKNOWN: OtherOpinionKnown.YES,
    OtherOpinionKnown.YES: OtherOpinionKnown.NO,
    OtherOpinionKnown.NO: OtherOpinionKnown.UNKNOWN,
}


class EarlierOpinion:
    """One opinion in the case's own file, with the doctor who gave it."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self._new = Opinion(id=session.context.new_id(), created_at=session.now())
        self._doctor = Person(id=session.context.new_id(), created_at=session.now())

    @property
    def opinion(self) -> Opinion | None:
        """The opinion, once anything of it is written."""
        return earlier_opinion(self.session.file)

    @property
    def frozen(self) -> bool:
        """Whether it was set down for good."""
        return self.opinion is not None and self.opinion.frozen_at is not None

    def doctor(self) -> str:
        """The present doctor's name, or an empty string."""
        opinion = self.opinion
        return self.session.person_name(opinion.clinician_id) if opinion else ""

    def aspects(self) -> tuple[Aspect, ...]:
        """The rows it can say something on."""
        return tuple(sorted(live(self.session.file.aspects), key=lambda each: each.position))

    def cell(self, aspect_id: str) -> Cell | None:
        """What it says on one aspect."""
        opinion = self.opinion
        return next(
            (
                cell
                for cell in live(self.session.file.cells)
                if opinion and cell.opinion_id == opinion.id and cell.aspect_id == aspect_id
            ),
            None,
        )

    @property
    def veil(self) -> Veil:
        """What is hidden of it; other visits are read only where a cell rests on a note."""
        rests = any(cell.note_ids for cell in live(self.session.file.cells))
        return veil_of(self.session.case) if rests else Veil(covering=self.session.covering)

    def hides(self, aspect_id: str) -> bool:
        """Whether what it says on one aspect is hidden: no field may show it."""
        cell = self.cell(aspect_id)
        return cell is not None and self.veil.rests_hidden(cell)

    def shown_additions(self) -> tuple[Addition, ...]:
        """What was added after it was frozen, without what is hidden."""
        return tuple(filterfalse(self.veil.hides, self.additions()))

    def additions(self) -> tuple[Addition, ...]:
        """What was added after it was frozen."""
        opinion = self.opinion
        every = live(self.session.file.additions)
        return tuple(each for each in every if opinion and each.opinion_id == opinion.id)

    # Fields

    def _with_opinion(self, file: CaseFile) -> tuple[CaseFile, Opinion]:
        """The file with an opinion in it, and the opinion."""
        opinion = earlier_opinion(file)
        if opinion is not None:
            return file, opinion
        if found(file.opinions, self._new.id) is not None:
            return altered(file, "opinions", self._new.id, deleted=False), self._new
        return added(file, "opinions", self._new), self._new

    def doctor_draft(self) -> Draft:
        """The present doctor's name as a field."""
        now = self.opinion.clinician_id if self.opinion else None
        own = now if now is not None and self._is_own(now) else self._doctor.id

        def change(file: CaseFile, name: str) -> CaseFile:
            known = None if is_blank(name) else self._known(name, but=own)
            mine = known is None and not is_blank(name)
            if found(file.people, own) is not None:
                file = altered(file, "people", own, name=name, deleted=not mine)
            elif mine:
                file = added(file, "people", replace(self._doctor, name=name))
            file, opinion = self._with_opinion(file)
            doctor = own if mine else known
            return self._tidied(altered(file, "opinions", opinion.id, clinician_id=doctor))

        meant = perhaps_meant(self.session)
        return Draft(
            words.DOCTOR,
            self.doctor(),
            into_case(self.session, change),
            words.UNDO_DOCTOR,
            echo=lambda name: perhaps(meant(name)),
        )

    def _is_own(self, doctor_id: str) -> bool:
        """Whether nobody else's visit is with that doctor: the name can be changed here."""
        visits = self.session.case.visits
        in_file = found(self.session.file.people, doctor_id) is not None
        return in_file and all(visit.head.clinician_id != doctor_id for visit in visits)

    def _known(self, name: str, *, but: str) -> str | None:
        """A doctor of the case who has that name already: the same person."""
        return next(
            (
                one.id
                for one in all_people(self.session.case)
                if one.id != but and one.role is Role.CLINICIAN and is_same_name(one.name, name)
            ),
            None,
        )

    def _tidied(self, file: CaseFile) -> CaseFile:
        """The file without an opinion of nobody in which nothing stands."""
        opinion = earlier_opinion(file)
        if opinion is None or opinion.clinician_id or not holds_nothing(file, opinion):
            return file
        return altered(file, "opinions", opinion.id, deleted=True)

    def cell_draft(self, aspect: Aspect) -> Draft:
        """What the opinion says on one aspect, as a field; an addition once it is frozen."""
        if self.frozen:
            return self.addition_draft(addition_begins(aspect))
        have = self.cell(aspect.id)
        cell = have or Cell(
            id=self.session.context.new_id(),
            created_at=self.session.now(),
            aspect_id=aspect.id,
        )

        def change(file: CaseFile, text: str) -> CaseFile:
            if is_blank(text):
                file = altered(file, "cells", cell.id, text=text, deleted=True)
                return self._tidied(file)
            file, opinion = self._with_opinion(file)
            if found(file.cells, cell.id) is not None:
                return altered(file, "cells", cell.id, text=text, deleted=False)
            return added(file, "cells", replace(cell, opinion_id=opinion.id, text=text))

        return Draft(
            aspect.text, have.text if have else "", into_case(self.session, change), words.UNDO_CELL
        )

    def addition_draft(self, begin: str = "") -> Draft:
        """Something added to a frozen opinion, dated today, as a field.

        Args:
            begin: What stands in it at first: the row it belongs to, if it belongs to one.
        """
        opinion = self.opinion
        now = self.session.now()
        made = Addition(
            id=self.session.context.new_id(),
            created_at=now,
            opinion_id=opinion.id if opinion else "",
            at=now,
        )

        def change(file: CaseFile, text: str) -> CaseFile:
            empty = text.strip() in {"", begin.strip()}
            if found(file.additions, made.id) is not None:
                return altered(file, "additions", made.id, text=text, deleted=empty)
            return file if empty else added(file, "additions", replace(made, text=text))

        return Draft(words.ADDITION, begin, into_case(self.session, change), words.UNDO_ADDITION)

    # Acts

    def freeze(self) -> bool:
        """Set it down for good, dated now; False when there is nothing, or it is frozen already."""
        opinion = self.opinion
        if opinion is not None and not holds_nothing(self.session.file, opinion):
            if self.frozen:
                return False
            now = self.session.now()
            self.session.change_case(
                words.UNDO_FROZEN, lambda file: altered(file, "opinions", opinion.id, frozen_at=now)
            )
            return True
        # Nothing was written here: what the present doctor said in a visit is the opinion then.
        doctor = opinion.clinician_id if opinion is not None else None
        columns = ComparisonTable(self.session.case).columns
        given = next((c for c in columns if c.visit and c.visit.head.clinician_id == doctor), None)
        return (
            doctor is not None
            and given is not None
            and OpinionColumns(self.session).set_down(given)
        )

    def next_known(self) -> None:
        """Whether another opinion was known when this one was given: not known, yes, no."""
        opinion = self.opinion

        known = NEXT_KNOWN[opinion.other_opinion_known if opinion else OtherOpinionKnown.UNKNOWN]

        def change(file: CaseFile) -> CaseFile:
            file, mine = self._with_opinion(file)
            file = altered(file, "opinions", mine.id, other_opinion_known=known)
            return self._tidied(self._dated(file, words.KNOWN, words.KNOWN_AS[known.value]))

        self.session.change_case(words.UNDO_KNOWN, change)

    def toggle_seen(self, record_id: str) -> None:
        """Whether this doctor had seen a record, or not."""

        def change(file: CaseFile) -> CaseFile:
            file, mine = self._with_opinion(file)
            opinion = found(file.opinions, mine.id) or mine
            seen = opinion.records_seen
            now = (
                tuple(each for each in seen if each != record_id)
                if record_id in seen
                else (*seen, record_id)
            )
            file = altered(file, "opinions", mine.id, records_seen=now)
            record = found(file.records, record_id)
            name = record.text if record else ""
            return self._tidied(
                self._dated(file, words.seen(name), words.SEEN_AS[record_id in now])
            )

        self.session.change_case(words.UNDO_SEEN, change)

    def _dated(self, file: CaseFile, what: str, now: str) -> CaseFile:
        """The file with a dated line that says what changed, where the opinion was set down.

        Changing the same thing again on the same day changes that line.
        """
        opinion = self.opinion
        if opinion is None or opinion.frozen_at is None:
            return file
        at = self.session.now()
        text = f"{what} {now}"
        for each in reversed(self.additions()):
            if each.at is not None and each.at.date() == at.date() and each.text.startswith(what):
                return altered(file, "additions", each.id, text=text)
        made = Addition(
            id=self.session.context.new_id(),
            created_at=at,
            opinion_id=opinion.id,
            at=at,
            text=text,
        )
        return added(file, "additions", made)

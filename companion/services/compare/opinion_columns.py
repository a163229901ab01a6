"""The opinions of a comparison as they are changed.

An opinion given in a visit, and all that belongs to it, is kept in that visit's file; one from
before the visits in the case's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from companion.domain.changes import FileT, added, altered, found
from companion.domain.comparison_table import Column, ComparisonTable
from companion.domain.opinion import Opinion, OtherOpinionKnown
from companion.words import comparing as words

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession

NEXT_KNOWN = {
    OtherOpinionKnown.UNKNOWN: OtherOpinionKnown.YES,
    OtherOpinionKnown.YES: OtherOpinionKnown.NO,
    OtherOpinionKnown.NO: OtherOpinionKnown.UNKNOWN,
}


class PairedChange(Protocol):
    """A change that fits a case's own file and a visit's."""

    def __call__(self, file: FileT) -> FileT:
        """The file after the change."""


class OpinionColumns:
    """What is noted of an opinion as a whole."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self._made: dict[str, Opinion] = {}

    def table(self) -> ComparisonTable:
        """The comparison as it stands."""
        return ComparisonTable(self.session.case)

    def new_id(self) -> str:
        """A new random id."""
        return self.session.context.new_id()

    def change_column(self, column: Column, sentence: str, change: PairedChange) -> None:
        """Change the file that holds an opinion."""
        if column.visit is None:
            self.session.change_case(sentence, change)
        else:
            self.session.change_visit(column.visit.id, sentence, change)

    def with_opinion(self, file: FileT, column: Column) -> tuple[FileT, str]:
        """The file with the column's opinion in it, and the opinion's id."""
        if column.opinion is not None:
            return file, column.opinion.id
        visit = column.visit
        made = self._made.setdefault(
            column.key,
            Opinion(
                id=self.new_id(),
                created_at=self.session.now(),
                visit_id=visit.id if visit is not None else None,
                clinician_id=visit.head.clinician_id if visit is not None else None,
            ),
        )
        if found(file.opinions, made.id) is None:
            return added(file, "opinions", made), made.id
        return altered(file, "opinions", made.id, deleted=False), made.id

    # What each doctor knew

    def _keep_opinion(self, column: Column, sentence: str, **values: Any) -> None:  # noqa: ANN401
        def change(file: FileT) -> FileT:
            file, opinion_id = self.with_opinion(file, column)
            return altered(file, "opinions", opinion_id, **values)

        self.change_column(column, sentence, change)

    def set_down(self, column: Column) -> bool:
        """Set an opinion down, dated now; False when nothing is there, or it was before."""
        if column.opinion is None or column.frozen:
            return False
        self._keep_opinion(column, words.UNDO_SET_DOWN, frozen_at=self.session.now())
        return True

    def toggle_record(self, column: Column, record_id: str) -> None:
        """Say that a doctor had seen a record, or had not."""
        have = column.records_seen
        wanted = (
            tuple(each for each in have if each != record_id)
            if record_id in have
            else (*have, record_id)
        )
        self._keep_opinion(column, words.UNDO_SEEN, records_seen=wanted)

    def next_known(self, column: Column) -> None:
        """Whether the other opinion was known: not known, yes, no."""
        known = column.opinion.other_opinion_known if column.opinion else OtherOpinionKnown.UNKNOWN
        self._keep_opinion(column, words.UNDO_KNOWN, other_opinion_known=NEXT_KNOWN[known])

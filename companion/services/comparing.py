"""The acts of comparing: cells, verdicts, why, stars, records seen, ratings.

An opinion given in a visit, and all that belongs to it, is kept in that visit's file; everything
else in the case's own. Each act changes one of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from companion.domain.columns import Column, Table, addition_begins
from companion.domain.comparison import Aspect, ComparisonRow, Verdict, Why
from companion.domain.opinion import Addition, Cell, Known, Opinion, Rating
from companion.domain.rating import rating_of
from companion.domain.tables import FileT, added, altered, found
from companion.domain.text import is_blank
from companion.services.drafting import Draft, into_case
from companion.words import compare as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.services.session import Session

MOST_STARS = 5
NEXT_KNOWN = {Known.UNKNOWN: Known.YES, Known.YES: Known.NO, Known.NO: Known.UNKNOWN}


class _Change(Protocol):
    def __call__(self, file: FileT) -> FileT:
        """The file after the change."""


class Comparing:
    """What is done in the comparison of one case."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._made: dict[str, Opinion] = {}

    def table(self) -> Table:
        """The comparison as it stands."""
        return Table(self.session.case)

    # Rows

    def judge(self, aspect_id: str, verdict: Verdict) -> None:
        """Say how a row goes together; saying the same again takes it back."""
        row = self.table().rows.get(aspect_id)
        taken = row is not None and row.verdict is verdict
        self._keep_row(words.UNDO_VERDICT, aspect_id, verdict=None if taken else verdict)

    def toggle_why(self, aspect_id: str, why: Why) -> None:
        """Give a reason why they differ, or take it away."""
        row = self.table().rows.get(aspect_id)
        have = row.why if row is not None else ()
        wanted = tuple(each for each in Why if (each in have) != (each is why))
        self._keep_row(words.UNDO_WHY, aspect_id, why=wanted)

    def one_more_star(self, aspect_id: str) -> None:
        """How much a row matters: one star more, none after five."""
        row = self.table().rows.get(aspect_id)
        stars = (row.stars or 0) + 1 if row is not None else 1
        wanted = stars if stars <= MOST_STARS else None
        self._keep_row(words.UNDO_STARS, aspect_id, stars=wanted)

    def _keep_row(self, sentence: str, aspect_id: str, **values: Any) -> None:  # noqa: ANN401
        row = self.table().rows.get(aspect_id)
        if row is not None:
            known = row.id
            self.session.change_case(sentence, lambda file: altered(file, "rows", known, **values))
            return
        made = ComparisonRow(id=self._new_id(), created_at=self.session.now(), aspect_id=aspect_id)
        self.session.change_case(
            sentence, lambda file: added(file, "rows", replace(made, **values))
        )

    def aspect_draft(self) -> Draft:
        """A row of one's own, as a field."""
        last = max((each.position for each in self.session.file.aspects), default=0.0)
        made = Aspect(id=self._new_id(), created_at=self.session.now(), position=last + 1)

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.aspects, made.id) is not None:
                return altered(file, "aspects", made.id, text=text, deleted=is_blank(text))
            return file if is_blank(text) else added(file, "aspects", replace(made, text=text))

        write = into_case(self.session, change)
        return Draft(words.ADD_ASPECT, "", write, words.UNDO_ASPECT)

    def drop_aspect(self, aspect_id: str) -> None:
        """Take a row out; undo brings it back with all that stood in it."""
        self.session.change_case(
            words.UNDO_ASPECT_GONE, lambda file: altered(file, "aspects", aspect_id, deleted=True)
        )

    # Cells

    def _new_id(self) -> str:
        return self.session.surroundings.new_id()

    def _change(self, column: Column, sentence: str, change: _Change) -> None:
        if column.visit is None:
            self.session.change_case(sentence, change)
        else:
            self.session.change_visit(column.visit.id, sentence, change)

    def _with_opinion(self, file: FileT, column: Column) -> tuple[FileT, str]:
        """The file with the column's opinion in it, and the opinion's id."""
        if column.opinion is not None:
            return file, column.opinion.id
        visit = column.visit
        made = self._made.setdefault(
            column.key,
            Opinion(
                id=self._new_id(),
                created_at=self.session.now(),
                visit_id=visit.id if visit is not None else None,
                clinician_id=visit.head.clinician_id if visit is not None else None,
            ),
        )
        if found(file.opinions, made.id) is None:
            return added(file, "opinions", made), made.id
        return altered(file, "opinions", made.id, deleted=False), made.id

    def _keep_cell(self, file: FileT, column: Column, cell: Cell, **values: Any) -> FileT:  # noqa: ANN401
        if found(file.cells, cell.id) is not None:
            return altered(file, "cells", cell.id, **{"deleted": False, **values})
        file, opinion_id = self._with_opinion(file, column)
        return added(file, "cells", replace(cell, opinion_id=opinion_id, **values))

    def _cell(self, column: Column, aspect: Aspect) -> Cell:
        have = self.table().said(column, aspect).cell
        return have or Cell(id=self._new_id(), created_at=self.session.now(), aspect_id=aspect.id)

    def cell_draft(self, column: Column, aspect: Aspect) -> Draft:
        """What an opinion says on one aspect, as a field; an addition once it was set down."""
        if column.frozen:
            return self._addition_draft(column, aspect)
        cell = self._cell(column, aspect)

        def write(sentence: str, text: str) -> None:
            def change(file: FileT) -> FileT:
                if is_blank(text) and found(file.cells, cell.id) is None:
                    return file
                gone = is_blank(text) and not cell.note_ids
                return self._keep_cell(file, column, cell, text=text, deleted=gone)

            self._change(column, sentence, change)

        return Draft(words.cell(aspect.text, column.doctor), cell.text, write, words.UNDO_CELL)

    def _addition_draft(self, column: Column, aspect: Aspect) -> Draft:
        now = self.session.now()
        begin = addition_begins(aspect)
        opinion_id = column.opinion.id if column.opinion is not None else ""
        made = Addition(id=self._new_id(), created_at=now, opinion_id=opinion_id, at=now)

        def write(sentence: str, text: str) -> None:
            empty = text.strip() == begin.strip() or is_blank(text)

            def change(file: FileT) -> FileT:
                if found(file.additions, made.id) is not None:
                    return altered(file, "additions", made.id, text=text, deleted=empty)
                return file if empty else added(file, "additions", replace(made, text=text))

            self._change(column, sentence, change)

        return Draft(words.ADDITION, begin, write, words.UNDO_ADDITION)

    def toggle_note(self, column: Column, aspect: Aspect, note_id: str) -> None:
        """Put a note behind a cell, or take it away from there."""
        cell = self._cell(column, aspect)
        have = cell.note_ids
        wanted = (
            tuple(each for each in have if each != note_id) if note_id in have else (*have, note_id)
        )

        def change(file: FileT) -> FileT:
            return self._keep_cell(file, column, cell, note_ids=wanted)

        self._change(column, words.UNDO_NOTES, change)

    # What each doctor knew

    def _keep_opinion(self, column: Column, sentence: str, **values: Any) -> None:  # noqa: ANN401
        def change(file: FileT) -> FileT:
            file, opinion_id = self._with_opinion(file, column)
            return altered(file, "opinions", opinion_id, **values)

        self._change(column, sentence, change)

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
        known = column.opinion.other_opinion_known if column.opinion else Known.UNKNOWN
        self._keep_opinion(column, words.UNDO_KNOWN, other_opinion_known=NEXT_KNOWN[known])

    # Ratings

    def _keep_rating(self, column: Column, sentence: str, rating: Rating, **values: Any) -> None:  # noqa: ANN401
        """Change one person's rating of one side of an opinion; made when it is not there."""
        opinion_id = column.opinion.id if column.opinion is not None else ""
        have = rating_of(self.session.case, opinion_id, rating.what, rating.by_id)
        known = have if have is not None else rating

        def change(file: FileT) -> FileT:
            if found(file.ratings, known.id) is not None:
                return altered(file, "ratings", known.id, deleted=False, **values)
            file, its_opinion = self._with_opinion(file, column)
            made = replace(known, opinion_id=its_opinion, **values)
            return added(file, "ratings", made)

        self._change(column, sentence, change)

    def new_rating(self, what: str, by_id: str | None) -> Rating:
        """One person's rating of one side, before anything is in it."""
        return Rating(id=self._new_id(), created_at=self.session.now(), what=what, by_id=by_id)

    def rating_words_draft(self, column: Column, what: str, by_id: str | None) -> Draft:
        """Somebody's words on one side of an opinion, as a field."""
        opinion_id = column.opinion.id if column.opinion is not None else ""
        have = rating_of(self.session.case, opinion_id, what, by_id)
        rating = have if have is not None else self.new_rating(what, by_id)

        def write(sentence: str, text: str) -> None:
            self._keep_rating(column, sentence, rating, words=text)

        return Draft(words.RATED[what], rating.words, write, words.UNDO_RATING)

    def give_stars(self, column: Column, what: str, by_id: str | None, stars: int) -> None:
        """Give stars, 1 to 5."""
        rating = self.new_rating(what, by_id)
        self._keep_rating(column, words.UNDO_RATING, rating, stars=stars)

    def rest_on(self, column: Column, what: str, by_id: str | None, note_id: str | None) -> None:
        """Say what is behind the stars: a note, or nothing but a feeling."""
        rating = self.new_rating(what, by_id)
        gut = note_id is None
        self._keep_rating(column, words.UNDO_RATING, rating, note_id=note_id, gut=gut)

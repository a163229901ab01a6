"""The acts of comparing: rows, verdicts, why, stars, and what stands in the cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain.changes import FileT, added, altered, found
from companion.domain.comparison import (
    Aspect,
    ComparisonRow,
    Verdict,
    Why,
    addition_begins,
)
from companion.domain.opinion import Addition, Cell
from companion.domain.text import is_blank
from companion.services.compare.opinion_columns import OpinionColumns
from companion.services.draft import Draft, into_case
from companion.words import comparing as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.comparison_table import Column

MOST_STARS = 5


class Comparing(OpinionColumns):
    """What is done in the comparison of one case. Each act changes one file."""

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
        made = ComparisonRow(id=self.new_id(), created_at=self.session.now(), aspect_id=aspect_id)
        self.session.change_case(
            sentence, lambda file: added(file, "rows", replace(made, **values))
        )

    def aspect_draft(self) -> Draft:
        """A row of one's own, as a field."""
        last = max((each.position for each in self.session.file.aspects), default=0.0)
        made = Aspect(id=self.new_id(), created_at=self.session.now(), position=last + 1)

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

    def _keep_cell(self, file: FileT, column: Column, cell: Cell, **values: Any) -> FileT:  # noqa: ANN401
        if found(file.cells, cell.id) is not None:
            return altered(file, "cells", cell.id, **{"deleted": False, **values})
        file, opinion_id = self.with_opinion(file, column)
        return added(file, "cells", replace(cell, opinion_id=opinion_id, **values))

    def _cell(self, column: Column, aspect: Aspect) -> Cell:
        have = self.table().said(column, aspect).cell
        return have or Cell(id=self.new_id(), created_at=self.session.now(), aspect_id=aspect.id)

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

            self.change_column(column, sentence, change)

        return Draft(words.cell(aspect.text, column.doctor), cell.text, write, words.UNDO_CELL)

    def _addition_draft(self, column: Column, aspect: Aspect) -> Draft:
        now = self.session.now()
        begin = addition_begins(aspect)
        opinion_id = column.opinion.id if column.opinion is not None else ""
        made = Addition(id=self.new_id(), created_at=now, opinion_id=opinion_id, at=now)

        def write(sentence: str, text: str) -> None:
            empty = text.strip() == begin.strip() or is_blank(text)

            def change(file: FileT) -> FileT:
                if found(file.additions, made.id) is not None:
                    return altered(file, "additions", made.id, text=text, deleted=empty)
                return file if empty else added(file, "additions", replace(made, text=text))

            self.change_column(column, sentence, change)

        return Draft(words.ADDITION, begin, write, words.UNDO_ADDITION)

    def hides(self, column: Column, aspect: Aspect) -> bool:
        """Whether the words of a cell are hidden: no field may show them."""
        cell = self.table().said(column, aspect).cell
        return cell is not None and bool(cell.text.strip()) and self.table().veil.rests_hidden(cell)

    def toggle_note(self, column: Column, aspect: Aspect, note_id: str) -> bool:
        """Put a note behind a cell, or take it away from there.

        False when nothing was done: words that rest on a hidden note would show without it.
        """
        cell = self._cell(column, aspect)
        have = cell.note_ids
        covered = note_id in have and note_id in self.table().veil.notes
        if covered and self.hides(column, aspect):
            return False
        wanted = (
            tuple(each for each in have if each != note_id) if note_id in have else (*have, note_id)
        )

        def change(file: FileT) -> FileT:
            return self._keep_cell(file, column, cell, note_ids=wanted)

        self.change_column(column, words.UNDO_NOTES, change)
        return True

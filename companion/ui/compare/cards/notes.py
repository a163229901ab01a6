"""The notes behind a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.correction import told_in_one
from companion.domain.marks import MARK_OF
from companion.domain.question_rows import all_questions, visit_list
from companion.domain.text import one_line
from companion.domain.visit_times import note_stamp
from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.aspect_view import title_of
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words.opinion import IS_FROZEN

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile
    from companion.ui.compare.context import CompareContext


def note_line(note: Note) -> str:
    """Return a note with its mark; nothing of a note that is covered."""
    if note.covered:
        return words.COVERED
    mark = MARK_OF.get(note.kind, "")
    return f"{mark} {one_line(told_in_one(note))}".strip()


def note_rows(case: Case, visit: VisitFile, behind: tuple[str, ...]) -> list[Row]:
    """Return the notes of a visit, each with its question's number; `behind` are ticked."""
    numbers = {
        row.listed.question_id: str(row.number) for row in visit_list(visit, all_questions(case))
    }
    return [
        Row(
            note.id,
            note_line(note),
            lead=f"[{'x' if note.id in behind else ' '}] "
            + (f"{note_stamp(note.at, visit.head)} " if note.at is not None else ""),
            right=numbers.get(note.question_id or "", "0"),
        )
        for note in visit.live_notes
    ]


class NotesCard(CompareCard):
    """The notes to tick; the card goes when the opinion does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "to_the_visit", show=False)]
    HINT = card_words.NOTES_HINT

    def __init__(self, room: CompareContext, column: Column, aspect: Aspect) -> None:
        super().__init__(room)
        self._column = column
        self._aspect = aspect

    def show(self) -> None:
        """Show the opinion as it now is."""
        now = self.room.state.table.column(self._column.key)
        if now is None:
            self.dismiss(None)
        else:
            self._column = now
            super().show()

    def top_line(self) -> tuple[str, str]:
        """Return whose opinion it is."""
        return title_of(self.room.state.table, self._column), ""

    def heading(self) -> str:
        """Return which row it is."""
        return f"{card_words.NOTES_TITLE}: {self._aspect.text}"

    def _behind(self) -> tuple[str, ...]:
        """Return the ids of the notes behind the cell."""
        cell = self.room.state.table.said(self._column, self._aspect).cell
        return cell.note_ids if cell is not None else ()

    def rows(self) -> list[Row]:
        """Return the notes of the visit."""
        visit = self._column.visit
        if visit is None:
            return [Row("none", card_words.NOTES_NONE, selectable=False)]
        rows = note_rows(self.session.case, visit, self._behind())
        return rows or [Row("none", card_words.NOTES_EMPTY, selectable=False)]

    def opened(self) -> None:
        """Begin at the first note behind the cell."""
        behind, visit = self._behind(), self._column.visit
        notes = visit.live_notes if visit is not None else ()
        first = next((note.id for note in notes if note.id in behind), None)
        if first is not None:
            self.call_after_refresh(self.lines.go_to, first)

    def act(self, key: str) -> None:
        """Put a note behind the cell, or take it away."""
        if self._column.frozen:
            self.say(IS_FROZEN)
        elif not OpinionEditor(self.session, self._column).toggle_note(self._aspect, key):
            self.say(words.CELL_COVERED)

    def action_to_the_visit(self) -> None:
        """Go to the note where it was written."""
        if self.lines.cursor_key is not None:
            self.go_to_note(self.lines.cursor_key)

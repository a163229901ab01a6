"""The cards about one opinion: notes behind a cell, what its doctor had seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.changes import live
from companion.domain.correction import told_in_one
from companion.domain.marks import MARK_OF
from companion.domain.moments import local_day
from companion.domain.opinion import OtherOpinionKnown
from companion.domain.preparation import RecordStatus
from companion.domain.question_rows import all_questions, visit_list
from companion.domain.text import one_line
from companion.domain.visit_times import note_stamp
from companion.services.compare.comparison import Comparison
from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.aspect_view import title_of
from companion.ui.compare.card import Card
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import days
from companion.words.opinion import IS_FROZEN

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile


def note_line(note: Note) -> str:
    """A note with its mark; nothing of one that is covered."""
    if note.covered:
        return words.COVERED
    mark = MARK_OF.get(note.kind, "")
    return f"{mark} {one_line(told_in_one(note))}".strip()


def note_rows(case: Case, visit: VisitFile, behind: tuple[str, ...]) -> list[Row]:
    """The notes of a visit, those behind the cell ticked, each with its question's number."""
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


class OpinionCard(Card):
    """A card about one opinion; it goes when the opinion does."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        """The opinion as it was shown last."""

    @property
    def comparing(self) -> Comparison:
        """The acts."""
        return Comparison(self.session)

    @property
    def editor(self) -> OpinionEditor:
        """Changes the opinion."""
        return OpinionEditor(self.session, self.column)

    def show(self) -> None:
        """Draw the opinion as it now is."""
        columns = self.comparing.table.columns
        now = next((each for each in columns if each.key == self.column.key), None)
        if now is None:
            self.dismiss(None)
        else:
            self.column = now
            super().show()

    def top_line(self) -> tuple[str, str]:
        """Whose opinion it is."""
        return title_of(self.column), ""


class NotesCard(OpinionCard):
    """Choose the notes behind a cell; begins at the first that is behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Card.BINDINGS,
        Binding("f4", "to_the_visit", show=False),
    ]
    HINT = card_words.NOTES_HINT

    def __init__(self, column: Column, aspect: Aspect) -> None:
        super().__init__(column)
        self._aspect = aspect

    def heading(self) -> str:
        """Which row."""
        return f"{card_words.NOTES_TITLE}: {self._aspect.text}"

    def rows(self) -> list[Row]:
        """The notes of the visit."""
        column = self.column
        if column.visit is None:
            return [Row("none", card_words.NOTES_NONE, selectable=False)]
        cell = self.comparing.table.said(column, self._aspect).cell
        behind = cell.note_ids if cell is not None else ()
        rows = note_rows(self.session.case, column.visit, behind)
        return rows or [Row("none", card_words.NOTES_EMPTY, selectable=False)]

    def on_mount(self) -> None:
        """Begin at the first note behind the cell."""
        cell = self.comparing.table.said(self.column, self._aspect).cell
        for note in self.column.visit.live_notes if self.column.visit is not None else ():
            if cell is not None and note.id in cell.note_ids:
                self.call_after_refresh(self.query_one(LineList).go_to, note.id)
                break

    def act(self, key: str) -> None:
        """Put a note behind the cell, or take it away."""
        if self.column.frozen:
            self.say(IS_FROZEN)
        elif not self.editor.toggle_note(self._aspect, key):
            self.say(words.CELL_COVERED)

    def action_to_the_visit(self) -> None:
        """Go to the note where it was written."""
        key = self.query_one(LineList).cursor_key
        if key is not None:
            self.go_to_note(key)


class SeenCard(OpinionCard):
    """What a doctor had seen, and whether the other opinion was known."""

    def heading(self) -> str:
        """What it is about."""
        return card_words.SEEN_TITLE

    def rows(self) -> list[Row]:
        """The records, then whether the other opinion was known, then what was added."""
        column = self.column
        rows = [Row("records", card_words.SEEN_RECORDS, mood="strong", selectable=False)]
        records = [
            each
            for each in live(self.session.file.records)
            if each.status is not RecordStatus.NOT_NEEDED
        ]
        rows += [
            Row(
                each.id,
                one_line(each.text),
                lead=f"   [{'x' if each.id in column.records_seen else ' '}] ",
            )
            for each in records
        ]
        if not records:
            rows.append(Row("empty", card_words.SEEN_EMPTY, lead="   ", selectable=False))
        known = column.opinion.other_opinion_known if column.opinion else OtherOpinionKnown.UNKNOWN
        rows.append(Row("known", card_words.SEEN_KNOWN, right=f"{card_words.KNOWN_WORDS[known]}"))
        return [*rows, *self._additions(column)]

    def _additions(self, column: Column) -> list[Row]:
        if column.opinion is None:
            return []
        opinion_id = column.opinion.id
        store = column.visit if column.visit is not None else self.session.file
        veil = self.comparing.table.veil
        added = [
            each
            for each in live(store.additions)
            if each.opinion_id == opinion_id and not veil.hides(each)
        ]
        rows = [
            Row(
                f"added/{each.id}",
                words.added_on(
                    days.plain_day(local_day(each.at)) if each.at else words.NO_DAY,
                    one_line(each.text),
                ),
                lead="   ",
                selectable=False,
            )
            for each in added
        ]
        if rows:
            rows.insert(0, Row("additions", card_words.ADDITIONS, mood="strong", selectable=False))
        return rows

    def act(self, key: str) -> None:
        """Tick a record, or change whether the other opinion was known."""
        if key == "known":
            self.editor.next_known()
        else:
            self.editor.toggle_record(key)

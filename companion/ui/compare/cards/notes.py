"""The notes behind a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from companion.domain.correction import told_in_one
from companion.domain.folded_text import folded
from companion.domain.marks import MARK_OF
from companion.domain.proposals import DOOR, DoorAnswer, door_answers
from companion.domain.question_rows import all_questions, visit_list
from companion.domain.text import one_line
from companion.domain.visit_times import note_stamp
from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.aspect_view import title_of
from companion.ui.compare.cards.card import CompareCard
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words.opinion import IS_FROZEN

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column, ComparisonTable
    from companion.domain.note import Note
    from companion.domain.proposals import Proposal
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.ui.compare.context import CompareContext


def note_line(note: Note) -> str:
    """Return a note with its mark; nothing of a note that is covered."""
    if note.covered:
        return words.COVERED
    mark = MARK_OF.get(note.kind, "")
    return f"{mark} {one_line(told_in_one(note))}".strip()


def note_rows(
    table: ComparisonTable,
    visit: VisitFile,
    behind: tuple[str, ...],
    proposed: tuple[Proposal, ...] = (),
    looked_for: str = "",
) -> list[Row]:
    """Return the notes of a visit, and the answers before leaving; `behind` are ticked.

    Args:
        table: The comparison.
        visit: The visit.
        behind: Ids of the notes and answers behind the cell.
        proposed: What stands on top, under the words of its question.
        looked_for: Words that the notes, or their questions, have to hold.
    """
    asked = {row.listed.question_id: row for row in visit_list(visit, all_questions(table.case))}
    wanted = folded(looked_for).split()

    def is_shown(note: Note) -> bool:
        if not wanted:
            return True
        words_here = "" if note.covered else f"{note_line(note)} {_asked(table, asked, note)}"
        return all(word in folded(words_here) for word in wanted)

    def row_of(note: Note) -> Row:
        number = asked.get(note.question_id or "")
        return Row(
            note.id,
            note_line(note),
            lead=f"[{'x' if note.id in behind else ' '}] "
            + (f"{note_stamp(note.at, visit.head)} " if note.at is not None else ""),
            right=str(number.number) if number is not None else "0",
        )

    notes = [each for each in proposed if not isinstance(each, DoorAnswer)]
    answers, rows = _answer_rows(table, visit, behind, wanted), []
    if len(notes) < len(proposed):
        rows, answers = answers, []
    on_top = [note for note in notes if is_shown(note)]
    for question in sorted(
        {asked[note.question_id].number: note for note in on_top if note.question_id in asked}
    ):
        under = [each for each in on_top if asked[each.question_id or ""].number == question]
        text = f"{question}  {_asked(table, asked, under[0])}".rstrip()
        rows.append(Row(f"question/{question}", text, mood="heading", selectable=False))
        rows += map(row_of, under)
    there = {row.key for row in rows}
    rest = [row_of(note) for note in visit.live_notes if note.id not in there and is_shown(note)]
    if rows and rest:
        rows.append(Row("rest", card_words.OTHER_NOTES, mood="heading", selectable=False))
    return [*rows, *rest, *answers]


def _answer_rows(
    table: ComparisonTable, visit: VisitFile, behind: tuple[str, ...], wanted: list[str]
) -> list[Row]:
    """Return the answers before leaving that hold the words looked for, below their heading."""
    rows = [
        Row(each.id, each.text, lead=f"[{'x' if each.id in behind else ' '}] ")
        for each in door_answers(visit, table.veil.covering)
        if all(word in folded(each.text) for word in wanted)
    ]
    heading = Row(DOOR, card_words.BEFORE_YOU_LEAVE, mood="heading", selectable=False)
    return [heading, *rows] if rows else []


def _asked(table: ComparisonTable, asked: dict[str, NumberedQuestion], note: Note) -> str:
    """Return the words of the question that a note stands under; none where they are hidden."""
    row = asked.get(note.question_id or "")
    if row is None or row.question is None or table.veil.hides(row.question):
        return ""
    return one_line(row.question.text)


class NotesCard(CompareCard):
    """The notes to tick; the card goes when the opinion does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "to_the_visit", show=False),
        Binding("escape", "back", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = "NotesCard LineInput { display: none; }"
    HUGS = False

    def __init__(self, room: CompareContext, column: Column, aspect: Aspect) -> None:
        super().__init__(room)
        self._column = column
        self._aspect = aspect
        self._find = LineInput(placeholder=card_words.FIND_NOTES)
        self.word_receiver = WordReceiver(
            self.say,
            has_line=lambda: True,
            place=self._place,
            go_back_to=self._go_back_to,
            take=self._look_for,
        )

    def compose_in_frame(self) -> ComposeResult:
        """Lay out the field for words to look for, closed until some are typed, and the list."""
        yield self._find
        yield self.lines

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
        """Return the ids of the notes behind the cell, and of the answers that stand in it."""
        said = self.room.state.table.said(self._column, self._aspect)
        ids = said.cell.note_ids if said.cell is not None else ()
        return (*ids, *(each.id for each in said.answers))

    def rows(self) -> list[Row]:
        """Return the notes of the visit."""
        visit = self._column.visit
        if visit is None:
            return [Row("none", card_words.NOTES_NONE, selectable=False)]
        table, looked_for = self.room.state.table, self._find.text
        proposed = () if self._column.frozen else table.proposals.of(visit, self._aspect)
        rows = note_rows(table, visit, self._behind(), proposed, looked_for)
        none = card_words.NOTES_NOT_FOUND if looked_for.strip() else card_words.NOTES_EMPTY
        return rows or [Row("none", none, selectable=False)]

    def hint(self) -> str:
        """Return what can be done now."""
        return card_words.NOTES_HINT_FIND if self._find.display else card_words.NOTES_HINT

    # Words to look for

    def _look_for(self, text: str) -> bool:
        """Open the field with words that were typed in the list."""
        self.say("")
        self._find.value = text.lstrip()
        self._find.display = True
        self.lines.beside_field = True
        self.set_focus(self._find)
        self.show()
        return True

    @on(LineInput.Changed)
    def _typed(self) -> None:
        if self._find.display:
            self.show()

    def action_move(self, by: int) -> None:
        """Move up or down in the list."""
        self.lines.action_move(by)

    def action_back(self) -> None:
        """Close the field, so that every note is shown again; else put the card away."""
        if not self._find.display:
            self.leave()
            return
        self._find.display = False
        self._find.value = ""
        self.lines.beside_field = False
        self.set_focus(self.lines)
        self.show()

    def _entered(self, _: str) -> None:
        if self.lines.cursor_key is not None:
            self.choose(self.lines.cursor_key)

    def opened(self) -> None:
        """Begin at the first note behind the cell."""
        self._find.entered = self._entered
        behind, visit = self._behind(), self._column.visit
        notes = visit.live_notes if visit is not None else ()
        first = next((note.id for note in notes if note.id in behind), None)
        if first is not None:
            self.call_after_refresh(self.lines.go_to, first)

    def act(self, key: str) -> None:
        """Put a note behind the cell, or an answer into it, or take it away."""
        if self._column.frozen:
            self.say(IS_FROZEN)
            return
        editor = OpinionEditor(self.session, self._column)
        answers = self.room.state.table.answers(self._column)
        answer = next((each for each in answers if each.id == key), None)
        if answer is not None:
            done = editor.toggle_answer(self._aspect, answer)
        else:
            done = editor.toggle_note(self._aspect, key)
        if not done:
            self.say(words.CELL_COVERED)

    def action_to_the_visit(self) -> None:
        """Go to the note, or the answer, where it was written."""
        key, visit = self.lines.cursor_key, self._column.visit
        if key is None or visit is None:
            return
        if key.startswith(f"{DOOR}/"):
            self.go_to_visit(key, visit.id)
        else:
            self.go_to_note(key)

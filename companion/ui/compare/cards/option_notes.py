"""The notes behind what is said of an option: those that may be about it first, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from companion.domain.case_queries import name_of
from companion.domain.folded_text import folded, holds
from companion.domain.options_table import notes_about
from companion.domain.text import one_line
from companion.domain.visit_times import note_stamp
from companion.ui.compare.cards.card import CompareCard
from companion.ui.compare.cards.notes import note_line
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.row import Row
from companion.words import compare as compare_words
from companion.words import options as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from companion.domain.note import Note
    from companion.domain.options_table import OptionSaid
    from companion.domain.visit import VisitFile
    from companion.services.compare.options import OptionsEditor
    from companion.ui.compare.context import CompareContext


class OptionNotesCard(CompareCard):
    """Every note of the case, fewer with every letter typed; Enter chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("f4,ctrl+e", "to_the_visit", show=False, priority=True),
    ]
    HINT = words.NOTES_HINT
    HUGS = False

    def __init__(
        self, room: CompareContext, editor: OptionsEditor, option_id: str, criterion_id: str
    ) -> None:
        super().__init__(room)
        self._editor = editor
        self._option_id, self._criterion_id = option_id, criterion_id
        self._search = self.first_focus = LineInput(placeholder=words.NOTES_SEARCH)
        self._search.entered = lambda _: self._take()
        self.lines.beside_field = True
        self._looked_for = ""
        # What is chosen meanwhile stays where it is.
        self._first = self._of_interest()

    def _said(self) -> OptionSaid | None:
        table = self._editor.table
        option, criterion = table.option(self._option_id), table.criterion(self._criterion_id)
        return table.said(option, criterion) if option and criterion else None

    def _of_interest(self) -> tuple[str, ...]:
        """Return the notes that are chosen already, then those that may be about the option."""
        said = self._said()
        if said is None:
            return ()
        every = [note for visit in self.session.case.visits for note in visit.live_notes]
        about = (note.id for note in notes_about(said.option, every))
        return tuple(dict.fromkeys((*(note.id for note in said.notes), *about)))

    def compose_in_frame(self) -> ComposeResult:
        """Lay out the field above the notes."""
        yield self._search
        yield self.lines

    def heading(self) -> str:
        """Return whose notes they are."""
        said = self._said()
        if said is None:
            return words.NOTES_TITLE
        return words.cell_field(one_line(said.criterion.text), one_line(said.option.text))

    def rows(self) -> Iterator[Row]:
        """Return the notes that hold the words looked for."""
        said = self._said()
        behind = said.note_ids if said is not None else ()
        visits = self.session.case.visits
        found = {
            note.id: (note, visit)
            for visit in visits
            for note in visit.live_notes
            if holds(folded(note_line(note)), self._looked_for)
        }
        if not found:
            empty = words.NOTES_NOT_FOUND if self._looked_for else words.NOTES_NONE
            yield Row("none", empty, lead=" ", mood="muted", selectable=False)
        first = [each for each in self._first if each in found]
        if first:
            yield _section("about", words.NOTES_ABOUT)
        for each in first:
            note, visit = found.pop(each)
            whose = name_of(self.session.case, visit.head.clinician_id)
            yield _note_row(note, visit, behind, whose)
        for visit in visits:
            rest = [note for note, where in found.values() if where is visit]
            if rest:
                doctor = name_of(self.session.case, visit.head.clinician_id)
                yield _section(visit.id, doctor or compare_words.NO_DOCTOR)
            yield from (_note_row(note, visit, behind) for note in rest)

    @on(LineInput.Changed)
    def _typed(self) -> None:
        if self._search.text != self._looked_for:
            self._looked_for = folded(self._search.text)
            self.show()

    def _take(self) -> None:
        self._typed()
        if self.lines.cursor_key is not None:
            self.choose(self.lines.cursor_key)

    def action_move(self, by: int) -> None:
        """Move up or down in the list."""
        self.lines.action_move(by)

    def act(self, key: str) -> None:
        """Put a note behind the cell, or take it away."""
        said = self._said()
        if said is None:
            self.leave()
        elif not self._editor.toggle_note(said.option, said.criterion, key):
            self.say(compare_words.CELL_COVERED)

    def action_to_the_visit(self) -> None:
        """Go to the note where it was written."""
        if self.lines.cursor_key is not None:
            self.go_to_note(self.lines.cursor_key)


def _section(key: str, text: str) -> Row:
    return Row(f"over/{key}", text, lead=" ", mood="heading", selectable=False)


def _note_row(note: Note, visit: VisitFile, behind: tuple[str, ...], right: str = "") -> Row:
    mark = "[x]" if note.id in behind else "[ ]"
    stamp = f"{note_stamp(note.at, visit.head)} " if note.at is not None else ""
    tints = (("[x]", "good"),) if note.id in behind else ()
    return Row(
        note.id,
        note_line(note),
        lead=f" {mark} {stamp}",
        right=right,
        right_mood="muted",
        tints=tints,
    )

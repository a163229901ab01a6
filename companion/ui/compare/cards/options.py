"""The options beside each other: each cell is typed, or taken from notes; stars, no total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from companion.domain.rating import rater_at
from companion.services.compare.options import OptionsEditor
from companion.services.prepare.preparation import short
from companion.ui.compare.cards.card import CompareCard
from companion.ui.compare.cards.option_notes import OptionNotesCard
from companion.ui.compare.options_view import (
    ADD,
    CELL,
    CRITERION,
    NAME,
    OPTION,
    Looking,
    is_written,
    name_rows,
    place_of,
    rows_of,
    shown_options,
)
from companion.ui.rooms.draft_field import DraftField
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import FRAME
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.widgets.line_list import LineList
from companion.words import compare as compare_words
from companion.words import compare_cards as card_words
from companion.words import options as words
from companion.words.rooms import BETWEEN, NOTHING_TO_REDO, redone, taken_out

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.option import CareOption, Criterion
    from companion.domain.people import Person
    from companion.services.draft import Draft
    from companion.ui.compare.context import CompareContext
    from companion.ui.widgets.row import Row

_HINTS = {CELL: words.HINT_CELL, NAME: words.HINT_NAME}


class OptionsCard(CompareCard):
    """One option a page, or options side by side; the field for words stands below them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, priority=True),
        Binding("left", "other_option(-1)", show=False),
        Binding("right", "other_option(1)", show=False),
        Binding("f2,ctrl+r", "rename", show=False),
        Binding("f4,ctrl+e", "notes", show=False),
        Binding("f8,ctrl+n", "add_option", show=False),
        Binding("delete,ctrl+x", "remove", show=False),
        Binding("asterisk", "star", show=False),
        Binding("tab", "other_person", show=False),
        Binding("ctrl+y", "redo", show=False, priority=True),
    ]

    DEFAULT_CSS = "OptionsCard > DraftField { height: auto; }"

    def __init__(self, room: CompareContext, place: str = "") -> None:
        """Lay the card over the room.

        Args:
            room: The room.
            place: The option to begin with, and a topic behind a stroke; else the first option.
        """
        super().__init__(room)
        self._editor = OptionsEditor(self.session)
        self._turn = 0
        self._option, _, self._topic = place.partition("/")
        self._names = LineList(marker=False, away="plain")
        self._names.can_focus = False
        self._field = DraftField()
        self.word_receiver = WordReceiver(
            self.say,
            has_line=lambda: True,
            place=self._place,
            go_back_to=self._go_back_to,
            take=self._take_words,
        )

    def compose_in_frame(self) -> ComposeResult:
        """Lay out the names of the options above the list, for when it is scrolled."""
        yield self._names
        yield self.lines

    def compose_foot(self) -> ComposeResult:
        """Lay out the field for words, and what just happened."""
        yield self._field
        yield from super().compose_foot()

    def opened(self) -> None:
        """Answer Enter in the field; begin with the option that was asked for."""
        self.watch(self.lines, "scroll_y", self._show_names, init=False)
        self._field.finished = self._written
        self._field.closed = self._field_closed
        if self._topic:
            self.call_after_refresh(self._go_to_cell, self._topic)
        elif len(self._editor.table.options) == 1:
            self.call_after_refresh(self.lines.go_to, f"{ADD}/{OPTION}")

    # What is shown

    def heading(self) -> str:
        """Return what the card is about."""
        return words.TITLE

    def top_line(self) -> tuple[str, str]:
        """Return the case; which options are shown, and who gives stars."""
        left, _ = super().top_line()
        options = self._editor.table.options
        shown = shown_options(options, self._here.id, self.app.size.width)
        name = self._person.name if self._person is not None else ""
        rates = card_words.who_rates(name) if name else ""
        return left, BETWEEN.join(filter(None, (place_of(options, shown), rates)))

    @property
    def _looking(self) -> Looking:
        return Looking(self._here.id, self._by_id)

    def rows(self) -> list[Row]:
        """Return the options, one a page or side by side."""
        return rows_of(self._editor.table, self._looking, self.app.size.width)

    def show(self) -> None:
        """Show everything again."""
        super().show()
        self._show_names()

    def _show_names(self) -> None:
        """Show whose the columns are, where their names are scrolled out of view."""
        width = self.app.size.width
        self._names.display = self.lines.scroll_y > 0
        self._names.show(name_rows(self._editor.table, self._looking, width))
        self._names.styles.height = self._names.lines_in(width - FRAME)

    def hint(self) -> str:
        """Return what can be done now."""
        if self._field.is_open:
            return words.HINT_FIELD
        return _HINTS.get(self._kind, words.HINT_ADD)

    def help_topic(self) -> HelpTopic:
        """Return everything that can be done here."""
        return HelpTopic(words.TITLE, self.hint() if self._field.is_open else words.HELP)

    @on(LineList.Moved)
    def _another_row(self) -> None:
        self.show()

    # Where one is

    @property
    def _kind(self) -> str:
        return (self.lines.cursor_key or "").partition("/")[0]

    @property
    def _here(self) -> CareOption:
        """The option that the keys act on."""
        table = self._editor.table
        return table.option(self._option) or table.options[0]

    @property
    def _criterion(self) -> Criterion | None:
        """The topic at the cursor."""
        kind, _, rest = (self.lines.cursor_key or "").partition("/")
        return self._editor.table.criterion(rest.partition("/")[2]) if kind == CELL else None

    @property
    def _person(self) -> Person | None:
        """The person who gives stars; None in a case without anybody."""
        return rater_at(self.session.case, self._turn)

    @property
    def _by_id(self) -> str | None:
        return self._person.id if self._person is not None else None

    def _go_to_cell(self, criterion_id: str) -> None:
        self.lines.go_to(f"{CELL}/{self._here.id}/{criterion_id}")

    def action_other_option(self, by: int) -> None:
        """Go to the next option or the one before, on the same topic."""
        options, here = self._editor.table.options, self._here
        criterion, on_name = self._criterion, self._kind == NAME
        place = min(max(options.index(here) + by, 0), len(options) - 1)
        self._option = options[place].id
        self.say("")
        self.show()
        if criterion is not None:
            self._go_to_cell(criterion.id)
        elif on_name:
            self.lines.go_to(f"{NAME}/{self._option}")

    def action_other_person(self) -> None:
        """Let the other person give stars; what the first gave is not shown."""
        self._turn += 1
        self.show()

    # Writing

    def choose(self, key: str) -> None:
        """Write what stands on the row, where anything can be changed."""
        if self.may_change():
            self.act(key)

    def act(self, key: str) -> None:
        """Write what stands on the row."""
        kind, _, what = key.partition("/")
        if kind == ADD:
            editor = self._editor
            adds = editor.new_criterion_draft if what == CRITERION else editor.new_option_draft
            self._write(adds())
        elif kind == NAME:
            self.action_rename()
        else:
            self._write_cell()

    def action_tick(self) -> None:
        """Do nothing: words are begun with Enter, or by typing them."""

    def _write(self, draft: Draft) -> None:
        self._field.close()
        self.say("")
        self._field.open(draft)
        self.show()

    def _write_cell(self) -> bool:
        """Open the field for the cell at the cursor; False where it is hidden, or there is none."""
        criterion = self._criterion
        if criterion is None:
            return False
        if self._editor.hides(self._here, criterion):
            self.say(compare_words.CELL_COVERED)
            return False
        self._write(self._editor.cell_draft(self._here, criterion))
        return True

    def _written(self, draft: Draft) -> None:
        """Go on after Enter: to the option that was made, or to the next topic."""
        self.set_focus(self.lines)
        table = self._editor.table
        if table.option(draft.key) is not None:
            self._option = draft.key
            self.show()
            self._go_to_cell(table.criteria[0].id)
        elif table.criterion(draft.key) is not None:
            self.show()
            self._go_to_cell(draft.key)
        else:
            self.lines.action_move(1)
            self.show()

    def _field_closed(self, said: str) -> None:
        self.set_focus(self.lines)
        self.show()
        self.say(said)

    def _take_words(self, text: str) -> bool:
        """Write words that were typed in the list into the cell, or as another option."""
        if not self.may_change():
            return False
        if self._kind == CELL:
            return self._write_cell() and self._field.go_on(text)
        self.act(self.lines.cursor_key or "") if self._kind == ADD else self.action_add_option()
        return self._field.go_on(text)

    def _place(self) -> object:
        return (self._option, self.lines.cursor_key), self.session.newest_change

    def _go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        (self._option, row), so_far = place
        if not self.session.read_only:
            self.session.undo_back_to(so_far)
        self.show()
        if row is not None:
            self.lines.go_to(row)

    # Acts

    def action_rename(self) -> None:
        """Word the topic at the cursor another way, or the option."""
        if not self.may_change():
            return
        criterion, table = self._criterion, self._editor.table
        named = criterion or self._here
        if table.veil.hides(named):
            self.say(compare_words.CELL_COVERED)
        elif criterion is not None:
            self._write(self._editor.criterion_draft(criterion))
        else:
            self._write(self._editor.option_draft(self._here))

    def action_add_option(self) -> None:
        """Write another option."""
        if self.may_change():
            self._write(self._editor.new_option_draft())

    def action_notes(self) -> None:
        """Choose the notes behind the cell at the cursor."""
        criterion = self._criterion
        if criterion is not None and not self._field.is_open:
            card = OptionNotesCard(self.room, self._editor, self._here.id, criterion.id)
            self.app.push_screen(card, lambda _: self._back_from_notes())

    def _back_from_notes(self) -> None:
        if self.is_mounted:
            self.show()

    def action_star(self) -> None:
        """Say that what stands in the cell matters one star more."""
        criterion = self._criterion
        if criterion is not None and self.may_change():
            self.say("")
            self._editor.add_star(self._here, criterion, self._by_id)
            self.show()

    def action_remove(self) -> None:
        """Clear the cell at the cursor, or take out an empty topic, or the option."""
        if not self.may_change():
            return
        criterion, option = self._criterion, self._here
        if criterion is not None:
            self.say(self._clear(option, criterion))
        elif self._kind != NAME:
            self.say(words.NOTHING_TO_REMOVE)
        elif self._editor.drop_option(option):
            self.say(taken_out(short(option.text)))
        else:
            self.say(words.ALWAYS_THERE)
        self.show()

    def _clear(self, option: CareOption, criterion: Criterion) -> str:
        """Clear a cell; take its topic out where nothing stands on it. Return what was done."""
        editor = self._editor
        if is_written(editor.table.said(option, criterion)):
            editor.clear_cell(option, criterion)
            return taken_out(short(criterion.text))
        if editor.drop_criterion(criterion):
            return taken_out(short(criterion.text))
        return words.LAST_TOPIC if len(editor.table.criteria) == 1 else words.HAS_WORDS

    def action_undo(self) -> None:
        """Take typing back while there is some, else the last change that the room shows."""
        if not self._field.undo():
            self._field.close()
            super().action_undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self._field.redo() or not self.may_change():
            return
        past = self.session.redo("compare")
        self.say(redone(past.sentence) if past else NOTHING_TO_REDO)
        self.show()

    # Leaving

    def action_back(self) -> None:
        """Close the field, with its words kept; else put the card away."""
        if self._field.is_open:
            self._field.close()
        else:
            self.leave()

    def leave(self) -> None:
        """Keep the words that are being written, and put the card away."""
        self._field.close()
        super().leave()

"""Compare: one row at a time, the whole table, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.aspect_view import CELL, TOGETHER, WHY, place_of
from companion.ui.compare.cards import NotesCard, SeenCard
from companion.ui.compare.evidence import EvidenceCard
from companion.ui.compare.now_view import DECIDED, LEANING, STEP
from companion.ui.compare.pages import ASPECT, NOW, TABLE
from companion.ui.compare.rating_card import RatingCard
from companion.ui.compare.ways import WaysOn
from companion.ui.rooms.bindings import bindings_for
from companion.words import compare as words
from companion.words import opinion as opinion_words

if TYPE_CHECKING:
    from textual.binding import BindingType


_ON_NOW = {STEP: STEP, "leaning": LEANING, "decision": DECIDED, "decide": DECIDED}
"""What of a search stands on the page *what now*, and on which row."""


class CompareRoom(WaysOn):
    """The opinions side by side."""

    NAME = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("compare"),
        Binding("escape", "back", show=False, priority=True),
        Binding("left", "other_opinions(-1)", show=False),
        Binding("right", "other_opinions(1)", show=False),
    ]
    DEFAULT_CSS = """
    CompareRoom #pane {
        border: round $border-blurred; border-title-color: $foreground;
        &:focus { border: round $border; }
    }
    CompareRoom #label { text-style: bold; }
    """

    def opened(self) -> None:
        """Answer Enter at once."""
        super().opened()
        self.pane.chosen = self.chosen

    def arrive(self, thing: str) -> None:
        """Open the row, the step or the words that were found."""
        kind, _, name = thing.partition("/")
        if kind in _ON_NOW:
            self.go(NOW)
            self.pane.go_to(thing if kind == STEP else _ON_NOW[kind])
            return
        name, _, column = name.partition("/")
        place = place_of(self.table, name)
        if place is not None:
            self.row = place
            self.go(ASPECT)
            self.pane.go_to(f"{CELL}/{column}")

    # Going from row to row

    def action_compare_next_aspect(self) -> None:
        """One row on."""
        self._step(1)

    def action_compare_previous_aspect(self) -> None:
        """One row back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.view != ASPECT:
            self.pane.action_page(by)
            return
        self.close_field()
        goal = min(max(self.row + by, 0), len(self.table.aspects) - 1)
        if goal == self.row:
            self.say(words.AT_THE_LAST if by > 0 else words.AT_THE_FIRST)
            return
        self.row = goal
        self.say("")
        self.show_from_top()

    def action_compare_whole_table(self) -> None:
        """The whole table, or one row."""
        if self.view == TABLE:
            self._open_row()
            return
        self.go(TABLE)
        aspects = self.table.aspects
        if aspects:
            self.pane.go_to(aspects[min(self.row, len(aspects) - 1)].id)

    def action_other_opinions(self, by: int) -> None:
        """Opinions further left or right, where not all fit."""
        if self.view == TABLE:
            most = max(0, len(self.table.columns) - 1)
            self.first_shown = min(max(0, self.first_shown + by), most)
            self.show_body()

    def _open_row(self) -> None:
        aspect = self.aspect
        self._cursors.pop(ASPECT, None)
        if aspect is not None:
            self.row = [each.id for each in self.table.aspects].index(aspect.id)
        self.go(ASPECT)

    def action_compare_what_now(self) -> None:
        """What follows from the comparison."""
        self.go(NOW)

    def chosen(self, key: str) -> None:
        """Enter: open a row, its notes, or do what stands there."""
        if self.view == TABLE:
            self._open_row()
        elif self.view == NOW:
            self.do(key)
        elif key.startswith(f"{WHY}/"):
            self.tick_why(key)
        elif key == TOGETHER:
            self.action_compare_behind()
        else:
            self.action_compare_notes()

    def action_compare_mark(self) -> None:
        """Tick a reason, choose a way on, or tick a step."""
        key = self.pane.cursor_key or ""
        if self.pane.brings_cursor():
            return
        self.say("")
        if self.view == NOW:
            self.mark(key)
        else:
            self.tick_why(key)

    # Cells and opinions

    def _back(self, result: None) -> None:
        del result
        self.show_all()

    def action_compare_notes(self) -> None:
        """Choose the notes behind a cell; without a visit there are none and one writes."""
        column, aspect = self.column, self.aspect
        if column is None or aspect is None or self.view != ASPECT:
            self.say(words.CHOOSE_AN_OPINION)
        elif column.visit is None:
            self.action_compare_write()
        else:
            self.app.push_screen(NotesCard(column, aspect), self._back)

    def action_compare_behind(self) -> None:
        """Every note behind the row, opinion by opinion."""
        aspect = self.aspect
        if aspect is None or self.view == NOW:
            self.say(words.CHOOSE_A_ROW)
        else:
            self.app.push_screen(EvidenceCard(aspect), self._back)

    def action_compare_write(self) -> None:
        """Write what stands at the cursor."""
        if self.view == NOW:
            self.write_here(self.pane.cursor_key or "")
            return
        column, aspect = self.column, self.aspect
        if column is None or aspect is None or self.view != ASPECT:
            self.say(words.CHOOSE_AN_OPINION)
        elif OpinionEditor(self.session, column).hides(aspect.id) and not column.frozen:
            self.say(words.CELL_COVERED)
        else:
            self.write(OpinionEditor(self.session, column).cell_draft(aspect))

    def action_compare_had_seen(self) -> None:
        """What a doctor had seen, and whether the other opinion was known."""
        column = self.column
        if column is None:
            self.say(words.CHOOSE_AN_OPINION)
        else:
            self.app.push_screen(SeenCard(column), self._back)

    def action_compare_set_down(self) -> None:
        """Keep an opinion as it is."""
        column = self.column
        if column is None:
            self.say(words.CHOOSE_AN_OPINION)
        elif self.may_change():
            done = OpinionEditor(self.session, column).freeze()
            self.say(opinion_words.FROZEN_NOW if done else opinion_words.NOTHING_TO_FREEZE)

    def action_compare_rate(self) -> None:
        """How patient and companion found each opinion."""
        self.app.push_screen(RatingCard(), self._back)

"""Acts on one opinion: its words, the notes behind them, what its doctor knew, setting it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.rating import raters
from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.cards.evidence import EvidenceCard
from companion.ui.compare.cards.notes import NotesCard
from companion.ui.compare.cards.ratings import RatingCard
from companion.ui.compare.cards.records_seen import SeenCard
from companion.ui.compare.state import ASPECT, NOW
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import opinion as opinion_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column
    from companion.ui.compare.context import CompareContext


class Opinions:
    """Acts on the opinion at the cursor, or on all that stand in the row."""

    def __init__(self, context: CompareContext) -> None:
        self._context = context

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands that act on opinions."""
        return {
            "compare.notes": self.choose_notes,
            "compare.behind": self.show_evidence,
            "compare.had_seen": self.show_records_seen,
            "compare.set_down": self.freeze,
            "compare.rate": self.rate,
        }

    def _column(self) -> Column | None:
        """Return the opinion to act on; says when there is none."""
        column = self._context.state.column
        if column is None:
            self._context.say(words.CHOOSE_AN_OPINION)
        return column

    def _cell(self) -> tuple[Column, Aspect] | None:
        """Return the opinion and the row of the cell at the cursor; says when there is none."""
        state = self._context.state
        if state.column is None or state.aspect is None or state.view != ASPECT:
            self._context.say(words.CHOOSE_AN_OPINION)
            return None
        return state.column, state.aspect

    def choose_notes(self) -> None:
        """Choose the notes behind a cell; without a visit there are none, so its words open."""
        cell = self._cell()
        if cell is None:
            return
        column, aspect = cell
        if column.visit is None:
            self.write()
        else:
            self._context.show_card(NotesCard(self._context, column, aspect))

    def write(self) -> None:
        """Write the words of the cell at the cursor."""
        cell = self._cell()
        if cell is None:
            return
        column, aspect = cell
        editor = OpinionEditor(self._context.state.session, column)
        if editor.hides(aspect.id) and not column.frozen:
            self._context.say(words.CELL_COVERED)
        else:
            self._context.write(editor.cell_draft(aspect))

    def show_evidence(self) -> None:
        """Show every note behind the row, opinion by opinion."""
        state = self._context.state
        aspect = state.aspect
        if aspect is None or state.view == NOW:
            self._context.say(words.CHOOSE_A_ROW)
        else:
            self._context.show_card(EvidenceCard(self._context, aspect))

    def show_records_seen(self) -> None:
        """Show what the doctor had seen, and whether the other opinion was known."""
        column = self._column()
        if column is not None:
            self._context.show_card(SeenCard(self._context, column))

    def freeze(self) -> None:
        """Set the opinion down as it is."""
        column = self._column()
        if column is not None and self._context.may_change():
            done = OpinionEditor(self._context.state.session, column).freeze()
            said = opinion_words.FROZEN_NOW if done else opinion_words.NOTHING_TO_FREEZE
            self._context.say(said)

    def rate(self) -> None:
        """Say how patient and companion found each opinion."""
        if raters(self._context.state.session.case):
            self._context.show_card(RatingCard(self._context))
        else:
            self._context.say(card_words.RATE_NO_ONE)

"""Going through the comparison with Enter: take the notes, judge, why, how much, the next row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison import Verdict, Why
from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.aspect_view import (
    CELL,
    MATTERS,
    PROPOSED_AT_ONCE,
    TOGETHER,
    WHY,
    first_proposed,
)
from companion.ui.compare.state import ASPECT, NOW, TABLE
from companion.words import compare as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.comparison import Aspect
    from companion.ui.compare.context import CompareContext


class OnePass:
    """Answers Enter on the lines of one row.

    Args:
        context: The room.
        choose_notes: Opens the notes behind the cell at the cursor.
    """

    def __init__(self, context: CompareContext, choose_notes: Callable[[], None]) -> None:
        self._context = context
        self._choose_notes = choose_notes

    def enter(self, key: str) -> None:
        """Take what is proposed on a line, or go on to the next."""
        aspect = self._context.state.aspect
        kind = key.partition("/")[0]
        if aspect is None:
            return
        if kind == CELL:
            self._enter_cell(aspect)
        elif kind == TOGETHER:
            self._context.show_row(ASPECT, self._after_verdict(aspect))
        elif kind == WHY:
            self._context.show_row(ASPECT, MATTERS)
        else:
            self.go_on()

    def _enter_cell(self, aspect: Aspect) -> None:
        said = self._context.state.said
        if said is None or not said.proposed:
            self._choose_notes()
        elif self._context.may_change():
            self._context.say("")
            taken = said.proposed[:PROPOSED_AT_ONCE]
            OpinionEditor(self._context.state.session, said.column).take(aspect, taken)
            self._go_on_in(aspect)

    def _go_on_in(self, aspect: Aspect) -> None:
        """Go to the next cell for which something is proposed, else to the question below."""
        table = self._context.state.table
        following = first_proposed(table, aspect)
        if following:
            self._context.show_row(ASPECT, following)
        elif table.several:
            self._context.show_row(ASPECT, TOGETHER)
        else:
            self.go_on()

    def _after_verdict(self, aspect: Aspect) -> str:
        row = self._context.state.table.rows.get(aspect.id)
        differ = row is not None and row.verdict is Verdict.DIFFERS
        return f"{WHY}/{next(iter(Why))}" if differ else MATTERS

    def go_on(self) -> None:
        """Show the next row that waits; after the last of those at hand, bring the others."""
        context, state = self._context, self._context.state
        context.say("")
        waiting = self._waiting(state.topics)
        if waiting is not None:
            self._show(waiting)
        elif state.told_further:
            self.bring_told()
        elif state.table.several:
            context.show_page(NOW)
            context.say(words.ALL_COMPARED)
        else:
            context.say(words.ALL_TAKEN)

    def bring_told(self) -> None:
        """Bring every row with notes, and show the first of them."""
        context, state = self._context, self._context.state
        told = state.told_further
        if state.view == NOW:
            context.show_page(TABLE)
        if not told:
            context.say(words.NO_MORE_TOLD)
            return
        state.more = True
        if state.view == ASPECT:
            self._show(told[0])
        else:
            context.show_page(TABLE)
            context.show_row(TABLE, told[0].id)
        context.say(words.more_told(len(told)))

    def _waiting(self, topics: tuple[Aspect, ...]) -> Aspect | None:
        """Return the next row with something to judge or to take, after the one that is shown."""
        state = self._context.state
        here = state.aspect
        at = topics.index(here) if here in topics else -1
        table = state.table
        for aspect in (*topics[at + 1 :], *topics[: max(at, 0)]):
            if table.waits(aspect) if table.several else first_proposed(table, aspect):
                return aspect
        return None

    def _show(self, aspect: Aspect) -> None:
        """Show a row with the cursor where there is something to do."""
        table = self._context.state.table
        self._context.show_topic(
            aspect, first_proposed(table, aspect) or (TOGETHER if table.several else "")
        )

"""Judging a row: how the opinions go together, why they differ, how much it matters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from companion.domain.comparison import Verdict, Why
from companion.services.prepare.preparation import short
from companion.ui.compare.aspect_view import MATTERS, TOGETHER, WHY
from companion.ui.compare.cards.topics import FurtherCard, TopicsCard
from companion.ui.compare.state import ASPECT, NOW
from companion.words import compare as words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.comparison import Aspect
    from companion.ui.compare.context import CompareContext


class Verdicts:
    """Acts on the row that is shown, or on the one at the cursor of the table."""

    def __init__(self, context: CompareContext) -> None:
        self._context = context

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands that act on a row."""
        return {
            **{f"compare.{verdict}": partial(self.judge, verdict) for verdict in Verdict},
            "compare.matters": self.add_star,
            "compare.add_aspect": self.add_aspect,
            "compare.drop_aspect": self.drop_aspect,
        }

    def _aspect(self) -> Aspect | None:
        """Return the row to act on; says when there is none."""
        state = self._context.state
        aspect = state.aspect if state.view != NOW else None
        if aspect is None:
            self._context.say(words.CHOOSE_A_ROW)
        return aspect

    def judge(self, verdict: Verdict) -> None:
        """Say how the row goes together."""
        context = self._context
        aspect = self._aspect()
        if aspect is None:
            return
        on_row = context.state.view == ASPECT
        if not context.state.table.several:
            context.say(words.TWO_NEEDED)
        elif context.may_change():
            if on_row and context.state.cursor == MATTERS:
                stars = [*Verdict].index(verdict) + 1
                context.state.comparison.set_stars(aspect.id, stars)
                return
            context.state.comparison.judge(aspect.id, verdict)
            if on_row:
                context.show_row(ASPECT, TOGETHER)

    def add_star(self) -> None:
        """Say that the row matters one star more."""
        aspect = self._aspect()
        if aspect is not None and self._context.may_change():
            self._context.say("")
            self._context.state.comparison.add_star(aspect.id)

    def toggle_why(self, key: str) -> None:
        """Give the reason on a line, or take it away."""
        context = self._context
        aspect = context.state.aspect
        if key.startswith(f"{WHY}/") and aspect is not None and context.may_change():
            why = Why(key.removeprefix(f"{WHY}/"))
            context.state.comparison.toggle_why(aspect.id, why)

    def add_aspect(self) -> None:
        """Write a row of the user's own, or choose from those the guidance has for a situation."""
        comparison = self._context.state.comparison
        if comparison.offered_topics():
            self._context.show_card(TopicsCard(self._context))
        else:
            self._context.write(comparison.aspect_draft())

    def show_further(self) -> None:
        """Show the rows that are not at hand, those with notes first."""
        self._context.show_card(FurtherCard(self._context))

    def drop_aspect(self) -> None:
        """Take the row out."""
        context = self._context
        aspect = context.state.aspect
        if aspect is not None and context.state.view != NOW and context.may_change():
            context.state.comparison.drop_aspect(aspect.id)
            context.say(taken_out(short(aspect.text)))

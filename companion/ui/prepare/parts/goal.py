"""The goal of the visit, one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.prepare.part import Part, PartResult
from companion.ui.prepare.rows import answer_row, blank, choice_row, kind_of, words_row
from companion.words import prepare as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.widgets.line_list import Row


class GoalPart(Part):
    """One sentence: what this visit is for."""

    NAME = "goal"

    def rows(self) -> tuple[Row, ...]:
        """Return the goal, and examples."""
        visit = self.preparation.visit
        goal = visit.head.goal if visit else ""
        return (
            words_row("intro", words.GOAL_INTRO),
            answer_row("answer:goal", words.PARTS["goal"], goal),
            blank("examples"),
            words_row("examples", words.GOAL_EXAMPLES),
            *(
                choice_row(f"tick:{text.source}", text.text, chosen=text.text == goal)
                for text in self.preparation.guidance("goals")
            ),
        )

    def activate(self, key: str) -> PartResult:
        """Write the goal, or begin with an example."""
        kind, source = kind_of(key)
        text = self.guidance_of(source) if kind == "tick" else None
        if text is not None:
            self.appointment.set_goal(text.text)
            return PartResult(cursor="answer:goal")
        return self.reword(key)

    def reword(self, key: str) -> PartResult:
        """Write the goal."""
        del key
        return PartResult(draft=self.appointment.text_draft("goal", words.GOAL_LABEL))

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {"tick": self.activate, "reword": self.reword, "add": self.reword}

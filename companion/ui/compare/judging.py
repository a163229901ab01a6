"""Judging a row: how the opinions go together, why, how much it matters."""

from __future__ import annotations

from companion.domain.comparison import Verdict, Why
from companion.services.prepare.preparation import short
from companion.ui.compare.aspect_view import WHY
from companion.ui.compare.pages import NOW
from companion.ui.compare.writing import Writing
from companion.words import compare as words
from companion.words.rooms import taken_out


class Judging(Writing):
    """Acts on the row that is shown, or at the cursor of the table."""

    def judge(self, verdict: Verdict) -> None:
        """Say how the row goes together."""
        aspect = self.aspect
        if self.view == NOW or aspect is None:
            self.say(words.CHOOSE_A_ROW)
            return
        if len(self.table.columns) < len(("one", "other")):
            self.say(words.TWO_NEEDED)
        elif self.may_change():
            self.comparing.judge(aspect.id, verdict)

    def action_compare_same(self) -> None:
        """They say the same."""
        self.judge(Verdict.SAME)

    def action_compare_refined(self) -> None:
        """The same, and one is more exact."""
        self.judge(Verdict.REFINED)

    def action_compare_differs(self) -> None:
        """They differ."""
        self.judge(Verdict.DIFFERS)

    def action_compare_not_discussed(self) -> None:
        """It was not spoken of with all."""
        self.judge(Verdict.NOT_DISCUSSED)

    def action_compare_cannot_tell_yet(self) -> None:
        """It is left open."""
        self.judge(Verdict.CANNOT_TELL_YET)

    def action_compare_matters(self) -> None:
        """One star more."""
        aspect = self.aspect
        if self.view == NOW or aspect is None:
            self.say(words.CHOOSE_A_ROW)
        elif self.may_change():
            self.say("")
            self.comparing.add_star(aspect.id)

    def tick_why(self, key: str) -> None:
        """Give a reason why they differ, or take it away."""
        if key.startswith(f"{WHY}/") and self.aspect is not None and self.may_change():
            self.comparing.toggle_why(self.aspect.id, Why(key.removeprefix(f"{WHY}/")))

    def action_compare_add_aspect(self) -> None:
        """A row of one's own."""
        self.write(self.comparing.aspect_draft())

    def action_compare_drop_aspect(self) -> None:
        """Take the row out."""
        aspect = self.aspect
        if aspect is not None and self.view != NOW and self.may_change():
            self.comparing.drop_aspect(aspect.id)
            self.say(taken_out(short(aspect.text)))

"""Acts on the visit itself: its clock, the page, its end, the answers at the door and after."""

from __future__ import annotations

from typing import Any

from companion.domain.changes import added, altered, found
from companion.domain.visit import BeforeYouLeave, Debrief
from companion.services.visit.open_visit import OpenVisit
from companion.words import visit as words


class CourseActs(OpenVisit):
    """From the doctor's coming in to the ten minutes after."""

    def doctor_is_here(self) -> None:
        """Start the clock again; a visit that was ended goes on."""
        self._alter_head(words.UNDO_CLOCK, started_at=self.session.now(), ended_at=None)

    def more_time(self, minutes: int) -> None:
        """Add minutes to the planned time."""
        self._alter_head(words.UNDO_CLOCK, added_minutes=self.visit.head.added_minutes + minutes)

    def show_clock(self, clock: str) -> None:
        """Show the clock, show it in the last five minutes, or not: shown, last_five, off."""
        self._alter_head(words.UNDO_CLOCK, clock=clock)

    def plan_minutes(self, minutes: int | None) -> None:
        """How long the visit is planned."""
        self._alter_head(words.UNDO_CLOCK, minutes=minutes)

    def hand_over(self) -> None:
        """Note that the page was given to the doctor."""
        self._alter_head(words.UNDO_HANDED_OVER, handed_over_at=self.session.now())

    def end(self) -> None:
        """End the visit; it can be written in all the same."""
        self._alter_head(words.UNDO_ENDED, ended_at=self.session.now())

    def answer_at_the_door(self, answer: str, text: str) -> None:
        """Keep one answer of *before you leave*: call, plan, who, results or report."""
        card = found(self.visit.before_you_leave, self.visit_id)
        values: dict[str, Any] = {answer: text}
        if card is None:
            card = BeforeYouLeave(id=self.visit_id, created_at=self.session.now(), **values)
            visit = added(self.visit, "before_you_leave", card)
        else:
            visit = altered(self.visit, "before_you_leave", card.id, deleted=False, **values)
        self._change(words.UNDO_DOOR, visit)

    def debrief(self, prompt: str, text: str, by_id: str | None) -> None:
        """Keep one answer written while the visit is fresh; an earlier one gives way."""
        now = self.session.now()
        earlier = self.fresh_answer(prompt, by_id)
        if earlier is not None:
            changed = altered(self.visit, "debrief", earlier.id, text=text, at=now)
            self._change(words.UNDO_DEBRIEF, changed)
            return
        answer = Debrief(
            id=self.session.surroundings.new_id(),
            created_at=now,
            prompt=prompt,
            text=text,
            at=now,
            by_id=by_id,
        )
        self._change(words.UNDO_DEBRIEF, added(self.visit, "debrief", answer))

    def fresh_answer(self, prompt: str, by_id: str | None) -> Debrief | None:
        """What somebody wrote to one of the five questions, if they did."""
        return next(
            (
                each
                for each in self.visit.debrief
                if each.prompt == prompt and each.by_id == by_id and not each.deleted
            ),
            None,
        )

"""The clock of a visit: planned minutes, start, the page handed over, end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.words import visit as words

if TYPE_CHECKING:
    from companion.services.case.session import OpenVisit


class VisitClock:
    """Changes when a visit began and ended, and what its clock shows."""

    def __init__(self, here: OpenVisit) -> None:
        self._here = here

    def doctor_is_here(self) -> None:
        """Start the clock again; a visit that was ended goes on."""
        here = self._here
        here.change_head(words.UNDO_CLOCK, started_at=here.now(), ended_at=None)

    def add_minutes(self, minutes: int) -> None:
        """Add minutes to the planned time."""
        here = self._here
        here.change_head(words.UNDO_CLOCK, added_minutes=here.visit.head.added_minutes + minutes)

    def show(self, clock: str) -> None:
        """Show the clock always, in the last five minutes, or never: shown, last_five, off."""
        self._here.change_head(words.UNDO_CLOCK, clock=clock)

    def plan_minutes(self, minutes: int | None) -> None:
        """Set how many minutes the visit is planned to take."""
        self._here.change_head(words.UNDO_CLOCK, minutes=minutes)

    def hand_over(self) -> None:
        """Note that the page was given to the doctor."""
        self._here.change_head(words.UNDO_HANDED_OVER, handed_over_at=self._here.now())

    def end(self) -> None:
        """End the visit; notes can still be added."""
        self._here.change_head(words.UNDO_ENDED, ended_at=self._here.now())

"""Going from one room to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from companion.domain.visit_selection import visit_to_open
from companion.services.visit.plan import visit_from_now
from companion.ui.host import host_of
from companion.words import rooms as words

if TYPE_CHECKING:
    from companion.ui.host import Host


class Leaving(Screen[None]):
    """What a room does to lead to another one."""

    @property
    def host(self) -> Host:
        """The app, as far as rooms know it."""
        return host_of(self)

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        raise NotImplementedError

    def action_app_go(self) -> None:
        """Ask which room."""
        from companion.ui.go import Go

        self.app.push_screen(Go(), self._went)

    def _went(self, answer: str | None) -> None:
        if answer is None:
            return
        if answer.startswith("typed:"):
            self.typed_instead(answer.removeprefix("typed:"))
        else:
            self.leave_for(answer)

    def typed_instead(self, text: str) -> None:
        """Take what was typed where a digit was asked for; a room with a composer types it."""

    def leave_for(self, room: str) -> None:
        """Go to another room; a running visit asks a second time."""
        if room != "home" and self.host.session is None:
            self.say(words.NEEDS_A_CASE)
        elif room == "visit" and self._is_to_choose():
            self.action_app_visits()
        else:
            self.host.enter(room)

    def _is_to_choose(self) -> bool:
        """Whether there are visits, and none of them is the one that is meant."""
        session = self.host.session
        if session is None or visit_to_open(session.unfinished, session.now()) is not None:
            return False
        return bool(session.case.visits)

    def action_app_visits(self) -> None:
        """Show the visits of the case, to open one."""
        session = self.host.session
        if session is None:
            self.say(words.NEEDS_A_CASE)
        else:
            from companion.ui.visits import Visits

            self.app.push_screen(Visits(session.case), self._to_visit)

    def _to_visit(self, visit_id: str | None) -> None:
        from companion.ui.visits import NEW

        session = self.host.session
        if visit_id is None or session is None:
            return
        if visit_id != NEW:
            self.host.enter("visit", visit_id=visit_id)
        elif session.read_only:
            self.say(words.only_reading(session.why_read_only))
        else:
            self.host.enter("visit", visit_id=visit_from_now(session))

    def action_room_home(self) -> None:
        """Go to Home."""
        self.leave_for("home")

    def action_room_prepare(self) -> None:
        """Go to Prepare."""
        self.leave_for("prepare")

    def action_room_visit(self) -> None:
        """Go to Visit."""
        self.leave_for("visit")

    def action_room_compare(self) -> None:
        """Go to Compare."""
        self.leave_for("compare")

    def action_room_guide(self) -> None:
        """Go to the Guide."""
        self.leave_for("guide")

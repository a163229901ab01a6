"""Going from one room to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from companion.ui.go import Go
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
        else:
            self.host.enter(room)

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

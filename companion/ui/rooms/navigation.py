"""The lists that lie over a room, and the ways out: to another room, to a visit, to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.visit_selection import visit_to_open
from companion.services.visit.plan import plan_visit_now
from companion.ui.rooms.host import HasHelpTopic
from companion.words import rooms as words

if TYPE_CHECKING:
    from textual.screen import Screen

    from companion.ui.rooms.host import HelpTopic, Host, RoomView


class Navigation:
    """Lists what can be done in a room, leads to another one, and out of the program."""

    def __init__(self, origin: RoomView) -> None:
        self._origin = origin
        self._warned = False

    @property
    def _host(self) -> Host:
        return self._origin.host

    def list_commands(self) -> None:
        """Show what can be done in the room; what is chosen is carried out (F1)."""
        self._list(self._origin.NAME, self._origin.help_topic())

    def explain(self, screen: Screen[Any]) -> None:
        """Show what can be done in a form or a card that lies over the room.

        The list of commands has none: there the key takes it away.
        """
        if isinstance(screen, HasHelpTopic):
            self._list("", screen.help_topic())
        else:
            screen.dismiss(None)

    def _list(self, room: str, topic: HelpTopic) -> None:
        from companion.ui.rooms.command_list import CommandList

        self._host.push_screen(CommandList(room, self._host.keys, topic), self._origin.action_run)

    def find_command(self) -> None:
        """Find a command by name, and carry it out (Ctrl+P)."""
        from companion.ui.rooms.command_list import CommandFinder

        self._host.push_screen(
            CommandFinder(self._origin.NAME, self._host.keys), self._origin.action_run
        )

    def choose_room(self) -> None:
        """Ask which room."""
        from companion.ui.rooms.room_switcher import RoomSwitcher

        self._host.push_screen(RoomSwitcher(), self._room_chosen)

    def _room_chosen(self, answer: str | None) -> None:
        if answer is None:
            return
        if answer.startswith("typed:"):
            self._origin.typed_instead(answer.removeprefix("typed:"))
        else:
            self.leave_for(answer)

    def leave_for(self, room: str) -> None:
        """Go to another room, if this one may be left."""
        if not self._origin.may_leave(room):
            return
        if room != "home" and self._host.session is None:
            self._origin.say(words.NEEDS_A_CASE)
        elif room == "visit" and self._is_to_choose():
            self.choose_visit()
        else:
            self._host.enter(room)

    def _is_to_choose(self) -> bool:
        """Return whether there are visits, and none of them is the one that is meant."""
        session = self._host.session
        if session is None or visit_to_open(session.unfinished, session.now()) is not None:
            return False
        return bool(session.case.visits)

    def choose_visit(self) -> None:
        """Show the visits of the case, to open one."""
        session = self._host.session
        if session is None:
            self._origin.say(words.NEEDS_A_CASE)
        else:
            from companion.ui.rooms.visit_list import visit_list

            self._host.push_screen(
                visit_list(session.case, session.context.today()), self._visit_chosen
            )

    def _visit_chosen(self, visit_id: str | None) -> None:
        from companion.ui.rooms.visit_list import NEW

        session = self._host.session
        if visit_id is None or session is None:
            return
        if visit_id != NEW:
            self._host.enter("visit", visit_id=visit_id)
        elif session.read_only:
            self._origin.warn(words.only_reading(session.why_read_only))
        else:
            self._host.enter("visit", visit_id=plan_visit_now(session))

    def show_values(self) -> None:
        """Show the numbers of the case over time; Enter leads to the note of one."""
        session = self._host.session
        if session is None:
            self._origin.say(words.NEEDS_A_CASE)
        else:
            from companion.ui.rooms.values_card import ValuesCard

            self._host.push_screen(
                ValuesCard(session.case, session.context.today()), self._value_chosen
            )

    def _value_chosen(self, key: str | None) -> None:
        if key is not None and self._origin.may_leave("visit"):
            visit_id, note_id, _ = key.split("/", 2)
            self.open_at("visit", f"note/{note_id}", visit_id)

    def open_at(self, room: str, thing: str, visit_id: str | None = None) -> None:
        """Go to something in another room.

        Args:
            room: The room.
            thing: The thing to go to there, as `kind/id`.
            visit_id: The visit, for the Visit room.
        """
        self._host.enter(room, visit_id=visit_id)
        self._host.once_shown(lambda opened: opened.arrive(thing))

    def quit(self) -> None:
        """Close the program; while something is not on disk, only when asked a second time.

        A text in the field that cannot be kept stays in view at first.
        """
        if not self._origin.holds_unread():
            self._origin.close_field()
        session = self._host.session
        unkept = session is not None and session.saved_state.error is not None
        if (unkept or self._origin.holds_unread()) and not self._warned:
            self._warned = True
            self._origin.warn(words.CLOSE_UNSAVED if unkept else words.CLOSE_UNREAD)
            return
        self._host.exit()

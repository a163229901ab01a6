"""The two ways to a command besides its key: the list of all (F1), and a search (Ctrl+P)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from companion.ui.rooms.help_topic import HasHelpTopic

if TYPE_CHECKING:
    from textual.screen import Screen

    from companion.ui.rooms.help_topic import HelpTopic
    from companion.ui.rooms.host import Host


class CommandGiver(Protocol):
    """A room, as far as its commands are listed."""

    NAME: ClassVar[str]

    @property
    def host(self) -> Host:
        """The app."""

    def help_topic(self) -> HelpTopic:
        """Return what is in front in the room."""

    async def action_run(self, command_id: str | None) -> None:
        """Carry out a command."""


class CommandMenu:
    """Lists the commands of a room; the one that is chosen is carried out there."""

    def __init__(self, room: CommandGiver) -> None:
        self._room = room

    def show(self) -> None:
        """Show what can be done in the room."""
        self._list(self._room.NAME, self._room.help_topic())

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

        host = self._room.host
        host.push_screen(CommandList(room, host.keys, topic), self._room.action_run)

    def find(self) -> None:
        """Find a command by name."""
        from companion.ui.rooms.command_list import CommandFinder

        host = self._room.host
        host.push_screen(CommandFinder(self._room.NAME, host.keys), self._room.action_run)

"""The app, as far as rooms may ask it for something; a room, as far as its parts may ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession
    from companion.ui.rooms.draft_field import DraftField


class HelpTopic(NamedTuple):
    """A part, a form, a card or a reader, and what can be done there."""

    title: str
    """Its name; empty where the room is all there is."""
    hints: str = ""
    """Its last line, whole."""
    commands: frozenset[str] | None = None
    """The commands of the room that act on it; None for all of them."""


@runtime_checkable
class HasHelpTopic(Protocol):
    """A screen that can be explained."""

    def help_topic(self) -> HelpTopic:
        """Return what is in front, and what can be done there."""


class Host(Protocol):
    """The app that a room runs in, as far as the room may ask it for something."""

    library: CaseLibrary
    session: CaseSession | None
    lost: bool
    keys: Mapping[str, tuple[str, ...]]
    memory: dict[str, object]
    """Where the user was in each room of the open case, by the room's name."""

    def catalogue(self) -> Catalogue:
        """Return every pack there is."""

    def enter(self, room: str, *, visit_id: str | None = None) -> None:
        """Go to a room of the case that is open."""

    def open_case(self, case_id: str, room: str, *, visit_id: str | None = None) -> None:
        """Open another case, in a room."""

    def once_shown(self, act: Callable[[RoomView], None]) -> None:
        """Do something in the room that was just opened, once it is shown."""

    def show_papers(self, session: CaseSession, name: str, visit_id: str | None = None) -> None:
        """Show one paper of the case, or of one visit; all of them when none is named."""

    def say_in_front(self, sentence: str) -> None:
        """Say what a room says on the card that lies over it too, if there is one."""

    def push_screen(
        self, screen: Screen[Any], callback: Callable[[Any], Any] | None = None
    ) -> object:
        """Lay a form, a card or a list over the room; Textual's own."""

    def exit(self) -> None:
        """Save everything and end."""

    def next_theme(self) -> str:
        """Change the colours; return the name of the new ones."""

    def first_words(self) -> str:
        """Return what has to be known of settings and keys; empty once a room has asked."""

    def look_around(self) -> None:
        """Open the made-up example."""

    def try_keys(self) -> None:
        """Open a visit in memory, to try the keys in."""


class RoomView(Protocol):
    """A room, as far as its parts, and the room it was gone to from, may ask it for something."""

    NAME: ClassVar[str]

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def visit_here(self) -> str | None:
        """The visit of the room, where it has one."""

    @property
    def draft_field(self) -> DraftField | None:
        """The field at its foot, where the room has one."""

    def may_change(self) -> bool:
        """Return whether anything can be changed here; says so when not."""

    def close_field(self) -> None:
        """Keep the text of the field and close it, if one is open."""

    def holds_unread(self) -> bool:
        """Return whether a field holds text that is in no file."""

    def help_topic(self) -> HelpTopic:
        """Return what is in front in the room."""

    async def action_run(self, command_id: str | None) -> None:
        """Carry out a command."""

    def top_line(self) -> tuple[str, str]:
        """Return the words at the left and right of the top line."""

    def hint(self) -> str:
        """Return what can be done now."""

    def saved_word(self) -> str:
        """Return `saved`, `not saved` or `read only`."""

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""

    def warn(self, sentence: str) -> None:
        """Say what has to be known: something is not saved, or cannot be."""

    def standing(self) -> str:
        """Return what has to be known as long as the room is open."""

    def saving_changed(self) -> None:
        """Say that saving failed, or works again."""

    def show_all(self) -> None:
        """Show everything again."""

    def may_leave(self, room: str) -> bool:
        """Return whether the room can be left for another one now."""

    def typed_instead(self, text: str) -> None:
        """Take what was typed where a digit was asked for."""

    def arrive(self, thing: str) -> None:
        """Go to something in the room, such as a note that was found."""


def host_of(screen: Screen[Any]) -> Host:
    """Return the program a screen belongs to, as far as rooms and their cards know it."""
    return cast("Host", cast("Any", screen.app).product)

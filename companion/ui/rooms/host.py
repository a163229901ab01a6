"""The app, as far as rooms may ask it for something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession


class OpenedRoom(Protocol):
    """A room that was gone to from another one."""

    def arrive(self, thing: str) -> None:
        """Go to something in the room, such as a note that was found."""

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""


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

    def once_shown(self, act: Callable[[OpenedRoom], None]) -> None:
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


def host_of(screen: Screen[Any]) -> Host:
    """Return the program a screen belongs to, as far as rooms and their cards know it."""
    return cast("Host", cast("Any", screen.app).product)

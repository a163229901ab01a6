"""What a room may ask of the app it runs in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.screen import Screen

    from companion.domain.pack import Pack
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession


class Host(Protocol):
    """What a room may ask of the app it runs in."""

    library: CaseLibrary
    session: CaseSession | None
    lost: bool
    keys: Mapping[str, tuple[str, ...]]

    def packs(self) -> tuple[Pack, ...]:
        """Every pack there is."""

    def enter(self, room: str, *, visit_id: str | None = None) -> None:
        """Go to a room of the case that is open."""

    def open_case(self, case_id: str, room: str, *, visit_id: str | None = None) -> None:
        """Open another case, in a room."""

    def next_theme(self) -> str:
        """Change the colours; the name of the new ones."""

    def first_words(self) -> str:
        """What has to be known of settings and keys; empty once a room has asked."""

    def look_around(self) -> None:
        """Open the made-up example."""


def host_of(screen: Screen[Any]) -> Host:
    """The app, as far as rooms and their cards know it."""
    return cast("Host", screen.app)

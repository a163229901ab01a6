"""What is in front of the user, as the list of what can be done begins with it."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable


class Here(NamedTuple):
    """A part, a form, a card or a reader, and what can be done there."""

    title: str
    """What it is called; empty where the room is all there is."""
    hints: str = ""
    """What its last line says, whole."""
    commands: frozenset[str] | None = None
    """Which commands of the room act on it; None for all of them."""


@runtime_checkable
class Explained(Protocol):
    """A screen that can be explained."""

    def here(self) -> Here:
        """Return what is in front, and what can be done there."""

"""The screen or part in front, as the list of commands begins with it."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable


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

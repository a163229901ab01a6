"""Declaration of a command."""

from __future__ import annotations

from typing import NamedTuple

EVERY_ROOM = ("home", "prepare", "visit", "compare", "guide")
"""The rooms, in the order of Ctrl+G and a digit."""


class Command(NamedTuple):
    """A command; binding, palette entry, help row and footer label are made from it.

    Its title, its help and its label in the last line are in `words`, by its id.
    """

    id: str
    """Dotted: `visit.next_question`."""
    rooms: tuple[str, ...]
    keys: tuple[str, ...] = ()
    """Default keys, Textual's names, the one to show first."""

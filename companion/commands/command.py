"""Declaration of a command."""

from __future__ import annotations

from typing import NamedTuple

EVERY_ROOM = ("home", "prepare", "visit", "compare", "guide")
"""The rooms, in the order of Ctrl+G and a digit."""


class Command(NamedTuple):
    """A command; binding, palette entry, help row and footer label are made from it."""

    id: str
    """Dotted: `visit.next_question`."""
    title: str
    """Two to four words, for lists: `Say it back`."""
    sentence: str
    """The sentence that explains it in help."""
    rooms: tuple[str, ...]
    keys: tuple[str, ...] = ()
    """Default keys, Textual's names, the one to show first."""
    footer: str = ""
    """Label in the footer; empty for none."""

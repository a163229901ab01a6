"""What a command is: one act, declared once."""

from __future__ import annotations

from dataclasses import dataclass

EVERY_ROOM = ("home", "prepare", "visit", "compare", "guide")
"""The rooms, in the order of Ctrl+G and a digit."""


@dataclass(frozen=True, slots=True)
class Command:
    """One act: binding, palette entry, help row and footer label come from here."""

    id: str
    """Dotted: `visit.next_question`."""
    title: str
    """Two to four words, for lists: `Say it back`."""
    sentence: str
    """What it does, for help."""
    rooms: tuple[str, ...]
    """The rooms in which it can be given."""
    keys: tuple[str, ...] = ()
    """Default keys, Textual's names, the one to show first."""
    footer: str = ""
    """Label in the footer line; empty keeps it out of there."""

    @property
    def action(self) -> str:
        """The name of the method that does it, without `action_`."""
        return self.id.replace(".", "_")

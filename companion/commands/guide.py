"""Commands of the Guide."""

from __future__ import annotations

from companion.commands.command import Command

GUIDE = ("guide",)

COMMANDS = (
    Command("guide.next_text", GUIDE, ("down",)),
    Command("guide.previous_text", GUIDE, ("up",)),
    Command("guide.search", GUIDE, ("slash",)),
    Command("guide.back", GUIDE, ("escape",)),
)

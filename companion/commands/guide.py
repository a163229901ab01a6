"""Commands of the Guide."""

from __future__ import annotations

from companion.commands.command import Command

GUIDE = ("guide",)

COMMANDS = (
    Command(
        "guide.next_text",
        "Next text",
        "One text down in the contents.",
        GUIDE,
        ("down",),
    ),
    Command(
        "guide.previous_text",
        "Previous text",
        "One text up in the contents.",
        GUIDE,
        ("up",),
    ),
    Command(
        "guide.search",
        "Search",
        "Show only texts with the words you type.",
        GUIDE,
        ("slash",),
    ),
    Command(
        "guide.back",
        "Back",
        "Back to the contents; there, take the searched words away.",
        GUIDE,
        ("escape",),
    ),
)

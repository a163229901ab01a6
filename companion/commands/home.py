"""Commands of Home."""

from __future__ import annotations

from companion.commands.command import Command

HOME = ("home",)

COMMANDS = (
    Command("home.new_case", "New case", "Begin with a new health question.", HOME, ("n",)),
    Command(
        "home.write_now",
        "Write notes now",
        "Make a case and a visit, and begin to type.",
        HOME,
        ("w",),
    ),
    Command(
        "home.search",
        "Search",
        "Look through all notes, answers and steps.",
        HOME,
        ("slash",),
        "search",
    ),
)

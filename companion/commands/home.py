"""Commands of Home."""

from __future__ import annotations

from companion.commands.command import Command

HOME = ("home",)

COMMANDS = (
    Command("home.new_case", HOME, ("n",)),
    Command("home.write_now", HOME, ("w",)),
    Command("home.was_there", HOME),
    Command("home.search", HOME, ("slash",)),
    Command("home.example", HOME),
    Command("home.practice", HOME),
    Command("home.change_case", HOME, ("f2", "ctrl+r")),
    Command("home.trash", HOME),
    Command("home.bring_back", HOME),
)

"""Commands that every room knows."""

from __future__ import annotations

from companion.commands.command import EVERY_ROOM, Command

COMMANDS = (
    Command("app.help", EVERY_ROOM, ("f1",)),
    Command("app.palette", EVERY_ROOM, ("ctrl+p",)),
    Command("app.quit", EVERY_ROOM, ("ctrl+q",)),
    Command("app.undo", EVERY_ROOM, ("ctrl+z",)),
    Command("app.redo", EVERY_ROOM, ("ctrl+y",)),
    Command("app.saved", EVERY_ROOM, ("ctrl+s",)),
    Command("app.go", EVERY_ROOM, ("ctrl+g",)),
    Command("room.home", EVERY_ROOM),
    Command("room.prepare", EVERY_ROOM),
    Command("room.visit", EVERY_ROOM),
    Command("room.compare", EVERY_ROOM),
    Command("room.guide", EVERY_ROOM),
    Command("app.visits", EVERY_ROOM[1:]),
    Command("app.papers", EVERY_ROOM[1:]),
    Command("app.values", EVERY_ROOM[1:]),
    Command("app.theme", EVERY_ROOM),
    Command("app.take_over", EVERY_ROOM, ("f7", "ctrl+o")),
)

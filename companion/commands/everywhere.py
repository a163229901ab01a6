"""Commands that every room knows."""

from __future__ import annotations

from companion.commands.command import EVERY_ROOM, Command

COMMANDS = (
    Command(
        "app.help",
        "What you can do now",
        "Show what can be done in this room.",
        EVERY_ROOM,
        ("f1",),
        "more",
    ),
    Command(
        "app.palette",
        "Find by name",
        "Find anything that can be done by typing its name.",
        EVERY_ROOM,
        ("ctrl+p",),
    ),
    Command("app.quit", "Close", "Close the program; all is saved.", EVERY_ROOM, ("ctrl+q",)),
    Command(
        "app.undo",
        "Undo",
        "Take back typing while there is some, else the last change.",
        EVERY_ROOM,
        ("ctrl+z",),
    ),
    Command("app.redo", "Redo", "Do again what was taken back.", EVERY_ROOM, ("ctrl+y",)),
    Command(
        "app.saved",
        "Is it saved?",
        "Say whether all is saved. There is nothing to do for it.",
        EVERY_ROOM,
        ("ctrl+s",),
    ),
    Command(
        "app.go",
        "Go to another room",
        "Ask which room, then a digit from 0 to 4.",
        EVERY_ROOM,
        ("ctrl+g",),
    ),
    Command("room.home", "Home", "Go to the list of cases.", EVERY_ROOM),
    Command("room.prepare", "Prepare", "Go to what is settled before a visit.", EVERY_ROOM),
    Command("room.visit", "Visit", "Go to the notes of a visit.", EVERY_ROOM),
    Command("room.compare", "Compare", "Lay the opinions side by side.", EVERY_ROOM),
    Command("room.guide", "Guide", "Read what others know about this.", EVERY_ROOM),
    Command(
        "app.visits",
        "Another visit",
        "See the visits of this case and open one, also one that has ended.",
        EVERY_ROOM[1:],
    ),
    Command(
        "app.papers",
        "Papers",
        "See the letters, pages and copies of this case, and make files of them.",
        EVERY_ROOM[1:],
    ),
    Command(
        "app.theme",
        "Dark, light or high contrast",
        "Change the theme: the colors of the screen.",
        EVERY_ROOM,
    ),
    Command(
        "app.take_over",
        "Write in this window",
        "Take over a case when the other window has let it go.",
        EVERY_ROOM,
        ("f7", "ctrl+o"),
    ),
)

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
        "home.was_there",
        "I was there already",
        "Make a case and write down what you remember of a visit.",
        HOME,
    ),
    Command(
        "home.search",
        "Search",
        "Look through all notes, answers and steps.",
        HOME,
        ("slash",),
        "search",
    ),
    Command(
        "home.example",
        "Look around in the example",
        "Open a made-up case; nothing you do there is kept.",
        HOME,
    ),
    Command(
        "home.practice",
        "Try the keys",
        "One minute of typing, Enter, Tab and F2; nothing is kept.",
        HOME,
    ),
    Command(
        "home.change_case",
        "Change a case",
        "Give the case at the cursor another title, other guidance, other names.",
        HOME,
        ("f2", "ctrl+r"),
    ),
    Command(
        "home.trash",
        "Move a case to the trash",
        "It is kept there for 30 days; the title is asked for first.",
        HOME,
    ),
    Command(
        "home.bring_back",
        "Bring a case back",
        "See the cases in the trash and put one back.",
        HOME,
    ),
)

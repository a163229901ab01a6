"""All commands, in the order in which help and the palette show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.commands import compare, everywhere, guide, home, prepare, visit

if TYPE_CHECKING:
    from companion.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *home.COMMANDS,
    *prepare.COMMANDS,
    *visit.COMMANDS,
    *compare.COMMANDS,
    *guide.COMMANDS,
    *everywhere.COMMANDS,
)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def of_room(room: str) -> tuple[Command, ...]:
    """Return the commands of a room."""
    return tuple(command for command in COMMANDS if room in command.rooms)

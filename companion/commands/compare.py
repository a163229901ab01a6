"""Commands of Compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.commands.command import Command

COMMANDS: tuple[Command, ...] = ()

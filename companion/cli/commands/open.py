"""`open`: open a case in one of its rooms."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.program import open_case
from companion.commands.catalogue import EVERY_ROOM


@click.command("open")
@with_home
@click.argument("case", required=False)
@click.option("--room", type=click.Choice(EVERY_ROOM[1:]))
@click.option("--visit", metavar="V")
def command(case: str | None, room: str | None, visit: str | None) -> int:
    """Open a case in one of its rooms."""
    return open_case(command_context(), case, room, visit)

"""`where`: print the data folder."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_path


@click.command("where")
@with_home
def command() -> None:
    """Print the data folder."""
    print_path(command_context().library.context.home)

"""`demo`: open the made-up case."""

from __future__ import annotations

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.program import example_library, need_terminal, run
from companion.words import commands as words


@click.command("demo")
@with_home
def command() -> int:
    """Look around in a made-up case; nothing you do there is kept."""
    context = command_context()
    if context.home is not None:
        raise RefusedError(words.DEMO_WITH_HOME, 2)
    need_terminal()
    from companion.ui.app import Start

    library = example_library(context)
    return run(context, library, Start("prepare", library.case_ids()[0]))

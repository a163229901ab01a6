"""`self-check`: look whether everything is readable."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_line, say
from companion.commands.keymap import read_keymap
from companion.services.case.maintenance import problems_of_home
from companion.words import commands as words


@click.command("self-check")
@with_home
def command() -> int:
    """Read every case, pack and key file, and say what is wrong."""
    context = command_context()
    settings = context.settings
    problems = [
        *problems_of_home(context.library),
        *settings.problems,
        *read_keymap(settings.keymap_text()).told(settings.keymap_path),
        *map(str, context.catalogue.problems),
    ]
    for sentence in problems:
        print_line(sentence)
    if not problems:
        say(words.HEALTHY)
    return 1 if problems else 0

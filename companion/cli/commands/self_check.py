"""`self-check`: look whether everything is readable."""

from __future__ import annotations

import click

from companion.cli.context import command_context, with_home
from companion.cli.io import print_line, say
from companion.commands.keymap import read_keymap
from companion.services.case.maintenance import problems_of_home
from companion.services.settings import SettingsFile
from companion.words import commands as words
from companion.words import keymap as keymap_words


@click.command("self-check")
@with_home
def command() -> int:
    """Read every case, pack and key file, and say what is wrong."""
    context = command_context()
    problems = [*problems_of_home(context.library)]
    settings = SettingsFile(context.library.context)
    problems += settings.problems
    problems += [
        keymap_words.report(settings.keymap_path, problem.line, problem.sentence)
        for problem in read_keymap(settings.keymap_text()).problems
    ]
    problems += [
        f"{problem.file}:{problem.line}: {problem.sentence}"
        for problem in context.catalogue.problems
    ]
    for sentence in problems:
        print_line(sentence)
    if not problems:
        say(words.HEALTHY)
    return 1 if problems else 0

"""Help of the commands: its sentences are read when it is asked for."""

from __future__ import annotations

import click


def fill_in(command: click.Command) -> None:
    """Give a command and its options the sentences that `--help` shows."""
    from companion.words import command_line as words

    name = command.name or ""
    its_own: dict[str, str] = words.OPTIONS.get(name, {})
    command.short_help, command.help = words.COMMANDS.get(name, (None, words.ABOUT))
    for each in command.params:
        if isinstance(each, click.Option):
            option = each.name or ""
            each.help = its_own.get(option) or words.EVERY_OPTION.get(option)

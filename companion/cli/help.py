"""Help of the commands: its sentences are read when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


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


class HelpedCommand(click.Command):
    """A command whose help is filled in when it is shown."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return what the command does, for the list of all commands."""
        fill_in(self)
        return super().get_short_help_str(limit)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help of the command."""
        fill_in(self)
        return super().get_help(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return how the shell may complete an option or a value."""
        fill_in(self)
        return super().shell_complete(ctx, incomplete)

"""The option `--home` of every command, and the context of the command that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from companion.cli.context import CommandContext
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Callable

CommandT = TypeVar("CommandT", bound="Callable[..., Any]")
_KEY = "companion.context"


def command_context() -> CommandContext:
    """Return the context of this run."""
    found = click.get_current_context().meta.setdefault(_KEY, CommandContext())
    if not isinstance(found, CommandContext):
        raise TypeError(_KEY)
    return found


def _keep_home(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        if not value.strip():
            # An empty variable in a script must not lead to the user's own cases.
            raise click.BadParameter(words.HOME_EMPTY, context, parameter)
        context.meta.setdefault(_KEY, CommandContext()).home = value


def with_home(command: CommandT) -> CommandT:
    """Give a command the option `--home`; it may stand before the command too."""
    option = click.option(
        "--home",
        metavar="DIR",
        expose_value=False,
        callback=_keep_home,
    )
    return option(command)

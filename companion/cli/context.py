"""Data folder, cases and packs of one run of a command."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import click

from companion import bootstrap
from companion.cli.io import say
from companion.storage.errors import StoreError
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary

CommandT = TypeVar("CommandT", bound="Callable[..., Any]")
_KEY = "companion.context"


class CommandContext:
    """Objects that the commands share, each built when first asked for."""

    def __init__(self) -> None:
        self.home: str | None = None
        """The folder given with `--home`."""

    @cached_property
    def library(self) -> CaseLibrary:
        """The cases of the data folder."""
        library = bootstrap.library(self.home)
        bootstrap.follow_habit(library.context)
        return library

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every pack there is."""
        return bootstrap.packs(self.library.context)


def command_context() -> CommandContext:
    """Return the context of this run."""
    found = click.get_current_context().meta.setdefault(_KEY, CommandContext())
    if not isinstance(found, CommandContext):
        raise TypeError(_KEY)
    return found


def put_in_order(library: CaseLibrary, *, thorough: bool = False) -> None:
    """End what was begun, empty the trash of what is due, close what is open; a full disk can wait.

    Args:
        library: The cases.
        thorough: Look at every file, not at folders alone.
    """
    from companion.services.case.trash import tidy

    try:
        tidy(library, thorough=thorough)
    except StoreError as error:
        say(str(error))


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

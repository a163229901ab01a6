"""What every command works with: the data folder that was named, and the cases in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import click

from companion import bootstrap
from companion.cli.refusing import RefusedError
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary

CommandT = TypeVar("CommandT", bound="Callable[..., Any]")
_DESK = "companion.desk"


class Desk:
    """Made once a run; the objects are built when they are first asked for."""

    def __init__(self) -> None:
        self.home: str | None = None

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

    def packs_named(self, names: tuple[str, ...]) -> Catalogue:
        """The catalogue, once every name is known to be in it.

        Raises:
            RefusedError: There is no such pack.
        """
        known = [pack.id for pack in self.catalogue.packs]
        for name in names:
            if name not in known:
                raise RefusedError(words.no_such_pack(name, ", ".join(known)))
        return self.catalogue


def desk() -> Desk:
    """The desk of this run."""
    context = click.get_current_context()
    found = context.meta.setdefault(_DESK, Desk())
    if not isinstance(found, Desk):
        raise TypeError(_DESK)
    return found


def _keep_home(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        if not value.strip():
            # An empty variable in a script must not lead to the cases of whoever runs it.
            raise click.BadParameter(words.HOME_EMPTY, context, parameter)
        found = context.meta.setdefault(_DESK, Desk())
        found.home = value


def with_home(command: CommandT) -> CommandT:
    """Give a command the option `--home`; it may stand before the command too."""
    option = click.option(
        "--home",
        metavar="DIR",
        expose_value=False,
        callback=_keep_home,
        help=words.HOME_HELP,
    )
    return option(command)

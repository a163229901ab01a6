"""`new`: make a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, print_id
from companion.services.case.library import NewCase
from companion.words import commands as words

if TYPE_CHECKING:
    from companion.cli.context import CommandContext


@click.command("new")
@with_home
@click.option("--title", metavar="T")
@click.option("--pack", "packs", multiple=True, metavar="P")
def command(title: str | None, packs: tuple[str, ...]) -> None:
    """Make a case and print its id alone on one line."""
    context = command_context()
    _refuse_unknown(packs, context)
    new = NewCase(
        title=given_or_asked(title, words.ASK_TITLE), packs=context.catalogue.chosen(packs)
    )
    session = context.library.create(new)
    session.finish()
    print_id(session.case_id)


def _refuse_unknown(names: tuple[str, ...], context: CommandContext) -> None:
    """Refuse the name of a pack that is not there.

    Raises:
        RefusedError: There is no such pack.
    """
    known = [head.id for head in context.catalogue.heads]
    for name in names:
        if name not in known:
            raise RefusedError(words.no_such_pack(name, ", ".join(known)))

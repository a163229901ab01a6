"""`new`: make a case."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, print_id
from companion.services.case.library import NewCase
from companion.words import commands as words


@click.command("new")
@with_home
@click.option("--title", metavar="T")
@click.option("--pack", "packs", multiple=True, metavar="P")
def command(title: str | None, packs: tuple[str, ...]) -> None:
    """Make a case and print its id alone on one line."""
    context = command_context()
    context.refuse_unknown(packs)
    new = NewCase(
        title=given_or_asked(title, words.ASK_TITLE), packs=context.catalogue.chosen(packs)
    )
    session = context.library.create(new)
    session.finish()
    print_id(session.case_id)

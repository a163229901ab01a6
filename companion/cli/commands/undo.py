"""`undo`: take back the last change of a case."""

from __future__ import annotations

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import say
from companion.cli.lookup import find_case_id
from companion.words import commands as words


@click.command("undo")
@with_home
@click.argument("case")
def command(case: str) -> None:
    """Take back the last change of a case, whichever of its files it was in."""
    library = command_context().library
    session = library.open_to_write(find_case_id(library, case))
    try:
        session.open_all()
        past = session.undo()
    finally:
        session.finish()
    if past is None:
        raise RefusedError(words.NOTHING_TO_UNDO)
    say(words.undone(past.sentence))

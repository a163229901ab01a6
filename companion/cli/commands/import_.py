"""`import`: take a file into a case."""

from __future__ import annotations

import click

from companion.cli.errors import RefusedError
from companion.cli.files import STANDARD_INPUT, read_file
from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_id, read_standard_input, say
from companion.cli.lookup import find_case_id
from companion.exchange.errors import ImportRefusedError
from companion.services.transfer import imports
from companion.words import commands as words


@click.command("import")
@with_home
@click.argument("file")
@click.option("--into", metavar="CASE")
@click.option("--update", is_flag=True)
def command(file: str, into: str | None, *, update: bool) -> None:
    """Import a question list (Markdown, text), an appointment (.ics) or a case as JSON.

    FILE - is standard input.
    """
    if update and not into:
        raise click.UsageError(words.UPDATE_NEEDS)
    context = command_context()
    case_id = find_case_id(context.library, into) if into else None
    try:
        done = imports.import_file(
            context.library,
            "" if file == STANDARD_INPUT else file,
            _read(file),
            case_id,
            context.catalogue,
            update=update,
        )
    except ImportRefusedError as error:
        raise RefusedError(str(error)) from error
    for remark in done.remarks:
        say(remark)
    print_id(done.case_id)


def _read(file: str) -> bytes:
    """Return the content of a file, or of standard input."""
    if file == STANDARD_INPUT:
        return read_standard_input(imports.MOST_BYTES)
    return read_file(file, imports.MOST_BYTES)

"""`companion` and its commands."""

from __future__ import annotations

import click

import companion as package
from companion.cli.desk import with_home
from companion.cli.exchanging import export, import_file
from companion.cli.keeping import backup, erase, restore
from companion.cli.looking_up import check, keys, packs, self_check, where
from companion.cli.making import change, new, plan, undo
from companion.cli.noting import note
from companion.cli.opening import demo, open_home, open_room
from companion.cli.reading import list_cases, search, show
from companion.words import commands as words

HELP_NAMES = ["-h", "--help"]


@click.group(
    "companion",
    invoke_without_command=True,
    help=words.ABOUT,
    context_settings={"help_option_names": HELP_NAMES},
)
@click.version_option(package.__version__, prog_name="companion")
@with_home
@click.pass_context
def companion(context: click.Context) -> int:
    """Open Home when no command is given."""
    return open_home() if context.invoked_subcommand is None else 0


for _command in (
    new,
    plan,
    change,
    undo,
    open_room,
    note,
    list_cases,
    show,
    search,
    export,
    import_file,
    packs,
    check,
    keys,
    backup,
    restore,
    erase,
    where,
    self_check,
    demo,
):
    companion.add_command(_command)
